using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Cost rows beside the total of 36 万元.</summary>
public class CostsTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static CheckContext Costs(params (string Name, string Value)[] rows) => Sound.WithRows("output.cost", rows);

    private static CheckContext Two(string first, string second) => Costs(("管材费用", first), ("施工费用", second));

    [Theory]
    [InlineData("20 万元", "16 万元")]
    [InlineData("≤20 万元", "不超过 160000 元")]
    [InlineData("20 万元", "15–17 万元")]
    [InlineData("20 万元", "16.000001 万元")]
    [InlineData("20 万元", "10–16 万元")]
    [NearMiss("F4")]
    public void F4_passes_when_the_costs_reach_the_total(string first, string second) => Assert.Equal("", Two(first, second).Codes("F4"));

    [Theory]
    [InlineData("20 万元", "15.999999 万元")]
    [InlineData("20 万元", "10 万元")]
    [InlineData("≤20 万元", "10–15 万元")]
    [InlineData("20 万元", "成本节约率 ≥5%")]
    [Fires("F4")]
    public void F4_warns_of_costs_below_the_total(string first, string second) => Assert.Equal("F4W", Two(first, second).Codes("F4"));

    [Fact]
    public void F4_says_what_the_costs_add_up_to_and_needs_a_reason()
    {
        var finding = Two("20 万元", "100000 元").Only("F4");

        Assert.Equal("成本指标：2 行金额合计 30.00 万元，比年度资金总额 36.00 万元少 6.00 万元，请补充成本指标或核对金额，确有原因的请写明", finding.Message);
        Assert.Equal((Place.Group("output.cost"), "30.00 万元/36.00 万元", true), (finding.Place, finding.Raw, finding.NeedsReason));
    }

    [Fact]
    public void F4_calls_a_single_row_by_its_name()
    {
        var finding = Costs(("管材费用", "30 万元")).Only("F4");

        Assert.Equal("成本指标第 1 行“管材费用”：该行金额 30.00 万元，比年度资金总额 36.00 万元少 6.00 万元，请补充成本指标或核对金额，确有原因的请写明", finding.Message);
        Assert.Equal(("value", "30.00 万元/36.00 万元"), (finding.Place.Field, finding.Raw));
    }

    [Fact]
    public void F4_takes_the_words_that_say_nothing_of_a_cost_from_the_template()
    {
        var context = Costs(("教师培训费", "20 万元"), ("人均培训单价", "400 元/人"));

        Assert.Equal("F4W", context.Codes("F4"));
        Assert.True(context.WithWords("F9", "costWords", "培训").IsUndetermined("F4"));
    }

    [Theory]
    [InlineData("16 万元/台")]
    [InlineData("每人 500 元")]
    [InlineData("约 10 万元")]
    [InlineData("≥10 万元")]
    [InlineData(">10 万元")]
    [InlineData("不超预算")]
    [InlineData("10")]
    public void F4_cannot_judge_a_sum_that_is_not_complete(string second)
    {
        var context = Two("20 万元", second);

        Assert.Equal("", context.Codes("F4"));
        Assert.True(context.IsUndetermined("F4"));
    }

    [Theory]
    [InlineData("培训补贴标准", "100 元")]
    [InlineData("人均培训成本", "300 元")]
    [InlineData("单位工程费用", "300 元/米")]
    public void F4_cannot_judge_beside_a_standard(string name, string value) =>
        Assert.True(Costs(("管材费用", "20 万元"), (name, value)).IsUndetermined("F4"));

    [Theory]
    [InlineData("人均培训费标准", "≤400 元")]
    [InlineData("教师培训单价", "400 元/人")]
    public void F4_judges_beside_the_standard_of_a_sum_that_is_there(string name, string value) =>
        Assert.Equal("F4W", Costs(("教师培训班培训费", "20 万元"), (name, value)).Codes("F4"));

    [Fact]
    public void F4_judges_what_is_complete_enough_to_reach_the_total() => Assert.False(Two("36 万元", "约 1 万元").IsUndetermined("F4"));

    [Theory]
    [InlineData("总成本", "36 万元", "")]
    [InlineData("总成本", "30–36 万元", "")]
    [InlineData("总成本", "35 万元", "F4W")]
    [InlineData("（总成本）", "30 万元", "")]
    [InlineData("总成本（万元）", "35 万元", "F4W")]
    public void F4_takes_a_row_of_the_total_for_the_sum(string name, string value, string codes) =>
        Assert.Equal(codes, Costs((name, value), ("管材费用", "20 万元")).Codes("F4"));

    [Fact]
    public void F4_names_the_row_of_the_total_that_is_too_small()
    {
        var finding = Costs(("总成本", "30 万元")).Only("F4");

        Assert.Equal("成本指标第 1 行“总成本”：“30 万元”比年度资金总额 36.00 万元少 6.00 万元，请核对成本和资金，确有原因的请写明", finding.Message);
        Assert.Equal(("value", "30.00 万元/36.00 万元"), (finding.Place.Field, finding.Raw));
    }

    [Fact]
    public void F4_and_F6_are_undetermined_without_a_total()
    {
        var context = Two("20 万元", "10 万元").WithFunds(("fiscal", "36"));

        Assert.True(context.IsUndetermined("F4"));
        Assert.True(context.IsUndetermined("F6"));
    }

    [Fact]
    public void Where_no_cost_is_an_amount_F4_cannot_judge_and_F6_has_nothing_to_look_at()
    {
        var context = Costs(("成本节约率", "≥5%"));

        Assert.True(context.IsUndetermined("F4"));
        Assert.False(context.IsUndetermined("F6"));
    }

    [Theory]
    [InlineData("20 万元", "16 元")]
    [InlineData("20 万元", "160 元")]
    [InlineData("20 万元", "160000 万元")]
    [InlineData("20 万元", "16 亿元")]
    [InlineData("20 万元", "16000 万元")]
    [Fires("F6")]
    public void F6_warns_of_an_amount_a_thousand_times_off_what_the_others_leave(string first, string second) =>
        Assert.Contains("F6W", Two(first, second).Codes("F6"), StringComparison.Ordinal);

    [Theory]
    [InlineData("20 万元", "16 万元")]
    [InlineData("20 万元", "161 元")]
    [InlineData("35.9 万元", "50 元")]
    [InlineData("36 万元", "16 元")]
    [InlineData("35.9999 万元", "5 万元")]
    [InlineData("300 元/人", "16 元")]
    [InlineData("300 元/人", "20 万元/公里")]
    [InlineData("20 万元", "500 万元")]
    [InlineData("2000 万元", "16 元")]
    [InlineData("36 万元", "0.01 元")]
    [InlineData("35.99 万元", "36 万元")]
    [NearMiss("F6")]
    public void F6_leaves_alone_what_may_well_be(string first, string second) => Assert.Equal("", Two(first, second).Codes("F6"));

    [Fact]
    public void F6_finds_a_unit_slip_upwards_even_beside_unit_costs() => Assert.Equal("F6W", Two("300 元/人", "360000 万元").Codes("F6"));

    [Fact]
    public void F6_says_which_amount_looks_wrong()
    {
        var finding = Two("20 万元", "16 元").Only("F6");

        Assert.Equal("成本指标第 2 行“施工费用”：“16 元”与年度资金总额和其他成本所余相差 1000 倍以上，请核对单位是元还是万元，确有原因的请写明", finding.Message);
        Assert.Equal(("16 元", "value", true), (finding.Raw, finding.Place.Field, finding.NeedsReason));
    }

    [Theory]
    [InlineData("总成本", "36 元", "row")]
    [InlineData("总成本", "360 元", "row")]
    [InlineData("总成本", "361 元", "")]
    [InlineData("总成本", "36000 万元", "row")]
    [InlineData("总成本", "35999 万元", "")]
    [InlineData("管材费用", "36 元", "row")]
    [InlineData("管材费用", "0.0036 万元", "funds-total")]
    public void F6_compares_a_single_row_with_the_total(string name, string value, string place) =>
        Assert.Equal(place, string.Concat(FormChecks.Run(Costs((name, value))).Findings.Where(one => one.Code == "F6").Select(one => one.Place.IsFunds ? one.Place.Anchor : "row")));

    [Fact]
    public void F6_takes_the_total_for_the_wrong_one_when_all_costs_in_万元_are_far_too_small()
    {
        var finding = Two("20 万元", "16 万元").WithFunds(("total", "360000"), ("fiscal", "360000")).Only("F6");

        Assert.Equal("年度资金总额：360000.00 万元与成本指标的金额相差 1000 倍以上，请核对单位是元还是万元，确有原因的请写明", finding.Message);
        Assert.Equal(("funds-total", "360000.00 万元"), (finding.Place.Anchor, finding.Raw));
    }

    [Fact]
    public void F6_says_so_at_each_row_when_all_are_in_元() => Assert.Equal("F6W F6W", Two("20 元", "16 元").Codes("F6"));

    [Theory]
    [InlineData("培训费", "≥5 万元")]
    [InlineData("培训费", "＞5 万元")]
    [InlineData("培训费", "不低于 5 万元")]
    [InlineData("培训费", "5 万元以上")]
    [InlineData("培训费", "超过 5 万元")]
    [InlineData("人均培训成本", "≥300 元/人")]
    [InlineData("一次性补助资金", "≥5 万元")]
    [InlineData("农村低保标准", "≥380 元/人·月")]
    [InlineData("孤儿基本生活费", "不低于 1000 元/人·月")]
    [Fires("F7")]
    public void F7_warns_of_a_cost_with_a_lower_bound(string name, string value) => Assert.Equal("F7W", Costs((name, value)).Codes("F7", "F8"));

    [Theory]
    [InlineData("培训费", "≤5 万元")]
    [InlineData("培训费", "不超过 5 万元")]
    [InlineData("成本节约率", "≥5%")]
    [InlineData("节约采购成本", "≥5 万元")]
    [InlineData("农村低保标准", "=380 元/人·月")]
    [InlineData("培训费", "3–5 万元")]
    [InlineData("培训费", "5 万元以内")]
    [InlineData("培训费", "控制在 5 万元")]
    [InlineData("项目总成本控制数", "36 万元")]
    [InlineData("采购限价", "36 万元")]
    [InlineData("培训费", "不突破 36 万元")]
    [InlineData("成本控制", "不超预算")]
    [InlineData("培训费", "限额 5 万元")]
    [NearMiss("F7"), NearMiss("F8")]
    public void F7_and_F8_are_content_with_an_upper_bound_and_with_what_needs_none(string name, string value) =>
        Assert.Equal("", Costs((name, value)).Codes("F7", "F8"));

    [Theory]
    [InlineData("36 万元")]
    [InlineData("=36 万元")]
    [InlineData("约 36 万元")]
    [InlineData("360000 元")]
    [InlineData("500 元/人")]
    [Fires("F8")]
    public void F8_hints_at_a_cost_without_a_bound(string value) => Assert.Equal("F8H", Costs(("培训费", value)).Codes("F7", "F8"));

    [Fact]
    public void F7_and_F8_say_what_is_missing()
    {
        Assert.Equal("成本指标第 1 行“培训费”：“≥5 万元”只定了下限，成本应有上限，请改为“≤”或“不超过”多少", Costs(("培训费", "≥5 万元")).Only("F7").Message);
        Assert.Equal("成本指标第 1 行“培训费”：“5 万元”没有说明是上限，请在金额前写明“≤”", Costs(("培训费", "5 万元")).Only("F8").Message);
        Assert.Equal(("≥5 万元", "5 万元"), (Costs(("培训费", "≥5 万元")).Only("F7").Raw, Costs(("培训费", "5 万元")).Only("F8").Raw));
    }

    [Fact]
    public void Amounts_outside_成本_are_no_costs() => Assert.Equal("", Sound.WithValue("benefit.economic", "≥5000000 万元").Codes("F4", "F6", "F7", "F8"));

    private static CheckContext ByWork(string goal, params (string Name, string Value)[] costs) => Costs(costs).With(form => form with { OverallGoal = goal });

    [Theory]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请第三方咨询≥5 次。", "聘请第三方咨询≥5 次")]
    [InlineData("节能监察 20 户，节能宣传 2 次，委托检测机构抽检样品 300 批次。", "委托检测机构抽检样品 300 批次")]
    [InlineData("节能监察 20 户，节能宣传 2 次；购置在线监测设备 4 台", "购置在线监测设备 4 台")]
    [Fires("F9")]
    public void F9_hints_at_bought_work_without_a_cost_where_costs_are_told_by_work(string goal, string said)
    {
        var finding = ByWork(goal, ("节能监察", "20 万元"), ("节能宣传费用", "16 万元")).Only("F9");

        Assert.Equal($"年度总体目标：“{said}”在成本指标中没有对应的一行，请补充，或核对费用列在哪一行", finding.Message);
        Assert.Equal((FindingSeverity.Hint, said, HeadField.OverallGoal), (finding.Severity, finding.Raw, finding.Place.Field));
    }

    [Theory]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请第三方咨询若干次。", "节能监察", "节能宣传")]
    [InlineData("节能监察 20 户，节能宣传 2 次，企业自查 30 次。", "节能监察", "节能宣传")]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请第三方咨询 5 次。", "节能监察", "咨询费")]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请第三方咨询 5 次。", "节能监察", "第三方费用")]
    [InlineData("节能监察 20 户，节能宣传 2 次，购置监测设备 4 台。", "节能监察", "设备购置费")]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请第三方咨询 5 次。", "节能监察", "其他费用")]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请第三方咨询 5 次。", "节能监察", "人员经费")]
    [InlineData("节能监察 20 户，第三方咨询合格率 100%。", "节能监察", "节能监察费")]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请专家 5 名。", "节能监察", "聘请费")]
    [InlineData("节能监察 20 户，节能宣传 2 次，聘请专家 5 名。", "设备", "宣传品印刷")]
    [InlineData("费 20 户，节能宣传 2 次，聘请专家 5 名。", "费", "节能宣传")]
    [InlineData("监 20 户，节能宣传 2 次，聘请专家 5 名。", "监费", "节能宣传")]
    [NearMiss("F9")]
    public void F9_is_silent_where_the_work_has_a_cost_or_may_have_one(string goal, string first, string second) =>
        Assert.Equal("", ByWork(goal, (first, "20 万元"), (second, "16 万元")).Codes("F9"));

    [Fact]
    public void F9_is_silent_where_one_cost_stands_for_all() =>
        Assert.Equal("", ByWork("节能监察 20 户，聘请第三方咨询 5 次。", ("节能监察", "36 万元")).Codes("F9"));

    [Fact]
    public void F4_takes_the_largest_of_several_rows_of_the_total() =>
        Assert.Equal("", Costs(("总成本", "20 万元"), ("总投资", "36 万元")).Codes("F4"));

    [Fact]
    public void A_blank_value_beside_costs_leaves_nothing_open() => Assert.Equal("F4W", Two("20 万元", " ").Codes("F4"));

    [Fact]
    public void F3_needs_a_reason() => Assert.True(Two("20 万元", "17 万元").Only("F3").NeedsReason);

    [Fact]
    public void Without_a_group_of_costs_there_is_nothing_to_compare()
    {
        var without = Sound with
        {
            Template = Sound.Template with
            {
                Levels = [.. Sound.Template.Levels.Select(level => level with { Groups = [.. level.Groups.Where(group => group.Kind != IndicatorKind.Cost)] })],
            },
        };

        Assert.All(new[] { "F3", "F4", "F6" }, code => Assert.False(without.IsUndetermined(code)));
        Assert.All(new[] { "F3", "F4" }, code => Assert.True(Costs().IsUndetermined(code)));
    }

    [Fact]
    public void F9_takes_the_project_as_a_whole_and_whom_it_serves_for_no_work_of_their_own()
    {
        const string parts = "更换门窗 60 套，改造旱厕 5 座。";
        (string, string)[] costs = [("门窗更换费", "20 万元"), ("旱厕改造费", "16 万元")];

        Assert.Equal("", ByWork("维修学校 9 所，" + parts, costs).Codes("F9"));
        Assert.Equal("", ByWork(parts + "扶持学生 900 人。", costs).Codes("F9"));
        Assert.Equal("", ByWork(parts + "新建供水点 3 座。", costs).Codes("F9"));
        Assert.Equal("F9H", ByWork(parts + "新建篮球场 3 座。", costs).Codes("F9"));
        Assert.Equal("F9H", ByWork(parts + "开展安全讲座 3 场。", costs).Codes("F9"));
        Assert.Equal("", ByWork(parts + "开展安全讲座 3 场，组织应急演练 2 场，走访家长 20 次。", costs).Codes("F9"));
    }

    [Fact]
    public void F9_knows_short_names_and_leaves_costs_of_earlier_years_aside()
    {
        const string goal = "新建未成年人保护工作站 7 个，举办主任培训 2 期，开展改厕讲座 3 场。";

        Assert.Equal("F9H", ByWork(goal, ("未保站建设费", "20 万元"), ("主任培训费", "16 万元")).Codes("F9"));
        Assert.Equal("F9H", ByWork(goal, ("未保站建设费", "20 万元"), ("主任培训费", "10 万元"), ("上年改厕尾款", "6 万元")).Codes("F9"));
        Assert.Equal("", ByWork(goal, ("未保站建设费", "20 万元"), ("主任培训费", "10 万元"), ("改厕宣讲费", "6 万元")).Codes("F9"));
    }
}
