using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Library;

/// <summary>The library's answer to what is typed in the editor, as JSON: entries for one group of a form that the person sees, and how many there are for the others.</summary>
[ForStaff]
public sealed class SearchModel(FormService forms, IndicatorLibrary library) : AppPage
{
    public async Task<IActionResult> OnGetAsync(string? q, string? group, Guid form, CancellationToken cancel)
    {
        if (await forms.FindAsync(form, Person, cancel) is not { } found || found.BudgetYear!.Template.FindGroup(group ?? "") is not { } place)
            return NotFound();
        var elsewhere = await library.ElsewhereAsync(q, place, found.BudgetYear.Template, found.Department!, cancel);
        var hits = await library.SearchAsync(q, place, found.Department!, cancel);
        return new JsonResult(new
        {
            Gap = LibraryEntry.Gap,
            Hits = hits.Select(hit => new { hit.Entry.Name, Value = hit.Entry.Skeleton, hit.Whose, hit.Entry.Explanation }),
            Elsewhere = elsewhere.Select(other => new { Group = other.Group.Key, other.Group.Label, other.Count }),
        });
    }
}
