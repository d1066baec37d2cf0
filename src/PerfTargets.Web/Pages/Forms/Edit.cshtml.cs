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

    /// <summary>What a post from this page is to be compared with, to tell what was typed.</summary>
    public ShownTexts Shown { get; private set; } = ShownTexts.Unknown;

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
        return await SaveAsync(form, PostedForm.Read(Request.Form, form.Content, form.BudgetYear!.Template), isSecond: false, cancel);
    }

    /// <param name="isSecond">The button's act, on a form that had changed but not where the person typed.</param>
    private async Task<IActionResult> SaveAsync(TargetForm form, PostedForm posted, bool isSecond, CancellationToken cancel)
    {
        var id = form.Id;
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
        catch (StaleFormException) when (isSecond)
        {
            Note("这份目标表刚刚又被修改，您按的按钮没有进行，请看过以后再按一次。");
            return Redirect($"/forms/{id}/edit");
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
        posted = posted with { Typed = RowChange.WithoutLoneBlanks(posted.Typed) };
        var questions = posted.Questions(now);
        if (questions.Count == 0)
            return await NothingToAskAsync(now, posted, stale, cancel);
        await ShowAsync(now, posted.Typed, now.Version, posted.ShowsBlanks, null, [], cancel);
        Shown = posted.Shown;
        Conflict = new FormConflict(
            posted.Typed, questions, posted.Choices, stale.ChangedBy, calendar.ToLocal(stale.ChangedAt), RowChange.Word(posted.Action));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The form has changed, but nowhere that the person typed: the button does to it as it now stands what it would have done.</summary>
    private async Task<IActionResult> NothingToAskAsync(TargetForm now, PostedForm posted, StaleFormException stale, CancellationToken cancel)
    {
        var template = now.BudgetYear!.Template;
        var merged = posted with { Version = now.Version, OperationId = posted.SecondOperationId, Typed = posted.Resolve(now) };
        var change = RowChange.Of(merged, merged.OperationId);
        if (!FormDiff.Between(now.Content, change.Content, template).IsEmpty)
            return await SaveAsync(now, merged, isSecond: true, cancel);
        if (RowChange.Word(posted.Action) is not null)
            return After(now.Id, merged, change);
        Note(FormMerge.Questions(posted.Typed, now.Content, template, ShownTexts.Unknown).Count == 0
            ? "这份目标表已经保存过，内容与您填写的相同。"
            : $"这份目标表在您打开之后由{stale.ChangedBy}保存过；您没有改动的地方，现在是对方保存的内容。");
        return Redirect($"/forms/{now.Id}/edit");
    }

    /// <summary>The form can be saved no more, but what was typed stays on the page to be copied.</summary>
    private async Task<IActionResult> KeepTypedAsync(TargetForm form, PostedForm posted, ActionNotPermittedException refused, CancellationToken cancel)
    {
        await ShowAsync(form, posted.Typed, posted.Version, posted.ShowsBlanks, null, [], cancel);
        Shown = posted.Shown;
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
        Shown = ShownTexts.Of(form.Content, Template);
        Report = FormChecks.Run(new CheckContext(content, Template, form.Year));
        Sheet = new FormSheet(content, Template, Report.Findings, violations, showBlanks) { Focus = focus };
        if (form.Status == FormStatus.Returned)
            LastReturn = await history.LastReturnAsync(form.Id, cancel);
    }
}
