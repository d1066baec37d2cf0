using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure.Demonstration;

/// <summary>What whoever tries the program must know, on the console once it serves: where it is and who can sign in.</summary>
public static class DemonstrationAccounts
{
    public static void PrintOnceServing(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
        Console.WriteLine(Text(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])));

    public static string Text(IEnumerable<string> addresses)
    {
        var plan = DemonstrationPlan.Shipped;
        string[][] rows =
        [
            ["用户名", "角色", "单位"],
            .. plan.Staff.Select(person => new[] { person.UserName, person.Role.Word(), person.Organisation }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => WidthOf(row[column]))).ToList();
        var text = new StringBuilder($"\n  网址：{string.Join(' ', addresses)}\n  演示账号（密码都是 {plan.Password}，只用于演示）：\n\n");
        foreach (var row in rows)
            text.AppendLine("    " + string.Join("  ", row.Select((cell, column) => cell + new string(' ', widths[column] - WidthOf(cell)))).TrimEnd());
        return text.ToString();
    }

    /// <summary>A console gives a Chinese character two columns.</summary>
    private static int WidthOf(string text) => text.Sum(c => c < 0x2E80 ? 1 : 2);
}
