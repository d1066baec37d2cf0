using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Commands;

/// <summary>Writes forms out: the official files, or the file that forms import reads.</summary>
public static class FormsExportVerb
{
    private const string UsualNumber = "2";

    public static Verb Verb { get; } = new(
        "forms export", "--year 年度 [--org 单位编码或名称] [--project 项目编码或名称] [--status 状态] --format pdf|xlsx|docx|json --out 文件|- [--number 附件号]",
        "导出目标表；除 json 外，一份时是该表，多份或指定单位时是该单位的附件；- 表示写到标准输出",
        ["--year", "--org", "--project", "--status", "--format", "--out", "--number"], 0, RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        var selection = FormSelectionOptions.Read(arguments);
        var (format, path) = (arguments.Require("--format"), arguments.Require("--out"));
        var official = OfficialFormats.Find(format);
        if (official is null && format != "json")
            throw new CommandRefusedException($"--format 只能是 pdf、xlsx、docx 或 json，不能是“{format}”");

        var number = AttachmentNumber.Read(arguments.Option("--number") ?? UsualNumber) ?? throw new CommandRefusedException(AttachmentNumber.Refusal);
        await using var host = CommandHost.Build(arguments);
        await using var scope = await CommandHost.WithDatabaseAsync(host);
        var forms = await scope.ServiceProvider.GetRequiredService<FormSelector>().SelectAsync(selection);
        if (forms.Count == 0)
            throw new CommandRefusedException("没有符合条件的目标表，没有写出文件");
        var bytes = official is { } kind
            ? await OfficialAsync(forms, selection, number, kind, scope.ServiceProvider.GetRequiredService<OfficialFiles>())
            : Json(forms, selection, number);
        await OutputFile.WriteAsync(path, bytes, console);
        await console.Notes.WriteLineAsync($"已导出 {forms.Count} 份目标表");
        return ExitCode.Done;
    }

    private static byte[] Json(IReadOnlyList<TargetForm> forms, FormSelection selection, string number)
    {
        var template = forms[0].BudgetYear!.Template;
        var tables = forms.Select(form => FormFileTable.Of(form.Content, template) with
        {
            ProjectCode = form.Project!.Code,
            DepartmentCode = form.Department!.Code,
            UnitCode = form.Unit!.Code,
        });
        var title = OfficialTableMapper.AttachmentLine(template, number, Bureau(forms, selection) ?? "");
        return FormFileWriter.Write(FormFileWriter.FileOf(selection.Year, template, title, [.. tables]));
    }

    private static Task<byte[]> OfficialAsync(
        IReadOnlyList<TargetForm> forms, FormSelection selection, string number, OfficialFormat format, OfficialFiles files)
    {
        if (forms.Count == 1 && (selection.Project is not null || selection.Organisation is null))
            return files.FormAsync(forms[0], format);
        var bureau = Bureau(forms, selection)
            ?? throw new CommandRefusedException("所选目标表属于几个主管部门，一个附件只装一个部门的，请用 --org 指定单位");
        return files.AttachmentAsync(forms, bureau, number, format);
    }

    /// <summary>Whose attachment it is: the unit's when that was asked for, otherwise the one department's; null for several.</summary>
    private static string? Bureau(IReadOnlyList<TargetForm> forms, FormSelection selection)
    {
        if (selection.Organisation is { } asked && forms.All(form => form.Unit!.Code == asked || form.Unit.Name == asked))
            return forms[0].Unit!.Name;
        return forms.Select(form => form.DepartmentId).Distinct().Count() == 1 ? forms[0].Department!.Name : null;
    }
}
