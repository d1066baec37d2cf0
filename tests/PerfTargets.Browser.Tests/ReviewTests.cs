using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>What reviewers do with the keyboard and the mouse.</summary>
public sealed class ReviewTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_the_opinion_or_on_a_phrase_neither_passes_nor_returns(bool javaScript)
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript);
        var review = await new DetailsPage(person).OpenAsync(await county.FormIdAsync(Season.Resubmitted));

        await review.TypeOpinionAsync("第一行");
        await review.PressEnterInOpinionAsync();
        Assert.Equal("第一行\n", await review.OpinionAsync());
        await review.PressEnterOnFirstPhraseAsync();

        Assert.Equal("第一行", await review.OpinionAsync());
        Assert.Equal("待业务股室审核", await review.StatusAsync());
        await review.ReturnAsync("");
        Assert.Equal("待业务股室审核", await review.StatusAsync());
        Assert.Single(await review.ProblemsAsync());
        await person.HasNoAxeViolationAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_forms_are_chosen_and_none_with_one_click(bool javaScript)
    {
        var (person, _) = await SignedInAsync(Account.Performance, javaScript);
        var approvals = await new ApprovalsPage(person).OpenAsync();

        var begun = await approvals.CountAsync();
        await approvals.ChooseAllAsync();
        var all = await approvals.CountAsync();
        await person.HasNoAxeViolationAsync();
        await approvals.ChooseNoneAsync();

        Assert.Equal(("已选 0 份", 0), (begun.Words, begun.Ticked));
        Assert.Equal(($"已选 {all.All} 份", all.All), (all.Words, all.Ticked));
        Assert.True(all.All > 1);
        Assert.Equal(begun, await approvals.CountAsync());
    }

    private async Task<(Person Person, County County)> SignedInAsync(string account, bool javaScript)
    {
        var county = await OwnCountyAsync(Season.CreateAsync);
        var person = await PersonAsync(county, javaScript);
        await (await new SignInPage(person).OpenAsync()).SignInAsync(account);
        return (person, county);
    }
}
