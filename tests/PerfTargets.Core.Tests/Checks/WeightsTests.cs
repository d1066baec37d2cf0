using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>K7: weights written beside the rows.</summary>
public class WeightsTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("（权重50%）", "（权重 40%）", "2 行写有权重，合计 90")]
    [InlineData("权重：50.5", "权重：50", "2 行写有权重，合计 100.5")]
    [InlineData("（分值：60分）", "（分值50分）", "2 行写有权重，合计 110")]
    [InlineData("（权重为60）", "，权重50%", "2 行写有权重，合计 110")]
    [InlineData("权重（60%）", "权重（%）：50", "2 行写有权重，合计 110")]
    [InlineData("权重：30、权重：40", "（权重 40%）", "2 行写有权重，合计 110")]
    [Fires("K7")]
    public void K7_names_the_sum_of_weights_that_is_not_100(string first, string second, string words)
    {
        var context = Sound.WithRows("output.quality", ("合格率" + first, "100%")).WithRows("output.cost", ("费用", "36 万元" + second));

        Assert.Equal($"绩效指标：{words}，应为 100，请核对各行的权重", context.Only("K7").Message);
        Assert.Equal((FindingSeverity.Error, "output.quality", "name"), (context.Only("K7").Severity, context.Only("K7").Place.GroupKey, context.Only("K7").Place.Field));
    }

    [Theory]
    [InlineData("（权重60%）", "（权重 40%）")]
    [InlineData("（权重60%）", "")]
    [InlineData("权重占比", "权重占比")]
    [InlineData("（90 分）", "（80 分）")]
    [InlineData("分值 90 分", "分值 80 分")]
    [InlineData("（60 分）", "（权重 60%）")]
    [InlineData("（按考核权重30%计）", "（按考核权重30%计）")]
    [InlineData("考核权重30%", "考核权重30%")]
    [InlineData("，权重60%", "，权重为40%")]
    [InlineData("权重（60%）", "权重（%）：40")]
    [NearMiss("K7")]
    public void K7_is_content_with_100_and_with_what_are_no_weights(string first, string second) =>
        Assert.Equal("", Sound.WithRows("output.quality", ("合格率" + first, "100%")).WithRows("output.cost", ("费用", "36 万元" + second)).Codes("K7"));

    [Theory]
    [InlineData(4, 10, "")]
    [InlineData(5, 10, "K7E")]
    [InlineData(5, 20, "")]
    public void K7_takes_bare_marks_for_weights_when_most_rows_have_them(int marked, int mark, string codes)
    {
        var rows = Enumerable.Range(1, 8).Select(number => ($"指标{number}" + (number <= marked ? $"（{mark} 分）" : ""), $"{number} 个"));

        Assert.Equal(codes, Sound.With(form => form with { Indicators = [] }).WithRows("output.quantity", [.. rows]).Codes("K7"));
    }

    [Fact]
    public void K7_counts_a_row_once()
    {
        var context = Sound.WithRows("output.quality", ("合格率（权重50%）", "100%（权重50%）"), ("达标率（权重50%）", "100%"));

        Assert.Equal("", context.Codes("K7"));
    }

    /// <summary>Equal parts of a whole are rounded; what somebody chose is not.</summary>
    [Theory]
    [InlineData("", "33.33", "33.33", "33.33")]
    [InlineData("", "33.3", "33.3", "33.3")]
    [InlineData("", "16.67", "16.67", "16.67", "50")]
    [InlineData("", "14.29", "14.29", "14.29", "14.29", "14.29", "14.29", "14.29")]
    [InlineData("", "33.33", "33.33", "33.34")]
    [InlineData("", "12.5", "12.5", "25", "50")]
    [InlineData("K7E", "33", "33", "33")]
    [InlineData("K7E", "33.33", "33.33", "33.30")]
    [InlineData("K7E", "33.32", "33.32", "33.32")]
    [InlineData("K7E", "12.4", "12.4", "25", "50")]
    [InlineData("K7E", "50.5", "49.4")]
    public void K7_takes_rounded_equal_parts_for_the_whole(string codes, params string[] weights)
    {
        var rows = weights.Select((weight, index) => ($"指标{index}（权重{weight}%）", $"{index} 个"));

        Assert.Equal(codes, Sound.With(form => form with { Indicators = [] }).WithRows("output.quantity", [.. rows]).Codes("K7"));
    }

    [Fact]
    public void K7_adds_up_all_weights_of_a_row()
    {
        var context = Sound.WithRows("output.quality", ("合格率（权重：30）、达标率（权重：40）", "100%"), ("优良率（权重 30%）", "100%"));

        Assert.Equal("", context.Codes("K7"));
        Assert.Contains("2 行写有权重，合计 110", context.WithRows("output.cost", ("费用（权重 10%）", "36 万元")).WithRows("output.quality",
            ("合格率（权重：60）、达标率（权重：40）", "100%")).Only("K7").Message, StringComparison.Ordinal);
    }
}
