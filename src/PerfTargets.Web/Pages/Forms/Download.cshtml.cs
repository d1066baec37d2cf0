using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The official file of one form: an approved one as it was at 批复, its PDF as it was stored unless it is to be a 公开件 without （必填…）, any other as it stands.</summary>
[ForStaff]
public sealed class DownloadModel(FormService forms, OfficialFiles files) : FormPage
{
    /// <param name="requirementLabels">omit leaves （必填…） out of an approved form.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string format, string? requirementLabels, int inline, CancellationToken cancel)
    {
        if (OfficialFormats.Find(format) is not { } kind || RequirementLabelChoices.Find(requirementLabels) is not { } labels
            || await forms.FindAsync(FormId, Person, cancel) is not { } form)
        {
            return NotFound();
        }
        var isRedrawn = form.Status == FormStatus.Approved && labels == RequirementLabels.Omit;
        var file = await files.FormAsync(form, new OfficialPrint(kind, labels), cancel);
        return this.OfficialFile(file, OfficialNames.Form(form.ProjectName, form.Year, isRedrawn), kind, inline == 1);
    }
}
