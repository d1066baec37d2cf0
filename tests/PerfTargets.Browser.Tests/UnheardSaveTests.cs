using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>A button has saved, and its page has not come: the next one that is opened says so, and the browser keeps the text no longer.</summary>
public sealed class UnheardSaveTests(Chromium chromium) : DraftTest(chromium)
{
    [Fact]
    public async Task What_a_button_has_saved_is_kept_no_longer_in_whatever_window_the_next_page_comes()
    {
        var (clerk, edit) = await EditAsync();
        await edit.TypeGoalAsync(Goal);

        await SaveUnheardAsync(clerk);
        await (await clerk.OpenTabAsync()).OpenAsync("/forms");

        Assert.Equal(Goal, await StoredGoalAsync());
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    [Fact]
    public async Task What_another_window_has_saved_takes_nothing_that_was_sent_from_here_and_did_not_arrive()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.Context.ClearCookiesAsync();
        await edit.TypeGoalAsync(Goal);
        await clerk.GoOnAsync(() => new SheetPage(clerk).Button("保存草稿").First.ClickAsync());
        var other = await clerk.OpenTabAsync();
        await (await new SignInPage(other).OpenAsync()).SignInAsync(Account.Clerk);

        await (await OpenAsync(other)).TypePeriodAsync("2 年");
        await SaveUnheardAsync(other);
        await clerk.OpenAsync("/forms");

        Assert.Equal("2 年", (await Office.StoredAsync()).ProjectPeriod);
        await OpenAsync(clerk);
        await new KeptDrafts(clerk).OfferAsync();
        await new KeptDrafts(clerk).TakeAsync();
        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task What_another_window_fetches_behind_its_page_does_not_use_up_what_the_next_page_is_to_say()
    {
        var (clerk, edit) = await EditAsync();
        var other = await clerk.OpenTabAsync();
        var theirs = await OpenAsync(other);
        await edit.TypeGoalAsync(Goal);
        await SaveUnheardAsync(clerk);

        await other.Page.RunAndWaitForResponseAsync(
            () => theirs.TypePeriodAsync("2 年"),
            response => response.Request is { Method: "GET", ResourceType: "fetch" } && response.Url.EndsWith("/edit", StringComparison.Ordinal));
        await theirs.SaysAsync("✓ 已保存");
        var next = await clerk.OpenTabAsync();
        await next.OpenAsync("/forms");

        Assert.Equal("草稿已保存。", await new WorkbenchPage(next).NoteAsync());
        Assert.Equal((Goal, "2 年"), (await StoredGoalAsync(), (await Office.StoredAsync()).ProjectPeriod));
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    /// <summary>Presses 保存草稿. The server does so, and the page that it sends has not come yet.</summary>
    private static async Task SaveUnheardAsync(Person person)
    {
        person.Forgive("ERR_ABORTED");
        var taken = new TaskCompletionSource();
        await person.Page.RouteAsync(Saving, async route =>
        {
            if (!route.Request.IsNavigationRequest || route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            await route.AbortAsync("aborted");
            taken.SetResult();
        });
        await new SheetPage(person).Button("保存草稿").First.ClickAsync();
        await taken.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer));
    }
}
