using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>附件: a bureau's forms of a year in one file, those that the person may see.</summary>
[ForStaff]
public sealed class AttachmentModel(FormLists lists, OfficialFiles files, OfficialDocuments documents) : AppPage
{
    private const int NumberLength = 20;

    /// <param name="scope">approved or all; when neither, the approved ones if there are any.</param>
    /// <param name="format">pdf, which it is when nothing is said, xlsx or docx.</param>
    public async Task<IActionResult> OnGetAsync(int year, Guid department, string? number, string? scope, string? format, int inline, CancellationToken cancel)
    {
        var which = TypedText.Normalise(number).Trim();
        if (which.Length > NumberLength || TypedText.Refusal(which) is not null)
            throw new RequestRefusedException($"附件的编号最多 {NumberLength} 个字，如“2”。");
        if (OfficialFormats.Find(format ?? "pdf") is not { } kind)
            throw new RequestRefusedException("附件的格式只有 PDF、Excel 和 Word。");
        var departments = await lists.DepartmentsAsync(year, Person, cancel);
        if (departments.FirstOrDefault(one => one.Id == department) is not { Name: { } name } chosen)
            return NotFound();
        var forms = await lists.OfDepartmentAsync(year, department, scope == "approved" || (scope != "all" && chosen.AnyApproved), Person, cancel);
        if (forms.Count == 0)
            throw new RequestRefusedException($"{name} {year} 年度还没有已批复的目标表，可以改选“全部”后再导出。");
        foreach (var form in kind == OfficialFormat.Pdf ? forms : [])
            documents.RequirePrintable(form);
        var line = which.Length == 0 ? "1" : which;
        var file = await files.AttachmentAsync(forms, name, line, kind, cancel);
        return this.OfficialFile(file, $"附件{line}-{name}项目支出预算绩效目标表-{year}", kind, inline == 1);
    }
}
