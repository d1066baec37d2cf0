using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>A button leads away only for a server that answers, and from then on nothing can be typed that would be lost.</summary>
public sealed class LeavingByButtonTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Timeliness = "时效指标", NextSpring = "2024 年 3 月底前", Late = "晚于预算年度 2023 年", Why = "自治区资金 12 月下达，跨年兑现。";
    private const string Quantity = "数量指标";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_a_buttons_page_is_on_its_way_nothing_can_be_typed_that_would_be_lost(bool isShared)
    {
        var (clerk, edit) = await EditAsync(isShared: isShared);
        var (posts, asked, answer) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        await clerk.Page.RouteAsync(Saving, async route =>
        {
            if (route.Request.Method == "POST")
            {
                Interlocked.Increment(ref posts);
                asked.TrySetResult();
                await answer.Task;
            }
            await route.ContinueAsync();
        });
        await edit.TypeGoalAsync(Goal);
        await edit.TypeRowAsync(Quantity, "奖补户数", "3 户");
        await edit.FocusNameAsync(Quantity);
        await clerk.Page.EvaluateAsync("() => addEventListener('pagehide', () => sessionStorage.setItem('left', document.querySelector('table.form').querySelectorAll('tr').length + document.activeElement.value))");
        var rows = await clerk.Page.Locator("table.form tr").CountAsync();
        await clerk.GoOnAsync(async () =>
        {
            await clerk.Page.EvaluateAsync("() => document.querySelector('.page-head button[value=save]').click()");
            await asked.Task;
            await clerk.Page.Keyboard.TypeAsync("又一行");
            await clerk.Page.Keyboard.PressAsync("Control+Enter");
            answer.SetResult();
        });

        Assert.Equal($"{rows}奖补户数", await clerk.Page.EvaluateAsync<string>("() => sessionStorage.getItem('left')"));
        Assert.Equal((Goal, "奖补户数", 1), (await StoredGoalAsync(), await edit.NameAsync(Quantity), posts));
    }

    [Fact]
    public async Task A_server_that_takes_long_to_answer_a_button_is_spoken_of_and_what_is_typed_meanwhile_goes_out_with_it()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        var (asked, answer) = await HoldAsync(clerk, "**/health/live");

        await edit.TypeGoalAsync(Goal);
        await clerk.GoOnAsync(async () =>
        {
            await PressSaveAsync(clerk);
            await asked;
            await edit.TypePeriodAsync("2 年");
            await clerk.Page.Clock.RunForAsync(5_000);
            await edit.SaysAsync("正在等服务器回答");
            answer();
        });

        Assert.Equal((Goal, "2 年"), (await StoredGoalAsync(), (await Office.StoredAsync()).ProjectPeriod));
    }

    [Fact]
    public async Task A_save_under_way_that_has_its_answer_does_not_hide_that_the_button_still_waits_for_its_own()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        var (saving, saved) = await HoldAsync(clerk, Saving, "POST");
        var (asked, answer) = await HoldAsync(clerk, "**/health/live");

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.Keyboard.PressAsync("Control+s");
        await saving;
        await PressSaveAsync(clerk);
        await clerk.Page.Clock.RunForAsync(5_000);
        await edit.SaysAsync("正在等服务器回答");
        await clerk.GoOnAsync(async () =>
        {
            saved();
            await asked;
            await edit.SaysAsync("✓ 已保存");
            await clerk.Page.Clock.RunForAsync(5_000);
            await edit.SaysAsync("正在等服务器回答");
            answer();
        });

        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task A_button_pressed_while_the_server_is_away_stays_with_the_text()
    {
        var (clerk, edit) = await EditAsync();
        await GoAwayAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
        await edit.SaysAsync("未能保存，文字仍在本页");
        County.StartAgain();
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task What_is_written_on_the_check_page_stays_there_while_the_server_is_away()
    {
        var (clerk, edit) = await EditAsync();
        await edit.TypeValueAsync(Timeliness, NextSpring);
        var check = await edit.CheckAsync();
        await GoAwayAsync(clerk);

        await check.ExplainAsync(Late, Why);
        await check.PressInVainAsync("保存填写说明");
        Assert.Contains("现在连不上服务器，您写的说明仍在本页", await check.FootAsync(), StringComparison.Ordinal);
        Assert.Equal((Why, true), (await check.ReasonAsync(Late), await check.AsksBeforeLeavingAsync()));
        County.StartAgain();
        await check.SaveReasonsAsync();

        Assert.Equal((Why, false), (await check.ReasonAsync(Late), await check.AsksBeforeLeavingAsync()));
        Assert.Equal(Why, Assert.Single((await Office.StoredAsync()).Content.Reasons).Text);
    }

    [Fact]
    public async Task A_choice_on_the_check_page_stays_while_the_server_is_away_and_is_not_left_unasked()
    {
        var (clerk, edit) = await EditAsync();
        await edit.TypeValueAsync(Timeliness, NextSpring);
        var check = await edit.CheckAsync();
        await check.ExplainAsync(Late, "先写的说明");
        await check.SaveReasonsAsync();
        await Office.SaveAsync(content => content with { Reasons = [.. content.Reasons.Select(reason => reason with { Text = "同事的说明" })] });
        await check.ExplainAsync(Late, Why);
        await check.SaveReasonsAsync();
        await GoAwayAsync(clerk);

        Assert.True(await check.AsksBeforeLeavingAsync());
        await check.PressInVainAsync("全部用我的");
        Assert.Contains("现在连不上服务器，您填写的内容和选择仍在本页", await check.FootAsync(), StringComparison.Ordinal);
        County.StartAgain();
        await new ConflictPage(clerk).TakeAllAsync("我的");

        Assert.Equal(Why, Assert.Single((await Office.StoredAsync()).Content.Reasons).Text);
    }

    private static Task PressSaveAsync(Person person) => person.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).First.ClickAsync();

    /// <summary>Keeps the first such request back: when it has been made, and how it gets its answer.</summary>
    private static async Task<(Task Asked, Action Answer)> HoldAsync(Person person, string address, string method = "GET")
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await person.Page.RouteAsync(address, async route =>
        {
            if (route.Request.Method == method)
            {
                asked.TrySetResult();
                await answer.Task;
            }
            await route.ContinueAsync();
        });
        return (asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken), () => answer.TrySetResult());
    }

    private async Task GoAwayAsync(Person person)
    {
        person.Forgive("ERR_CONNECTION_REFUSED");
        person.Forgive("ERR_CONNECTION_RESET");
        await County.StopAsync();
    }
}
