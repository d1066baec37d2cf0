using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>D2–D4 and D7: what 时效 rows and years say. D1 is in <see cref="RowTests"/>.</summary>
public class DatesTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData(1, "D3W")]
    [InlineData(2, "D3H D2H")]
    [InlineData(3, "D4H D3H D5W")]
    [InlineData(4, "D3H D2H D4H")]
    public void The_seed_forms_give_exactly_these_codes(int table, string codes) => Assert.Equal(codes,
        new CheckContext(CheckForms.Seed[table - 1], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable).Codes("D2", "D3", "D4", "D5", "D6", "D7"));

    [Theory]
    [InlineData("2023 年 3 月底")]
    [InlineData("2023.12")]
    [InlineData("12月31日")]
    [InlineData("第三季度")]
    [InlineData("2023年11月完工")]
    [InlineData("2023年")]
    [Fires("D2")]
    public void D2_misses_the_bound_of_a_date(string value)
    {
        var context = Sound.WithValue("output.timeliness", value);

        Assert.Equal("D2H", context.Codes("D2"));
        Assert.Equal($"时效指标第 1 行“完工时限”：日期“{value}”没有写“前”或“≤”，看不出是最迟期限，请补充", context.Only("D2").Message);
        Assert.Equal((value, "value"), (context.Only("D2").Raw, context.Only("D2").Place.Field));
    }

    [Theory]
    [InlineData("2023 年 3 月底前")]
    [InlineData("12月31日以前")]
    [InlineData("≤2023年12月31日")]
    [InlineData("不晚于 11 月 30 日")]
    [InlineData("第三季度内完成")]
    [InlineData("2023年1月至12月")]
    [InlineData("2023年3月开工")]
    [InlineData("每月15日")]
    [InlineData("每年3月、9月")]
    [InlineData("年底")]
    [InlineData("及时")]
    [InlineData("100%")]
    [InlineData("30 天内")]
    [InlineData("≤30 天")]
    [NearMiss("D2")]
    public void D2_is_content_with_a_bound_and_leaves_periods_and_vague_times_alone(string value) =>
        Assert.Equal("", Sound.WithValue("output.timeliness", value).Codes("D2"));

    [Fact]
    public void D2_misses_the_bound_of_a_length_of_time_that_the_name_calls_a_limit()
    {
        Assert.Equal("时效指标第 1 行“资金拨付时限”：时限“30 个工作日”没有写“≤”或“内”，看不出是最长时间，请补充",
            Sound.WithRows("output.timeliness", ("资金拨付时限", "30 个工作日")).Only("D2").Message);
        Assert.Equal("", Sound.WithRows("output.timeliness", ("服务期限", "1 年")).Codes("D2"));
        Assert.Equal("", Sound.WithRows("output.timeliness", ("最迟完工时间", "11 月底")).Codes("D2"));
        Assert.Equal("", Sound.WithRows("output.quality", ("验收日期", "11 月底")).Codes("D2"));
    }

    [Fact]
    public void D2_takes_its_bounds_from_the_template() =>
        Assert.Equal("D2H", Sound.WithValue("output.timeliness", "2023年11月底前").WithWords("D2", "bounds", "内").Codes("D2"));

    [Theory]
    [InlineData("资金支付时限")]
    [InlineData("工程款拨付时间")]
    [InlineData("经费支出及时率")]
    [Fires("D3")]
    public void D3_warns_where_only_payments_have_a_time(string name)
    {
        var context = Sound.WithRows("output.timeliness", (name, "2023年11月底前"));

        Assert.Equal("D3W", context.Codes("D3"));
        Assert.Equal($"时效指标第 1 行“{name}”：只反映资金支付的时间，未反映工作任务完成的时间，请补充任务完成的时限", context.Only("D3").Message);
        Assert.False(context.Only("D3").NeedsReason);
    }

    [Theory]
    [InlineData("完工时限", "2023年11月底前")]
    [InlineData("竣工验收及资金支付时限", "2023年11月底前")]
    [InlineData("资金支付时限", "工程竣工后30天内")]
    [InlineData("物资发放及时率", "100%")]
    [InlineData("资金申请时限", "2023年3月底前")]
    [NearMiss("D3")]
    public void D3_is_content_where_a_row_speaks_of_work(string name, string value) =>
        Assert.Equal("", Sound.WithRows("output.timeliness", (name, value)).Codes("D3"));

    [Fact]
    public void D3_is_content_with_one_row_about_work_and_has_nothing_to_say_without_rows()
    {
        Assert.Equal("", Sound.WithRows("output.timeliness", ("资金支付时限", "11月底前"), ("完工时限", "10月底前")).Codes("D3"));
        Assert.Equal("D3W D3W", Sound.WithRows("output.timeliness", ("资金支付时限", "11月底前"), ("质保金拨付资金时限", "12月底前")).Codes("D3"));
        Assert.Equal("", Sound.WithRows("output.timeliness").Codes("D3"));
        Assert.Equal("", Sound.WithRows("output.timeliness", ("", "11月底前")).Codes("D3"));
    }

    [Fact]
    public void D3_only_hints_where_paying_is_the_work()
    {
        var context = Sound.WithRows("output.timeliness", ("资金拨付时限", "11月底前"));

        Assert.Equal("D3H", context.With(form => form with { ProjectName = "困难群众救助资金" }).Codes("D3"));
        Assert.Equal("D3H", context.With(form => form with { OverallGoal = "为 300 名教师发放乡村教师补助 36 万元。" }).Codes("D3"));
        Assert.Equal("D3H", context.WithRows("output.timeliness", ("临时工工资按时发放率", "100%")).Codes("D3"));
        Assert.Equal("D3H", context.WithRows("output.quantity", ("兑现奖补企业", "3 家")).Codes("D3"));
        Assert.Equal("D3W", context.WithWords("D3", "payingIsWork", "奖补").With(form => form with { ProjectName = "困难群众救助资金" }).Codes("D3"));
    }

    [Theory]
    [InlineData("完成 2022 年任务。", "2022 年")]
    [InlineData("完成2022年、2021年任务，再完成 2022年任务。", "2022年、2021年")]
    [InlineData("到2025年形成长效机制。", "2025年")]
    [InlineData("2021年至2022年建成。", "2022年")]
    [InlineData("供水量较2022年增长 5%。", "2022年")]
    [InlineData("供水量保持2022年水平。", "2022年")]
    [InlineData("2024—2025年建成。", "2025年")]
    [InlineData("按《办法》完成 2022 年任务。", "2022 年")]
    [InlineData("完成 2022 年《规划》任务。", "2022 年")]
    [Fires("D4")]
    public void D4_names_another_year_in_the_goal(string goal, string years)
    {
        var finding = Sound.With(form => form with { OverallGoal = goal }).Only("D4");

        Assert.Equal($"年度总体目标：写有“{years}”，不是预算年度 2023 年，请核对是否沿用了其他年度的内容", finding.Message);
        Assert.Equal((years, FindingSeverity.Hint, Place.Head(HeadField.OverallGoal)), (finding.Raw, finding.Severity, finding.Place));
    }

    [Theory]
    [InlineData("完成 2023 年任务。")]
    [InlineData("完成本年任务。")]
    [InlineData("按《2021年度水务规划》实施。")]
    [InlineData("按水发〔2021〕15号文件实施。")]
    [InlineData("供水量较上年增长 5%。")]
    [InlineData("自2020年起实施管护。")]
    [InlineData("落实“十四五”（2021—2025年）规划。")]
    [InlineData("2022年10月至2023年6月建成。")]
    [InlineData("达到 GB 5749-2022 标准。")]
    [InlineData("2020—2023年建成。")]
    [InlineData("2023—2025年建成。")]
    [NearMiss("D4")]
    public void D4_allows_documents_beginnings_and_spans_of_years(string goal) =>
        Assert.Equal("", Sound.With(form => form with { OverallGoal = goal }).Codes("D4"));

    [Fact]
    public void D4_looks_at_names_and_values_of_rows()
    {
        Assert.Equal("数量指标第 1 行指标名称：写有“2022年”，不是预算年度 2023 年，请核对是否沿用了其他年度的内容",
            Sound.WithRows("output.quantity", ("2022年改造管网", "12 公里")).Only("D4").Message);
        Assert.Equal("时效指标第 1 行“完工时限”：写有“2024年底”，不是预算年度 2023 年，请核对是否沿用了其他年度的内容",
            Sound.WithValue("output.timeliness", "2024年底前").Only("D4").Message);
        Assert.Equal("", (Sound with { Year = 2024 }).WithValue("output.timeliness", "2024年底前").Codes("D4"));
    }

    [Theory]
    [InlineData("年底前")]
    [InlineData("年内")]
    [InlineData("本年度")]
    [InlineData("春节前")]
    [InlineData("入冬前")]
    [InlineData("春耕前")]
    [InlineData("尽快")]
    [Fires("D7")]
    public void D7_asks_for_month_and_day(string value)
    {
        var context = Sound.WithValue("output.timeliness", value);

        Assert.Equal("D7H", context.Codes("D2", "D7"));
        Assert.Equal($"时效指标第 1 行“完工时限”：“{value}”没有写明月、日，请写明具体的时间", context.Only("D7").Message);
    }

    [Theory]
    [InlineData("2023年底前")]
    [InlineData("12月底前")]
    [InlineData("年底前（12月20日）")]
    [InlineData("年底前完成 100%")]
    [InlineData("开学前10天")]
    [InlineData("2024年2月29日前")]
    [NearMiss("D7")]
    public void D7_is_content_with_a_month_a_year_or_a_number(string value) => Assert.Equal("", Sound.WithValue("output.timeliness", value).Codes("D7"));

    [Theory]
    [InlineData("2023年13月40日前", "2023年13月40日")]
    [InlineData("2023年2月30日前", "2023年2月30日")]
    [InlineData("2月29日前", "2月29日")]
    [InlineData("2023年3月底前，2023年11月31日前完工", "2023年11月31日")]
    [InlineData("2023年13月", "2023年13月")]
    public void D7_warns_of_a_day_that_there_is_not(string value, string day)
    {
        var finding = Sound.WithValue("output.timeliness", value).Only("D7");

        Assert.Equal((FindingSeverity.Warning, $"时效指标第 1 行“完工时限”：“{day}”没有这一天，请核对日期"), (finding.Severity, finding.Message));
    }

    [Theory]
    [InlineData("室内装修完工时限")]
    [InlineData("前期工作完成时限")]
    public void D2_takes_no_other_word_of_a_name_for_a_bound(string name)
    {
        Assert.Equal("D2H", Sound.WithRows("output.timeliness", (name, "2023年11月底")).Codes("D2"));
        Assert.Equal("", Sound.WithRows("output.timeliness", (name + "（30日内）", "2023年11月底")).Codes("D2"));
    }

    [Fact]
    public void D7_looks_at_groups_about_time_only() => Assert.Equal("", Sound.WithValue("output.quality", "年底前").Codes("D7"));

    [Fact]
    public void Without_a_group_about_time_there_is_nothing_to_judge()
    {
        var without = Sound with
        {
            Template = Sound.Template with
            {
                Levels = [.. Sound.Template.Levels.Select(level => level with { Groups = [.. level.Groups.Where(group => group.Kind != IndicatorKind.Timeliness)] })],
            },
        };

        Assert.False(without.IsUndetermined("D1"));
        Assert.True(Sound.WithRows("output.timeliness").IsUndetermined("D1"));
    }

    [Fact]
    public void D3_does_not_ask_the_other_groups_whether_paying_is_the_work() => Assert.Equal("D3W",
        Sound.WithRows("output.timeliness", ("资金拨付时限", "11月底前")).WithRows("benefit.social", ("发放补助户数", "≥800 户")).Codes("D3"));
}
