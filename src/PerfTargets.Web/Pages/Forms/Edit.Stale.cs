using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What becomes of a post from a page that the form has left behind.</summary>
public sealed partial class EditModel
{
    private const string LookAction = "look";

    /// <summary>So many places are named in one sentence.</summary>
    private const int Named = 5;

    private async Task<IActionResult> StaleAsync(Guid id, PostedForm posted, CancellationToken cancel)
    {
        if (await forms.FindAsync(id, Person, cancel) is not { } now)
            return NotFound();
        if (!forms.PermittedActions(now, Person).ContainsKey(FormAction.Save))
            return await KeepTypedAsync(now, posted, cancel);
        posted = posted with { Typed = RowChange.WithoutLoneBlanks(posted.Typed) };
        if (await forms.WasSavedAsync(posted.SecondRequest(now), Person, cancel))
            return await AfterAsync(id, posted, await ChangeAsync(now, posted with { OperationId = posted.SecondOperationId }, cancel), null, SavedWith(posted, now), cancel);
        var asking = RowChange.AsTyped(posted);
        var questions = asking.Questions(now);
        if (questions.Count == 0)
            return await NothingToAskAsync(now, posted, cancel);
        posted = asking;
        await ShowAsync(now, posted.Typed, now.Version, posted.ShowsBlanks, [], posted.Removed, cancel);
        Shown = posted.Shown;
        Conflict = new FormConflict(
            posted.Typed, posted.Explained, questions, posted.Choices, now.WasUpdatedBy(Person) ? null : now.UpdatedBy, calendar.ToLocal(now.UpdatedAt), ChangedElsewhere(posted, now), RowChange.Word(posted.Action));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The form has changed, but not where the person typed: what was typed and the button go on with the form as it now stands.</summary>
    private async Task<IActionResult> NothingToAskAsync(TargetForm now, PostedForm posted, CancellationToken cancel)
    {
        var template = now.BudgetYear!.Template;
        // A row that others have deleted too is brought back by the same 撤销.
        var removed = RowChange.AsTyped(posted).Removed;
        var merged = posted with { Version = now.Version, OperationId = posted.SecondOperationId, Typed = posted.Resolve(now), Removed = removed };
        var change = await ChangeAsync(now, merged, cancel);
        if (!FormDiff.Between(now.Content, change.Content, template).IsEmpty || !change.Content.Unconfirmed.SequenceEqual(now.Content.Unconfirmed))
        {
            try
            {
                return await SaveAsync(now, merged, SavedWith(posted, now), cancel);
            }
            catch (StaleFormException)
            {
                // Yet another has saved between: the same once more, from what was posted.
                return await StaleAsync(now.Id, posted, cancel);
            }
        }
        if (RowChange.Word(posted.Action) is not null)
            return await AfterAsync(now.Id, merged, change, null, null, cancel);
        NoteSaved();
        Note(!WasSaved(now) || FormMerge.Questions(posted.Typed, now.Content, template, ShownTexts.Unknown).Count == 0
            ? "这份目标表已经保存过，内容与您填写的相同。"
            : $"这份目标表在您打开之后由{Saver(now)}保存过；您没有改动的地方，现在是那时保存的内容。{ChangedElsewhere(posted, now)}");
        return await StayAsync(now.Id, posted, posted.Removed, null, cancel);
    }

    /// <summary>The last change was a text, and not only the way up and back again.</summary>
    private static bool WasSaved(TargetForm form) => form.LastAction is null || form.UpdatedAt != form.StatusSince;

    private string SavedWith(PostedForm posted, TargetForm now) =>
        $"{(WasSaved(now) ? $"草稿已保存，并与{Saver(now)}保存的内容合并。" : "草稿已保存。")}{ChangedElsewhere(posted, now)}";

    /// <summary>
    /// What stood on the page and does so no more, as it was changed elsewhere since, where nothing is asked: whoever wrote it is to know. By whom each
    /// place was changed nobody can say, as several may have saved. Null where nothing was.
    /// </summary>
    private static string? ChangedElsewhere(PostedForm posted, TargetForm now)
    {
        posted = RowChange.AsTyped(posted);
        var asked = posted.Questions(now).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        // As if they were the ones to be asked.
        var gone = FormMerge.Typed(now.Content, posted.Typed, now.BudgetYear!.Template, posted.Shown)
            .Where(place => !asked.Contains(place.Key) && !string.IsNullOrEmpty(place.Theirs)).ToList();
        return gone.Count == 0 ? null
            : $"您打开本页以后，有 {gone.Count} 处在别处作了修改：{string.Join('、', gone.Take(Named).Select(Was))}{(gone.Count > Named ? "等" : null)}。";

        static string Was(MergeQuestion place) => $"{place.Label}（{(place.Mine is null ? "已删除，" : null)}原来是“{Quoted.Short(place.Theirs!)}”）";
    }

    private string Saver(TargetForm now) => now.WasUpdatedBy(Person) ? "您在别处" : now.UpdatedBy;

    /// <summary>
    /// 查看: what a browser has kept of an earlier visit, which this post never saves. Where the form has come back meanwhile, the editor offers it.
    /// </summary>
    private async Task<IActionResult> LookAsync(TargetForm form, PostedForm posted, CancellationToken cancel) =>
        forms.PermittedActions(form, Person).ContainsKey(FormAction.Save) ? Redirect($"/forms/{form.Id}/edit") : await KeepTypedAsync(form, posted, cancel);

    /// <summary>The form can be saved no more, but what was typed stays on the page to be copied.</summary>
    private async Task<IActionResult> KeepTypedAsync(TargetForm form, PostedForm posted, CancellationToken cancel)
    {
        (Form, MovedOn) = (form, await MovedOnAsync(form, posted, isOnPage: false, cancel));
        this.ShowProblems([new Problem(null, MovedOn.Sentence)], "没有保存");
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <param name="isOnPage">What was typed stands on the page from which it can be saved once the form has come back.</param>
    private async Task<MovedOn> MovedOnAsync(TargetForm form, PostedForm posted, bool isOnPage, CancellationToken cancel)
    {
        posted = posted with { Typed = RowChange.WithoutLoneBlanks(posted.Typed) };
        var last = (await history.EventsAsync(form.Id, cancel))[0];
        var mayWithdraw = forms.PermittedActions(form, Person).ContainsKey(FormAction.Withdraw);
        return MovedOn.Of(form, last, Local(last.At), Person, mayWithdraw, isOnPage, posted.Unsaved(form));
    }
}
