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
public sealed class EditModel(FormService forms, FormHistory history, LocalCalendar calendar) : AppPage
{
    private const string RemovedKey = "Removed";

    public TargetForm Form { get; private set; } = null!;
    public FormSheet Sheet { get; private set; } = null!;

    /// <summary>What is said of the content. What is only not filled in yet belongs to it once 检查 was asked for, and stands apart until then.</summary>
    public CheckReport Report { get; private set; } = null!;

    public IReadOnlyList<Finding> Unfilled { get; private set; } = [];
    public FormEvent? LastReturn { get; private set; }

    /// <summary>Someone else has changed the form; the page asks which text shall stand.</summary>
    public FormConflict? Conflict { get; private set; }

    /// <summary>The form is in other hands now; the page shows what was typed, to be copied.</summary>
    public MovedOn? MovedOn { get; private set; }

    public bool IsEditable => Conflict is null && MovedOn is null;

    /// <summary>What stands on the page was refused.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>The version that the fields on the page were made from.</summary>
    public long ShownVersion { get; private set; }

    /// <summary>What a post from this page is to be compared with, to tell what was typed.</summary>
    public ShownTexts Shown { get; private set; } = ShownTexts.Unknown;

    public bool ShowsBlanks { get; private set; }
    public FormTemplate Template => Form.BudgetYear!.Template;
    public IReadOnlyList<SectionProgress> Progress => FormProgress.Of(Sheet.Content, Template, Report.Errors, Unfilled);
    public string SavedAt => calendar.ToLocal(Form.UpdatedAt).ToString("HH:mm", null);
    public bool SavedToday => calendar.DayOf(Form.UpdatedAt) == calendar.Today;
    public string SavedOn => calendar.ToLocal(Form.UpdatedAt).ToString("M 月 d 日", null);

    /// <summary>Whose text stands here, when a colleague saved last; a reviewer who returned the form saved nothing.</summary>
    public string? SavedByOther => Form.UpdatedBy == Person.Name || Form.UpdatedAt == Form.StatusSince ? null : Form.UpdatedBy;

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("M 月 d 日 HH:mm", null);

    public async Task<IActionResult> OnGetAsync(Guid id, string? @checked, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        if (!forms.PermittedActions(form, Person).ContainsKey(FormAction.Save))
            return Redirect($"/forms/{id}");
        await ShowAsync(form, form.Content, form.Version, @checked == "1", [], RemovedRow.Unpack(TempData[RemovedKey], id), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } form)
            return NotFound();
        return await SaveAsync(form, PostedForm.Read(Request.Form, form), isSecond: false, cancel);
    }

    /// <param name="isSecond">The button's act, on a form that had changed but not where the person typed.</param>
    private async Task<IActionResult> SaveAsync(TargetForm form, PostedForm posted, bool isSecond, CancellationToken cancel)
    {
        var id = form.Id;
        var change = posted.IsResolution ? new RowChange(RowChange.WithoutLoneBlanks(posted.Resolve(form))) : RowChange.Of(id, posted, posted.OperationId);
        var enteredIn = posted.EnteredIn(form.Content, form.BudgetYear!.Template);
        try
        {
            await forms.SaveAsync(posted.Request(id), change.Content, Person, cancel);
        }
        catch (ContentRefusedException refused)
        {
            var content = posted.IsResolution ? change.Content : posted.Typed;
            await ShowAsync(form, content, posted.Version, posted.ShowsBlanks, refused.Violations, null, cancel);
            IsUnsaved = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            this.ShowProblems(refused.Violations.Select(one => new Problem(one.Place.Anchor, one.Message + "。")));
            return Page();
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
        catch (ActionNotPermittedException)
        {
            return await KeepTypedAsync(form, posted, cancel);
        }
        return After(id, posted, change, enteredIn);
    }

    private RedirectResult After(Guid id, PostedForm posted, RowChange change, string? enteredIn = null)
    {
        var edit = $"/forms/{id}/edit{(posted.ShowsBlanks ? "?checked=1" : "")}";
        switch (posted.Action)
        {
            case "check":
                return Redirect($"/forms/{id}/check");
            case "preview":
                return Redirect($"/forms/{id}");
            case "add" or "remove" or "undo" or "up" or "down" when change.Anchor is not null:
                TempData[RemovedKey] = change.Removed?.Pack();
                return Redirect($"{edit}#{change.Anchor}");
            default:
                Note(posted.IsResolution ? "已按您的选择合并并保存。" : "草稿已保存。");
                return Redirect(enteredIn is null ? edit : $"{edit}#{enteredIn}");
        }
    }

    private async Task<IActionResult> StaleAsync(Guid id, PostedForm posted, StaleFormException stale, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } now)
            return NotFound();
        if (!forms.PermittedActions(now, Person).ContainsKey(FormAction.Save))
            return await KeepTypedAsync(now, posted, cancel);
        posted = posted with { Typed = RowChange.WithoutLoneBlanks(posted.Typed) };
        var questions = posted.Questions(now);
        if (questions.Count == 0)
            return await NothingToAskAsync(now, posted, stale, cancel);
        await ShowAsync(now, posted.Typed, now.Version, posted.ShowsBlanks, [], null, cancel);
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
        var change = RowChange.Of(now.Id, merged, merged.OperationId);
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
    private async Task<IActionResult> KeepTypedAsync(TargetForm form, PostedForm posted, CancellationToken cancel)
    {
        posted = posted with { Typed = RowChange.WithoutLoneBlanks(posted.Typed) };
        var last = (await history.EventsAsync(form.Id, cancel))[0];
        var mayWithdraw = forms.PermittedActions(form, Person).ContainsKey(FormAction.Withdraw);
        Form = form;
        MovedOn = MovedOn.Of(form, last, Local(last.At), Person, mayWithdraw, posted.Questions(form));
        this.ShowProblems([new Problem(null, MovedOn.Sentence)], "没有保存");
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    private async Task ShowAsync(
        TargetForm form, FormContent content, long version, bool showBlanks, IReadOnlyList<DraftViolation> violations, RemovedRow? removed, CancellationToken cancel)
    {
        (Form, ShownVersion, ShowsBlanks) = (form, version, showBlanks);
        Shown = ShownTexts.Of(form.Content, Template);
        var report = forms.Check(form, content);
        var findings = violations.Select(one => new Finding("", FindingSeverity.Error, one.Place, one.Message)).Concat(report.Findings).ToList();
        Unfilled = showBlanks ? [] : findings.FindAll(finding => finding.IsUnfilled);
        Report = new CheckReport(showBlanks ? findings : findings.FindAll(finding => !finding.IsUnfilled), report.Undetermined);
        Sheet = new FormSheet(content, Template, form.Year, Report.Findings) { Removed = removed };
        if (form.Status == FormStatus.Returned)
            LastReturn = await history.LastReturnAsync(form.Id, cancel);
    }
}
