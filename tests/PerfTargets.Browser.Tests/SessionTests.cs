using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>A session that ends while somebody types costs no word, and gives none to anybody else.</summary>
public sealed class SessionTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Cookie = "perftargets";

    [Fact]
    public async Task The_button_that_the_page_gives_leads_over_signing_in_back_to_the_text()
    {
        var (clerk, edit) = await EditAsync();
        await ExpireAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");
        await clerk.GoOnAsync(() => edit.AnswerAsync("重新登录并保存"));
        await new SignInPage(clerk).SignInAsync(Account.Clerk);

        Assert.Equal("草稿已保存。", await edit.NoteAsync());
        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    [Fact]
    public async Task Where_the_browser_has_forgotten_for_whom_the_page_was_made_a_press_of_a_button_confirms_the_text()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.Context.ClearCookiesAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");
        await clerk.GoOnAsync(() => edit.AnswerAsync("重新登录并保存"));
        await new SignInPage(clerk).SignInAsync(Account.Clerk);
        Assert.NotEqual(Goal, await StoredGoalAsync());
        await edit.ContinueAsync();

        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task Signing_in_again_in_another_tab_is_enough()
    {
        var (clerk, edit) = await EditAsync();
        await ExpireAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");
        await SignInElsewhereAsync(clerk, Account.Clerk);
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task A_token_of_an_earlier_session_is_renewed_for_the_same_person()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.Context.ClearCookiesAsync();
        await SignInElsewhereAsync(clerk, Account.Clerk);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task Who_signs_in_on_the_same_browser_neither_saves_nor_sees_what_another_typed()
    {
        var (clerk, edit) = await EditAsync();
        var before = await StoredGoalAsync();
        await ExpireAsync(clerk);
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");

        var colleague = await SignInElsewhereAsync(clerk, Office.Colleague);
        await edit.SaysAsync("现在登录的是另一位用户");
        var theirs = await OpenAsync(colleague);
        await theirs.TypePeriodAsync("3 年");
        await theirs.SaysAsync("✓ 已保存");

        Assert.Equal((before, before), (await theirs.GoalAsync(), await StoredGoalAsync()));
        Assert.Equal(0, await new KeptDrafts(colleague).OffersAsync());
        Assert.Equal(Goal, await edit.GoalAsync());
    }

    [Fact]
    public async Task What_another_typed_is_offered_for_saving_to_nobody_but_its_author()
    {
        var (clerk, edit) = await EditAsync();
        await ExpireAsync(clerk);
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");
        await SignInElsewhereAsync(clerk, Office.Colleague);
        await edit.SaysAsync("现在登录的是另一位用户");

        await clerk.GoOnAsync(() => edit.AnswerAsync("重新登录并保存"));
        Assert.Contains("另一位用户填写的", await clerk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "继续提交" }).CountAsync());
        await new SignInPage(clerk).SignInAsync(Account.Clerk);
        Assert.Equal("草稿已保存。", await edit.NoteAsync());

        var stored = await Office.StoredAsync();
        Assert.Equal((Goal, (await Season.ActorAsync(County, Account.Clerk)).Name), (stored.OverallGoal, stored.UpdatedBy));
    }

    private static Task ExpireAsync(Person person) => person.Page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = Cookie });

    /// <summary>Another tab of the same browser.</summary>
    private static async Task<Person> SignInElsewhereAsync(Person person, string account)
    {
        var tab = await person.OpenTabAsync();
        await (await new SignInPage(tab).OpenAsync()).SignInAsync(account);
        return tab;
    }
}
