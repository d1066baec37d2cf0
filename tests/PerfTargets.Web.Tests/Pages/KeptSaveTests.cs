using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Forms;

namespace PerfTargets.Web.Tests.Pages;

/// <summary>
/// A 保存 that was kept over signing in goes on by itself where its token proves that the page was made for this person in this browser. Everything else waits for a press of a
/// button, which is there in any case.
/// </summary>
public sealed class KeptSaveTests
{
    private const string Token = "__RequestVerificationToken", Typed = "没来得及保存的目标";

    [Theory, EachDatabase]
    public async Task A_save_from_ones_own_page_goes_on_by_itself(DatabaseProvider provider) =>
        Assert.True(await GoesOnAsync(provider));

    [Fact]
    public async Task A_button_that_does_more_than_save_is_pressed_again() =>
        Assert.False(await GoesOnAsync(DatabaseProvider.Sqlite, ("action", "check")));

    [Fact]
    public async Task A_save_without_a_token_waits_for_a_button() =>
        Assert.False(await GoesOnAsync(DatabaseProvider.Sqlite, (Token, null)));

    [Fact]
    public async Task A_save_with_a_token_that_nobody_made_waits_for_a_button() =>
        Assert.False(await GoesOnAsync(DatabaseProvider.Sqlite, (Token, "伪造的令牌")));

    [Fact]
    public async Task The_token_of_a_page_made_for_somebody_else_lets_nothing_go_on()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.CompleteFormAsync();
        var browser = await scene.AsAsync(scene.County.UnitReviewer);
        var theirs = (await browser.OpenAsync("/forms")).Find($"input[name={Token}]").GetAttribute("value");
        await browser.SubmitAsync(await browser.OpenAsync("/forms"), "退出");
        await browser.SignInAsync(scene.County.Filler);

        Assert.False(await GoesOnAsync(scene, browser, id, (Token, theirs)));
    }

    [Fact]
    public async Task The_token_of_another_browser_lets_nothing_go_on()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.CompleteFormAsync();
        using var elsewhere = await scene.County.BrowserOfAsync(scene.County.Filler);
        var theirs = (await elsewhere.OpenAsync("/forms")).Find($"input[name={Token}]").GetAttribute("value");

        Assert.False(await GoesOnAsync(scene, await scene.AsAsync(scene.County.Filler), id, (Token, theirs)));
    }

    private static async Task<bool> GoesOnAsync(DatabaseProvider provider, params (string, string?)[] posted)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        return await GoesOnAsync(scene, await scene.AsAsync(scene.County.Filler), id, posted);
    }

    /// <summary>The session ends, the clerk presses 保存草稿 and signs in. Nothing is stored by that alone, and the button stores it.</summary>
    /// <returns>Whether a script presses the button.</returns>
    private static async Task<bool> GoesOnAsync(FormScene scene, TestBrowser browser, Guid id, params (string, string?)[] posted)
    {
        var page = await browser.OpenAsync($"/forms/{id}/edit");
        await browser.SubmitAsync(page, "退出");
        var asked = await browser.SubmitAsync(page, "保存草稿", [("overallGoal", Typed), .. posted]);

        var confirm = await browser.SubmitAsync(asked, "登录", ("UserName", scene.County.Filler.UserName), ("Password", TestCounty.Password));
        Assert.NotEqual(Typed, (await scene.StoredAsync(id)).OverallGoal);
        await browser.SubmitAsync(confirm, "继续提交");
        Assert.Equal(Typed, (await scene.StoredAsync(id)).OverallGoal);

        return confirm.Document.QuerySelector("script[src*='go-on']") is not null;
    }
}
