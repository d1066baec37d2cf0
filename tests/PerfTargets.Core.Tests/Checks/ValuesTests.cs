using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Q2 and Q4–Q8: relation, number and unit of a value.</summary>
public class ValuesTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static string Codes(string code, string group, string name, string value) => Sound.WithRows(group, (name, value)).Codes(code);

    [Theory]
    [InlineData("2 次")]
    [InlineData("100%")]
    [InlineData("两次")]
    [InlineData("0 起")]
    [InlineData("达到 95%。")]
    [InlineData("1.5 万亩")]
    [InlineData("36 万元")]
    [InlineData("600 元/人·月")]
    [InlineData("30 天")]
    [Fires("Q2")]
    public void Q2_remarks_on_a_number_without_a_relation(string value) => Assert.Equal("Q2H", Codes("Q2", "output.quality", "工程验收", value));

    [Theory]
    [InlineData("≥2 次")]
    [InlineData("=100%")]
    [InlineData("8 家以上")]
    [InlineData("不低于 95%")]
    [InlineData("80–90%")]
    [InlineData("约 20 亩")]
    [InlineData("误差±5%")]
    [InlineData("15 个工作日内")]
    [InlineData("每月10日前")]
    [InlineData("2023年6月底")]
    [InlineData("增长 20%")]
    [InlineData("每年 2 次")]
    [InlineData("新建 3 座，改造 2 座")]
    [InlineData("每年 2 次，每次≥50 人")]
    [InlineData("按宁财〔2022〕15号执行")]
    [InlineData("95")]
    [InlineData("优良")]
    [NearMiss("Q2")]
    public void Q2_takes_any_relation_and_leaves_numbers_within_words(string value) => Assert.Equal("", Codes("Q2", "output.quality", "工程验收", value));

    [Fact]
    public void Q2_says_how_the_number_is_understood() => Assert.Equal("数量指标第 1 行“节能宣传”：“2 次。”没有写明关系，只能理解为正好 2 次，请写明 ≥、≤ 或 =",
        Sound.WithRows("output.quantity", ("节能宣传", "2 次。")).Only("Q2").Message);

    [Theory]
    [InlineData("8 家以上", "“8 家以上”中的“以上”是文字，请改用符号 ≥")]
    [InlineData("不低于 100 万元", "“不低于 100 万元”中的“不低于”是文字，请改用符号 ≥")]
    [InlineData("增长超过 8%", "“增长超过 8%”中的“超过”是文字，请改用符号 >")]
    [InlineData("控制在 36 万元以内", "“控制在 36 万元以内”中的“控制在”是文字，请改用符号 ≤")]
    [InlineData("少于 3 起", "“少于 3 起”中的“少于”是文字，请改用符号 <")]
    [InlineData("等于 3 起", "“等于 3 起”中的“等于”是文字，请改用符号 =")]
    [InlineData("≥95%以上", "“≥95%以上”中的“以上”与“≥”重复，请只保留符号")]
    [InlineData("≥2 次，每次 20 人以上", "“≥2 次，每次 20 人以上”中的“以上”是文字，请改用符号 ≥")]
    [Fires("Q4")]
    public void Q4_asks_for_the_sign_of_a_relation_in_words(string value, string message) =>
        Assert.EndsWith("：" + message, Sound.WithRows("output.quality", ("工程验收", value)).Only("Q4").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("大于等于95%", "≥95%")]
    [InlineData("不少于95%", "≥95%")]
    [InlineData("95%以上", "≥95%")]
    [InlineData("不低于 95%", "≥95%")]
    [InlineData("达到 95％以上。", "≥95%")]
    [InlineData("不超过 36 万元", "≤36 万元")]
    [InlineData("小于等于 36.5 万元", "≤36.5 万元")]
    [InlineData("36 万元以内", "≤36 万元")]
    [InlineData("控制在 36 万元以内", "≤36 万元")]
    [InlineData("超过 8%", ">8%")]
    [InlineData("≥95%以上", "≥95%")]
    public void Q4_offers_the_sign_where_the_value_says_nothing_else(string value, string corrected) =>
        Assert.Equal(corrected, Sound.WithRows("output.quality", ("工程验收", value)).Only("Q4").Correction);

    [Theory]
    [InlineData("增长超过 8%")]
    [InlineData("≥2 次，每次 20 人以上")]
    [InlineData("80%-90%以上")]
    [InlineData("不低于 95%以下")]
    [InlineData("超过 8 家以上")]
    [InlineData("100 余人以上")]
    [InlineData("10 日以前")]
    [InlineData("不少于两家")]
    public void Q4_leaves_to_the_clerk_what_a_sign_may_not_say(string value) =>
        Assert.Null(Sound.WithRows("output.quality", ("工程验收", value)).Only("Q4").Correction);

    [Theory]
    [InlineData("≥8 家")]
    [InlineData(">=8 家")]
    [InlineData("8 家")]
    [InlineData("约 20 亩")]
    [InlineData("20 亩左右")]
    [InlineData("15 个工作日内")]
    [InlineData("每月10日前")]
    [InlineData("90岁以上老人全部发放")]
    [InlineData("高于全区平均水平")]
    [InlineData("以上级文件为准")]
    [InlineData("60周岁以上老人全部发放")]
    [InlineData("2 级以上")]
    [InlineData("不低于 3 类")]
    [InlineData("2等以内")]
    [InlineData("3 档以上")]
    [NearMiss("Q4")]
    public void Q4_takes_signs_and_what_has_none(string value) => Assert.Equal("", Codes("Q4", "output.quality", "工程验收", value));

    [Theory]
    [InlineData("中小企业不低于 100 万元，小巨人企业不低于 150 万元")]
    [InlineData("新建 12 公里，改造 3 公里")]
    [InlineData("培训 2 期，参训 100 人")]
    [InlineData("≥100 万元；≥50 户")]
    [InlineData("25 个小区，惠及 1800 户")]
    [InlineData("县道≥80%、乡道≥70%")]
    [InlineData("一般件≤3天，复杂件≤5天")]
    [InlineData("≥20 户≥3 个村")]
    [InlineData("≤80%，≤90%")]
    [InlineData("城市 600 元/人·月，农村 400 元/人·月")]
    [InlineData("每年≥3 次，全年≥20 户")]
    [Fires("Q5")]
    public void Q5_warns_of_two_thresholds(string value) => Assert.Equal("Q5W", Codes("Q5", "benefit.social", "受益情况", value));

    [Theory]
    [InlineData("≥20 户")]
    [InlineData("80%–90%")]
    [InlineData("≥80%，≤90%")]
    [InlineData("≤90%且>80%")]
    [InlineData("由 3 家增加到 5 家，翻一番")]
    [InlineData("从 80%提高，达到 90%")]
    [InlineData("较 80%提高，达到 90%")]
    [InlineData("≥95%（上年为 93%）")]
    [InlineData("≥1200 户，其中脱贫户≥100 户")]
    [InlineData("≥6 个，每个≥2 名")]
    [InlineData("新建 3 公里，宽 5 米")]
    [InlineData("上半年完成50%，全年完成100%")]
    [InlineData("≥1 座，建筑面积 500 平方米")]
    [InlineData("覆盖 5 个乡镇 20 个村")]
    [InlineData("24 小时内响应，办结率≥95%")]
    [InlineData("24 小时值班，15 分钟到场")]
    [InlineData("200 人，500 元/人")]
    [InlineData("6月底前完成50%，12月底前完成100%")]
    [InlineData("2023年6月底，≥20 户")]
    [InlineData("≥95%（其中 93 户，5 个村）")]
    [InlineData("<90%，>80%")]
    [InlineData("200 万元，500 人")]
    [InlineData("每户 2000 元，每户 3 次")]
    [InlineData("≥95%（含 93 户）、上年")]
    [NearMiss("Q5")]
    public void Q5_takes_a_range_a_base_a_part_and_a_plan(string value) => Assert.Equal("", Codes("Q5", "benefit.social", "受益情况", value));

    [Fact]
    public void Q5_names_both() => Assert.Equal(
        "社会效益指标第 1 行“研发费用”：“中小企业≥100 万元，小巨人企业≥150 万元”有两个标准（100 万元、150 万元），一个指标值只能有一个，请分成两行",
        Sound.WithRows("benefit.social", ("研发费用", "中小企业≥100 万元，小巨人企业≥150 万元")).Only("Q5").Message);

    [Theory]
    [InlineData("群众满意度", "≥95", "“≥95”没有单位，满意度应写明 %，请补充")]
    [InlineData("验收合格率", "达到100", "“达到100”没有单位，比率应写明 %，请补充")]
    [InlineData("群众满意度", "≥105%", "“≥105%”超过 100%，满意度最高是 100%，请核对")]
    [InlineData("流动人口服务满意度", "≥105%", "“≥105%”超过 100%，满意度最高是 100%，请核对")]
    [InlineData("品质提升工程验收合格率", "105%", "“105%”超过 100%，比率最高是 100%，请核对")]
    [InlineData("新增加床位使用率", "≥150%", "“≥150%”超过 100%，比率最高是 100%，请核对")]
    [InlineData("验收合格率", "100.1%", "“100.1%”超过 100%，比率最高是 100%，请核对")]
    [InlineData("占比", "90%–110%", "“90%–110%”超过 100%，比率最高是 100%，请核对")]
    [InlineData("验收合格率（含附属工程）", ">100%", "“>100%”超过 100%，比率最高是 100%，请核对")]
    [InlineData("验收合格率", "达95。", "“达95。”没有单位，比率应写明 %，请补充")]
    [InlineData("验收合格率", "105 百分比", "“105 百分比”超过 100%，比率最高是 100%，请核对")]
    [Fires("Q6")]
    public void Q6_refuses_a_rate_that_cannot_be(string name, string value, string message)
    {
        var finding = Sound.WithRows("output.quality", (name, value)).Only("Q6");

        Assert.Equal(($"质量指标第 1 行“{name}”：{message}", FindingSeverity.Error), (finding.Message, finding.Severity));
    }

    [Theory]
    [InlineData("群众满意度", "≥95%")]
    [InlineData("群众满意度", "100%")]
    [InlineData("群众满意度", "100%以上")]
    [InlineData("群众满意度", "≥90 分")]
    [InlineData("群众满意度（%）", "≥95")]
    [InlineData("合格百分比率", "≥95")]
    [InlineData("产值增长率", "≥120%")]
    [InlineData("幼儿毛入学率", "≥101%")]
    [InlineData("建筑容积率", "1.5")]
    [InlineData("巡查频率", "2")]
    [InlineData("办事效率", "95")]
    [InlineData("师生比例", "1:15")]
    [InlineData("孕产妇死亡率", "≤15/10万")]
    [InlineData("新生入学率", "较高")]
    [InlineData("新增产能", "120%")]
    [InlineData("验收合格率", "2023年12月100")]
    [InlineData("新生入学率", "")]
    [InlineData("验收合格率", "≥95，≤98")]
    [InlineData("验收合格率", "优良 95")]
    [InlineData("偿债备付率", "≥120%")]
    [InlineData("产品产销率", "≥101%")]
    [InlineData("项目资金覆盖率", "≥110%")]
    [InlineData("债券本息覆盖率", "≥1.2倍")]
    [InlineData("口粮自给率", "≥130%")]
    [InlineData("事故发生率", "0")]
    [InlineData("事故发生率", "=0")]
    [InlineData("征收任务完成率", "≥100%")]
    [InlineData("验收合格率", ">90%")]
    [InlineData("培训合格率", "≥150 人")]
    [NearMiss("Q6")]
    public void Q6_takes_what_can_be(string name, string value) => Assert.Equal("", Codes("Q6", "output.quality", name, value));

    /// <summary>More than all may be planned, and nothing is nothing in any unit: no form is refused for that.</summary>
    [Theory]
    [InlineData("征收任务完成率", "≥105%", "Q6W")]
    [InlineData("任务完成合格率", "≥105%", "Q6E")]
    [InlineData("事故发生率", "0.5", "Q6E")]
    [InlineData("事故发生率", "0-5", "Q6E")]
    [InlineData("群众满意度", "0", "Q6E")]
    [Fires("Q6")]
    public void Q6_weighs_what_may_be_meant(string name, string value, string codes) => Assert.Equal(codes, Codes("Q6", "output.quality", name, value));

    [Fact]
    public void Q6_asks_whether_more_than_all_is_planned() => Assert.Equal("质量指标第 1 行“征收任务完成率”：“≥105%”超过 100%，请核对完成率是否计划超额",
        Sound.WithRows("output.quality", ("征收任务完成率", "≥105%")).Only("Q6").Message);

    [Theory]
    [InlineData("Q5", "asides", "从", "由 3 家增加，达到 5 家")]
    [InlineData("Q5", "descriptions", "宽", "路面≥3 公里，厚 5 厘米")]
    [InlineData("Q5", "periods", "月", "每年≥3 次，全年≥20 户", "")]
    [InlineData("Q7", "grades", "分", "3 级")]
    public void The_template_says_which_words_make_a_number_no_threshold_or_no_count(string code, string list, string word, string value, string with = "W")
    {
        var context = Sound.WithRows("benefit.social", ("服务质量", value));

        Assert.Equal(with == "W" ? "" : code + "W", context.Codes(code));
        Assert.Equal(with == "W" ? code + "W" : "", context.WithWords(code, list, word).Codes(code));
    }

    [Fact]
    public void Q6_leaves_a_missing_unit_in_a_hard_group_to_Q1()
    {
        Assert.Equal("Q1E", Sound.WithRows("output.quantity", ("培训合格率", "≥95")).Codes("Q1", "Q6"));
        Assert.Equal("Q6E", Sound.WithRows("output.quantity", ("培训合格率", "≥105%")).Codes("Q1", "Q6"));
    }

    [Theory]
    [InlineData("固废利用能力", "100%", "指标值是“100%”，“能力”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [InlineData("路面修复质量", "≥95%", "指标值是“≥95%”，“质量”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [InlineData("全民阅读氛围（%）", "达到90%", "指标值是“达到90%”，“氛围”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [InlineData("窗口服务水平", "95%", "指标值是“95%”，“服务水平”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [InlineData("培训人数", "≥95%", "指标值是“≥95%”，“人数”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [InlineData("验收合格率", "95 个", "指标值是“95 个”，名称是比率，单位却是个数，请核对名称和单位")]
    [InlineData("企业成本下降", "8 家以上", "指标值是“8 家以上”，“成本”不能用“家”来数，请核对名称和单位")]
    [InlineData("提升管理水平", "≥3 项", "指标值是“≥3 项”，“水平”不能用“项”来数，请核对名称和单位")]
    [InlineData("企业产值", "8 家", "指标值是“8 家”，“产值”不能用“家”来数，请核对名称和单位")]
    [InlineData("固废利用能力", "达到100%。", "指标值是“达到100%。”，“能力”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [InlineData("固废利用能力", "达 80 百分比", "指标值是“达 80 百分比”，“能力”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")]
    [Fires("Q7")]
    public void Q7_warns_of_a_unit_that_does_not_fit_the_name(string name, string value, string message) => Assert.Equal(
        ($"经济效益指标第 1 行“{name}”：{message}", name + "|" + value),
        (Sound.WithRows("benefit.economic", (name, value)).Only("Q7").Message, Sound.WithRows("benefit.economic", (name, value)).Only("Q7").Raw));

    [Theory]
    [InlineData("固废利用能力", "增长 20%")]
    [InlineData("固废利用能力", "≥5 万吨")]
    [InlineData("固废利用能力", "提升 3 个百分点")]
    [InlineData("空气质量优良率", "≥85%")]
    [InlineData("居民健康素养水平", "≥25%")]
    [InlineData("群众安全感", "≥95%")]
    [InlineData("服务能力提升", "≥5%")]
    [InlineData("培训质量", "合格率≥95%")]
    [InlineData("农产品损耗下降幅度", "≥3%")]
    [InlineData("培训人数占比", "≥95%")]
    [InlineData("验收合格率", "100%")]
    [InlineData("节能监察", "100%")]
    [InlineData("节能监察", "≥20 户")]
    [InlineData("成本下降企业", "8 家")]
    [InlineData("成本下降", "≥8 万元")]
    [InlineData("收入增长", "≥8%")]
    [InlineData("就业岗位增加", "50 个")]
    [InlineData("水质", "3 类")]
    [InlineData("服务质量", "≥90 分")]
    [InlineData("群众满意度", "≥90 分")]
    [InlineData("巡查频率", "2 次")]
    [InlineData("违法犯罪发案率", "2起/万人")]
    [InlineData("服务能力", "较强")]
    [InlineData("服务能力", "培训 3 人，巡诊 2 次")]
    [InlineData("固废利用能力", "2023年12月100%")]
    [InlineData("", "8 家")]
    [InlineData("用水普及占比能力率", "100%")]
    [InlineData("服务能力", "3 人·次")]
    [InlineData("年接待能力", "≥5000 人次")]
    [NearMiss("Q7")]
    public void Q7_takes_a_unit_that_fits(string name, string value) => Assert.Equal("", Codes("Q7", "benefit.economic", name, value));

    [Theory]
    [InlineData("奖补符合条件的固废企业 1 户", "固废利用项目", "1 个", "Q8H")]
    [InlineData("培训教师 200 人次。", "培训教师", "≥200 人", "Q8H")]
    [InlineData("开展安全宣传 12 场。", "安全宣传", "12 次", "Q8H")]
    [InlineData("增设警示标志 260 块。", "警示标志数量", "≥260 套", "Q8H")]
    [InlineData("改造农村户厕 1100 户。", "户厕改造", "1100 座", "Q8H")]
    [InlineData("建设墓穴 1600 个。", "墓穴建设数量", "≥1600 穴", "Q8H")]
    [InlineData("发放手册 0.5 万份。", "手册发放", "5000 册", "Q8H")]
    [InlineData("举办培训班 10 期。", "培训人数", "10 人", "Q8H")]
    [InlineData("举办培训班 9 期。", "培训人数", "9 人", "")]
    [InlineData("巡查 12 次，更换水表 12 块。", "水表更换", "12 台", "")]
    [InlineData("培训教师 200 人。", "培训教师", "200 名", "")]
    [InlineData("送教下乡 20 场。", "送教下乡", "20 场次", "")]
    [InlineData("发放手册 0.5 万册。", "手册发放", "5000 册", "")]
    [InlineData("全年组织工作 5 项，发放手册 3 份。", "组织工作", "5 轮", "")]
    [InlineData("种植树木 260 棵，警示标志若干。", "警示标志数量", "≥260 套", "")]
    [InlineData("补助资金 260 万元，用于警示标志。", "警示标志数量", "≥260 套", "")]
    [InlineData("奖补固废企业 1 户", "固废企业", "1 户", "")]
    [InlineData("奖补固废企业 1 户，项目 1 个", "固废利用项目", "1 个", "")]
    [InlineData("奖补固废企业 2 户", "固废利用项目", "1 个", "")]
    [InlineData("奖补固废企业 1 户，培训 1 人次", "固废利用项目", "1 个", "")]
    [InlineData("改造管网 12 公里，固废处置", "固废处置", "12 次", "")]
    [InlineData("种植树木 3 棵，固废处置", "固废处置", "3 场", "")]
    [InlineData("奖补固废企业 1 户", "管网巡查", "1 个", "")]
    [InlineData("开展固废工作。", "固废利用项目", "1 个", "")]
    [InlineData("奖补固废企业 1 户", "固废利用项目", "1 个，2 次", "")]
    public void Q8_asks_whether_one_number_in_two_units_is_one_thing(string goal, string name, string value, string codes) =>
        Assert.Equal(codes, Sound.With(form => form with { OverallGoal = goal }).WithRows("output.quantity", (name, value)).Codes("Q8"));

    [Fact]
    [NearMiss("Q8")]
    public void Q8_does_not_ask_where_two_rows_may_be_meant_or_another_row_has_the_goal_s_number()
    {
        var context = Sound.With(form => form with { OverallGoal = "奖补固废企业 1 户" });

        Assert.Equal("", context.WithRows("output.quantity", ("固废利用项目", "1 个"), ("固废检查", "1 项")).Codes("Q8"));
        Assert.Equal("", context.WithRows("output.quantity", ("固废利用项目", "1 个"), ("固废企业", "1 户")).Codes("Q8"));
    }

    [Fact]
    [Fires("Q8")]
    public void Q8_quotes_both()
    {
        var finding = Sound.With(form => form with { OverallGoal = "奖补固废企业 1 户。" }).WithRows("output.quantity", ("固废利用项目", "≥1 个")).Only("Q8");

        Assert.Equal("数量指标第 1 行“固废利用项目”：“≥1 个”与目标里的“1 户”单位不同，请核对是不是同一事物，是的请统一单位", finding.Message);
    }

    [Theory]
    [InlineData(1, "Q2H Q3H Q11H Q12H Q13H L1W L3W")]
    [InlineData(2, "Q2H Q7W Q8H Q12H Q14H L1W L2H L3W")]
    [InlineData(3, "Q2H Q3H Q4H Q5W Q9W Q12H Q13H Q14H Q15H L1W L4H L5H")]
    [InlineData(4, "Q2H Q4H Q7W Q12H Q16W L1W L4H")]
    public void The_seed_forms_give_exactly_these_codes(int table, string codes)
    {
        string[] own = [.. Enumerable.Range(2, 15).Select(number => "Q" + number), .. Enumerable.Range(1, 5).Select(number => "L" + number)];
        var found = new CheckContext(CheckForms.Seed[table - 1], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable).Codes(own).Split(' ');

        Assert.Equal(codes, string.Join(' ', found.Distinct().OrderBy(code => Array.IndexOf(own, code[..^1]))));
    }

    [Theory]
    [InlineData("Q3", 1, 3)]
    [InlineData("Q12", 1, 4)]
    [InlineData("Q12", 2, 2)]
    [InlineData("Q15", 3, 2)]
    [InlineData("L1", 1, 4)]
    [InlineData("L1", 2, 4)]
    [InlineData("L1", 3, 2)]
    [InlineData("L1", 4, 2)]
    public void The_seed_forms_give_them_so_many_times(string code, int table, int times) => Assert.Equal(times,
        FormChecks.Run(new CheckContext(CheckForms.Seed[table - 1], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable)).Findings.Count(finding => finding.Code == code));

    [Fact]
    public void A_sound_form_gives_nothing() => Assert.Equal("", Sound.Codes());
}
