using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Leaving with unsaved text asks first, and only then; no button leads away from the text to nowhere.</summary>
public sealed class LeavingTests(Chromium chromium) : DraftTest(chromium)
{
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
        var before = await edit.GoalAsync();
        Asked(clerk);

        await edit.TypeGoalAsync(Goal);
        await clerk.OpenAsync("/forms");
        await clerk.Page.GoBackAsync();

        await new KeptDrafts(clerk).OfferAsync();
        Assert.Equal(before, await edit.GoalAsync());
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
    public async Task A_button_pressed_while_the_server_is_away_stays_with_the_text()
    {
        var (clerk, edit) = await EditAsync();
        clerk.Forgive("ERR_CONNECTION_REFUSED");
        clerk.Forgive("ERR_CONNECTION_RESET");
        await County.StopAsync();

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
        await edit.SaysAsync("未能保存，文字仍在本页");
        County.StartAgain();
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
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

    /// <summary>What the browser asks; it is always answered with yes.</summary>
    private static List<string> Asked(Person person)
    {
        var asked = new List<string>();
        person.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        return asked;
    }
}
