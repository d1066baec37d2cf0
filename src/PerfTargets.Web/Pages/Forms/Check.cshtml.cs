using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// 检查: the table as it will print beside everything that the checks found, and 送审 when nothing stands against it. 填写说明 can be written and corrections
/// taken here too: its one form posts them with every button.
/// </summary>
[ForStaff]
public sealed class CheckModel(FormService forms, LocalCalendar calendar) : FormPage
{
    public const string Save = "save";
    public const string Submit = "submit";

    /// <summary>返回填报, to the place behind the colon.</summary>
    public const string Edit = "edit";

    public TargetForm Form { get; private set; } = null!;

    /// <summary>Null where the page asks first which text shall stand.</summary>
    public FindingList? Findings { get; private set; }

    public OfficialSheet Sheet { get; private set; } = null!;
    public ShownTexts Shown { get; private set; } = ShownTexts.Unknown;

    /// <summary>Someone else has written 填写说明 of the same warnings; the page asks which shall stand.</summary>
    public ConflictPage? Conflict { get; private set; }

    /// <summary>What was written beside the warnings was refused and is nowhere but on the page.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>What 撤销 beside the note puts back.</summary>
    public Reversal? Reversal { get; private set; }

    public bool MaySubmit { get; private set; }
    public bool MayEdit { get; private set; }
    public bool IsSent => Form.Status is not (FormStatus.Draft or FormStatus.Returned or FormStatus.Deleted);

    /// <summary>The editor, which speaks of what is not filled in as of errors.</summary>
    public string EditPath => EditPathOf(Form);

    /// <summary>Why 送审 would be refused; none when it would not.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    /// <summary>The place to be mended first, where the editor is needed.</summary>
    public string FirstObstacle => Findings is { Report.Errors: [var first, ..] } ? first.Place.Anchor : FormNotes.AnchorOf(FormNotes.Unconfirmed(Form.Content)[0]);

    /// <summary>What stands against 送审 can be mended in the editor only.</summary>
    public bool NeedsEditor => Findings is { Report.Errors.Count: > 0 } || Form.Content.Unconfirmed.Count > 0;

    /// <summary>The status that 送审 leads to, in its word without 待.</summary>
    public string NextStep => FormTransitions.Target(Form, FormAction.Submit, Core.Organisations.Role.Filler, Form.BudgetYear!).Word().TrimStart('待');

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, form.Content, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        var posted = PostedForm.Read(Request.Form, form);
        try
        {
            return posted.IsResolution || posted.Action is Save or Edit or CorrectionChange.One or CorrectionChange.All or ReasonReuse.Action or Reversal.Action ? await SaveAsync(form, posted, cancel) : await SubmitAsync(posted, cancel);
        }
        catch (ContentRefusedException refused)
        {
            return await AgainAsync(posted, StatusCodes.Status400BadRequest, refused.Violations.Select(one => new Problem(one.Place.Anchor, one.Message + "。")), cancel);
        }
        catch (SubmissionRefusedException refused)
        {
            return await AgainAsync(posted, StatusCodes.Status400BadRequest, [new Problem(null, refused.Message), .. refused.Obstacles.Select(ProblemOf)], cancel);
        }
        catch (RequestRefusedException refused)
        {
            return await AgainAsync(posted, StatusCodes.Status400BadRequest, [new Problem(null, refused.Message)], cancel);
        }
        catch (ActionNotPermittedException refused)
        {
            return await AgainAsync(posted, StatusCodes.Status403Forbidden, [new Problem(null, refused.Message), .. Unsaved(form, posted)], cancel);
        }
        catch (StaleFormException stale)
        {
            return await StaleAsync(posted, stale, cancel);
        }
    }

    private async Task<IActionResult> SaveAsync(TargetForm form, PostedForm posted, CancellationToken cancel)
    {
        var back = posted.Action == Edit ? $"{EditPathOf(form)}{(posted.Target.Length > 0 ? "#" + Uri.EscapeDataString(posted.Target) : null)}" : null;
        if (back is not null && !posted.HasTypedReasons)
            return Redirect(back);
        if (Reversal.IsOffered(posted.Action) && await forms.WasSavedAsync(posted.Request(form.Id), Person, cancel))
            return Redirect($"/forms/{form.Id}/check");
        var change = CorrectionChange.Chosen(posted) is { } chosen
            ? CorrectionChange.Of(posted, await forms.CorrectAsync(form, posted.Typed, chosen, cancel))
            : RowChange.Of(posted.IsResolution ? posted with { Typed = posted.Resolve(form) } : posted, posted.OperationId);
        Reversal = Reversal.Of(form, posted, change);
        await forms.SaveAsync(posted.Request(form.Id) with { Reopened = change.Reopened }, change.Content, Person, cancel);
        Note(change.Said ?? (posted.IsResolution ? posted.ResolvedNote : "填写说明已保存。"));
        if (Reversal is not null && await forms.FindAsync(form.Id, Person, cancel) is { } now)
        {
            await ShowAsync(now, now.Content, cancel);
            return Page();
        }
        return Redirect(back ?? $"/forms/{form.Id}/check{(posted.Action == ReasonReuse.Action && change.Anchor is { } field ? "#" + field : null)}");
    }

    /// <summary>What was written beside the warnings goes up with the form.</summary>
    private async Task<IActionResult> SubmitAsync(PostedForm posted, CancellationToken cancel)
    {
        var request = posted.Request(FormId);
        if (posted.HasTypedReasons)
        {
            await forms.SaveAsync(request with { OperationId = posted.SecondOperationId }, posted.Typed, Person, cancel);
            request = request with { Version = posted.Version + 1 };
        }
        await forms.ActAsync(request, FormAction.Submit, null, Person, cancel);
        var sent = await forms.FindAsync(FormId, Person, cancel);
        Note($"已送审，现在是“{sent!.Status.Word()}”。");
        return Redirect($"/forms/{FormId}");
    }

    private async Task<IActionResult> StaleAsync(PostedForm posted, StaleFormException stale, CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } now)
            return NotFound();
        var pressed = posted.Action == Save ? "保存填写说明" : posted.Action == Edit ? "返回填报" : RowChange.Word(posted.Action) ?? FormAction.Submit.Word();
        var questions = posted.Questions(now);
        if (questions.Count == 0)
        {
            var sentence = $"{stale.Message}您按的“{pressed}”没有进行；下面是现在的内容，请看过以后再按。{(posted.HasTypedReasons ? "您写的说明还在下面，没有保存。" : null)}";
            return await AgainAsync(posted, StatusCodes.Status409Conflict, [new Problem(null, sentence)], cancel);
        }
        Form = now;
        Conflict = new ConflictPage($"/forms/{FormId}/check", false, Person.Id, now, now.Version, posted.Shown, [], new FormConflict(
            posted.Typed, posted.Explained, questions, posted.Choices, now.WasUpdatedBy(Person) ? null : now.UpdatedBy, calendar.ToLocal(now.UpdatedAt), null,
            posted.IsResolution || posted.Action == Save ? null : pressed));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The page again, with what was written on it.</summary>
    private async Task<IActionResult> AgainAsync(PostedForm posted, int status, IEnumerable<Problem> problems, CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, posted.Resolve(form), cancel);
        IsUnsaved = posted.HasTypedReasons;
        Response.StatusCode = status;
        this.ShowProblems(problems);
        return Page();
    }

    private static string EditPathOf(TargetForm form) => $"/forms/{form.Id}/edit?checked=1";

    private static Problem ProblemOf(Finding finding) =>
        new(finding.LacksReason ? FindingList.ReasonOf(finding).Anchor : finding.Place.Anchor, $"{finding.Message}{(finding.LacksReason ? "（须填写说明）" : null)}");

    /// <summary>To be copied: the form can be saved no more.</summary>
    private static IEnumerable<Problem> Unsaved(TargetForm form, PostedForm posted) => posted.Unsaved(form)
        .Where(question => !string.IsNullOrEmpty(question.Mine)).Select(question => new Problem(null, $"{question.Label}没有保存，您写的是“{question.Mine}”"));

    private async Task ShowAsync(TargetForm form, FormContent content, CancellationToken cancel)
    {
        var template = form.BudgetYear!.Template;
        var permitted = forms.PermittedActions(form, Person);
        (MaySubmit, MayEdit) = (permitted.ContainsKey(FormAction.Submit), permitted.ContainsKey(FormAction.Save));
        (Form, Shown) = (form, ShownTexts.Of(form.Content, template));
        var report = await forms.CheckAsync(form, MayEdit ? content : form.Content, cancel);
        Findings = new FindingList(report, MayEdit ? EditPath + "#" : "#") { FormId = MaySubmit ? "submit" : null, Reasons = MayEdit ? content.Reasons : [] };
        Refusals = [.. new[] { report.Refusal, Unconfirmed.RefusalOf(form.Content) }.OfType<string>()];
        Sheet = OfficialSheet.Of(form.Content, template, form.Year, report.OfForm);
    }
}
