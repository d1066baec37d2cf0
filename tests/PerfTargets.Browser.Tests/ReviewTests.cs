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

    [Fact]
    public async Task An_opinion_that_was_not_sent_is_asked_about_on_leaving_and_sent_without_asking()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var review = await new DetailsPage(person).OpenAsync(await county.FormIdAsync(Season.Resubmitted));
        List<string> asked = [];
        person.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.DismissAsync();
        };

        await review.TypeOpinionAsync("第三行的单位请改正。");
        await person.Page.EvaluateAsync("location.assign('/forms')");
        Assert.Equal("第三行的单位请改正。", await review.OpinionAsync());
        await review.ReturnAsync("第三行的单位请改正。");

        Assert.Equal("已退回", await review.StatusAsync());
        Assert.Equal(["beforeunload"], asked);
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
