using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>Unsaved text in the browser's storage of a form that has gone into other hands meanwhile.</summary>
public sealed class OtherHandsTests(Chromium chromium) : DraftTest(chromium)
{
    [Fact]
    public async Task It_can_be_looked_at_on_the_forms_page_is_not_offered_there_again_and_comes_back_with_the_form()
    {
        var (clerk, before) = await CloseUnsavedAsync();
        var kept = new KeptDrafts(clerk);
        await new DetailsPage(clerk).OpenAsync(FormId);
        Assert.Equal(0, await kept.OffersAsync());
        await Office.ActAsync(FormAction.Submit, Office.Colleague);

        await new DetailsPage(clerk).OpenAsync(FormId);
        Assert.Contains("这份目标表现在不能修改", await kept.OfferAsync(), StringComparison.Ordinal);
        await clerk.HasNoAxeViolationAsync();
        await kept.LookAsync();
        Assert.Equal((Goal, before), (await new EditPage(clerk).GoalAsync(), await StoredGoalAsync()));
        await new DetailsPage(clerk).OpenAsync(FormId);
        Assert.Equal(0, await kept.OffersAsync());
        await Office.ActAsync(FormAction.Return, Account.UnitReviewer, "请补充总体目标。");

        await OpenAsync(clerk);
        await kept.OfferAsync();
        await kept.TakeAsync();
        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task What_was_declined_is_gone()
    {
        var (clerk, _) = await CloseUnsavedAsync();
        var kept = new KeptDrafts(clerk);
        await Office.ActAsync(FormAction.Submit, Office.Colleague);

        await new DetailsPage(clerk).OpenAsync(FormId);
        await kept.OfferAsync();
        await kept.DropAsync();

        Assert.Empty(await kept.KeysAsync());
    }

    [Fact]
    public async Task Looking_saves_nothing_where_the_form_has_come_back_meanwhile_and_the_editor_offers_the_text()
    {
        var (clerk, before) = await CloseUnsavedAsync();
        var kept = new KeptDrafts(clerk);
        await Office.ActAsync(FormAction.Submit, Office.Colleague);
        await new DetailsPage(clerk).OpenAsync(FormId);
        await kept.OfferAsync();
        await Office.ActAsync(FormAction.Return, Account.UnitReviewer, "请补充总体目标。");

        await kept.LookAsync();
        await kept.OfferAsync();

        Assert.Equal((before, before), (await new EditPage(clerk).GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task Looking_saves_nothing_where_one_has_to_sign_in_first_either()
    {
        var (clerk, before) = await CloseUnsavedAsync();
        var kept = new KeptDrafts(clerk);
        await Office.ActAsync(FormAction.Submit, Office.Colleague);
        await new DetailsPage(clerk).OpenAsync(FormId);
        await kept.OfferAsync();
        await Office.ActAsync(FormAction.Return, Account.UnitReviewer, "请补充总体目标。");
        await clerk.Page.Context.ClearCookiesAsync();

        await kept.LookAsync();
        await new SignInPage(clerk).SignInAsync(Account.Clerk);
        await clerk.GoOnAsync(() => new SheetPage(clerk).Button("继续提交").ClickAsync());
        await kept.OfferAsync();

        Assert.Equal((before, before), (await new EditPage(clerk).GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task What_the_person_has_seen_in_the_editor_is_not_offered_again()
    {
        var (clerk, edit) = await EditAsync();
        await Office.ActAsync(FormAction.Submit, Office.Colleague);
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页：目标表已不能修改");

        var other = await clerk.OpenTabAsync();
        await new DetailsPage(other).OpenAsync(FormId);
        await new KeptDrafts(other).OffersNothingAsync();
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看没有保存的内容"));
        await new DetailsPage(clerk).OpenAsync(FormId);

        Assert.Single(await new KeptDrafts(clerk).KeysAsync());
        Assert.Equal(0, await new KeptDrafts(clerk).OffersAsync());
    }
}
