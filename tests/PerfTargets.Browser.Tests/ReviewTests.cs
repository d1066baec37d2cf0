using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

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
    public async Task An_opinion_on_a_form_that_others_moved_meanwhile_is_kept_until_it_is_given()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var id = await county.FormIdAsync(Season.Resubmitted);
        var (review, drafts, office) = (await new DetailsPage(person).OpenAsync(id), new KeptDrafts(person), new Office(county, id));
        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await office.ActAsync(FormAction.Withdraw, Account.EducationClerk);
        await office.ActAsync(FormAction.Submit, Account.EducationClerk);

        await review.ReturnAsync("第三行的单位请改正。");
        Assert.Single(await review.ProblemsAsync());
        await person.OpenAsync("/forms");
        await review.OpenAsync(id);

        Assert.Equal("第三行的单位请改正。", await review.OpinionAsync());
        await review.ReturnAsync("第三行的单位请改正。");
        Assert.Equal("已退回", await review.StatusAsync());
        Assert.Empty(await drafts.KeysAsync());
    }

    [Fact]
    public async Task What_the_server_brings_back_of_an_opinion_is_kept_again()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var review = await new DetailsPage(person).OpenAsync(await county.FormIdAsync(Season.Resubmitted));
        var (tooLong, drafts) = (new string('长', 5001), new KeptDrafts(person));
        await review.TypeOpinionAsync(tooLong);
        await drafts.LoseAsync();

        await review.PressInVainAsync("退回修改");

        await drafts.KeepsAsync(tooLong);
        Assert.Equal(tooLong, await review.OpinionAsync());
    }

    [Fact]
    public async Task What_was_written_over_an_opinion_of_before_is_there_again()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var id = await county.FormIdAsync(Season.Resubmitted);
        var (review, drafts) = (await new DetailsPage(person).OpenAsync(id), new KeptDrafts(person));
        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await review.TypeOpinionAsync("同意。");
        await review.PassAsync();
        await review.CancelPassAsync();
        Assert.Equal(("同意。", false), (await review.OpinionAsync(), await review.AsksBeforeLeavingAsync()));

        await review.TypeOpinionAsync("同意，资金按预算执行。");
        await person.OpenAsync("/forms");
        await review.OpenAsync(id);

        Assert.Equal("同意，资金按预算执行。", await review.OpinionAsync());
        Assert.StartsWith("意见栏里是您填写而没有提交的审核意见。", await review.FootAsync(), StringComparison.Ordinal);
        await review.PassAsync();
        Assert.Empty(await drafts.KeysAsync());
    }

    [Fact]
    public async Task What_is_said_at_the_foot_of_the_page_stands_one_above_the_other()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var id = await county.FormIdAsync(Season.Resubmitted);
        var review = await new DetailsPage(person).OpenAsync(id);
        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await review.TypeOpinionAsync("第三行的单位请改正。");
        await person.OpenAsync("/forms");
        await review.OpenAsync(id);
        await person.Page.RouteAsync("**/health/live", route => route.AbortAsync());
        person.Forgive("ERR_FAILED");

        await review.PressInVainAsync("退回修改");

        var notices = new SheetPage(person).Notices;
        await notices.Nth(1).WaitForAsync();
        var boxes = (await Task.WhenAll((await notices.AllAsync()).Select(one => one.BoundingBoxAsync()))).OrderBy(box => box!.Y).ToList();
        Assert.Equal(2, boxes.Count);
        Assert.True(boxes[0]!.Y + boxes[0]!.Height <= boxes[1]!.Y);
    }

    [Fact]
    public async Task A_refused_opinion_stays_kept_and_goes_with_signing_out()
    {
        var (person, county) = await SignedInAsync(Account.EducationSection, javaScript: true);
        var review = await new DetailsPage(person).OpenAsync(await county.FormIdAsync(Season.Resubmitted));
        var (tooLong, drafts) = (new string('长', 5001), new KeptDrafts(person));
        List<string> asked = [];
        person.Page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = dialog.AcceptAsync();
        };

        await review.ReturnAsync(tooLong);

        Assert.Single(await review.ProblemsAsync());
        await person.Page.Locator("#opinion:focus").WaitForAsync();
        Assert.Equal(tooLong, await review.OpinionAsync());
        Assert.Single(await drafts.KeysAsync());
        await person.GoOnAsync(() => review.PressInVainAsync("退出"));
        Assert.Empty(await drafts.KeysAsync());
        Assert.Equal(["beforeunload"], asked);
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
