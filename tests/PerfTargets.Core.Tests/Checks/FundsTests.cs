using CsCheck;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

public class FundsTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("36", "36", "")]
    [InlineData("36", "30", "6")]
    [InlineData("36.000001", "36", "0.000001")]
    [InlineData("36", "36", "0")]
    [InlineData("3,600", "3 600", "")]
    [NearMiss("F1")]
    public void F1_passes_when_the_parts_make_the_total(string total, string fiscal, string other) =>
        Assert.DoesNotContain("F1", Sound.WithFunds(("total", total), ("fiscal", fiscal), ("other", other)).Codes(CheckForms.Submission), StringComparison.Ordinal);

    [Theory]
    [InlineData("36", "36", "0.000001", "年度资金总额：36.00 万元，与财政拨款（36.00）、其他资金（0.000001）之和 36.000001 万元不相等，请核对")]
    [InlineData("36", "30", "", "年度资金总额：36.00 万元，与财政拨款（30.00）、其他资金（未填）之和 30.00 万元不相等，请核对")]
    [InlineData("36", "", "", "年度资金总额：36.00 万元，与财政拨款（未填）、其他资金（未填）之和 0.00 万元不相等，请核对")]
    [Fires("F1")]
    public void F1_says_what_stands_there_and_what_it_adds_up_to(string total, string fiscal, string other, string message)
    {
        var finding = Sound.WithFunds(("total", total), ("fiscal", fiscal), ("other", other)).Only("F1");

        Assert.Equal((message, FindingSeverity.Error, "funds-total"), (finding.Message, finding.Severity, finding.Place.Anchor));
    }

    [Theory]
    [InlineData("三十六", "36", "")]
    [InlineData("36", "三十六", "")]
    [InlineData("36", "36", "六")]
    public void F1_is_undetermined_while_a_line_cannot_be_read(string total, string fiscal, string other)
    {
        var context = Sound.WithFunds(("total", total), ("fiscal", fiscal), ("other", other));

        Assert.Equal("F2E", context.Codes(CheckForms.Submission));
        Assert.True(context.IsUndetermined("F1"));
    }

    /// <summary>It says plainly that there is none, as a blank line does.</summary>
    [Theory]
    [InlineData("无")]
    [InlineData(" － ")]
    [InlineData("——")]
    [InlineData("没有")]
    public void A_part_that_is_said_to_be_nothing_is_no_error_and_the_others_must_make_the_total(string other)
    {
        var context = Sound.WithFunds(("total", "36"), ("fiscal", "36"), ("other", other));

        Assert.Equal("", context.Codes(CheckForms.Submission));
        Assert.Equal("F1E", context.WithFunds(("total", "36"), ("fiscal", "30"), ("other", other)).Codes("F1", "F2", "C4"));
    }

    [Theory]
    [InlineData("other", "待定", "其他资金：“待定”是占位符，请改填金额，没有的项目请留空")]
    [InlineData("other", "约**万元", "其他资金：“约**万元”是占位符，请改填金额，没有的项目请留空")]
    [InlineData("other", "/", "其他资金：“/”是占位符，请改填金额，没有的项目请留空")]
    [InlineData("total", "待定", "年度资金总额：“待定”是占位符，请改填金额")]
    [InlineData("total", "/", "年度资金总额：“/”是占位符，请改填金额")]
    public void A_placeholder_for_an_amount_is_C4s(string key, string typed, string message)
    {
        var context = Sound.With(form => form with { Funds = [.. form.Funds.Where(entry => entry.Key != key), CheckForms.Entry(key, typed)] });

        Assert.Equal("C4E", context.Codes("C4", "F2"));
        Assert.Equal((message, "funds-" + key, typed), (context.Only("C4").Message, context.Only("C4").Place.Anchor, context.Only("C4").Raw));
        Assert.Equal("F2E", context.WithSettings("C4", new CheckSettings(Off: true)).Codes("C4", "F2"));
    }

    [Fact]
    public void What_says_that_there_is_no_such_money_is_the_templates()
    {
        var context = Sound.WithFunds(("total", "36"), ("fiscal", "36"), ("other", "不涉及"));

        Assert.Equal("其他资金：“不涉及”不是有效的金额，请只填数字，以万元为单位，如 36.7，没有的项目请留空", context.Only("F2").Message);
        Assert.Equal("", context.WithWords("F2", "nothing", "不涉及").Codes("F1", "F2", "C4"));
    }

    [Fact]
    public void F1_agrees_with_the_sum_for_any_amounts()
    {
        var fen = Gen.Long[-1_000_000_000_000_000_000, 1_000_000_000_000_000_000];
        Gen.Select(fen, fen, Gen.Bool).Sample((fiscal, other, exact) =>
        {
            var context = Sound.With(form => form with
            {
                Funds = [Of("total", fiscal + other + (exact ? 0 : 1)), Of("fiscal", fiscal), Of("other", other)],
            });
            return context.Codes(CheckForms.Submission).Contains("F1", StringComparison.Ordinal) != exact;
        });

        static FundsEntry Of(string key, long fen) => new(key, Amount.Of(new Money(fen)));
    }

    [Fact]
    public void F1_adds_up_more_than_one_amount_can_hold()
    {
        var largest = Amount.Of(new Money(long.MaxValue));
        var context = Sound.With(form => form with { Funds = [new("total", largest), new("fiscal", largest), new("other", largest)] });

        Assert.Contains("18446744073709 万元不相等", context.Only("F1").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("total", "三十六万", "年度资金总额：“三十六万”不是有效的金额，请只填数字，以万元为单位，如 36.7")]
    [InlineData("total", "36.0000001", "年度资金总额：“36.0000001”位数太多，整数最多 12 位，小数最多 6 位，请改正")]
    [InlineData("total", "无", "年度资金总额：“无”不是有效的金额，请只填数字，以万元为单位，如 36.7")]
    [InlineData("fiscal", "367,000元", "财政拨款：“367,000元”的单位是元，这里以万元为单位，请填 36.7")]
    [InlineData("total", "３６００００ 元", "年度资金总额：“３６００００ 元”的单位是元，这里以万元为单位，请填 36")]
    [InlineData("total", "0.001元", "年度资金总额：“0.001元”不是有效的金额，请只填数字，以万元为单位，如 36.7")]
    [InlineData("total", "1000000000000", "年度资金总额：“1000000000000”位数太多，整数最多 12 位，小数最多 6 位，请改正")]
    [InlineData("total", "0", "年度资金总额：为 0，应大于 0，请核对")]
    [InlineData("total", "-36", "年度资金总额：-36.00 万元为负数，金额不能小于 0，请改正")]
    [InlineData("fiscal", "-0.000001", "财政拨款：-0.000001 万元为负数，金额不能小于 0，请改正")]
    [Fires("F2")]
    public void F2_names_the_line_and_what_is_wrong_with_it(string key, string typed, string message)
    {
        var finding = Sound.With(form => form with { Funds = [.. form.Funds.Where(entry => entry.Key != key), CheckForms.Entry(key, typed)] }).Only("F2");

        Assert.Equal((message, FindingSeverity.Error, "funds-" + key), (finding.Message, finding.Severity, finding.Place.Anchor));
    }

    [Theory]
    [InlineData("0.000001", "0.000001", "")]
    [InlineData("36", "36", "0")]
    [InlineData("36万元", "36 万", "")]
    [InlineData("36", "0", "36")]
    [InlineData("", "", "")]
    [NearMiss("F2")]
    public void F2_has_nothing_against_small_or_absent_amounts(string total, string fiscal, string other) =>
        Assert.DoesNotContain("F2", Sound.WithFunds(("total", total), ("fiscal", fiscal), ("other", other)).Codes(CheckForms.Submission), StringComparison.Ordinal);

    [Theory]
    [InlineData("≤36 万元")]
    [InlineData("360000元")]
    [InlineData("0.0036 亿元")]
    [InlineData("30–40 万元")]
    [NearMiss("F3")]
    public void F3_passes_up_to_the_total_in_any_unit(string cost) => Assert.Equal("", Sound.WithValue("output.cost", cost).Codes(CheckForms.Submission));

    [Theory]
    [InlineData("36.000001 万元")]
    [InlineData("360000.01元")]
    [InlineData("0.37亿元")]
    [InlineData("37–40 万元")]
    [Fires("F3")]
    public void F3_warns_of_costs_beyond_the_total(string cost)
    {
        var context = Sound.WithValue("output.cost", cost);

        Assert.Equal("F3W", context.Codes(CheckForms.Submission));
        Assert.Equal((cost, "value", true), (context.Form.RowsOf("output.cost").Single().Value, context.Only("F3").Place.Field, context.Only("F3").NeedsReason));
    }

    [Fact]
    public void F3_calls_a_single_row_by_its_name() => Assert.Equal("成本指标第 1 行“管网改造费用”：该行金额 37.00 万元，比年度资金总额 36.00 万元多 1.00 万元，请核对成本和资金，确有原因的请写明",
        Sound.WithValue("output.cost", "37 万元").Only("F3").Message);

    [Fact]
    public void F3_adds_the_rows_up()
    {
        var context = Sound.WithRows("output.cost", ("管材费用", "20 万元"), ("施工费用", "166000 元"));

        Assert.Equal("成本指标：2 行金额合计 36.60 万元，比年度资金总额 36.00 万元多 0.60 万元，请核对成本和资金，确有原因的请写明", context.Only("F3").Message);
        Assert.Equal((Place.Group("output.cost"), "36.60 万元/36.00 万元"), (context.Only("F3").Place, context.Only("F3").Raw));
    }

    [Fact]
    public void A_reason_for_F3_holds_while_the_amounts_do_however_they_are_written()
    {
        var bare = Sound.WithRows("output.cost", ("总成本", "80万元"));

        Assert.Equal(bare.Only("F3").Raw, Sound.WithRows("output.cost", ("总成本", "≤80 万元")).Only("F3").Raw);
        Assert.NotEqual(bare.Only("F3").Raw, Sound.WithRows("output.cost", ("总成本", "81万元")).Only("F3").Raw);
        Assert.NotEqual(bare.Only("F3").Raw, bare.With(form => form with { Funds = [CheckForms.Entry("total", "37"), CheckForms.Entry("fiscal", "37")] }).Only("F3").Raw);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    public void The_costs_are_not_compared_with_a_total_that_is_none(string total)
    {
        var report = FormChecks.Run(Sound.With(form => form with { Funds = [CheckForms.Entry("total", total)] }).WithRows("output.cost", ("总成本", "≤10 万元")));

        Assert.Contains(report.Findings, finding => finding.Code == "F2");
        Assert.DoesNotContain(report.Findings, finding => finding.Code is "F3" or "F4" or "F6");
        Assert.Equal("年度资金总额不是正数，无法与成本指标比较", Assert.Single(report.Undetermined, check => check.Code == "F3").Reason);
    }

    [Fact]
    public void F3_counts_the_money_of_a_row_once_that_stands_in_another()
    {
        Assert.Equal("", Sound.WithRows("output.cost", ("管网改造费用", "≤36 万元"), ("其中：管材费", "≤10 万元")).Codes("F3", "F4"));
        Assert.Equal("F3W", Sound.WithRows("output.cost", ("管网改造费用", "≤36 万元"), ("管材费", "≤10 万元")).Codes("F3"));
    }

    [Theory]
    [InlineData("项目总成本", "≤37 万元", "F3E")]
    [InlineData("总投资", "37 万元", "F3E")]
    [InlineData("总成本控制数（万元）", "37 万元", "F3E")]
    [InlineData("总投资", "36 万元", "")]
    [InlineData("总成本节约额", "37 万元", "F3W")]
    public void F3_is_an_error_when_the_row_of_the_total_alone_exceeds_it(string name, string value, string codes) =>
        Assert.Equal(codes, Sound.WithRows("output.cost", (name, value)).Codes(CheckForms.Submission));

    [Fact]
    public void F3_names_the_row_of_the_total_that_exceeds_it() => Assert.Equal("成本指标第 1 行“总投资”：“37 万元”比年度资金总额 36.00 万元多 1.00 万元，请核对成本和资金",
        Sound.WithRows("output.cost", ("总投资", "37 万元")).Only("F3").Message);

    /// <summary>The investment of all years is no year's.</summary>
    [Theory]
    [InlineData("跨年度项目", "1 年", "F3W")]
    [InlineData("一年期项目", "3 年", "F3W")]
    [InlineData("一年期项目", "24 个月", "F3W")]
    [InlineData("一年期项目", "2022年10月至2023年6月", "F3W")]
    [InlineData("一年期项目", "1 年", "F3E")]
    [InlineData("一年期项目", "12 个月", "F3E")]
    [InlineData("经常性项目", "长期", "F3E")]
    public void F3_only_warns_of_the_total_of_a_project_of_several_years(string attribute, string period, string codes) => Assert.Equal(codes,
        Lasting(attribute, period).WithRows("output.cost", ("总投资", "100 万元")).Codes("F3"));

    [Fact]
    public void F3_asks_for_a_reason_where_the_total_may_be_that_of_all_years()
    {
        var finding = Lasting("跨年度项目", "3 年").WithRows("output.cost", ("总投资", "100 万元")).Only("F3");

        Assert.Equal("成本指标第 1 行“总投资”：“100 万元”比年度资金总额 36.00 万元多 64.00 万元，项目跨年度，请核对是否把各年的合在一起，确有原因的请写明", finding.Message);
        Assert.True(finding.NeedsReason);
    }

    [Fact]
    public void F3_only_warns_of_a_total_where_the_template_says_so()
    {
        var finding = Sound.WithRows("output.cost", ("总投资", "37 万元")).WithSettings("F3", new CheckSettings("W")).Only("F3");

        Assert.Equal((FindingSeverity.Warning, true), (finding.Severity, finding.NeedsReason));
        Assert.EndsWith("请核对成本和资金，确有原因的请写明", finding.Message, StringComparison.Ordinal);
    }

    private static CheckContext Lasting(string attribute, string period) => Sound.With(form => form with { ProjectAttribute = attribute, ProjectPeriod = period });

    [Fact]
    public void F3_knows_the_words_for_a_total_from_the_template()
    {
        var context = Sound.WithRows("output.cost", ("投资规模（万元）", "37 万元"));

        Assert.Equal("F3W", context.Codes("F3"));
        Assert.Equal("F3E", context.WithWords("F3", "totals", "投资规模").Codes("F3"));
        Assert.Equal("F3E", context.WithSettings("F3", new CheckSettings(
            Words: new Dictionary<string, IReadOnlyList<string>> { ["totals"] = ["投资"], ["additions"] = ["规模"] })).Codes("F3"));
    }

    [Fact]
    public void F3_does_not_count_a_total_beside_the_rows_that_it_is_made_of() =>
        Assert.Equal("", Sound.WithRows("output.cost", ("项目总成本", "36 万元"), ("管材费用", "20 万元"), ("施工费用", "16 万元")).Codes(CheckForms.Submission));

    [Theory]
    [InlineData("低保补助标准", "400000 元")]
    [InlineData("人均培训成本", "400000 元")]
    [InlineData("培训费", "每人 400000 元")]
    [InlineData("单次监察成本", "400000 元")]
    [InlineData("每套设备费用", "400000 元")]
    [InlineData("培训费", "400000 元/人")]
    [InlineData("成本节约率", "95%")]
    [InlineData("检测费用", "50 元/标段")]
    public void F3_leaves_unit_costs_and_rates_out_and_has_nothing_left_to_judge(string name, string value)
    {
        var context = Sound.WithRows("output.cost", (name, value));

        Assert.Equal("", context.Codes(CheckForms.Submission));
        Assert.True(context.IsUndetermined("F3"));
    }

    [Fact]
    public void F3_counts_a_name_in_which_a_standard_is_only_a_word() =>
        Assert.Equal("F3W", Sound.WithRows("output.cost", ("高标准农田建设费用", "40 万元")).Codes(CheckForms.Submission));

    [Theory]
    [InlineData("")]
    [InlineData("三十六")]
    public void F3_is_undetermined_without_a_total(string total) =>
        Assert.True(Sound.WithFunds(("total", total), ("fiscal", "36")).IsUndetermined("F3"));

    [Fact]
    public void F3_is_undetermined_when_an_amount_is_finer_than_a_fen() =>
        Assert.True(Sound.WithRows("output.cost", ("管材费用", "0.001 元")).IsUndetermined("F3"));

    private static CheckContext Goal(string goal) => Sound.With(form => form with { OverallGoal = goal });

    [Theory]
    [InlineData("奖补符合条件的企业 1 户，奖补资金 30 万元，激发企业活力。", "奖补资金 30 万元")]
    [InlineData("共安排 40 万元，改造管网 12 公里。", "共安排 40 万元")]
    [InlineData("项目总投入共计 300000 元。", "总投入共计 300000 元")]
    [InlineData("资金总额为：40万元。", "资金总额为：40万元")]
    [InlineData("安排资金不低于 40 万元改造管网。", "安排资金不低于 40 万元")]
    [InlineData("安排资金 35 万元以内，改造管网。", "安排资金 35 万元以内")]
    [InlineData("安排资金 30–35 万元改造管网。", "安排资金 30–35 万元")]
    [InlineData("共安排管网修复资金 35 万元。", "共安排管网修复资金 35 万元")]
    [InlineData("落实供水保障经费共 35 万元。", "落实供水保障经费共 35 万元")]
    [InlineData("共安排资金 35 万元，每户补助 500 元，年节约水费 6 万元。", "共安排资金 35 万元")]
    [InlineData("安排资金共计 30 万元。", "安排资金共计 30 万元")]
    [InlineData("改造管网，共安排30 万元。", "共安排30 万元")]
    [Fires("F5")]
    public void F5_warns_of_a_total_in_the_goal_that_is_another(string goal, string said)
    {
        var finding = Goal(goal).Only("F5");

        Assert.Equal($"年度总体目标：“{said}”与年度资金总额 36.00 万元不一致，请核对，确有原因的请写明", finding.Message);
        Assert.Equal(($"{said}/36.00 万元", HeadField.OverallGoal, true), (finding.Raw, finding.Place.Field, finding.NeedsReason));
    }

    [Theory]
    [InlineData("奖补企业 1 户，奖补资金 36 万元。")]
    [InlineData("共安排 360000 元，改造管网 12 公里。")]
    [InlineData("安排资金 30–36 万元改造管网。")]
    [InlineData("安排资金不超过 36 万元。")]
    [InlineData("安排资金不超过 40 万元。")]
    [InlineData("安排资金不低于 36 万元。")]
    [InlineData("安排资金约 35 万元。")]
    [InlineData("奖补资金 30 万元，培训 6 万元。")]
    [InlineData("年节约水费支出 6 万元。")]
    [InlineData("带动社会投资 500 万元。")]
    [InlineData("落实公共投入资金，节约 35 万元。")]
    [InlineData("支付工程尾款 35 万元。")]
    [InlineData("争取上级资金 500 万元。")]
    [InlineData("30 万元奖补资金发放到户。")]
    [InlineData("补助资金标准为 500 元/户。")]
    [NearMiss("F5")]
    public void F5_has_nothing_against_the_same_total_and_other_amounts(string goal) => Assert.Equal("", Goal(goal).Codes("F5"));

    [Theory]
    [InlineData("跨年度项目", "1 年")]
    [InlineData("一年期项目", "3 年")]
    [InlineData("一年期项目", "2-3 年")]
    [InlineData("一年期项目", "1.5 年")]
    [InlineData("一年期项目", "24 个月")]
    public void F5_does_not_compare_what_a_project_costs_in_several_years(string attribute, string period) =>
        Assert.Equal("", Goal("总投入 100 万元。").With(form => form with { ProjectAttribute = attribute, ProjectPeriod = period }).Codes("F5"));

    [Theory]
    [InlineData("总投入 100 万元。", "")]
    [InlineData("本年度总投入 100 万元。", "F5W")]
    [InlineData("共安排资金 100 万元。", "F5W")]
    public void F5_compares_the_year_of_a_project_of_several_years(string goal, string codes) =>
        Assert.Equal(codes, Goal(goal).With(form => form with { ProjectAttribute = "跨年度项目", ProjectPeriod = "3 年" }).Codes("F5"));

    /// <summary>Each word by which F5 knows a total, taken away or added.</summary>
    [Theory]
    [InlineData("totals", "总盘子 30 万元。", "总盘子", "F5W")]
    [InlineData("totals", "总投入 30 万元。", "总盘子", "")]
    [InlineData("shares", "治理专款 30 万元。", "专款", "F5W")]
    [InlineData("shares", "奖补资金 30 万元。", "专款", "")]
    [InlineData("wholes", "全部投入管网 30 万元。", "全部", "F5W")]
    [InlineData("wholes", "共投向管网、投入管网 30 万元。", "共", "")]
    [InlineData("wholes", "共下达管网 30 万元。", "全部", "")]
    [InlineData("noWholes", "公共投入管网 30 万元。", "公家", "F5W")]
    [InlineData("noWholes", "公共投入管网 30 万元。", "公共", "")]
    [InlineData("verbs", "划拨管网资金 30 万元。", "划拨", "F5W")]
    [InlineData("verbs", "下达管网资金 30 万元。", "划拨", "")]
    [InlineData("spending", "共花费管网 30 万元。", "花费", "F5W")]
    [InlineData("spending", "共支付管网 30 万元。", "花费", "")]
    [InlineData("money", "下达管网专款 30 万元。", "专款", "F5W")]
    [InlineData("money", "下达管网资金 30 万元。", "专款", "")]
    [InlineData("between", "总投入是 30 万元。", "是", "F5W")]
    [InlineData("between", "总投入为 30 万元。", "是", "")]
    [InlineData("others", "总投入省下 30 万元。", "省下", "")]
    [InlineData("totals", "预算合计 30 万元。", "预算合计", "F5W")]
    public void F5_knows_a_total_by_the_words_of_the_template(string list, string goal, string word, string codes) =>
        Assert.Equal(codes, Goal(goal).WithWords("F5", list, word).Codes("F5"));

    [Theory]
    [InlineData("共安排甲乙丙丁戊己庚辛壬癸子丑 30 万元。", "F5W")]
    [InlineData("共安排甲乙丙丁戊己庚辛壬癸子丑寅 30 万元。", "")]
    [InlineData("落实甲乙丙丁戊己庚辛壬癸子丑资金 30 万元。", "F5W")]
    [InlineData("落实甲乙丙丁戊己庚辛壬癸子丑寅资金 30 万元。", "")]
    [InlineData("共安排管网、改造渠道 30 万元。", "")]
    [InlineData("落实管网，维修经费 30 万元。", "")]
    [InlineData("改造管网，共安排渠道、泵站 30 万元。", "")]
    public void F5_reads_no_further_than_what_belongs_together(string goal, string codes) => Assert.Equal(codes, Goal(goal).Codes("F5"));

    [Fact]
    public void F5_knows_the_money_of_a_year_by_the_words_of_the_template() => Assert.Equal("F5W",
        Lasting("跨年度项目", "3 年").With(form => form with { OverallGoal = "第一年总投入 100 万元。" }).WithWords("F5", "ofTheYear", "第一年").Codes("F5"));

    [Fact]
    public void F5_knows_an_amount_that_is_one_of_several_costs()
    {
        Assert.Equal("", Goal("发放奖补资金 30 万元。").WithRows("output.cost", ("奖补资金", "≤30 万元"), ("培训费", "≤6 万元")).Codes("F5"));
        Assert.Equal("F5W", Goal("共安排奖补资金 30 万元。").WithRows("output.cost", ("奖补资金", "≤30 万元"), ("培训费", "≤6 万元")).Codes("F5"));
        Assert.Equal("F5W", Goal("资金总额 30 万元。").WithRows("output.cost", ("奖补资金", "≤30 万元"), ("培训费", "≤6 万元")).Codes("F5"));
        Assert.Equal("", Goal("落实水利奖补经费 30 万元。").WithRows("output.cost", ("奖补资金", "≤30 万元"), ("培训费", "≤6 万元")).Codes("F5"));
        Assert.Equal("F5W", Goal("发放奖补资金 30 万元。").WithRows("output.cost", ("奖补资金", "≤30 万元")).Codes("F5"));
        Assert.Equal("F5W", Goal("发放奖补资金 30 万元。").WithRows("output.cost", ("奖补资金", "≤29 万元"), ("培训费", "≤6 万元")).Codes("F5"));
    }

    [Fact]
    public void F5_is_undetermined_without_a_total_only_where_the_goal_names_one()
    {
        Assert.True(Goal("奖补资金 30 万元。").WithFunds(("fiscal", "36")).IsUndetermined("F5"));
        Assert.False(Goal("改造管网 12 公里。").WithFunds(("fiscal", "36")).IsUndetermined("F5"));
    }

    [Theory]
    [InlineData("一年期项目", "12 个月")]
    [InlineData("一年期项目", "1 年")]
    public void F5_compares_where_the_project_lasts_a_year(string attribute, string period) =>
        Assert.Equal("F5W", Goal("总投入 100 万元。").With(form => form with { ProjectAttribute = attribute, ProjectPeriod = period }).Codes("F5"));

    [Fact]
    public void F1_has_nothing_to_compare_without_parts_or_without_a_total_line()
    {
        Assert.False(Lines(line => line.Kind != FundsLineKind.Part).WithFunds(("total", "三十六")).IsUndetermined("F1"));
        Assert.False(Lines(line => line.Kind != FundsLineKind.Total).WithFunds(("fiscal", "三十六")).IsUndetermined("F1"));
        Assert.Equal("", Lines(line => line.Kind != FundsLineKind.Total).WithFunds(("fiscal", "30")).Codes("F1", "F3", "F4", "F5", "F6", "X3"));
        Assert.True(Lines(line => line.Key != "other").WithFunds(("total", "36"), ("fiscal", "三十六")).IsUndetermined("F1"));
    }

    [Fact]
    public void F2_speaks_of_元_only_where_amounts_are_in_万元()
    {
        var inYuan = Sound with { Template = Sound.Template with { MoneyUnit = "元" } };

        Assert.StartsWith("年度资金总额：“36元”不是有效的金额，请只填数字，以元为单位", inYuan.WithFunds(("total", "36元"), ("fiscal", "36")).Only("F2").Message, StringComparison.Ordinal);
    }

    private static CheckContext Lines(Func<FundsLineTemplate, bool> kept) => Sound with { Template = Sound.Template with { Funds = [.. Sound.Template.Funds.Where(kept)] } };
}
