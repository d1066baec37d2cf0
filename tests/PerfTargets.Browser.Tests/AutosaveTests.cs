using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>The editor saves by itself and says so by the server's answer only; whatever fails, the text is there.</summary>
public sealed class AutosaveTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Goal = "自动保存的总体目标。";
    private static readonly string Project = County.SeedContents[1].ProjectName;

    private County _county = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _county = await OwnCountyAsync(County.WithDraftsAsync);
    }

    [Fact]
    public async Task What_was_typed_is_saved_without_a_button_and_there_after_a_reload()
    {
        var (clerk, edit) = await EditAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("✓ 已保存");

        await clerk.OpenAsync(new Uri(clerk.Page.Url).PathAndQuery);
        Assert.Equal(Goal, await edit.GoalAsync());
    }

    [Fact]
    public async Task A_colleagues_text_elsewhere_comes_in_beside_ones_own()
    {
        var (_, edit) = await EditAsync();
        var (_, other) = await EditAsync();
        await other.TypePeriodAsync("2 年");
        await other.SaveAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("合并");

        Assert.Equal(("2 年", Goal), (await edit.PeriodAsync(), await edit.GoalAsync()));
    }

    [Fact]
    public async Task Two_texts_in_one_place_are_a_choice()
    {
        var (clerk, edit) = await EditAsync();
        var (_, other) = await EditAsync();
        await other.TypeGoalAsync("另一个窗口的总体目标。");
        await other.SaveAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));

        Assert.Equal([("年度总体目标", Goal, "另一个窗口的总体目标。")], await new ConflictPage(clerk).QuestionsAsync());
    }

    [Fact]
    public async Task Without_the_network_the_text_waits_and_is_saved_when_it_is_back()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.RouteAsync("**/edit", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页");
        clerk.Forgive("ERR_FAILED");
        await clerk.Page.UnrouteAsync("**/edit");
        await edit.SaysAsync("✓ 已保存");
    }

    [Fact]
    public async Task An_ended_session_keeps_the_text_which_goes_on_after_signing_in()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.Context.ClearCookiesAsync();

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");
        await clerk.GoOnAsync(() => edit.AnswerAsync("重新登录并保存"));
        await new SignInPage(clerk).SignInAsync(Account.Clerk);
        await edit.ContinueAsync();

        Assert.Equal(Goal, await edit.GoalAsync());
    }

    private async Task<(Person Clerk, EditPage Edit)> EditAsync()
    {
        var clerk = await PersonAsync(_county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return (clerk, await new EditPage(clerk).OpenAsync(await _county.FormIdAsync(Project)));
    }
}
