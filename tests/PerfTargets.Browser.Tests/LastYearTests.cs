using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>What a clerk does with last year's form in a browser.</summary>
public sealed class LastYearTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_copied_is_confirmed_one_after_the_other_with_Enter(bool javaScript)
    {
        var (person, page, all) = await CopiedAsync(javaScript);

        await page.TabToFirstAsync();
        for (var left = all - 1; left >= 0; left--)
        {
            await page.PressEnterAsync();
            Assert.Equal(left, await page.UnconfirmedAsync());
        }

        Assert.True(all > 5);
        await person.HasNoAxeViolationAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_hand_is_on_the_button_that_takes_back_that_all_was_confirmed(bool javaScript)
    {
        var (person, page, all) = await CopiedAsync(javaScript);

        await page.ConfirmAllAsync(all);
        Assert.Equal(($"已核对 {all} 处。草稿已保存。 撤销", 0), (await page.NoteAsync(), await page.UnconfirmedAsync()));
        await person.HasNoAxeViolationAsync();
        if (Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS") is { Length: > 0 } pictures)
            await person.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, "confirmed-all.png") });
        await page.PressEnterAsync();

        Assert.Equal(("已撤销。草稿已保存。", all), (await page.NoteAsync(), await page.UnconfirmedAsync()));
    }

    [Fact]
    public async Task That_all_was_confirmed_can_be_taken_back_after_typing_too()
    {
        var (person, page, all) = await CopiedAsync(javaScript: true);
        await page.ConfirmAllAsync(all);
        var edit = new EditPage(person);

        await edit.TypeFundsAsync(County.Template.Funds[0].Key, "12");
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal($"已核对 {all} 处。草稿已保存。 撤销", await page.NoteAsync());
        await person.GoOnAsync(() => edit.PressInVainAsync("撤销"));
        Assert.Equal(("已撤销。草稿已保存。", all), (await page.NoteAsync(), await page.UnconfirmedAsync()));
        Assert.Equal("12", (await edit.FundsAsync(County.Template.Funds[0].Key)).TrimEnd('0').TrimEnd('.'));
    }

    /// <summary>A clerk who has just copied all of last year's form, and how much of it is 待核对.</summary>
    private async Task<(Person Person, LastYearPage Page, int All)> CopiedAsync(bool javaScript)
    {
        var county = await OwnCountyAsync(Season.CreateAsync);
        var person = await PersonAsync(county, javaScript);
        await (await new SignInPage(person).OpenAsync()).SignInAsync(Account.Clerk);
        var page = await new LastYearPage(person).OpenAsync(await county.FormIdAsync(Season.Begun));
        await page.TakeAsync();
        return (person, page, await page.UnconfirmedAsync());
    }
}
