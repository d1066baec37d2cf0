using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>Others at the same form: one hears of them before typing, their texts come in beside one's own, and what they do to the form is said.</summary>
public sealed class ColleagueTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Quantity = "数量指标";

    [Fact]
    public async Task Who_else_saved_in_the_last_minutes_is_said_before_typing()
    {
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        County.App.Time.Advance(TimeSpan.FromMinutes(9));
        var (clerk, edit) = await EditAsync();
        Assert.Contains($"{Office.ColleagueName} 09:01 刚保存过这份目标表，可能还在修改", await AboveTheSheetAsync(clerk), StringComparison.Ordinal);

        // One's own save does not hide the colleague's.
        await edit.TypePeriodAsync("2 年");
        await edit.SaysAsync("✓ 已保存");
        await OpenAsync(clerk);
        Assert.Contains(Office.ColleagueName, await AboveTheSheetAsync(clerk), StringComparison.Ordinal);

        County.App.Time.Advance(TimeSpan.FromMinutes(2));
        await OpenAsync(clerk);
        Assert.DoesNotContain(Office.ColleagueName, await AboveTheSheetAsync(clerk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleagues_text_elsewhere_comes_in_beside_ones_own()
    {
        var (_, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { ProjectPeriod = "2 年" });

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync($"并与{Office.ColleagueName}保存的内容合并");

        Assert.Equal(("2 年", Goal), (await edit.PeriodAsync(), await edit.GoalAsync()));
        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task What_a_colleague_has_changed_on_ones_page_is_named_with_what_stood_there_also_while_one_types_on()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        await edit.TypeGoalAsync(Goal);
        await clerk.Page.Keyboard.PressAsync("Control+s");
        await edit.SaysAsync("✓ 已保存");
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        var (asked, answer) = await HoldSavesAsync(clerk);

        await edit.TypePeriodAsync("2 年");
        await clerk.Page.Keyboard.PressAsync("Control+s");
        await asked;
        await edit.TypePeriodAsync("3 年");
        answer.SetResult();
        await edit.SaysAsync("有未保存的修改");

        Assert.Equal([$"您打开本页以后，有 1 处在别处作了修改：年度总体目标（原来是“{Goal}”）。"], await new SheetPage(clerk).Notices.AllInnerTextsAsync());
        Assert.Equal((TheirGoal, "3 年"), (await edit.GoalAsync(), await edit.PeriodAsync()));
    }

    [Fact]
    public async Task On_the_sheet_that_came_with_a_colleagues_text_Tab_passes_the_buttons_too()
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { ProjectPeriod = "2 年" });
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync($"并与{Office.ColleagueName}保存的内容合并");

        await new SheetPage(clerk).Value(Quantity).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("质量指标 三级指标", await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task What_is_typed_and_added_while_texts_are_merged_stays()
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { ProjectPeriod = "2 年" });
        var (asked, answer) = await HoldSavesAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await asked;
        await edit.TypeGoalAsync(Goal + "又一句。");
        await edit.AddRowAsync(Quantity);
        await edit.TypeRowAsync(Quantity, "新增的指标", "1 户", 2);
        await edit.FocusNameAsync(Quantity, 2);
        answer.SetResult();
        await edit.SaysAsync("有未保存的修改");
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(("2 年", Goal + "又一句。", "新增的指标"), (await edit.PeriodAsync(), await edit.GoalAsync(), await edit.NameAsync(Quantity, 2)));
        Assert.Equal($"{Quantity}第 2 行 三级指标", await edit.FocusedFieldAsync());
        var content = (await Office.StoredAsync()).Content;
        Assert.Equal((Goal + "又一句。", "1 户"), (content.OverallGoal, content.RowsOf("output.quantity").Last().Value));
    }

    [Fact]
    public async Task What_is_typed_over_a_text_that_is_just_coming_in_is_asked_about()
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        var (asked, answer) = await HoldSavesAsync(clerk);

        await edit.TypePeriodAsync("2 年");
        await asked;
        await edit.TypeGoalAsync(Goal);
        answer.SetResult();
        await edit.SaysAsync("别处也作了修改");

        var stored = await Office.StoredAsync();
        Assert.Equal((TheirGoal, "2 年"), (stored.OverallGoal, stored.ProjectPeriod));
        Assert.Equal(Goal, await edit.GoalAsync());
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        Assert.Equal([("年度总体目标", Goal, TheirGoal)], await new ConflictPage(clerk).QuestionsAsync());
    }

    [Fact]
    public async Task What_is_begun_where_nothing_stood_while_texts_are_merged_stays()
    {
        const string lone = "可持续影响指标", other = "生态效益指标", otherKey = "benefit.ecological";
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Where(row => row.GroupKey is not ("benefit.sustainability" or otherKey))] });
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { ProjectPeriod = "2 年" });
        var (asked, answer) = await HoldSavesAsync(clerk);

        await edit.TypeGoalAsync(Goal);
        await asked;
        await edit.TypeRowAsync(lone, "新开头的指标", "3 年");
        await edit.TypeNotApplicableAsync(other, "本项目不影响生态环境");
        answer.SetResult();
        await edit.SaysAsync("有未保存的修改");
        await edit.SaysAsync("✓ 已保存");

        var content = (await Office.StoredAsync()).Content;
        Assert.Equal(("2 年", Goal, "3 年"), (content.ProjectPeriod, content.OverallGoal, content.RowsOf("benefit.sustainability").Single().Value));
        Assert.Equal("本项目不影响生态环境", content.NotApplicableOf(otherKey)?.Reason);
        Assert.Equal("新开头的指标", await edit.NameAsync(lone));
    }

    [Fact]
    public async Task When_a_colleague_sends_the_form_up_the_text_stays_and_comes_back_with_the_form()
    {
        var (clerk, edit) = await EditAsync();
        await Office.ActAsync(FormAction.Submit, Office.Colleague);

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("未能保存，文字仍在本页：目标表已不能修改");
        Assert.Equal(Goal, await edit.GoalAsync());
        Assert.Contains($"{Office.ColleagueName}在 2 月 8 日 09:01 办理了“送审”，这份目标表现在由单位审核人审核，不能修改。", await AtTheFootAsync(clerk), StringComparison.Ordinal);
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看没有保存的内容"));
        Assert.Equal(Goal, await edit.GoalAsync());
        await Office.ActAsync(FormAction.Return, Account.UnitReviewer, "请补充总体目标。");

        edit = await OpenAsync(clerk);
        await new KeptDrafts(clerk).OfferAsync();
        await new KeptDrafts(clerk).TakeAsync();
        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
    }

    [Fact]
    public async Task A_form_returned_while_typing_goes_on_with_the_opinion_beside_it()
    {
        var (clerk, edit) = await EditAsync();
        await Office.ActAsync(FormAction.Submit, Office.Colleague);
        await Office.ActAsync(FormAction.Return, Account.UnitReviewer, "请补充总体目标。");

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("✓ 已保存");

        Assert.DoesNotContain("合并", await edit.SavedAsync(), StringComparison.Ordinal);
        Assert.Contains("刚才被退回修改", await AtTheFootAsync(clerk), StringComparison.Ordinal);
        Assert.Contains("请补充总体目标。", await edit.OpinionAsync(), StringComparison.Ordinal);
        Assert.Equal("已退回", await edit.StatusAsync());
        Assert.Equal((Goal, Goal), (await edit.GoalAsync(), await StoredGoalAsync()));
    }

    private static async Task<string> AboveTheSheetAsync(Person person) => string.Concat(await person.Page.Locator("main > .notice").AllInnerTextsAsync());

    private static async Task<string> AtTheFootAsync(Person person) => string.Concat(await person.Page.Locator(".foot-notices .notice").AllInnerTextsAsync());
}
