using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;

namespace PerfTargets.Web.Commands;

/// <summary>The verbs of the executable. Without one, or with settings of the host alone, the program serves.</summary>
public static class CommandLine
{
    private static readonly string[] Help = ["help", "--help", "-h", "-?", "/?"];

    /// <returns>The exit code; null to serve.</returns>
    public static async Task<int?> TryRunAsync(string[] args) =>
        Serves(args) ? null : await RunAsync(args, CommandConsole.OfProcess());

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandConsole console)
    {
        if (args.Count > 0 && Help.Contains(args[0]))
        {
            await console.WriteLineAsync(Usage());
            return ExitCode.Done;
        }
        if (Verb.Find(args) is not { } found)
        {
            await console.Notes.WriteLineAsync($"不认识的命令“{string.Join(' ', args.Take(2))}”。\n\n{Usage()}");
            return ExitCode.BadInput;
        }
        try
        {
            return await found.Verb.RunAsync(Arguments.Parse([.. args.Skip(found.Words)], found.Verb.Options, found.Verb.MostValues), console);
        }
        catch (Exception e) when (CodeOf(e) is { } code)
        {
            await console.Notes.WriteLineAsync($"{found.Verb.Words}：{e.Message}");
            return code;
        }
    }

    private static bool Serves(string[] args) =>
        args.Length == 0 || (!Help.Contains(args[0]) && (args[0].StartsWith('-') || args[0].Contains('=', StringComparison.Ordinal)));

    /// <summary>What a person at the console can mend is answered in a sentence; anything else is a fault of the program and shows itself whole.</summary>
    private static int? CodeOf(Exception e) => e switch
    {
        CommandRefusedException refused => refused.Code,
        SettingRefusedException or FormFileException or FormRuleException => ExitCode.BadInput,
        DatabaseRefusedException or DbException or DbUpdateException { InnerException: DbException } or IOException or UnauthorizedAccessException or HttpRequestException => ExitCode.OutOfReach,
        _ => null,
    };

    private static string Usage() => $"""
        用法：
          perftargets [--urls http://0.0.0.0:8080] [--分组:设置 值]   启动网站
        {string.Join('\n', Verb.All.Select(verb => $"  perftargets {verb.Words} {verb.Parameters}\n      {verb.Does}"))}

        设置见 docs/operations.md，也可写在命令后面，如 --Database:Provider Postgres。
        退出码：0 完成；1 检查出错误（仅 forms check）；2 输入有误；3 无法访问数据库、文件或网站。
        """;
}
