using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>附件: a bureau's forms of a year in one file, those that the person may see. What is refused comes back as a page with what was typed.</summary>
[ForStaff]
public sealed class AttachmentModel(FormLists lists, OfficialFiles files) : AppPage
{
    public const string All = "all";
    public const string Approved = "approved";

    public int Year { get; private set; }
    public Guid? Department { get; private set; }
    public string DepartmentName { get; private set; } = "";
    public string? Number { get; private set; }
    public string? NumberError { get; private set; }
    public bool IsAll { get; private set; }
    public OfficialFormat Format { get; private set; }
    public RequirementLabels Labels { get; private set; }
    public string? LabelsError { get; private set; }

    /// <summary>The forms have words that may be left out.</summary>
    public bool PrintRequirements { get; private set; }

    /// <param name="department">Whose attachment; without one, the attachments of all departments that the person sees, in a ZIP.</param>
    /// <param name="scope">approved or all; when neither, the approved ones if there are any.</param>
    /// <param name="format">pdf, which it is when nothing is said, xlsx or docx.</param>
    /// <param name="requirementLabels">omit leaves （必填…） out of the approved ones.</param>
    public async Task<IActionResult> OnGetAsync(
        int year, Guid? department, string? number, string? scope, string? format, string? requirementLabels, int inline, CancellationToken cancel)
    {
        var departments = await lists.DepartmentsAsync(year, Person, cancel);
        var chosen = department is null ? departments : [.. departments.Where(one => one.Id == department)];
        if (chosen.Count == 0)
            return NotFound();
        DepartmentName = department is null ? "各部门" : chosen[0].Name;
        (Year, Department, Number, IsAll) = (year, department, number, scope == All || (scope != Approved && !chosen.Any(one => one.AnyApproved)));
        PrintRequirements = await lists.PrintRequirementsAsync(year, cancel);
        if (OfficialFormats.Find(format ?? OfficialFormat.Pdf.Extension()) is not { } kind)
            return Again("format", "附件的格式只有 PDF、Excel 和 Word，请选择其中一种。");
        Format = kind;
        if (RequirementLabelChoices.Find(requirementLabels) is not { } labels)
            return Again(RequirementLabelChoices.Parameter, LabelsError = "“必填”字样只能照印或者在公开件中不印，请选择其中一种。");
        var print = new OfficialPrint(kind, Labels = labels);
        if (AttachmentNumber.Read(number) is not { } line)
            return Again("number", NumberError = AttachmentNumber.Refusal);
        var forms = await lists.ReferencesAsync(year, department, approvedOnly: !IsAll, Person, cancel);
        if (forms.Count == 0)
            return Again("scope", $"{DepartmentName} {year} 年度还没有已批复的目标表，可以改选“全部”后再导出。");
        try
        {
            await files.RequirePrintableAsync(forms, print, cancel);
        }
        catch (RequestRefusedException refused) when (refused.Field == RequirementLabelChoices.Parameter)
        {
            return Again(refused.Field, LabelsError = refused.Message);
        }
        return department is null
            ? await this.SendAsync($"{OfficialNames.Archive(line, forms, labels)}.zip", "application/zip", false, to => files.WriteArchiveAsync(forms, line, print, to, cancel))
            : await this.SendAsync($"{OfficialNames.Attachment(DepartmentName, line, forms, labels)}.{kind.Extension()}", kind.ContentType(), inline == 1 && kind == OfficialFormat.Pdf,
                to => files.WriteAttachmentAsync(forms, DepartmentName, line, print, to, cancel));
    }

    private PageResult Again(string field, string sentence)
    {
        this.ShowProblems([new Problem(field, sentence)]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
