using PerfTargets.Core.Checks;
using PerfTargets.Web.Pages.Forms;
using Xunit;

namespace PerfTargets.Web.Tests.Forms;

public sealed class FindingItemTests
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7(), Third = Guid.CreateVersion7();

    [Fact]
    public void What_one_check_says_of_the_rows_of_a_group_is_one_item_with_several_places() => Assert.Equal(
        ["数量指标第 1 行|数量指标第 2 行", "数量指标第 3 行", "成本指标第 1 行"],
        Items(
            Row("Q1", "output.quantity", First, "数量指标第 1 行“甲”：写得太笼统"), Row("Q1", "output.quantity", Second, "数量指标第 2 行“乙”：写得太笼统"),
            Row("Q2", "output.quantity", Third, "数量指标第 3 行：没有单位"), Row("Q1", "output.cost", First, "成本指标第 1 行：写得太笼统")));

    [Fact]
    public void What_several_checks_say_of_one_place_is_one_item() => Assert.Equal(
        ["年度总体目标", "数量指标第 1 行"],
        Items(
            Head("overallGoal", "G1", "年度总体目标：没有数量"), Head("overallGoal", "G5", "年度总体目标：没有写明程度"),
            Row("Q1", "output.quantity", First, "数量指标第 1 行：写得太笼统"), Row("Q9", "output.quantity", First, "数量指标第 1 行：重复名称")));

    [Fact]
    public void What_is_said_of_one_place_is_one_item_though_another_place_comes_between() => Assert.Equal(
        ["数量指标第 1 行", "年度资金总额"],
        Items(
            Row("", "output.quantity", First, "数量指标第 1 行：最多 500 个字"), Head("funds-total", "F1", "年度资金总额：不等于各项之和"),
            Row("Q1", "output.quantity", First, "数量指标第 1 行：没有数值")));

    [Fact]
    public void Fields_of_the_head_are_items_of_their_own() => Assert.Equal(
        ["项目名称", "项目期"], Items(Head("projectName", "C1", "项目名称：未填写"), Head("projectPeriod", "C1", "项目期：未填写")));

    [Theory]
    [InlineData(FindingSeverity.Hint, 4, 4, 0)]
    [InlineData(FindingSeverity.Hint, 5, 3, 2)]
    [InlineData(FindingSeverity.Warning, 5, 5, 0)]
    public void Of_a_hint_in_very_many_rows_the_first_are_seen(FindingSeverity severity, int rows, int seen, int folded)
    {
        var item = Assert.Single(FindingItem.Of([.. Enumerable.Range(1, rows).Select(row => Row("L5", "output.quantity", Guid.CreateVersion7(), $"数量指标第 {row} 行：可以更短", severity))]));

        Assert.Equal((severity, seen, folded), (item.Severity, item.Seen.Count, item.Folded.Count));
    }

    [Fact]
    public void A_sentence_is_taken_apart_into_link_name_and_what_is_said()
    {
        var finding = Row("Q1", "output.quantity", First, "数量指标第 1 行“甲：乙”：“多”没有数值");
        var place = Assert.Single(Assert.Single(FindingItem.Of([finding])).Seen);

        Assert.Equal(("数量指标第 1 行", "“甲：乙”", "“多”没有数值", finding.Place.Anchor), (place.Link.ToString(), place.Rest.ToString(), place.Sentence(finding).ToString(), place.Anchor));
    }

    [Fact]
    public void A_sentence_that_names_no_place_is_the_link_itself()
    {
        var finding = Head("form", "X9", "上年的表还没有批复");
        var place = Assert.Single(Assert.Single(FindingItem.Of([finding])).Seen);

        Assert.Equal(("上年的表还没有批复", "", ""), (place.Link.ToString(), place.Rest.ToString(), place.Sentence(finding).ToString()));
    }

    private static string[] Items(params Finding[] findings) =>
        [.. FindingItem.Of(findings).Select(item => string.Join('|', item.Seen.Concat(item.Folded).Select(place => place.Link.ToString())))];

    private static Finding Head(string field, string code, string message) => new(code, FindingSeverity.Error, Place.Head(field), message);

    private static Finding Row(string code, string group, Guid row, string message, FindingSeverity severity = FindingSeverity.Error) =>
        new(code, severity, Place.RowValue(group, row), message);
}
