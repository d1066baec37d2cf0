using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>Two texts in one place: both are shown, the later one decides field by field and row by row, and nothing is thrown away unasked.</summary>
public sealed class ConflictTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Quantity = "数量指标", GoalLabel = "年度总体目标";
    private const string QuantityKey = "output.quantity";

    [Fact]
    public async Task Mine_and_theirs_are_chosen_for_each_field_and_each_row()
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => WithValue(content, "同事的值") with { OverallGoal = TheirGoal, ProjectPeriod = "3 年" });

        await edit.TypeGoalAsync(Goal);
        await edit.TypeValueAsync(Quantity, "我的值");
        await edit.SaysAsync("别处也作了修改");
        Assert.Equal(TheirGoal, await StoredGoalAsync());
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        var conflict = new ConflictPage(clerk);
        var name = (await Office.StoredAsync()).Content.RowsOf(QuantityKey).Single().Name;
        Assert.Contains(Office.ColleagueName, await conflict.ReasonAsync(), StringComparison.Ordinal);
        Assert.Equal(
            [(GoalLabel, Goal, TheirGoal), ($"{Quantity}第 1 行", $"{name}\n我的值", $"{name}\n同事的值")], await conflict.QuestionsAsync());
        await conflict.TakeMineAsync(GoalLabel);
        await conflict.TakeTheirsAsync($"{Quantity}第 1 行");
        await conflict.ResolveAsync();

        var content = (await Office.StoredAsync()).Content;
        Assert.Equal((Goal, "同事的值", "3 年"), (content.OverallGoal, content.RowsOf(QuantityKey).Single().Value, content.ProjectPeriod));
        Assert.Empty(await new KeptDrafts(clerk).KeysAsync());
    }

    [Fact]
    public async Task Both_texts_can_come_into_the_field_and_are_cut_down_there()
    {
        var (_, edit, conflict) = await AskedAboutTheGoalAsync();
        Assert.Equal(["我", "同事"], await conflict.MarkedAsync());
        await conflict.TakeBothAsync(GoalLabel);
        await conflict.ResolveAsync();

        Assert.Equal($"{Goal}\n{TheirGoal}", await edit.GoalAsync());
        await edit.TypeGoalAsync("我们写的总体目标。");
        await edit.SaysAsync("✓ 已保存");
        Assert.Equal("我们写的总体目标。", await StoredGoalAsync());
    }

    [Fact]
    public async Task Where_either_answer_loses_a_text_nothing_is_chosen_beforehand_and_the_browser_asks()
    {
        var (clerk, edit, conflict) = await AskedAboutTheGoalAsync();

        await edit.AnswerAsync("按下面的选择保存");
        Assert.True(await clerk.Page.EvaluateAsync<bool>("() => document.activeElement.matches('input[type=radio]:invalid')"));
        Assert.Equal(TheirGoal, await StoredGoalAsync());
        await conflict.TakeTheirsAsync(GoalLabel);
        await conflict.ResolveAsync();

        Assert.Equal(TheirGoal, await edit.GoalAsync());
    }

    [Fact]
    public async Task Two_indicators_typed_into_one_blank_row_become_two_rows()
    {
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Select(row => row.GroupKey == QuantityKey ? row with { Name = "", Value = "" } : row)] });
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Select(row => row.GroupKey == QuantityKey ? row with { Name = "宣讲场次", Value = "2 场" } : row)] });

        await edit.TypeRowAsync(Quantity, "培训人数", "20 人");
        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        var conflict = new ConflictPage(clerk);
        // What loses nothing needs no answer.
        await conflict.ResolveAsync();

        Assert.Equal(["培训人数", "宣讲场次"], await new SheetPage(clerk).NamesAsync(Quantity));
        Assert.Equal(["20 人", "2 场"], (await Office.StoredAsync()).Content.RowsOf(QuantityKey).Select(row => row.Value));
    }

    [Theory]
    [InlineData("我的", Goal, "我的值")]
    [InlineData("对方的", TheirGoal, "同事的值")]
    public async Task All_of_one_side_is_one_button(string side, string goal, string value)
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => WithValue(content, "同事的值") with { OverallGoal = TheirGoal });

        await edit.TypeGoalAsync(Goal);
        await edit.TypeValueAsync(Quantity, "我的值");
        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        await new ConflictPage(clerk).TakeAllAsync(side);

        var content = (await Office.StoredAsync()).Content;
        Assert.Equal((goal, value), (content.OverallGoal, content.RowsOf(QuantityKey).Single().Value));
        Assert.Equal((goal, value), (await edit.GoalAsync(), await edit.ValueAsync(Quantity)));
    }

    [Fact]
    public async Task Two_tabs_of_one_person_are_called_so()
    {
        var (clerk, edit) = await EditAsync();
        var other = await clerk.OpenTabAsync();
        var elsewhere = await OpenAsync(other);
        await elsewhere.TypeGoalAsync(TheirGoal);
        await elsewhere.SaysAsync("✓ 已保存");

        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        Assert.Contains("您在别处保存过", await new ConflictPage(clerk).ReasonAsync(), StringComparison.Ordinal);
        await new ConflictPage(clerk).TakeAllAsync("这次填写的");

        Assert.Equal(Goal, await StoredGoalAsync());
    }

    [Fact]
    public async Task What_is_typed_on_after_a_conflict_goes_into_the_choice_too()
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("别处也作了修改");

        await edit.TypePeriodAsync("2 年");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        await new ConflictPage(clerk).TakeAllAsync("我的");

        var stored = await Office.StoredAsync();
        Assert.Equal((Goal, "2 年"), (stored.OverallGoal, stored.ProjectPeriod));
    }

    /// <summary>The clerk and a colleague have both written a goal, and the clerk has come to the question.</summary>
    private async Task<(Person Clerk, EditPage Edit, ConflictPage Conflict)> AskedAboutTheGoalAsync()
    {
        var (clerk, edit) = await EditAsync();
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        await edit.TypeGoalAsync(Goal);
        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        return (clerk, edit, new ConflictPage(clerk));
    }

    private static FormContent WithValue(FormContent content, string value) => content with
    {
        Indicators = [.. content.Indicators.Select(row => row.GroupKey == QuantityKey ? row with { Value = value } : row)],
    };
}
