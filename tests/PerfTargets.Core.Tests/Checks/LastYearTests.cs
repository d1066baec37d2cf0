using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

public class LastYearTests
{
    /// <summary>The form of 2023; last year's is made from it.</summary>
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static CheckContext After(Func<FormContent, FormContent> before) => Sound with { LastYear = new(before(Sound.Form)) };

    private static FormContent Otherwise(FormContent form) => form with { OverallGoal = "改造农村供水管网 8 公里。" };

    private static FormContent WithRow(FormContent form, string group, string name, string value) =>
        form with { Indicators = [.. form.Indicators.Where(row => row.GroupKey != group), CheckForms.Row(group, name, value)] };

    [Fact]
    [Fires("X2")]
    public void X2_says_that_all_is_as_it_was()
    {
        var finding = After(form => form with { Funds = [] }).Only("X2");

        Assert.Equal("年度总体目标：与 2022 年度的目标表相比，目标和全部指标都相同，请按本年度的任务填写，确有原因的请写明", finding.Message);
        Assert.Equal((HeadField.OverallGoal, Sound.Form.OverallGoal, true, FindingSeverity.Warning), (finding.Place.Field, finding.Raw, finding.NeedsReason, finding.Severity));
    }

    [Fact]
    public void X2_sees_through_blanks_glyphs_and_the_order_of_rows() => Assert.Equal("X2W", After(form => form with
    {
        OverallGoal = form.OverallGoal.Replace("，", " , ", StringComparison.Ordinal),
        Indicators = [.. form.Indicators.Reverse().Select(row => row with { Id = Guid.CreateVersion7(), Value = row.Value.Replace("≥", "≧", StringComparison.Ordinal) })],
    }).Codes("X2"));

    [Fact]
    public void X2_sees_through_the_numbers_of_years()
    {
        var finding = After(form => form with
        {
            OverallGoal = "2022 年度" + form.OverallGoal,
            Indicators = [.. form.Indicators.Select(row => row with { Value = row.Value.Replace("2023年", "2022年", StringComparison.Ordinal) })],
        }).With(form => form with { OverallGoal = "2023年" + form.OverallGoal }).Only("X2");

        Assert.StartsWith("年度总体目标：除日期外，与 2022 年度的目标表相比", finding.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<FormContent, FormContent>> Differences { get; } = new()
    {
        { "goal", Otherwise },
        { "two values", form => WithRow(WithRow(form, "output.cost", "管网改造费用", "≤35 万元"), "satisfaction.served", "受益群众满意度", "≥90%") },
        { "a number and a word", form => WithRow(WithRow(form, "output.cost", "管网改造费用", "≤35 万元"), "output.timeliness", "完工日期", "2023年11月底前") },
        { "name", form => WithRow(form, "output.cost", "改造费用", "≤36 万元") },
        { "group", form => form with { Indicators = [.. form.Indicators.Select(row => row with { GroupKey = row.GroupKey == "benefit.social" ? "benefit.economic" : row.GroupKey })] } },
        { "rows", form => form with { Indicators = [.. form.Indicators.Skip(1)] } },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    [NearMiss("X2")]
    public void X2_is_silent_where_anything_is_different(string what, Func<FormContent, FormContent> before)
    {
        Assert.NotEmpty(what);
        Assert.Equal("", After(before).Codes("X2"));
    }

    /// <summary>One number renewed and the day moved: the rest is last year's.</summary>
    [Theory]
    [InlineData("benefit.social", "受益户数", "≥800 户", "≥700 户", "除日期和一个数外，与")]
    [InlineData("benefit.social", "受益户数", "≥2030 户", "≥2023 户", "除日期和一个数外，与")]
    [InlineData("output.timeliness", "完工时限", "2023年11月底前", "2022年10月20日前", "除日期外，与")]
    [InlineData("output.timeliness", "完工时限", "2023-11-30前", "2022-10-20前", "除日期外，与")]
    [InlineData("output.timeliness", "完工时限", "2023.11前", "2022.9前", "除日期外，与")]
    public void X2_sees_through_a_date_and_one_number(string group, string name, string now, string before, string how) => Assert.StartsWith(
        "年度总体目标：" + how, (Sound.WithRows(group, (name, now)) with { LastYear = new(WithRow(Sound.Form, group, name, before)) }).Only("X2").Message, StringComparison.Ordinal);

    [Fact]
    public void X2_lets_goal_and_row_change_together()
    {
        var context = Sound.With(form => WithRow(form, "output.quantity", "改造管网长度", "≥14 公里") with { OverallGoal = form.OverallGoal.Replace("12 公里", "14 公里", StringComparison.Ordinal) });

        Assert.Equal("X2W", (context with { LastYear = new(WithRow(Sound.Form, "output.quantity", "改造管网长度", "≥12 公里")) }).Codes("X2"));
        Assert.Equal("", (Sound.With(form => WithRow(form, "output.quantity", "改造管网长度", "≥14 公里")) with
        {
            LastYear = new(WithRow(Sound.Form, "output.quantity", "改造管网长度", "≥12 公里") with { OverallGoal = Sound.Form.OverallGoal.Replace("12 公里", "11 公里", StringComparison.Ordinal) }),
        }).Codes("X2"));
    }

    [Fact]
    public void X2_passes_where_there_was_no_form_last_year_and_cannot_judge_where_it_is_not_at_hand()
    {
        Assert.False((Sound with { LastYear = new(null) }).IsUndetermined("X2"));
        Assert.True(Sound.IsUndetermined("X2"));
        Assert.Equal("没有本项目上年的目标表，无法判断是否照抄", FormChecks.Run(Sound).Undetermined.Single(check => check.Code == "X2").Reason);
    }

    /// <summary>One number of three is not little.</summary>
    [Theory]
    [InlineData(3, "")]
    [InlineData(4, "X2W")]
    public void X2_takes_one_number_for_little_among_many(int numbers, string codes)
    {
        IndicatorRow[] rows = [.. Enumerable.Range(1, numbers).Select(number => CheckForms.Row("output.quantity", "供水" + "甲乙丙丁"[number - 1], $"≥{number}0 户"))];
        var form = Sound.Form with { OverallGoal = "改造农村供水管网。", Indicators = rows };

        Assert.Equal(codes, (Sound with { Form = form, LastYear = new(form with { Indicators = [rows[0] with { Value = "≥15 户" }, .. rows[1..]] }) }).Codes("X2"));
    }

    [Fact]
    public void X2_takes_an_empty_form_for_no_copy()
    {
        Assert.False((Sound with { Form = new FormContent() }).IsUndetermined("X2"));
        Assert.Equal("", (Sound with { Form = new FormContent(), LastYear = new(new FormContent()) }).Codes("X2"));
        Assert.Equal("", (Sound with { LastYear = new(Sound.Form with { Indicators = [] }) }).With(form => form with { Indicators = [] }).Codes("X2"));
    }

    [Theory]
    [InlineData("output.timeliness", "完工时限", "2022年11月底前", "时效指标第 1 行“完工时限”：“2022年11月底前”写的是 2022 年，与上年的目标表一字不差，请改为本年度的内容，确有原因的请写明", "value")]
    [InlineData("output.quantity", "2022年改造管网长度", "≥12 公里", "数量指标第 1 行：“2022年改造管网长度”写的是 2022 年，与上年的目标表一字不差，请改为本年度的内容，确有原因的请写明", "name")]
    public void X2_finds_a_row_in_which_the_old_year_was_left(string group, string name, string value, string message, string field)
    {
        var context = Sound.WithRows(group, (name, value)) with { LastYear = new(WithRow(Otherwise(Sound.Form), group, name, value)) };
        var finding = context.Only("X2");

        Assert.Equal((message, field, true), (finding.Message, finding.Place.Field, finding.NeedsReason));
    }

    [Fact]
    public void X2_finds_a_goal_in_which_the_old_year_was_left()
    {
        var context = Sound.With(form => form with { OverallGoal = "2022年改造农村供水管网 12 公里。" });

        Assert.Equal("年度总体目标：“2022年改造农村供水管网 12 公里。”写的是 2022 年，与上年的目标表一字不差，请改为本年度的内容，确有原因的请写明",
            (context with { LastYear = new(WithRow(context.Form, "output.cost", "施工费用", "≤35 万元")) }).Only("X2").Message);
        Assert.Equal("", (Sound with { LastYear = new(WithRow(Sound.Form, "output.cost", "施工费用", "≤35 万元")) }).Codes("X2"));
        Assert.Equal("", (context with { LastYear = new(WithRow(context.Form with { OverallGoal = "2022年改造农村供水管网 8 公里。" }, "output.cost", "管网改造费用", "≤35 万元")) }).Codes("X2"));
    }

    [Theory]
    [InlineData("兑现2022年奖补资金缺口企业", "3 家", "2 家", "X2W")]
    [InlineData("兑现2021年奖补资金缺口企业", "3 家", "2 家", "")]
    [InlineData("兑现奖补资金企业", "2022年12月底前", "2022年11月底前", "")]
    [InlineData("改造管网长度", "2022 公里", "2022 公里", "")]
    public void X2_asks_only_about_the_year_before_in_the_same_words(string name, string value, string before, string codes) => Assert.Equal(codes,
        (Sound.WithRows("output.quantity", (name, value)) with { LastYear = new(WithRow(Otherwise(Sound.Form), "output.quantity", name, before)) }).Codes("X2"));
}
