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
public sealed partial class EditModel(FormService forms, FormHistory history, LocalCalendar calendar) : FormPage
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMinutes(10);

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

    /// <summary>What 撤销 beside the note puts back.</summary>
    public Reversal? Reversal { get; private set; }

    /// <summary>The project had a form last year.</summary>
    public bool HasLastYear { get; private set; }

    public IReadOnlyList<string> Unconfirmed => FormNotes.Unconfirmed(Sheet.Content);
    public FormTemplate Template => Form.BudgetYear!.Template;
    public IReadOnlyList<SectionProgress> Progress => FormProgress.Of(Sheet.Content, Template, [.. Report.Errors, .. Unfilled]);
    public string SavedAt => calendar.ToLocal(Form.UpdatedAt).ToString("HH:mm", null);
    public bool SavedToday => calendar.DayOf(Form.UpdatedAt) == calendar.Today;
    public string SavedOn => calendar.ToLocal(Form.UpdatedAt).ToString("M 月 d 日", null);

    /// <summary>Whose text stands here, when a colleague saved last; a reviewer who returned the form saved nothing.</summary>
    public string? SavedByOther => Form.WasUpdatedBy(Person) || Form.UpdatedAt == Form.StatusSince ? null : Form.UpdatedBy;

    /// <summary>Colleagues who saved a moment ago and may still be at it, each with the time.</summary>
    public IReadOnlyList<string> AlsoEditing { get; private set; } = [];

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("M 月 d 日 HH:mm", null);

    /// <summary>Without parameters, for which the framework would gather all that the request brings: no page is asked for as often.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        if (!forms.PermittedActions(form, Person).ContainsKey(FormAction.Save))
            return Redirect($"/forms/{FormId}");
        await ShowAsync(form, form.Content, form.Version, Request.Query["checked"] == "1", [], [], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        var posted = PostedForm.Read(Request.Form, form);
        return posted.Action switch
        {
            AutosaveAnswer.Action => await AutosaveAsync(form, posted, cancel),
            LookAction => await LookAsync(form, posted, cancel),
            _ => await SaveAsync(form, posted, second: null, cancel),
        };
    }

    /// <param name="second">What is said where this is the second attempt: the form had changed, but not where the person typed.</param>
    /// <exception cref="StaleFormException">And has changed again since that attempt began.</exception>
    private async Task<IActionResult> SaveAsync(TargetForm form, PostedForm posted, string? second, CancellationToken cancel)
    {
        var id = form.Id;
        // Asked for once more, a page that came as the answer to such a button has nothing left to change, and would say that nothing was done.
        if (Reversal.IsOffered(posted.Action) && await forms.WasSavedAsync(posted.Request(id), Person, cancel))
            return Redirect($"/forms/{id}/edit");
        var change = await ChangeAsync(form, posted.IsResolution ? posted with { Typed = posted.Resolve(form) } : posted, cancel);
        var enteredIn = posted.EnteredIn(form.Content, form.BudgetYear!.Template);
        try
        {
            await forms.SaveAsync(posted.Request(id) with { Reopened = change.Reopened }, change.Content, Person, cancel);
        }
        catch (ContentRefusedException refused)
        {
            var content = posted.IsResolution || posted.Action == "undo" ? change.Content : posted.Typed;
            await ShowAsync(form, content, posted.Version, posted.ShowsBlanks, refused.Violations, posted.Removed, cancel);
            IsUnsaved = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            this.ShowProblems(refused.Violations.Select(one => new Problem(one.Place.Anchor, one.Message + "。")));
            return Page();
        }
        catch (StaleFormException) when (second is null)
        {
            return await StaleAsync(id, posted, cancel);
        }
        catch (ActionNotPermittedException)
        {
            return await KeepTypedAsync(form, posted, cancel);
        }
        return await AfterAsync(id, posted, change, enteredIn, second, cancel);
    }

    /// <summary>What the button makes of what was typed.</summary>
    private async Task<RowChange> ChangeAsync(TargetForm form, PostedForm posted, CancellationToken cancel)
    {
        var change = CorrectionChange.Chosen(posted) is { } chosen
            ? CorrectionChange.Of(posted, await forms.CorrectAsync(form, posted.Typed, chosen, cancel))
            : RowChange.Of(posted, posted.OperationId);
        return change with { Reversal = Reversal.Of(form, posted, change) };
    }

    private async Task<IActionResult> AfterAsync(Guid id, PostedForm posted, RowChange change, string? enteredIn, string? second, CancellationToken cancel)
    {
        NoteSaved();
        if (second is not null)
            Note(second);
        if (posted.Action == "check")
            return Redirect($"/forms/{id}/check");
        if (posted.Action == "preview")
            return Redirect($"/forms/{id}");
        if (posted.Action == RowChange.Library)
        {
            Note(second ?? "草稿已保存。");
            return Redirect($"/forms/{id}/library/{Uri.EscapeDataString(posted.Target)}");
        }
        if (posted.Action == RowChange.LastYear)
            return Redirect($"/forms/{id}/last-year");
        Reversal = change.Reversal;
        if (change.Anchor is null)
            Note(change.Said + (posted.IsResolution ? posted.ResolvedNote : second ?? "草稿已保存。"));
        return await StayAsync(id, posted, change.Removed, change.Anchor ?? enteredIn, cancel);
    }

    /// <summary>The editor again. What 撤销 brings back rides along in the page, so that there is no redirect while there is any.</summary>
    private async Task<IActionResult> StayAsync(Guid id, PostedForm posted, IReadOnlyList<RemovedRow> removed, string? focus, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } now || (Reversal is null && removed.All(one => one.IsIn(now.Content))))
            return Redirect($"/forms/{id}/edit{(posted.ShowsBlanks ? "?checked=1" : "")}{(focus is null ? "" : "#" + focus)}");
        await ShowAsync(now, now.Content, now.Version, posted.ShowsBlanks, [], removed, cancel, focus);
        return Page();
    }

    private async Task ShowAsync(
        TargetForm form, FormContent content, long version, bool showBlanks, IReadOnlyList<DraftViolation> violations, IEnumerable<RemovedRow> removed, CancellationToken cancel,
        string? focus = null)
    {
        (Form, ShownVersion, ShowsBlanks) = (form, version, showBlanks);
        Shown = ShownTexts.Of(form.Content, Template);
        var (report, before) = await forms.CheckBesideLastYearAsync(form, content, Person, cancel);
        var findings = violations.Select(one => new Finding("", FindingSeverity.Error, one.Place, one.Message)).Concat(report.OfForm).ToList();
        Unfilled = showBlanks ? [] : findings.FindAll(finding => finding.IsUnfilled);
        Report = new CheckReport(showBlanks ? findings : findings.FindAll(finding => !finding.IsUnfilled), report.Undetermined);
        HasLastYear = before is not null;
        Sheet = new FormSheet(content, Template, form.Year, Report.Findings)
        {
            Removed = [.. removed.Where(one => !one.IsIn(content))],
            Focus = focus,
            Notes = FormNotes.Of(content, Template, form.Year, before?.Content),
        };
        if (calendar.Ago(AMoment) is var since && form.UpdatedAt > since)
            AlsoEditing = [.. from save in await history.SavedByOthersAsync(form.Id, since, Person, cancel) select $"{save.Name} {calendar.ToLocal(save.At):HH:mm}"];
        if (form.Status == FormStatus.Returned)
            LastReturn = await history.LastReturnAsync(form.Id, cancel);
    }
}
