using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>L1–L5: whether it can be told at the end of the year that a target was met.</summary>
public class WordingTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static string Codes(string code, string name, string value) => Sound.WithRows("benefit.social", (name, value)).Codes(code);

    [Theory]
    [InlineData("不断提高")]
    [InlineData("不断提高。")]
    [InlineData("积极进行")]
    [InlineData("作用明显")]
    [InlineData("效益显著")]
    [InlineData("进一步优化")]
    [InlineData("取得积极进展")]
    [InlineData("管理水平逐年提高")]
    [InlineData("得到有效保障")]
    [InlineData("群众获得感明显提升，社会反响良好")]
    [InlineData("建立机制，管理水平持续提升，能力突出")]
    [InlineData("提升")]
    [InlineData("长期")]
    [InlineData("影响深远")]
    [InlineData("运行状况良好")]
    [InlineData("2023年持续改善")]
    [InlineData("健全完善")]
    [InlineData("散埋乱葬现象有效遏制")]
    [InlineData("问题得到解决")]
    [InlineData("有效防控")]
    [InlineData("促进社会和谐稳定")]
    [InlineData("减少安全事故")]
    [InlineData("群众生活水平提高")]
    [InlineData("和谐稳定")]
    [InlineData("提升，")]
    [InlineData("运行良好，证照完备")]
    [InlineData("，作用明显")]
    [InlineData("得到提升有效")]
    [InlineData("无误，管理水平明显提升")]
    [Fires("L1")]
    public void L1_warns_of_words_that_cannot_be_verified(string value) => Assert.Equal("L1W", Codes("L1", "供水保障", value));

    [Theory]
    [InlineData("≥95%")]
    [InlineData("明显提高，≥95%")]
    [InlineData("达到自治区下达目标任务")]
    [InlineData("高于全区规上工业平均水平")]
    [InlineData("供水水质明显改善，检测合格")]
    [InlineData("符合《农村供水管理办法》，管护持续加强")]
    [InlineData("建立健全")]
    [InlineData("应保尽保")]
    [InlineData("按时足额发放")]
    [InlineData("对环境无明显影响")]
    [InlineData("未造成明显不利影响")]
    [InlineData("提升工程全部完工")]
    [InlineData("提升到二级")]
    [InlineData("完成道路提升")]
    [InlineData("不新增隐患，不减少服务")]
    [InlineData("证照齐全有效")]
    [InlineData("")]
    [InlineData("无任何明显影响")]
    [InlineData("证照完备，")]
    [NearMiss("L1")]
    public void L1_takes_numbers_standards_and_facts(string value) => Assert.Equal("", Codes("L1", "供水保障", value));

    [Fact]
    public void L1_takes_a_date_where_the_group_is_about_time_and_leaves_hard_groups_to_Q1()
    {
        Assert.Equal("", Sound.WithRows("output.timeliness", ("完工时限", "2023年6月底前，进度明显加快")).Codes("L1"));
        Assert.Equal("L1W", Sound.WithRows("output.timeliness", ("完工进度", "明显加快，效果显著")).Codes("L1"));
        Assert.Equal("Q1E", Sound.WithRows("output.quantity", ("管网巡查", "明显增加")).Codes("L1", "Q1"));
    }

    [Fact]
    public void L1_says_what_to_write()
    {
        var finding = Sound.WithRows("benefit.social", ("供水保障", "作用明显")).Only("L1");

        Assert.Equal("社会效益指标第 1 行“供水保障”：“作用明显”无法核实是否达到，请改为数值，或者写明可以核实的标准", finding.Message);
        Assert.Equal(("作用明显", FindingSeverity.Warning, "value"), (finding.Raw, finding.Severity, finding.Place.Field));
    }

    /// <summary>Each word has one list: taken out of it, it makes nothing vague any more.</summary>
    [Theory]
    [InlineData("closing", "明显", "作用明显")]
    [InlineData("closing", "良好", "社会反响良好")]
    [InlineData("degrees", "不断", "不断完善")]
    [InlineData("degrees", "有效", "有效防控")]
    [InlineData("results", "遏制", "散埋乱葬现象有效遏制")]
    [InlineData("changes", "提高", "群众生活水平提高")]
    [InlineData("changes", "提升", "服务能力不断提升")]
    [InlineData("whole", "较多", "较多")]
    [Fires("L1"), NearMiss("L1")]
    public void L1_hears_a_word_no_more_that_is_taken_out_of_its_list(string list, string word, string value)
    {
        var context = Sound.WithRows("benefit.social", ("供水保障", value));
        var shipped = ShippedCheckSettings.Of("L1").Words![list];

        Assert.Equal("L1W", context.Codes("L1"));
        Assert.Contains(word, shipped);
        Assert.Equal("", context.WithWords("L1", list, [.. shipped.Where(one => one != word)]).Codes("L1"));
    }

    [Fact]
    public void L1_has_no_word_in_two_lists()
    {
        var words = ShippedCheckSettings.Of("L1").Words!;
        string[] vague = ["degrees", "closing", "results", "changes", "whole"];

        Assert.Empty(vague.SelectMany(list => words[list]).GroupBy(word => word).Where(of => of.Count() > 1).Select(of => of.Key));
    }

    [Fact]
    public void L1_takes_its_words_from_the_template() => Assert.Equal("", Sound.WithRows("benefit.social", ("供水保障", "较多"))
        .WithWords("L1", "whole", "较少").Codes("L1"));

    [Theory]
    [InlineData(5, 4, "绩效指标：9 行指标值里有数值或日期的只有 5 行，占 55%，宜不低于 60%，请把能量化的指标值改为数值")]
    [InlineData(3, 2, "")]
    [InlineData(2, 2, "绩效指标：4 行指标值里有数值或日期的只有 2 行，占 50%，宜不低于 60%，请把能量化的指标值改为数值")]
    [InlineData(1, 0, "")]
    [NearMiss("L2")]
    public void L2_counts_the_rows_with_a_number_or_a_date(int quantified, int inWords, string message)
    {
        (string, string)[] rows =
        [
            .. Enumerable.Range(1, quantified).Select(number => ($"指标{number}", number % 2 == 0 ? "≥3 个" : "2023年6月底前")),
            .. Enumerable.Range(1, inWords).Select(number => ($"事项{number}", "完成")), ("空行", " "),
        ];
        var context = Sound.With(form => form with { Indicators = [] }).WithRows("benefit.social", rows);

        Assert.Equal(message, message.Length == 0 ? context.Codes("L2") : context.Only("L2").Message);
        Assert.Equal("", context.WithSettings("L2", new(Numbers: new Dictionary<string, int> { ["percent"] = 50 })).Codes("L2"));
    }

    [Fact]
    [Fires("L2")]
    public void L2_speaks_where_most_rows_are_in_words() => Assert.Equal("L2H", Sound.With(form => form with { Indicators = [] })
        .WithRows("benefit.social", ("甲", "≥3 个"), ("乙", "完成"), ("丙", "完成")).Codes("L2"));

    [Fact]
    public void L2_has_nothing_to_say_of_an_empty_form() => Assert.Equal("", Sound.With(form => form with { Indicators = [] }).Codes("L2", "L3"));

    [Theory]
    [InlineData("明显", "显著", "2023年内见效", "L3W")]
    [InlineData("明显", "显著", "", "L3W")]
    [InlineData("明显", "≥8%", "长期", "")]
    [InlineData("8", "显著", "长期", "")]
    [InlineData("", "", "", "")]
    public void L3_wants_a_number_in_one_benefit(string economic, string social, string sustainability, string codes)
    {
        var context = Sound.WithRows("benefit.ecological").WithValue("benefit.economic", economic).WithValue("benefit.social", social).WithValue("benefit.sustainability", sustainability);

        Assert.Equal(codes, context.Codes("L3"));
    }

    [Fact]
    [NearMiss("L3")]
    public void L3_is_content_with_the_only_number_of_all_benefits() => Assert.Equal("",
        Sound.WithRows("benefit.ecological").WithValue("benefit.economic", "明显").WithValue("benefit.sustainability", "长期").Codes("L3"));

    [Fact]
    [Fires("L3")]
    public void L3_says_how_many_rows_have_none()
    {
        var finding = Sound.WithRows("benefit.ecological").WithValue("benefit.economic", "明显").WithValue("benefit.social", "显著").WithValue("benefit.sustainability", "长期").Only("L3");

        Assert.Equal(("效益指标：3 行指标值都没有数值，请至少把一行改为数值", Place.Group("benefit.economic")), (finding.Message, finding.Place));
    }

    [Theory]
    [InlineData("产值", "增长 20%以上")]
    [InlineData("产值", "连续两年平均增长超过 8%")]
    [InlineData("漏损率", "下降≥3 个百分点")]
    [InlineData("产值", "增长率达 5%")]
    [InlineData("农户年均收入", "增长 15%以上")]
    [InlineData("企业发展水平", "高于全区规上工业平均水平")]
    [InlineData("破案率", "不低于上年")]
    [Fires("L4")]
    public void L4_remarks_on_a_comparison_without_its_base(string name, string value) => Assert.Equal("L4H", Codes("L4", name, value));

    [Theory]
    [InlineData("产值", "较上年增长 20%")]
    [InlineData("产值同比增幅", "增长 20%")]
    [InlineData("产值", "在 2022 年基础上增长 20%")]
    [InlineData("漏损率", "降低到 10%")]
    [InlineData("产值增长率", "≥8%")]
    [InlineData("就业岗位", "增加 50 个")]
    [InlineData("企业发展水平", "高于全区平均水平（85%）")]
    [InlineData("破案率", "优于标准")]
    [InlineData("全区平均水平", "大幅超过")]
    [InlineData("产值", "不断增长")]
    [InlineData("产值", "增长 20")]
    [InlineData("产值", "年均增长 8%")]
    [NearMiss("L4")]
    public void L4_takes_a_comparison_with_its_base_and_what_is_none(string name, string value) => Assert.Equal("", Codes("L4", name, value));

    [Fact]
    public void L4_says_what_is_missing()
    {
        Assert.Equal("“增长 20%以上”没有写明与什么相比，请补充基数", Sound.WithRows("benefit.social", ("产值", "增长 20%以上")).Only("L4").ShortMessage);
        Assert.Equal("“高于全区平均水平”没有给出用来比较的数值，请补充", Sound.WithRows("benefit.social", ("产值", "高于全区平均水平")).Only("L4").ShortMessage);
    }

    [Theory]
    [InlineData("达到自治区下达目标任务", "L5H")]
    [InlineData("完成上级下达的任务", "L5H")]
    [InlineData("完成县政府考核指标", "L5H")]
    [InlineData("按国家要求完成年度计划", "L5H")]
    [InlineData("达到上级要求", "L5H")]
    [InlineData("达到自治区下达的考核要求", "L5H")]
    [InlineData("达到市定目标", "L5H")]
    [InlineData("以上级下达数为准", "L5H")]
    [InlineData("完成2023年自治区下达任务", "L5H")]
    [InlineData("完成上级下达任务的 100%", "L5H")]
    [InlineData("达到上级考核优秀等次", "")]
    [InlineData("完成上级下达任务的 90%", "")]
    [InlineData("完成上级下达任务 100 个", "")]
    [InlineData("上级下达资金全部拨付", "")]
    [InlineData("完成年度目标任务", "")]
    [InlineData("达到国家规定标准", "")]
    [InlineData("下达目标任务到自治区", "")]
    [InlineData("完成自治区下达的 3 家任务", "")]
    [InlineData("项目任务全部下达", "")]
    [InlineData("下达自治区任务", "")]
    [InlineData("完成下达任务", "")]
    [InlineData("自治区下达", "")]
    public void L5_remarks_on_a_target_that_another_body_sets(string value, string codes) => Assert.Equal(codes, Codes("L5", "能耗", value));

    [Fact]
    [NearMiss("L5")]
    public void L5_takes_the_number_that_the_other_body_has_set() => Assert.Equal("", Codes("L5", "能耗", "完成自治区下达的 3 家任务"));

    [Fact]
    [Fires("L5")]
    public void L5_says_what_to_write() => Assert.Equal("社会效益指标第 1 行“能耗”：“达到自治区下达目标任务”看不出目标是多少，请写明下达的数值",
        Sound.WithRows("benefit.social", ("能耗", "达到自治区下达目标任务")).Only("L5").Message);
}
