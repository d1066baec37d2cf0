using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Commands;

/// <summary>Writes forms out: the official files, or the file that forms import reads.</summary>
public static class FormsExportVerb
{
    private const string ArchiveEnd = ".zip";
    private const string LabelsOption = "--requirement-labels";

    public static Verb Verb { get; } = new(
        "forms export", "--year 年度 [--org 单位编码或名称] [--project 项目编码或名称] [--status 状态] --format pdf|xlsx|docx|json --out 文件|- [--number 附件号] [--requirement-labels print|omit]",
        "导出目标表；除 json 外，一份时是该表，多份或指定单位时是该单位的附件，文件名以 .zip 结尾时是各部门的附件；- 表示写到标准输出；--requirement-labels omit 使已批复的目标表（公开件）不印“必填”字样",
        ["--year", "--org", "--project", "--status", "--format", "--out", "--number", LabelsOption], 0, RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var selection = FormSelectionOptions.Read(arguments);
        var (format, path) = (arguments.Require("--format"), arguments.Require("--out"));
        var official = OfficialFormats.Find(format);
        if (official is null && format != "json")
            throw new CommandRefusedException($"--format 只能是 pdf、xlsx、docx 或 json，不能是“{format}”");
        if (official is null && path.EndsWith(ArchiveEnd, StringComparison.OrdinalIgnoreCase))
            throw new CommandRefusedException("json 是一个文件，--out 的文件名不能以 .zip 结尾");
        var labels = RequirementLabelChoices.Find(arguments.Option(LabelsOption))
            ?? throw new CommandRefusedException($"{LabelsOption} 只能是 print 或 omit，不能是“{arguments.Option(LabelsOption)}”");
        if (official is null && arguments.Option(LabelsOption) is not null)
            throw new CommandRefusedException($"json 不是印件，不能用 {LabelsOption}");
        var number = AttachmentNumber.Read(arguments.Option("--number")) ?? throw new CommandRefusedException(AttachmentNumber.Refusal);

        await using var host = CommandHost.Build(arguments);
        await using var scope = await CommandHost.WithDatabaseAsync(host);
        var forms = await scope.ServiceProvider.GetRequiredService<FormSelector>().SelectAsync(selection);
        if (forms.Count == 0)
            throw new CommandRefusedException("没有符合条件的目标表，没有写出文件");
        var write = official is { } kind
            ? await OfficialAsync(forms, selection, number, new OfficialPrint(kind, labels), path, scope.ServiceProvider)
            : await JsonAsync(forms, selection, number, scope.ServiceProvider.GetRequiredService<FormReader>());
        await OutputFile.WriteAsync(path, console, write);
        await console.Notes.WriteLineAsync($"已导出 {forms.Count} 份目标表");
        return ExitCode.Done;
    }

    private static async Task<Func<Stream, Task>> JsonAsync(IReadOnlyList<FormReference> forms, FormSelection selection, string number, FormReader reader)
    {
        var tables = new List<FormFileTable>(forms.Count);
        Core.Years.FormTemplate? template = null;
        await foreach (var form in reader.ReadAsync(forms.Select(form => form.Id)))
        {
            template ??= form.BudgetYear!.Template;
            tables.Add(FormFileTable.Of(form.Content, template) with
            {
                ProjectCode = form.Project!.Code,
                DepartmentCode = form.Department!.Code,
                UnitCode = form.Unit!.Code,
            });
        }
        var title = OfficialTableMapper.AttachmentLine(template!, number, Bureau(forms, selection) ?? "");
        var bytes = FormFileWriter.Write(FormFileWriter.FileOf(selection.Year, template!, title, tables));
        return to => to.WriteAsync(bytes).AsTask();
    }

    private static async Task<Func<Stream, Task>> OfficialAsync(
        IReadOnlyList<FormReference> forms, FormSelection selection, string number, OfficialPrint print, string path, IServiceProvider services)
    {
        var files = services.GetRequiredService<OfficialFiles>();
        await files.RequirePrintableAsync(forms, print);
        if (path.EndsWith(ArchiveEnd, StringComparison.OrdinalIgnoreCase))
            return to => files.WriteArchiveAsync(forms, number, print, to);
        if (forms.Count == 1 && (selection.Project is not null || selection.Organisation is null))
        {
            var form = await services.GetRequiredService<FormReader>().ReadAsync([forms[0].Id]).FirstAsync();
            var file = await files.FormAsync(form, print);
            return to => to.WriteAsync(file).AsTask();
        }
        var bureau = Bureau(forms, selection)
            ?? throw new CommandRefusedException("所选目标表属于几个主管部门，一个附件只装一个部门的，请用 --org 指定单位，或者让 --out 的文件名以 .zip 结尾");
        return to => files.WriteAttachmentAsync(forms, bureau, number, print, to);
    }

    /// <summary>Whose attachment it is: the unit's when that was asked for, otherwise the one department's; null for several.</summary>
    private static string? Bureau(IReadOnlyList<FormReference> forms, FormSelection selection)
    {
        if (selection.Organisation is { } asked && forms.All(form => form.UnitCode == asked || form.UnitName == asked))
            return forms[0].UnitName;
        return forms.Select(form => form.DepartmentId).Distinct().Count() == 1 ? forms[0].DepartmentName : null;
    }
}
