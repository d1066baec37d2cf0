using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>The editor saves by itself and says so by the server's answer only; whatever fails, the text is there.</summary>
public sealed class AutosaveTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Lost = "未能保存，文字仍在本页，稍后自动再试";

    [Fact]
    public async Task What_was_typed_is_saved_without_a_button_and_there_after_a_reload()
    {
        var (clerk, edit) = await EditAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("有未保存的修改");
        // The office's time of day, not the browser's.
        await edit.SaysAsync("✓ 已保存 09:01");

        Assert.Equal(Goal, await StoredGoalAsync());
        await OpenAsync(clerk);
        Assert.Equal(Goal, await edit.GoalAsync());
    }

    [Fact]
    public async Task A_server_that_is_gone_and_comes_back_gets_the_text_without_a_hand()
    {
        var (clerk, edit) = await EditAsync();
        clerk.Forgive("ERR_CONNECTION_REFUSED");
        clerk.Forgive("ERR_CONNECTION_RESET");
        await edit.TypeGoalAsync("刚开始写的");
        await County.StopAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页");
        await edit.TypePeriodAsync("2 年");
        Assert.Equal(Goal, await edit.GoalAsync());
        County.StartAgain();
        await edit.SaysAsync("✓ 已保存");

        var stored = await Office.StoredAsync();
        Assert.Equal((Goal, "2 年"), (stored.OverallGoal, stored.ProjectPeriod));
        Assert.Equal((Goal, "2 年"), (await edit.GoalAsync(), await edit.PeriodAsync()));
    }

    [Fact]
    public async Task A_save_whose_answer_got_lost_is_sent_again_and_acts_once()
    {
        var (clerk, edit) = await EditAsync();
        var version = (await Office.StoredAsync()).Version;
        await LoseAnswerAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页");
        Assert.Equal(Goal, await StoredGoalAsync());
        await edit.TypeGoalAsync(Goal + "又一句。");
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal((Goal + "又一句。", version + 2), (await StoredGoalAsync(), (await Office.StoredAsync()).Version));
    }

    [Fact]
    public async Task A_save_whose_answer_got_lost_is_no_other_window_to_a_button_pressed_at_once()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        await LoseAnswerAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.Clock.RunForAsync(3_000);
        await edit.SaysAsync("未能保存，文字仍在本页");
        await edit.TypeGoalAsync(Goal + "又一句。");
        await edit.SaveAsync();

        Assert.Equal((Goal + "又一句。", 0), (await StoredGoalAsync(), await clerk.Page.Locator("form.conflict").CountAsync()));
    }

    [Fact]
    public async Task Ctrl_S_saves_at_once_and_leads_to_the_choice_that_saving_by_itself_has_left_to_the_button()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        await clerk.Page.EvaluateAsync("() => addEventListener('keydown', (event) => { window.isOurs = event.defaultPrevented; })");

        await edit.TypeGoalAsync(Goal);
        await clerk.Page.Keyboard.PressAsync("Control+s");
        await edit.SaysAsync("✓ 已保存 09:01");
        Assert.True(await clerk.Page.EvaluateAsync<bool>("window.isOurs"));
        Assert.Equal(Goal, await StoredGoalAsync());

        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        await edit.TypeGoalAsync(Goal + "又一句。");
        await clerk.Page.Keyboard.PressAsync("Control+s");
        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => clerk.Page.Keyboard.PressAsync("Control+s"));

        Assert.Equal([("年度总体目标", Goal + "又一句。", TheirGoal)], await new ConflictPage(clerk).QuestionsAsync());
    }

    [Fact]
    public async Task Where_the_browser_keeps_nothing_the_page_saves_all_the_same()
    {
        var clerk = await PersonAsync(County);
        await clerk.Page.Context.AddInitScriptAsync(
            """
            for (const name of ["localStorage", "sessionStorage"])
              Object.defineProperty(window, name, { get() { throw new DOMException("forbidden", "SecurityError"); } });
            """);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        var edit = await OpenAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("✓ 已保存");
        await edit.SaveAsync();

        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task What_a_proxy_says_in_the_servers_place_is_no_answer()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.RouteAsync(
            Saving, route => route.FulfillAsync(new RouteFulfillOptions { Status = 502, ContentType = "text/html", Body = "Bad Gateway" }), new PageRouteOptions { Times = 1 });

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页");
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task However_long_a_save_takes_the_next_waits_for_it()
    {
        var (person, edit) = await EditByTheClockAsync();
        var (sent, asked, answer) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        await person.Page.RouteAsync(Saving, async route =>
        {
            if (route.Request.Method == "POST" && Interlocked.Increment(ref sent) == 1)
            {
                asked.SetResult();
                await answer.Task;
            }
            await route.ContinueAsync();
        });

        await edit.TypeGoalAsync(Goal);
        await person.Page.Clock.RunForAsync(3_000);
        await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken);
        await edit.TypePeriodAsync("2 年");
        await person.Page.Clock.RunForAsync(10_000);
        Assert.Equal(1, sent);
        answer.SetResult();
        await edit.SaysAsync("有未保存的修改");
        await person.Page.Clock.RunForAsync(3_000);
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal((2, "2 年"), (sent, (await Office.StoredAsync()).ProjectPeriod));
    }

    [Fact]
    public async Task Who_asks_for_a_save_while_the_server_is_away_is_answered_and_does_not_wait_the_longer_for_the_next()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        await clerk.Page.RouteAsync(
            Saving, route => route.FulfillAsync(new RouteFulfillOptions { Status = 502, ContentType = "text/html", Body = "Bad Gateway" }));
        await clerk.Page.EvaluateAsync("""
            () => {
              const line = document.getElementById("saved");
              window.said = [];
              new MutationObserver(() => window.said.push(line.textContent)).observe(line, { childList: true, attributes: true });
            }
            """);
        await edit.TypeGoalAsync(Goal);
        foreach (var (time, delay) in new[] { 3_000, 3_000, 6_000, 12_000 }.Index())
            await FailsAsync(time + 1, () => clerk.Page.Clock.RunForAsync(delay));

        await FailsAsync(5, () => clerk.Page.Keyboard.PressAsync("Control+s"));
        var said = await clerk.Page.EvaluateAsync<string[]>("() => window.said");
        Assert.Equal(["有未保存的修改", "正在保存…", Lost, Lost, Lost, Lost, "正在保存…", Lost], said);
        // The delay that had been reached is half a minute.
        await FailsAsync(6, () => clerk.Page.Clock.RunForAsync(3_000));

        async Task FailsAsync(int times, Func<Task> act)
        {
            await clerk.Page.RunAndWaitForRequestAsync(act, request => request.Method == "POST");
            await clerk.Page.WaitForFunctionAsync("([words, times]) => window.said.filter((said) => said === words).length === times", new object[] { Lost, times });
        }
    }

    [Fact]
    public async Task A_page_with_others_texts_that_never_comes_stops_neither_the_saving_nor_the_buttons()
    {
        var (person, edit) = await EditByTheClockAsync();
        await Office.SaveAsync(content => content with { ProjectPeriod = "2 年" });
        var (pages, asked) = (0, new TaskCompletionSource());
        await person.Page.RouteAsync(Saving, async route =>
        {
            if (route.Request.Method == "GET" && Interlocked.Increment(ref pages) == 1)
                asked.SetResult();
            else
                await route.ContinueAsync();
        });

        await edit.TypeGoalAsync(Goal);
        await person.Page.Clock.RunForAsync(3_000);
        await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken);
        await person.Page.Clock.RunForAsync(20_000);
        await edit.SaysAsync("未能保存，文字仍在本页");
        await person.Page.Clock.RunForAsync(3_000);
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal((Goal, "2 年"), (await edit.GoalAsync(), await edit.PeriodAsync()));
        await edit.SaveAsync();
    }

    [Fact]
    public async Task Who_types_without_a_pause_is_saved_all_the_same()
    {
        var (clerk, edit) = await EditByTheClockAsync();

        for (var second = 0; second < 20; second += 2)
        {
            await edit.TypeGoalAsync(Goal[..1] + second);
            Assert.Equal("有未保存的修改", await edit.SavedAsync());
            await clerk.Page.Clock.RunForAsync(2_000);
        }
        await edit.SaysAsync("✓ 已保存");
        await edit.TypeGoalAsync(Goal);

        Assert.Equal("有未保存的修改", await edit.SavedAsync());
        Assert.Equal(Goal[..1] + "18", await StoredGoalAsync());
    }

    [Fact]
    public async Task Saving_leaves_no_trace_in_the_browsers_history()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.OpenAsync("/forms");
        await OpenAsync(clerk);
        var length = await clerk.Page.EvaluateAsync<int>("() => history.length");

        foreach (var text in new[] { Goal, TheirGoal })
        {
            await edit.TypeGoalAsync(text);
            await edit.SaysAsync("✓ 已保存");
        }

        Assert.Equal(length, await clerk.Page.EvaluateAsync<int>("() => history.length"));
        await clerk.Page.GoBackAsync();
        Assert.Equal("/forms", new Uri(clerk.Page.Url).AbsolutePath);
    }
}
