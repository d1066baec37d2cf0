using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>检查: the table as it will print beside everything that the checks found, and 送审 when no error stands.</summary>
[ForStaff]
public sealed class CheckModel(FormService forms) : AppPage
{
    public TargetForm Form { get; private set; } = null!;
    public CheckReport Report { get; private set; } = null!;
    public OfficialSheet Sheet { get; private set; } = null!;
    public bool MaySubmit { get; private set; }
    public bool MayEdit { get; private set; }
    public bool IsSent => Form.Status is not (FormStatus.Draft or FormStatus.Returned or FormStatus.Deleted);

    /// <summary>The status that 送审 leads to, in its word without 待.</summary>
    public string NextStep => FormTransitions.Target(Form, FormAction.Submit, Core.Organisations.Role.Filler, Form.BudgetYear!).Word().TrimStart('待');

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, long version, Guid operation, CancellationToken cancel)
    {
        try
        {
            await forms.ActAsync(new FormRequest(id, version, Operation.IdOf(operation)), FormAction.Submit, null, Person, cancel);
        }
        catch (SubmissionRefusedException refused)
        {
            return await AgainAsync(id, StatusCodes.Status400BadRequest, refused.Message, cancel);
        }
        catch (StaleFormException stale)
        {
            return await AgainAsync(id, StatusCodes.Status409Conflict, $"{stale.Message}下面是现在的内容，请看过以后再送审。", cancel);
        }
        var sent = await forms.FindAsync(id, Person, cancel);
        Note($"已送审，现在是“{sent!.Status.Word()}”。");
        return Redirect($"/forms/{id}");
    }

    private async Task<IActionResult> AgainAsync(Guid id, int status, string sentence, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, cancel);
        Response.StatusCode = status;
        this.ShowProblems([new Problem(null, sentence)]);
        return Page();
    }

    private async Task ShowAsync(TargetForm form, CancellationToken cancel)
    {
        var template = form.BudgetYear!.Template;
        (Form, Report) = (form, await forms.CheckAsync(form, cancel));
        Sheet = OfficialSheet.Of(form.Content, template, form.Year, Report.Findings);
        var permitted = forms.PermittedActions(form, Person);
        (MaySubmit, MayEdit) = (permitted.ContainsKey(FormAction.Submit), permitted.ContainsKey(FormAction.Save));
    }
}
