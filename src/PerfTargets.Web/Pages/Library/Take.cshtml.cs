using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Library;

/// <summary>纳入指标库: a bureau's people take rows of its approved forms into its library, several at once.</summary>
[ForRoles(Takers)]
public sealed class TakeModel(ApprovedRows approved) : AppPage
{
    /// <summary>What is approved has been reviewed: whoever of the bureau works with forms may take it.</summary>
    public const Role Takers = Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer;

    /// <summary>Only the rows of this form.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Form { get; set; }

    public ApprovedRowList List { get; private set; } = null!;
    public IReadOnlySet<string> Picked { get; private set; } = new HashSet<string>();
    public string Path => "/library/take" + (Form is { } form ? $"?form={form}" : "");

    public async Task OnGetAsync(CancellationToken cancel) => List = await approved.ListAsync(Person, Form, cancel);

    public async Task<IActionResult> OnPostAsync(string? action, List<string>? pick, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (action is "all" or "none")
        {
            Picked = action == "all" ? List.Rows.Select(row => row.Key).ToHashSet() : Picked;
            return Page();
        }
        if (pick is not { Count: > 0 })
        {
            this.ShowProblems([new Problem("choice", "还没有选择指标，请在要纳入的指标前打勾。")]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var taken = await approved.TakeAsync(pick, Person, cancel);
        var known = pick.Distinct().Count() - taken;
        Note($"已纳入 {taken} 条指标{(known > 0 ? $"，另 {known} 条指标库里已经有了" : null)}。以后填报时可以直接选用。");
        return LocalRedirect(Path);
    }
}
