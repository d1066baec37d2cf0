using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The official file of one form: an approved one as it was at 批复, its PDF as it was stored, any other as it stands.</summary>
[ForStaff]
public sealed class DownloadModel(FormService forms, OfficialFiles files) : AppPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, int inline, CancellationToken cancel)
    {
        if (OfficialFormats.Find(format) is not { } kind || await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        return this.OfficialFile(await files.FormAsync(form, kind, cancel), OfficialNames.Form(form.ProjectName, form.Year), kind, inline == 1);
    }
}
