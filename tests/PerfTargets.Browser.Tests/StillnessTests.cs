using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Nothing on the editor's page moves under the hand of somebody who types, but for what makes room for a growing field.</summary>
public sealed class StillnessTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>Longer than a line of any field.</summary>
    private const string Sentences = "奖补资金在当年 11 月底前拨付到位。企业技术中心的研发投入比上年增长 10%。每家企业的考核结果在网站上公示。对没有通过考核的企业，资金由财政收回。";

    /// <summary>High enough for the whole page, so that no scrolling stands in for a shift.</summary>
    private const int Tall = 3000;

    public static TheoryData<string, string> Places => new()
    {
        { "年度总体目标", "#overallGoal" },
        { "a value without marks", "tr:has(td.group[id*=social]) td.in:last-child textarea" },
        { "a value in which an error was found", "td.bad .line textarea" },
        { "the name of an indicator of costs", "tr:has(td.group[data-kind=cost]) td.in textarea" },
        { "填写说明 of a warning", ".find .reason textarea" },
    };

    [Theory, MemberData(nameof(Places))]
    public async Task Typing_sentences_moves_only_what_makes_room_for_them(string place, string selector)
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.SetViewportSizeAsync(1366, Tall);
        await edit.UnfoldAsync();
        var field = clerk.Page.Locator(selector).First;
        await field.FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Control+End");
        var still = await Stillness.OfAsync(field);

        await clerk.Page.Keyboard.TypeAsync(Sentences);

        Assert.True(await still.GrownAsync() > 0, place);
        Assert.Equal([], await still.MovedAsync());
        await still.WatchAsync();
        await edit.SaysAsync("✓ 已保存");
        Assert.Equal([], await still.MovedAsync());
    }

    [Theory]
    [InlineData("#funds-total", "1230.5")]
    [InlineData("tr:has(td.group[data-kind=cost]) td.in:last-child textarea", "12 万元")]
    public async Task Sums_that_are_counted_while_amounts_are_typed_move_nothing(string selector, string amount)
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.SetViewportSizeAsync(1366, Tall);
        await edit.UnfoldAsync();
        var field = clerk.Page.Locator(selector).First;
        await field.FillAsync("");
        var still = await Stillness.OfAsync(field);

        await clerk.Page.Keyboard.TypeAsync(amount);

        Assert.Equal([], await still.MovedAsync());
    }

    [Fact]
    public async Task What_is_found_above_the_hand_after_saving_does_not_move_it()
    {
        var (clerk, edit) = await EditAsync();
        var hand = clerk.Page.Locator("tr:has(td.group[id*=social]) td.in:last-child textarea").First;
        await clerk.Page.Locator("tr:has(td.group[id*=quantity]) td.in:last-child textarea").First.FillAsync("≥__ 家");
        await hand.FocusAsync();
        var top = (await hand.BoundingBoxAsync())!.Y;
        var found = clerk.Page.Locator("tr:has(td.group[id*=quantity]) td.in:last-child .msg").First;

        await found.WaitForAsync();

        Assert.Equal(top, (await hand.BoundingBoxAsync())!.Y, tolerance: 1);
    }

    private async Task<(Person Clerk, EditPage Edit)> EditAsync()
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        var clerk = await PersonAsync(county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return (clerk, await new EditPage(clerk).OpenAsync(await county.FormIdAsync(Season.Draft)));
    }
}
