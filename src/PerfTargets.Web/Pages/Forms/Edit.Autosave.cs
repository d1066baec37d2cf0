using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// 自动保存, as the editor's script asks for it: the same post as by a button, answered in a few words of JSON. What it cannot settle is left to
/// the button, which has pages for it.
/// </summary>
public sealed partial class EditModel
{
    private async Task<IActionResult> AutosaveAsync(TargetForm form, PostedForm posted, CancellationToken cancel)
    {
        var content = RowChange.WithoutLoneBlanks(posted.Typed);
        try
        {
            await forms.SaveAsync(posted.Request(form.Id), content, Person, cancel);
        }
        catch (ContentRefusedException refused)
        {
            return Answer(StatusCodes.Status400BadRequest, AutosaveAnswer.Refused(refused.Violations));
        }
        catch (ActionNotPermittedException)
        {
            return await AutosaveMovedOnAsync(form, posted, cancel);
        }
        catch (StaleFormException)
        {
            return await AutosaveStaleAsync(form.Id, posted, cancel);
        }
        // The version of this very save, also where an answer was lost and somebody else has saved since: the next save will tell.
        return Answer(StatusCodes.Status200OK, AutosaveAnswer.Saved(posted.Version + 1, ShownTexts.Of(content, form.BudgetYear!.Template), calendar.ToLocal(form.UpdatedAt)));
    }

    /// <summary>Where nobody else has typed in the same places, both texts are saved; otherwise the person is asked, by the button.</summary>
    private async Task<IActionResult> AutosaveStaleAsync(Guid id, PostedForm posted, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } now)
            return NotFound();
        if (!forms.PermittedActions(now, Person).ContainsKey(FormAction.Save))
            return await AutosaveMovedOnAsync(now, posted, cancel);
        posted = posted with { Typed = RowChange.WithoutLoneBlanks(posted.Typed) };
        // A post that was given up may have been carried out all the same: then nothing of anybody else has come to what was typed.
        var saver = WasSaved(now) && !FormDiff.Between(now.Content, posted.Typed, now.BudgetYear!.Template).IsEmpty ? Saver(now) : null;
        var (shown, changed) = (ShownTexts.Of(posted.Typed, now.BudgetYear!.Template), ChangedElsewhere(posted, now));
        if (await forms.WasSavedAsync(posted.SecondRequest(now), Person, cancel))
            return Answer(StatusCodes.Status200OK, AutosaveAnswer.Merged(shown, saver, changed, calendar.ToLocal(now.UpdatedAt)));
        if (posted.Questions(now).Count is > 0 and var count)
            return Answer(StatusCodes.Status409Conflict, AutosaveAnswer.Conflict(Saver(now), calendar.ToLocal(now.UpdatedAt), count));
        var merged = posted.Resolve(now);
        if (!FormDiff.Between(now.Content, merged, now.BudgetYear!.Template).IsEmpty)
        {
            try
            {
                await forms.SaveAsync(posted.SecondRequest(now), merged, Person, cancel);
            }
            catch (StaleFormException again)
            {
                return Answer(StatusCodes.Status409Conflict, AutosaveAnswer.Again(again.ChangedBy));
            }
            catch (ContentRefusedException refused)
            {
                return Answer(StatusCodes.Status400BadRequest, AutosaveAnswer.Refused(refused.Violations));
            }
        }
        return Answer(StatusCodes.Status200OK, AutosaveAnswer.Merged(shown, saver, changed, calendar.ToLocal(now.UpdatedAt)));
    }

    private async Task<IActionResult> AutosaveMovedOnAsync(TargetForm form, PostedForm posted, CancellationToken cancel) =>
        Answer(StatusCodes.Status403Forbidden, AutosaveAnswer.MovedOn((await MovedOnAsync(form, posted, isOnPage: true, cancel)).Sentence));

    private static JsonResult Answer(int status, AutosaveAnswer answer) => new(answer) { StatusCode = status };
}

/// <summary>What became of an 自动保存.</summary>
/// <param name="State">One of the words in the factories.</param>
/// <param name="Shown">What the page's next post is to be compared with (<see cref="ShownTexts"/>).</param>
/// <param name="Time">On the clock of the office.</param>
/// <param name="Problems">What is refused, each with the id of its field.</param>
public sealed record AutosaveAnswer(
    string State, long? Version = null, string? Shown = null, string? Time = null, string? By = null, int? Count = null, string? Sentence = null,
    IReadOnlyList<Infrastructure.Problem>? Problems = null)
{
    public const string Action = "autosave";

    /// <summary>The form is in other hands now.</summary>
    /// <param name="sentence">What happened, and what to do.</param>
    public static AutosaveAnswer MovedOn(string sentence) => new("moved-on", Sentence: sentence);

    public static AutosaveAnswer Saved(long version, ShownTexts shown, DateTime at) => new("saved", version, shown.Pack(), Clock(at));

    /// <summary>Saved together with what another has saved; the page is to fetch what stands there now.</summary>
    /// <param name="shown">Of what was posted: where something else stands now, the person has not seen it before they typed on.</param>
    /// <param name="by">Null where nothing of theirs has come to what was typed: the form has only been moved, up and back again, or this very text was saved before.</param>
    /// <param name="changed">The sentence of what stood on the page and does so no more.</param>
    public static AutosaveAnswer Merged(ShownTexts shown, string? by, string? changed, DateTime at) =>
        new("merged", Shown: shown.Pack(), Time: Clock(at), By: by, Sentence: changed);

    public static AutosaveAnswer Conflict(string by, DateTime at, int count) => new("conflict", Time: Clock(at), By: by, Count: count);

    /// <summary>Two others at once: the same post may be sent again.</summary>
    public static AutosaveAnswer Again(string by) => new("again", By: by);

    public static AutosaveAnswer Refused(IEnumerable<DraftViolation> violations) =>
        new("refused", Problems: [.. violations.Select(one => new Infrastructure.Problem(one.Place.Anchor, one.Message + "。"))]);

    private static string Clock(DateTime local) => local.ToString("HH:mm", null);
}
