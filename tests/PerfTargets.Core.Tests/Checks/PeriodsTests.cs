using System.Globalization;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>D5 and D6: 项目期 and what is compared with it.</summary>
public class PeriodsTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("1 年", 12, false)]
    [InlineData("一年", 12, false)]
    [InlineData("1年期", 12, false)]
    [InlineData("一年半", 18, true)]
    [InlineData("半年", 6, false)]
    [InlineData("2年6个月", 30, true)]
    [InlineData("12个月", 12, false)]
    [InlineData("13 个月", 13, true)]
    [InlineData("1-3年", 36, true)]
    [InlineData("三年", 36, true)]
    [InlineData("3年（2022-2024年）", 36, true)]
    [InlineData("2023年", 12, false)]
    [InlineData("2023年度", 12, false)]
    [InlineData("2023—2025", 36, true)]
    [InlineData("2022-2024年", 36, true)]
    [InlineData("2023年1月-12月", 12, false)]
    [InlineData("2023.1-2023.12", 12, false)]
    [InlineData("2023年1月1日至2023年12月31日", 12, false)]
    [InlineData("2022年10月至2023年6月", 9, true)]
    [InlineData("2023年3月15日至2024年3月14日", 12, true)]
    [InlineData("2023年3月15日至2024年3月15日", 13, true)]
    [InlineData("2023-2023年", 12, false)]
    public void A_period_is_read_in_months(string typed, int months, bool crossesYears)
    {
        var period = Read(typed);

        Assert.Equal((months, crossesYears, false), (period!.Months, period.CrossesYears, period.IsEndless));
    }

    [Theory]
    [InlineData("3 年", null)]
    [InlineData("2022-2024年", "2022-01-01")]
    [InlineData("2022年10月至2023年6月", "2022-10-01")]
    [InlineData("2023年3月15日至2024年3月14日", "2023-03-15")]
    public void A_period_of_dates_says_when_it_begins(string typed, string? first) =>
        Assert.Equal(first, Read(typed)!.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void A_period_without_end_is_read_as_such() => Assert.True(Read("长期")!.IsEndless);

    [Fact]
    public void What_is_without_end_is_said_by_the_template() =>
        Assert.Null(ProjectPeriod.Of(Of("", "长期").WithWords("D6", "endless", "永久")));

    [Theory]
    [InlineData("")]
    [InlineData("按合同")]
    [InlineData("2023年12月底前")]
    [InlineData("2023年起")]
    [InlineData("2025年至2023年")]
    [InlineData("2025-2023")]
    [InlineData("0 年")]
    [InlineData("第3年")]
    [InlineData("0 个月")]
    [InlineData("2023年6月1日至2023年5月31日")]
    [InlineData("2024-2023年")]
    public void What_says_no_length_is_not_read(string typed) => Assert.Null(Read(typed));

    [Theory]
    [InlineData("连续两年平均增长超过 8%", "连续两年")]
    [InlineData("连续 2 年无事故", "连续2年")]
    [InlineData("三年内漏损率≤10%", "三年内")]
    [InlineData("五年累计节水 3 万吨", "五年累计")]
    [InlineData("累计3年稳定运行", "累计3年")]
    [InlineData("1.5年内见效", "1.5年内")]
    [Fires("D5")]
    public void D5_names_what_is_measured_over_more_years_than_the_project_has(string value, string words)
    {
        var finding = Sound.WithRows("benefit.economic", ("年节约水费支出", value)).Only("D5");

        Assert.Equal($"经济效益指标第 1 行“年节约水费支出”：按“{words}”考核，项目期为“1 年”，项目期内无法考核，请核对，确有原因的请写明", finding.Message);
        Assert.Equal((FindingSeverity.Warning, true, "value"), (finding.Severity, finding.NeedsReason, finding.Place.Field));
    }

    [Theory]
    [InlineData("近三年平均增长 8%")]
    [InlineData("毕业两年内高校毕业生 20 人")]
    [InlineData("前三年累计")]
    [InlineData("第三年内")]
    [InlineData("1年内见效")]
    [InlineData("连续一年无事故")]
    [InlineData("2023年内完成")]
    [InlineData("使用年限内连续5年")]
    [InlineData("质保3年内免费维修")]
    [InlineData("连续三年在岗的教师 20 人")]
    [InlineData("每三年内一次")]
    [InlineData("≥3 年")]
    [InlineData("较上年增长 5%")]
    [NearMiss("D5")]
    public void D5_leaves_lifetimes_past_years_and_attributes_alone(string value) =>
        Assert.Equal("", Sound.WithRows("benefit.economic", ("年节约水费支出", value)).Codes("D5"));

    [Fact]
    public void D5_looks_at_names_too_and_compares_with_the_period()
    {
        var context = Sound.WithRows("benefit.economic", ("连续两年节水率", "≥8%"));

        Assert.Equal("name", context.Only("D5").Place.Field);
        Assert.Equal("连续两年/1 年", context.Only("D5").Raw);
        Assert.Equal("", context.With(form => form with { ProjectPeriod = "2 年" }).Codes("D5"));
        Assert.Equal("D5W", context.With(form => form with { ProjectPeriod = "23 个月" }).Codes("D5"));
        Assert.Equal("", context.With(form => form with { ProjectPeriod = "长期" }).Codes("D5"));
        Assert.Equal("D5W", Sound.WithRows("benefit.sustainability", ("管护机制", "连续三年稳定运行")).Codes("D5"));
        Assert.Equal("", Sound.WithRows("benefit.sustainability", ("管护机制", "三年内稳定运行")).Codes("D5"));
        Assert.Equal("", context.WithRows("benefit.economic", ("设备寿命期内连续五年完好率", "≥8%")).Codes("D5"));
    }

    [Fact]
    public void D5_is_undetermined_without_a_period_only_where_years_are_counted()
    {
        Assert.True(Sound.WithValue("benefit.economic", "连续两年增长 5%").With(form => form with { ProjectPeriod = "" }).IsUndetermined("D5"));
        Assert.False(Sound.With(form => form with { ProjectPeriod = "" }).IsUndetermined("D5"));
    }

    [Theory]
    [InlineData("一年期项目", "3 年")]
    [InlineData("一年期项目", "13个月")]
    [InlineData("一年期项目", "2023-2024年")]
    [InlineData("一年期项目", "长期")]
    [InlineData("跨年度项目", "1 年")]
    [InlineData("跨年度项目", "2023年1月至11月")]
    [Fires("D6")]
    public void D6_names_an_attribute_that_contradicts_the_period(string attribute, string period)
    {
        var finding = Of(attribute, period).Only("D6");

        Assert.Equal($"项目期：“{period}”与项目属性“{attribute}”不一致，请核对两项", finding.Message);
        Assert.Equal((FindingSeverity.Warning, false, HeadField.ProjectPeriod), (finding.Severity, finding.NeedsReason, finding.Place.Field));
    }

    [Theory]
    [InlineData("一年期项目", "1 年")]
    [InlineData("一年期项目", "12 个月")]
    [InlineData("一年期项目", "2022年10月至2023年9月")]
    [InlineData("跨年度项目", "3 年")]
    [InlineData("跨年度项目", "2022年10月至2023年6月")]
    [InlineData("跨年度项目", "长期")]
    [InlineData("经常性项目", "1 年")]
    [InlineData("经常性项目", "3 年")]
    [InlineData("延续项目", "1 年")]
    [InlineData("", "3 年")]
    [NearMiss("D6")]
    public void D6_is_content_where_both_may_be_so(string attribute, string period) => Assert.Equal("", Of(attribute, period).Codes("D6"));

    [Theory]
    [InlineData("一年期项目", "按合同", true)]
    [InlineData("跨年度项目", "", true)]
    [InlineData("经常性项目", "按合同", false)]
    public void D6_is_undetermined_where_the_period_cannot_be_read(string attribute, string period, bool undetermined) =>
        Assert.Equal(undetermined, Of(attribute, period).IsUndetermined("D6"));

    private static ProjectPeriod? Read(string period) => ProjectPeriod.Of(Of("", period));

    private static CheckContext Of(string attribute, string period) =>
        Sound.With(form => form with { ProjectAttribute = attribute, ProjectPeriod = period });
}
