using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>Unsaved text in the browser's storage: of this person and form, until the server has it or the person signs out.</summary>
public sealed class KeptDraftTests(Chromium chromium) : DraftTest(chromium)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS");

    [Fact]
    public async Task Text_is_kept_only_until_the_server_has_it()
    {
        var (clerk, edit) = await EditAsync();
        var kept = new KeptDrafts(clerk);
        await CutOffAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await kept.KeepsAsync(Goal);
        var (person, stored) = (await Season.ActorAsync(County, Account.Clerk), await Office.StoredAsync());
        Assert.StartsWith($"perftargets:{person.Id}:{FormId}:{stored.Version}:", Assert.Single(await kept.KeysAsync()), StringComparison.Ordinal);
        await ReconnectAsync(clerk);
        await edit.SaysAsync("✓ 已保存");

        Assert.Empty(await kept.KeysAsync());
    }

    [Fact]
    public async Task A_page_that_was_closed_over_unsaved_text_offers_it_when_opened_again()
    {
        var (clerk, _) = await CloseUnsavedAsync();
        var edit = await OpenAsync(clerk);
        var kept = new KeptDrafts(clerk);

        Assert.Contains("有 1 处与现在的目标表不同：年度总体目标。", await kept.OfferAsync(), StringComparison.Ordinal);
        await kept.TakeAsync();

        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
        Assert.Empty(await kept.KeysAsync());
        Assert.Equal(0, await kept.OffersAsync());
    }

    [Fact]
    public async Task What_was_declined_is_gone()
    {
        var (clerk, before) = await CloseUnsavedAsync();
        await OpenAsync(clerk);
        var kept = new KeptDrafts(clerk);

        await kept.OfferAsync();
        await kept.DropAsync();

        Assert.Empty(await kept.KeysAsync());
        Assert.Equal((before, before), (await (await OpenAsync(clerk)).GoalAsync(), await StoredGoalAsync()));
        Assert.Equal(0, await kept.OffersAsync());
    }

    [Fact]
    public async Task Of_several_texts_the_newest_is_offered_alone_with_how_many_there_are_and_the_places_of_each()
    {
        var (clerk, _) = await EditAsync();
        await LeaveAsync(clerk, async edit =>
        {
            await edit.TypeGoalAsync(Goal);
            await edit.TypeFundsAsync("other", "0.5");
        });
        await LeaveAsync(clerk, async edit =>
        {
            await edit.TypePeriodAsync("2 年");
            await edit.TypeValueAsync("数量指标", "21 户");
            await edit.AddRowAsync("质量指标");
            await edit.TypeRowAsync("质量指标", "验收合格率", "100%", 2);
        });
        await OpenAsync(clerk);
        var kept = new KeptDrafts(clerk);

        var first = await kept.OfferAsync();
        Assert.Contains("（共 2 份，这是最近的），有 3 处与现在的目标表不同：项目期、数量指标、新增的行。", first, StringComparison.Ordinal);
        Assert.Equal(1, await kept.OffersAsync());
        if (Pictures is { Length: > 0 })
            await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, "kept-drafts.png") });
        await kept.DropTwiceAsync();

        Assert.Contains("填写而没有保存的内容，有 2 处与现在的目标表不同：其他资金（万元）、年度总体目标。", await kept.OfferAsync(), StringComparison.Ordinal);
        Assert.Single(await kept.KeysAsync());
    }

    [Fact]
    public async Task Going_on_beside_an_offer_takes_nothing_from_it()
    {
        var (clerk, _) = await CloseUnsavedAsync();
        var edit = await OpenAsync(clerk);
        var kept = new KeptDrafts(clerk);
        await kept.OfferAsync();

        await edit.TypePeriodAsync("2 年");
        await edit.SaysAsync("✓ 已保存");
        edit = await OpenAsync(clerk);
        await kept.OfferAsync();
        await kept.TakeAsync();

        var stored = await Office.StoredAsync();
        Assert.Equal((Goal, "2 年"), (stored.OverallGoal, stored.ProjectPeriod));
    }

    [Fact]
    public async Task Over_a_colleagues_newer_text_a_kept_one_is_a_choice()
    {
        var (clerk, _) = await CloseUnsavedAsync();
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        await OpenAsync(clerk);
        var kept = new KeptDrafts(clerk);

        await kept.OfferAsync();
        await kept.TakeAsync();
        var conflict = new ConflictPage(clerk);
        Assert.Equal([("年度总体目标", Goal, TheirGoal)], await conflict.QuestionsAsync());
        Assert.Equal(TheirGoal, await StoredGoalAsync());
        Assert.NotEmpty(await kept.KeysAsync());
        await conflict.TakeTheirsAsync("年度总体目标");
        await conflict.ResolveAsync();

        Assert.Equal(TheirGoal, await StoredGoalAsync());
        Assert.Empty(await kept.KeysAsync());
        Assert.Equal(0, await kept.OffersAsync());
    }

    [Fact]
    public async Task A_post_that_never_arrived_is_offered_again_whatever_pages_came_between()
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.Context.ClearCookiesAsync();
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("登录已过期");
        await clerk.GoOnAsync(() => edit.AnswerAsync("重新登录并保存"));

        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        edit = await OpenAsync(clerk);
        await new KeptDrafts(clerk).OfferAsync();
        await new KeptDrafts(clerk).TakeAsync();

        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task On_a_shared_computer_nothing_is_ever_kept()
    {
        var person = await PersonAsync(County);
        var kept = new KeptDrafts(person);
        await kept.ForbidAsync();
        await (await new SignInPage(person).OpenAsync()).SignInAsync(Account.Clerk, isShared: true);
        var edit = await OpenAsync(person);
        await CutOffAsync(person);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页");
        Assert.Empty(await kept.KeysAsync());
        await ReconnectAsync(person);
        await edit.SaysAsync("✓ 已保存");

        Assert.Empty(await kept.KeysAsync());
    }

    [Fact]
    public async Task Signing_out_takes_away_ones_own_drafts_and_nobody_elses()
    {
        var (clerk, _) = await CloseUnsavedAsync();
        var kept = new KeptDrafts(clerk);
        var edit = await OpenAsync(clerk);
        await clerk.Page.EvaluateAsync("() => localStorage.setItem('perftargets:another:form:1:page', '{}')");
        var asked = Asked(clerk);

        await clerk.GoOnAsync(() => edit.AnswerAsync("退出"));

        Assert.Equal(["perftargets:another:form:1:page"], await kept.KeysAsync());
        Assert.Equal(["confirm"], asked);
    }

    [Fact]
    public async Task Signing_out_asks_before_it_takes_away_what_could_not_be_saved_and_names_the_form()
    {
        var (clerk, _) = await CloseUnsavedAsync();
        await clerk.Page.GotoAsync("/");
        string? asked = null;
        clerk.Page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await dialog.DismissAsync();
        };

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();

        Assert.Equal($"这台电脑上有您填写而没有确认已保存的内容：{Project}。退出后会删除。仍要退出吗？", asked);
        await new KeptDrafts(clerk).KeepsAsync(Goal);
        Assert.Equal("/", new Uri(clerk.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_saves_first()
    {
        var (clerk, edit) = await EditAsync();
        await edit.TypeGoalAsync(Goal);

        await clerk.GoOnAsync(() => edit.AnswerAsync("退出"));

        Assert.Equal(Goal, await StoredGoalAsync());
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    [Fact]
    public async Task Signing_out_in_another_window_takes_the_drafts_of_this_one_for_good()
    {
        var (clerk, edit, kept) = await TypeCutOffAsync();
        var other = await clerk.OpenTabAsync();
        var theirs = await OpenAsync(other);
        Asked(other);

        await other.GoOnAsync(() => theirs.AnswerAsync("退出"));
        await ReconnectAsync(clerk);
        await edit.SaysAsync("登录已过期");
        await edit.TypePeriodAsync("2 年");
        await edit.SaysAsync("登录已过期");

        Assert.Empty(await kept.KeysAsync());
        Assert.Equal(Goal, await edit.GoalAsync());
    }

    [Fact]
    public async Task What_another_window_is_about_to_save_is_not_offered()
    {
        var (clerk, edit, _) = await TypeCutOffAsync();
        var other = await clerk.OpenTabAsync();

        await OpenAsync(other);
        await new KeptDrafts(other).OffersNothingAsync();
        await ReconnectAsync(clerk);
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(Goal, await StoredGoalAsync());
    }

    /// <summary>Types what does not reach the server, and closes the page.</summary>
    private async Task LeaveAsync(Person clerk, Func<EditPage, Task> type)
    {
        var tab = await clerk.OpenTabAsync();
        var edit = await OpenAsync(tab);
        await CutOffAsync(tab);
        await type(edit);
        await edit.SaysAsync("未能保存");
        await tab.Page.CloseAsync();
    }

    /// <summary>The clerk has typed a goal that does not reach the server, and the browser keeps it.</summary>
    private async Task<(Person Clerk, EditPage Edit, KeptDrafts Kept)> TypeCutOffAsync()
    {
        var (clerk, edit) = await EditAsync();
        var kept = new KeptDrafts(clerk);
        await CutOffAsync(clerk);
        await edit.TypeGoalAsync(Goal);
        await kept.KeepsAsync(Goal);
        return (clerk, edit, kept);
    }
}
