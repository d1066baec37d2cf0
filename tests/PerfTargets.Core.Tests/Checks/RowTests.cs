using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Q1, D1 and K2: what a row says.</summary>
public class RowTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("12 公里")]
    [InlineData("≥12公里")]
    [InlineData("≧１２ 公里")]
    [InlineData("=12 公里")]
    [InlineData("> 12 公里")]
    [InlineData("不低于12公里")]
    [InlineData("不少于 12 公里")]
    [InlineData("不超过 12 公里")]
    [InlineData("12 公里以上")]
    [InlineData("12公里以内")]
    [InlineData("80–90%")]
    [InlineData("100％")]
    [InlineData("不少于三次")]
    [InlineData("新建12公里，改造3公里")]
    [InlineData("5 垧")]
    [NearMiss("Q1")]
    public void Q1_takes_a_number_with_a_unit(string value) => Assert.Equal("", Sound.WithValue("output.quantity", value).Codes(CheckForms.Submission));

    [Theory]
    [InlineData("较多", "数量指标第 1 行“改造管网长度”：“较多”没有数值和单位，数量指标是必填硬性指标，须填数值和单位，请补充")]
    [InlineData("12", "数量指标第 1 行“改造管网长度”：“12”只有数值，没有可以识别的单位，数量指标是必填硬性指标，须填数值和单位，请补充")]
    [InlineData("12以上", "数量指标第 1 行“改造管网长度”：“12以上”只有数值，没有可以识别的单位，数量指标是必填硬性指标，须填数值和单位，请补充")]
    [InlineData("2023年12月底前", "数量指标第 1 行“改造管网长度”：“2023年12月底前”没有数值和单位，数量指标是必填硬性指标，须填数值和单位，请补充")]
    [InlineData("公里", "数量指标第 1 行“改造管网长度”：“公里”没有数值和单位，数量指标是必填硬性指标，须填数值和单位，请补充")]
    [Fires("Q1")]
    public void Q1_says_what_a_hard_value_lacks(string value, string message)
    {
        var context = Sound.WithValue("output.quantity", value);

        Assert.Equal("Q1E", context.Codes(CheckForms.Submission));
        Assert.Equal((message, "value"), (context.Only("Q1").Message, context.Only("Q1").Place.Field));
    }

    [Fact]
    public void Q1_concerns_hard_groups_only() => Assert.Equal("", Sound.WithValue("output.quality", "较高").Codes(CheckForms.Submission));

    [Fact]
    public void Q1_leaves_blank_values_and_placeholders_to_their_own_checks()
    {
        Assert.Equal("C3E", Sound.WithValue("output.quantity", " ").Codes(CheckForms.Submission));
        Assert.Equal("C4E", Sound.WithValue("output.quantity", "待定").Codes(CheckForms.Submission));
        Assert.Equal("Q1E", Sound.WithValue("output.quantity", "待定").WithSettings("C4", new CheckSettings(Off: true)).Codes(CheckForms.Submission));
    }

    [Fact]
    public void Q1_takes_a_date_where_the_hard_group_is_about_time()
    {
        var hard = Sound with
        {
            Template = Sound.Template with
            {
                Levels = [.. Sound.Template.Levels.Select(level => level with
                {
                    Groups = [.. level.Groups.Select(group => group with { Requirement = GroupRequirement.Hard })],
                })],
            },
        };

        Assert.DoesNotContain(FormChecks.Run(hard).Findings, finding => finding.Place.GroupKey == "output.timeliness");
        Assert.Contains(FormChecks.Run(hard.WithValue("output.timeliness", "及时")).Findings, finding => finding.Code == "Q1");
    }

    [Theory]
    [InlineData("2022 年 3 月底", "D1E", "“2022 年 3 月底”早于")]
    [InlineData("2022.12", "D1E", "“2022.12”早于")]
    [InlineData("上年12月底前", "D1E", "“上年12月底”早于")]
    [InlineData("2022年", "D1E", "“2022年”早于")]
    [InlineData("2021年10月至2022年6月", "D1E", "“2022年6月”早于")]
    [InlineData("2024-01-31", "D1W", "“2024-01-31”晚于")]
    [InlineData("2024年1月1日后，2024年底前", "D1W", "“2024年底”晚于")]
    [InlineData("次年3月底前", "D1W", "“次年3月底”晚于")]
    [InlineData("2022年12月完成设计，2023年11月完工", "D1W", "“2022年12月”早于")]
    [Fires("D1")]
    public void D1_names_the_date_outside_the_budget_year(string value, string codes, string words)
    {
        var context = Sound.WithValue("output.timeliness", value);

        Assert.Equal(codes, context.Codes(CheckForms.Submission).Split(' ')[0]);
        Assert.EndsWith($"日期{words}预算年度 2023 年，请核对{(codes == "D1W" ? "，确有原因的请写明" : "")}", context.Report("D1").Findings[0].Message, StringComparison.Ordinal);
    }

    /// <summary>A project of several years began before the year: a step that is done is a warning, as far back as the project reaches.</summary>
    [Theory]
    [InlineData("跨年度项目", "2 年", "2022年10月底前", "D1W")]
    [InlineData("跨年度项目", "2 年", "2021年1月1日前", "D1W")]
    [InlineData("跨年度项目", "2 年", "2020年12月31日前", "D1E")]
    [InlineData("跨年度项目", "18 个月", "2021年7月1日前", "D1W")]
    [InlineData("跨年度项目", "18 个月", "2021年6月30日前", "D1E")]
    [InlineData("跨年度项目", "2022年5月至2024年4月", "2022年5月底前", "D1W")]
    [InlineData("跨年度项目", "2022年5月至2024年4月", "2022年4月底前", "D1E")]
    [InlineData("跨年度项目", "2023-2025年", "2022年12月底前", "D1E")]
    [InlineData("跨年度项目", "长期", "2020年12月底前", "D1W")]
    [InlineData("跨年度项目", "按合同", "2022年12月底前", "D1W")]
    [InlineData("跨年度项目", "2 年", "2024年12月底前", "D1W")]
    [InlineData("延续项目", "3 年", "2022年10月底前", "D1W")]
    [InlineData("延续项目", "1 年", "2022年10月底前", "D1E")]
    [InlineData("延续项目", "按合同", "2022年10月底前", "D1E")]
    [InlineData("经常性项目", "长期", "2022年10月底前", "D1E")]
    [InlineData("一年期项目", "1 年", "2022年10月底前", "D1E")]
    [InlineData("一年期项目", "3 年", "2022年10月底前", "D1E")]
    [Fires("D1")]
    public void D1_only_warns_of_an_earlier_step_of_a_project_of_several_years(string attribute, string period, string value, string codes)
    {
        var context = Sound.With(form => form with { ProjectAttribute = attribute, ProjectPeriod = period })
            .WithRows("output.timeliness", ("主体完工时限", value), ("完工时限", "2023年11月底前"));

        Assert.Equal(codes, context.Codes("D1"));
        Assert.Equal(codes == "D1W", context.Only("D1").NeedsReason);
        Assert.EndsWith(codes == "D1W" ? "请核对，确有原因的请写明" : "请核对", context.Only("D1").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023年1月1日")]
    [InlineData("2023 年 12 月 31 日前")]
    [InlineData("12月底前")]
    [InlineData("第一季度")]
    [InlineData("年底前")]
    [InlineData("2024年1月1日前")]
    [InlineData("2024年前")]
    [InlineData("2022年10月至2023年6月")]
    [InlineData("2022年度项目2023年6月底前完工")]
    [InlineData("2022年11月开工，2023年11月完工")]
    [NearMiss("D1")]
    public void D1_passes_dates_that_are_or_may_be_in_the_year(string value) =>
        Assert.Equal("", Sound.WithValue("output.timeliness", value).Codes(CheckForms.Submission));

    [Theory]
    [InlineData("结转资金支付时限")]
    [InlineData("工程尾款支付时限")]
    public void D1_only_warns_where_a_row_explains_the_earlier_date(string name) =>
        Assert.Equal("D1W", Sound.WithRows("output.timeliness", (name, "2022年12月底")).Codes(CheckForms.Submission));

    [Fact]
    public void D1_only_warns_where_the_goal_explains_the_earlier_date()
    {
        var context = Sound.WithValue("output.timeliness", "2022年12月底");

        Assert.Equal("D1W", context.With(form => form with { OverallGoal = "兑现 2022 年奖补资金缺口。" }).Codes(CheckForms.Submission));
        Assert.Equal("D1E", context.With(form => form with { OverallGoal = "兑现 2022 年奖补资金缺口。" }).WithWords("D1", "carriedOver", "结转").Codes(CheckForms.Submission));
    }

    [Theory]
    [InlineData("及时")]
    [InlineData("15 个工作日内")]
    [InlineData("100%")]
    public void D1_is_undetermined_without_a_date(string value)
    {
        var context = Sound.WithValue("output.timeliness", value);

        Assert.Equal("", context.Codes(CheckForms.Submission));
        Assert.True(context.IsUndetermined("D1"));
    }

    [Fact]
    public void D1_looks_at_groups_about_time_only() => Assert.Equal("", Sound.WithValue("output.quality", "2022年3月底").Codes(CheckForms.Submission));

    [Fact]
    public void D1_moves_with_the_form_from_year_to_year()
    {
        for (var shift = -30; shift <= 30; shift++)
        {
            var year = CheckForms.Year + shift;
            var moved = (Sound with { Year = year }).WithValue("output.timeliness", $"{year}年11月底前");

            Assert.Equal("", moved.Codes(CheckForms.Submission));
            Assert.Equal("D1E", (moved with { Year = year + 1 }).Codes(CheckForms.Submission));
            Assert.Equal("D1W", (moved with { Year = year - 1 }).Codes(CheckForms.Submission));
        }
    }

    [Theory]
    [InlineData("管网漏损率", "≤10%", "管网漏损率", "≤10%")]
    [InlineData("管网漏损率", "≤10%", "管网 漏损率。", "≤12%")]
    [InlineData("管护（机制）", "建立", "管护(机制)", "运行良好")]
    [Fires("K2")]
    public void K2_names_the_row_that_repeats_an_earlier_one(string first, string firstValue, string second, string secondValue)
    {
        var context = Sound.WithRows("output.quality", ("工程验收合格率", "100%"), (first, firstValue), (second, secondValue));

        Assert.Equal("K2E", context.Codes(CheckForms.Submission));
        Assert.Equal($"质量指标第 3 行“{second}”：与第 2 行名称相同，同一指标不能重复，请合并或删除", context.Only("K2").Message);
        Assert.Equal(context.Form.RowsOf("output.quality").Last().Id, context.Only("K2").Place.RowId);
    }

    [Fact]
    public void K2_names_every_further_row() =>
        Assert.Equal("K2E K2E", Sound.WithRows("output.quality", ("合格率", "100%"), ("合格率", "100%"), ("合格率", "100%")).Codes(CheckForms.Submission));

    [Fact]
    [NearMiss("K2")]
    public void K2_allows_one_name_for_two_units_and_one_name_in_two_groups()
    {
        Assert.Equal("", Sound.WithRows("output.quantity", ("管网巡查", "5 次"), ("管网巡查", "200 公里")).Codes(CheckForms.Submission));
        Assert.Equal("", Sound.WithRows("output.quantity", ("管网巡查", "5 次")).WithRows("output.cost", ("管网巡查", "5 万元")).Codes(CheckForms.Submission));
        Assert.Equal("", Sound.WithRows("output.quantity", ("管网巡查", "5 次"), ("管网巡查公里数", "5 次")).Codes(CheckForms.Submission));
    }
}
