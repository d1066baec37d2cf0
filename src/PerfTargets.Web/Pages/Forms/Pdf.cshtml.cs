using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The official PDF of one form: an approved one as it was stored at 批复, any other as it stands.</summary>
[ForStaff]
public sealed class PdfModel(FormService forms, OfficialFiles files) : AppPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, int inline, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        return this.PdfFile(await files.PdfAsync(form, cancel), $"绩效目标表-{form.ProjectName}-{form.Year}.pdf", inline == 1);
    }
}
