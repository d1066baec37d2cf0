using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>从指标库选: the entries for one group of a form, each with a button that adds it as a row.</summary>
[ForStaff]
public sealed class LibraryModel(FormService forms, IndicatorLibrary library) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public TargetForm Form { get; private set; } = null!;
    public IndicatorGroup Group { get; private set; } = null!;
    public IReadOnlyList<LibraryHit> Hits { get; private set; } = [];
    public IReadOnlyList<LibraryElsewhere> Elsewhere { get; private set; } = [];

    public string Path => PathOf(Group);

    public string PathOf(IndicatorGroup group) => $"/forms/{Form.Id}/library/{group.Key}";

    /// <summary>What the button of an entry posts: which it is, and this one use of it.</summary>
    public static string Pick(LibraryHit hit) => $"{hit.Id:N}:{Guid.CreateVersion7():N}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string group, CancellationToken cancel) =>
        await LoadAsync(group, cancel) ?? await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromRoute] string group, string? pick, CancellationToken cancel)
    {
        if (await LoadAsync(group, cancel) is { } elsewhere)
            return elsewhere;
        if ((pick ?? "").Split(':') is not [var picked, var operation] || !Guid.TryParse(picked, out var entryId) || !Guid.TryParse(operation, out var rowId) || rowId == Guid.Empty)
            return BadRequest();
        if (await library.FindAsync(entryId, Group, Form.DepartmentId, cancel) is not { } entry)
            return await RefuseAsync("这条指标刚被停用或修改，没有加入目标表，请重新选择。", StatusCodes.Status400BadRequest, cancel);
        var change = RowChange.Insert(Form.Content, new IndicatorRow(rowId, Group.Key, entry.Name, entry.Skeleton));
        // A second press of the same button finds its row there.
        if (Form.Content.Indicators.Any(row => row.Id == rowId))
            return Redirect($"/forms/{FormId}/edit#{change.Anchor}");
        try
        {
            await forms.SaveAsync(new FormRequest(FormId, Form.Version, rowId), change.Content, Person, cancel);
        }
        catch (ContentRefusedException refused)
        {
            return await RefuseAsync(string.Join('；', refused.Violations.Select(one => one.Message)) + "。", StatusCodes.Status400BadRequest, cancel);
        }
        catch (StaleFormException)
        {
            return await RefuseAsync("这份目标表刚刚又被修改，指标没有加入，请再选一次。", StatusCodes.Status409Conflict, cancel);
        }
        return Redirect($"/forms/{FormId}/edit#{change.Anchor}");
    }

    /// <returns>Where else the person is to go; null when all is there.</returns>
    private async Task<IActionResult?> LoadAsync(string group, CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form || form.BudgetYear!.Template.FindGroup(group) is not { } found)
            return NotFound();
        (Form, Group) = (form, found);
        return forms.PermittedActions(form, Person).ContainsKey(FormAction.Save) ? null : Redirect($"/forms/{FormId}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Hits = await library.SearchAsync(Q, Group, Form.Department!, cancel);
        Elsewhere = await library.ElsewhereAsync(Q, Group, Form.BudgetYear!.Template, Form.Department!, cancel);
        return Page();
    }

    private Task<IActionResult> RefuseAsync(string sentence, int status, CancellationToken cancel)
    {
        this.ShowProblems([new Problem(null, sentence)]);
        Response.StatusCode = status;
        return ShowAsync(cancel);
    }
}
