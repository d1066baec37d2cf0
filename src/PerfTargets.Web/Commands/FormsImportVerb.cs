using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Commands;

/// <summary>Takes a file of forms into the database.</summary>
public static class FormsImportVerb
{
    private const string AsStatus = "--as-status";
    private const string Document = "--document";
    private const string Date = "--date";

    public static Verb Verb { get; } = new(
        "forms import", $"文件.json [{AsStatus} draft|approved] [{Document} 批复文号] [{Date} 批复日期]",
        "导入目标表：全部导入或全部不导入；缺少的年度、单位、项目自动建立，已有的目标表不覆盖",
        [AsStatus, Document, Date], 1, RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var (name, bytes) = await InputFile.ReadAsync(arguments.RequireValue("要导入的文件"), FormFileReader.MostBytes);
        var request = Request(arguments, name);
        var file = FormFileReader.Read(bytes, name);

        await using var host = CommandHost.Build(arguments);
        await using var scope = await CommandHost.WithDatabaseAsync(host);
        var report = await scope.ServiceProvider.GetRequiredService<FormImporter>().ImportAsync(file, request, Actor.Console);
        foreach (var created in report.Created)
            await console.Notes.WriteLineAsync($"已新建{created}");
        foreach (var form in report.Forms)
            await console.WriteLineAsync($"{report.Year}\t{form.UnitName}\t{form.ProjectName}");
        return ExitCode.Done;
    }

    private static ImportRequest Request(Arguments arguments, string name)
    {
        var status = arguments.Option(AsStatus) switch
        {
            null or "draft" => ImportAs.Draft,
            "approved" => ImportAs.Approved,
            var other => throw new CommandRefusedException($"{AsStatus} 只能是 draft 或 approved，不能是“{other}”"),
        };
        var date = arguments.Option(Date) is not { } text ? (DateOnly?)null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var read) ? read
            : throw new CommandRefusedException($"{Date} 应写成 2023-02-20 的样子，不能是“{text}”");
        var document = arguments.Option(Document);
        if (status == ImportAs.Draft && (date is not null || document is not null))
            throw new CommandRefusedException($"{Document} 和 {Date} 只能与 {AsStatus} approved 一起用");
        return new ImportRequest(name, status, document, date);
    }
}
