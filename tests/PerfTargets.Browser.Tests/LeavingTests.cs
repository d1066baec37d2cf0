using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Leaving with unsaved text asks first, and only then.</summary>
public sealed class LeavingTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Quantity = "数量指标";

    [Fact]
    public async Task Unsaved_text_is_not_left_unasked_and_saved_text_is()
    {
        var (clerk, edit) = await EditAsync();
        var asked = Asked(clerk);

        await edit.TypeGoalAsync(Goal);
        await clerk.OpenAsync("/forms");
        Assert.Equal(["beforeunload"], asked);
        await OpenAsync(clerk);
        await new KeptDrafts(clerk).DropAsync();
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("✓ 已保存");
        await clerk.OpenAsync("/forms");
        await OpenAsync(clerk);
        await edit.TypeGoalAsync(TheirGoal);
        await edit.SaveAsync();

        Assert.Equal(["beforeunload"], asked);
    }

    [Fact]
    public async Task Text_that_was_left_behind_is_not_shown_as_saved_when_the_browser_goes_back()
    {
        var (clerk, edit) = await EditAsync();
        var before = (await edit.GoalAsync(), await edit.NameAsync(Quantity));
        Asked(clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.TypeRowAsync(Quantity, "没有保存的指标", "1 户");
        await clerk.OpenAsync("/forms");
        await clerk.Page.GoBackAsync();

        await new KeptDrafts(clerk).OfferAsync();
        Assert.Equal(before, (await edit.GoalAsync(), await edit.NameAsync(Quantity)));
    }

    [Fact]
    public async Task What_is_typed_when_the_way_elsewhere_has_begun_is_kept()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await clerk.Page.RouteAsync("**/forms", async route =>
        {
            asked.SetResult();
            await answer.Task;
            await route.ContinueAsync();
        });

        await new SheetPage(clerk).Goal.FocusAsync();
        await clerk.GoOnAsync(async () =>
        {
            await clerk.Page.EvaluateAsync("() => { location.href = '/forms'; }");
            await asked.Task;
            await clerk.Page.Keyboard.TypeAsync(Goal);
            answer.SetResult();
        });

        await new KeptDrafts(clerk).KeepsAsync(Goal);
    }

    [Fact]
    public async Task Signing_out_over_text_that_cannot_be_saved_asks()
    {
        var (clerk, edit) = await EditAsync();
        var asked = Asked(clerk);
        await CutOffAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await clerk.GoOnAsync(() => edit.AnswerAsync("退出"));

        Assert.Equal(["beforeunload"], asked);
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    [Fact]
    public async Task Who_stays_after_all_instead_of_signing_out_has_the_text_kept_again()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        var asked = new TaskCompletionSource();
        clerk.Page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.SetResult();
        };
        await CutOffAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.AnswerAsync("退出");
        await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken);
        await new KeptDrafts(clerk).KeepsAsync(Goal);
        await clerk.Page.Clock.RunForAsync(20_000);

        await new KeptDrafts(clerk).KeepsAsync(Goal);
    }

    [Fact]
    public async Task A_choice_between_two_texts_is_not_left_unasked()
    {
        var (clerk, edit) = await EditAsync();
        var asked = Asked(clerk);
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        await edit.TypeGoalAsync(Goal);
        await edit.SaveAsync();

        await clerk.OpenAsync("/forms");

        Assert.Equal(["beforeunload"], asked);
    }
}
