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

    [Fact]
    public async Task An_opinion_that_was_left_behind_is_there_again_until_the_server_has_it()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var id = await county.FormIdAsync(Season.Resubmitted);
        var (review, drafts) = (await new DetailsPage(person).OpenAsync(id), new KeptDrafts(person));
        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await review.TypeOpinionAsync("第三行的单位请改正。");
        await person.OpenAsync("/forms");
        await review.OpenAsync(id);

        Assert.Equal("第三行的单位请改正。", await review.OpinionAsync());
        Assert.StartsWith("意见栏里是您填写而没有提交的审核意见。", await review.FootAsync(), StringComparison.Ordinal);
        await review.ReturnAsync("第三行的单位请改正，再送审。");
        Assert.Equal("已退回", await review.StatusAsync());
        Assert.Empty(await drafts.KeysAsync());
    }

    [Fact]
    public async Task A_refused_opinion_stays_kept_and_goes_with_signing_out()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var review = await new DetailsPage(person).OpenAsync(await county.FormIdAsync(Season.Resubmitted));
        var (tooLong, drafts) = (new string('长', 5001), new KeptDrafts(person));
        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await review.ReturnAsync(tooLong);

        Assert.Single(await review.ProblemsAsync());
        Assert.Equal(tooLong, await review.OpinionAsync());
        Assert.Single(await drafts.KeysAsync());
        await person.GoOnAsync(() => review.PressInVainAsync("退出"));
        Assert.Empty(await drafts.KeysAsync());
    }

    [Fact]
    public async Task Nothing_of_an_opinion_is_kept_on_a_shared_computer()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true, isShared: true);
        var drafts = new KeptDrafts(person);
        await drafts.ForbidAsync();
        var review = await new DetailsPage(person).OpenAsync(await county.FormIdAsync(Season.Resubmitted));

        await review.TypeOpinionAsync("第三行的单位请改正。");

        Assert.Empty(await drafts.KeysAsync());
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

    private async Task<(Person Person, County County)> SignedInAsync(string account, bool javaScript, bool isShared = false)
    {
        var county = await OwnCountyAsync(Season.CreateAsync);
        var person = await PersonAsync(county, javaScript);
        await (await new SignInPage(person).OpenAsync()).SignInAsync(account, isShared: isShared);
        return (person, county);
    }
}
