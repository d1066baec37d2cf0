using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Where a button's page does not come, one goes on with this one.</summary>
public sealed class StayingTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Final = "后来改定的总体目标。";

    [Fact]
    public async Task Where_the_page_of_a_button_was_stopped_one_types_and_saves_on()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        clerk.Forgive("ERR_ABORTED");
        await clerk.Page.RouteAsync(Saving, async route =>
        {
            if (route.Request.IsNavigationRequest)
                await route.AbortAsync("aborted");
            else
                await route.ContinueAsync();
        });

        await edit.TypeGoalAsync(Goal);
        var gone = clerk.Page.WaitForRequestAsync(request => request.IsNavigationRequest);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).First.ClickAsync();
        await gone;
        await clerk.Page.Clock.RunForAsync(20_000);
        await edit.TypePeriodAsync("2 年");
        await clerk.Page.Clock.ResumeAsync();
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal((Goal, "2 年"), (await StoredGoalAsync(), (await Office.StoredAsync()).ProjectPeriod));
    }

    [Fact]
    public async Task A_page_that_has_not_come_when_one_can_type_again_comes_no_more()
    {
        var (clerk, edit) = await EditAsync(isShared: true);
        clerk.Forgive("ERR_ABORTED");
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await StaysOnAsync(clerk, "F9");
        edit = await OpenAsync(clerk);
        await clerk.Page.RouteAsync(Saving, async route =>
        {
            if (route.Request.IsNavigationRequest)
            {
                asked.SetResult();
                await answer.Task;
            }
            await route.ContinueAsync();
        });

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.EvaluateAsync("() => document.querySelector('.page-head button[value=save]').click()");
        await asked.Task;
        await clerk.Page.Keyboard.PressAsync("F9");
        Assert.Contains("服务器没有回答，页面没有打开", string.Concat(await new SheetPage(clerk).Notices.AllInnerTextsAsync()), StringComparison.Ordinal);
        await edit.TypePeriodAsync("2 年");
        answer.SetResult();
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal("2 年", await edit.PeriodAsync());
        Assert.Equal((Goal, "2 年"), (await StoredGoalAsync(), (await Office.StoredAsync()).ProjectPeriod));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_page_that_did_not_come_the_text_is_this_pages_alone_whether_the_server_took_the_post_or_not(bool isTaken)
    {
        var (clerk, edit) = await EditAsync();
        clerk.Forgive("ERR_ABORTED");
        var (posts, asked, answer) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        await StaysOnAsync(clerk, "F9");
        edit = await OpenAsync(clerk);
        await clerk.Page.RouteAsync(Saving, async route =>
        {
            if (route.Request is not { IsNavigationRequest: true, Method: "POST" } || Interlocked.Increment(ref posts) > 1)
            {
                await route.ContinueAsync();
                return;
            }
            if (isTaken)
                await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            asked.SetResult();
            await answer.Task;
            await route.AbortAsync("aborted");
        });

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.EvaluateAsync("() => document.querySelector('.page-head button[value=save]').click()");
        await asked.Task;
        await clerk.Page.Keyboard.PressAsync("F9");
        await new KeptDrafts(clerk).KeepsAsync(Goal);
        answer.SetResult();
        await edit.TypeGoalAsync(Final);
        await new KeptDrafts(clerk).KeepsAsync(Final);
        Assert.Single(await new KeptDrafts(clerk).KeysAsync());
        await edit.SaysAsync("✓ 已保存");

        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
        Assert.Equal(Final, await StoredGoalAsync());

        await edit.TypePeriodAsync("2 年");
        await edit.SaveAsync();

        Assert.Equal("草稿已保存。", await edit.NoteAsync());
        Assert.Equal((Final, "2 年"), (await StoredGoalAsync(), (await Office.StoredAsync()).ProjectPeriod));
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    [Fact]
    public async Task What_the_given_up_post_has_saved_is_not_called_another_windows()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        clerk.Forgive("ERR_ABORTED");
        var taken = new TaskCompletionSource();
        await clerk.Page.RouteAsync(Saving, async route =>
        {
            if (!route.Request.IsNavigationRequest)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            await route.AbortAsync("aborted");
            taken.SetResult();
        });

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).First.ClickAsync();
        await taken.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken);
        Assert.Equal(Goal, await StoredGoalAsync());
        await clerk.Page.Clock.RunForAsync(20_000);
        await edit.SaysAsync("页面没有打开");
        await clerk.Page.Clock.RunForAsync(3_000);
        await edit.SaysAsync("✓ 已保存");

        Assert.DoesNotContain("合并", await edit.SavedAsync(), StringComparison.Ordinal);
        await edit.TypePeriodAsync("2 年");
        await clerk.Page.Clock.RunForAsync(3_000);
        await edit.SaysAsync("✓ 已保存");
        Assert.Equal((Goal, "2 年"), (await StoredGoalAsync(), (await Office.StoredAsync()).ProjectPeriod));
    }

    /// <summary>No script can be sent to a page that is leaving: what it does after 20 seconds it does on this key, from the next page on.</summary>
    private static async Task StaysOnAsync(Person person, string key) => await person.Page.AddInitScriptAsync(
        $$"""
        const { setTimeout } = window;
        window.setTimeout = (act, delay, ...rest) => delay === 20000
          ? addEventListener("keydown", (event) => { if (event.key === "{{key}}") act(); }, true)
          : setTimeout(act, delay, ...rest);
        """);
}
