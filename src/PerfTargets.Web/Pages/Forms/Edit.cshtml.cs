using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>填报: the whole form on one page. Every button posts the whole form, so that whatever was typed is saved with what the button does.</summary>
[ForStaff]
[RequestFormLimits(ValueCountLimit = PostedForm.MostValues)]
public sealed class EditModel(FormService forms, FormHistory history, LocalCalendar calendar) : AppPage
{
    public TargetForm Form { get; private set; } = null!;
    public FormSheet Sheet { get; private set; } = null!;
    public CheckReport Report { get; private set; } = null!;
    public FormEvent? LastReturn { get; private set; }

    /// <summary>Someone else has changed the form; the page asks which text shall stand.</summary>
    public FormConflict? Conflict { get; private set; }

    /// <summary>The version that the fields on the page were made from.</summary>
    public long ShownVersion { get; private set; }

    public bool ShowsBlanks { get; private set; }
    public FormTemplate Template => Form.BudgetYear!.Template;
    public IReadOnlyList<SectionProgress> Progress => FormProgress.Of(Sheet.Content, Template, Report.Findings);
    public string SavedAt => calendar.ToLocal(Form.UpdatedAt).ToString("HH:mm", null);
    public bool SavedToday => DateOnly.FromDateTime(calendar.ToLocal(Form.UpdatedAt)) == calendar.Today;
    public string SavedOn => calendar.ToLocal(Form.UpdatedAt).ToString("M 月 d 日", null);

    /// <summary>Whose text stands here, when a colleague saved last; a reviewer who returned the form saved nothing.</summary>
    public string? SavedByOther => Form.UpdatedBy == Person.Name || Form.UpdatedAt == Form.StatusSince ? null : Form.UpdatedBy;

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("M 月 d 日 HH:mm", null);

    public async Task<IActionResult> OnGetAsync(Guid id, string? at, string? @checked, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        if (!forms.PermittedActions(form, Person).ContainsKey(FormAction.Save))
            return Redirect($"/forms/{id}");
        await ShowAsync(form, form.Content, form.Version, @checked == "1", at, [], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        var posted = PostedForm.Read(Request.Form, form.Content, form.BudgetYear!.Template);
        var change = posted.IsResolution ? new RowChange(RowChange.WithoutLoneBlanks(posted.Resolve(form))) : RowChange.Of(posted, posted.OperationId);
        try
        {
            await forms.SaveAsync(posted.Request(id), change.Content, Person, cancel);
        }
        catch (ContentRefusedException refused)
        {
            var content = posted.IsResolution ? change.Content : posted.Typed;
            await ShowAsync(form, content, posted.Version, posted.ShowsBlanks, null, refused.Violations, cancel);
            return Refused(StatusCodes.Status400BadRequest, refused.Violations.Select(one => new Problem(one.Place.Anchor, one.Message + "。")));
        }
        catch (StaleFormException stale)
        {
            return await StaleAsync(id, posted, stale, cancel);
        }
        catch (ActionNotPermittedException refused)
        {
            return await KeepTypedAsync(form, posted, refused, cancel);
        }
        return After(id, posted, change);
    }

    private RedirectResult After(Guid id, PostedForm posted, RowChange change)
    {
        switch (posted.Action)
        {
            case "check":
                return Redirect($"/forms/{id}/check");
            case "preview":
                return Redirect($"/forms/{id}");
            case "add" or "remove" or "up" or "down" when change.Focus is not null:
                if (change.Message is not null)
                    Note(change.Message);
                var query = $"at={Uri.EscapeDataString(change.Focus)}{(posted.ShowsBlanks ? "&checked=1" : "")}";
                return Redirect($"/forms/{id}/edit?{query}#{change.Anchor}");
            default:
                Note(posted.IsResolution ? "已按您的选择合并并保存。" : "草稿已保存。");
                return Redirect($"/forms/{id}/edit{(posted.ShowsBlanks ? "?checked=1" : "")}");
        }
    }

    private async Task<IActionResult> StaleAsync(Guid id, PostedForm posted, StaleFormException stale, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } now)
            return NotFound();
        if (!forms.PermittedActions(now, Person).ContainsKey(FormAction.Save))
            return await KeepTypedAsync(now, posted, new ActionNotPermittedException(FormAction.Save, now.Status), cancel);
        var mine = RowChange.WithoutLoneBlanks(posted.Typed);
        var questions = FormMerge.Questions(mine, now.Content, now.BudgetYear!.Template);
        if (questions.Count == 0)
        {
            Note("这份目标表已经保存过，内容与您填写的相同。");
            return Redirect($"/forms/{id}/edit");
        }
        await ShowAsync(now, mine, now.Version, posted.ShowsBlanks, null, [], cancel);
        Conflict = new FormConflict(mine, questions, posted.Choices, stale.ChangedBy, calendar.ToLocal(stale.ChangedAt));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The form can be saved no more, but what was typed stays on the page to be copied.</summary>
    private async Task<IActionResult> KeepTypedAsync(TargetForm form, PostedForm posted, ActionNotPermittedException refused, CancellationToken cancel)
    {
        await ShowAsync(form, posted.Typed, posted.Version, posted.ShowsBlanks, null, [], cancel);
        return Refused(StatusCodes.Status403Forbidden, [new Problem(null, refused.Message + "您填写的文字仍在本页，可以复制。")]);
    }

    private PageResult Refused(int status, IEnumerable<Problem> problems)
    {
        Response.StatusCode = status;
        this.ShowProblems(problems);
        return Page();
    }

    private async Task ShowAsync(
        TargetForm form, FormContent content, long version, bool showBlanks, string? focus, IReadOnlyList<DraftViolation> violations, CancellationToken cancel)
    {
        (Form, ShownVersion, ShowsBlanks) = (form, version, showBlanks);
        Report = FormChecks.Run(new CheckContext(content, Template, form.Year));
        Sheet = new FormSheet(content, Template, Report.Findings, violations, showBlanks) { Focus = focus };
        if (form.Status == FormStatus.Returned)
            LastReturn = await history.LastReturnAsync(form.Id, cancel);
    }
}
