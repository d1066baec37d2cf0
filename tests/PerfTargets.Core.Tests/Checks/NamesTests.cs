using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Q9–Q14 and Q16: what a name says.</summary>
public class NamesTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static string Codes(string code, string group, string name, string value) => Sound.WithRows(group, (name, value)).Codes(code);

    [Theory]
    [InlineData("经营管理能力", "管理水平逐年提高")]
    [InlineData("公共服务能力", "公共服务能力进一步增强")]
    [InlineData("公共服务能力", "持续提升公共服务能力。")]
    [InlineData("农村人居环境", "人居环境明显改善")]
    [InlineData("群众出行条件改善", "群众出行条件得到改善")]
    [InlineData("建立长效机制", "建立长效机制")]
    [InlineData("散埋乱葬治理", "散埋乱葬现象有效遏制")]
    [InlineData("社会和谐稳定", "促进社会和谐稳定")]
    [InlineData("公共服务能力", "公共服务能力提升")]
    [InlineData("水质改善", "水质明显改善")]
    [InlineData("管护机制", "管护机制不断完善；")]
    [Fires("Q9")]
    public void Q9_warns_of_a_value_that_says_the_name_again(string name, string value) => Assert.Equal("Q9W", Codes("Q9", "benefit.social", name, value));

    [Theory]
    [InlineData("经营管理能力", "逐年提高")]
    [InlineData("经营管理能力", "水平逐年提高")]
    [InlineData("经营管理能力", "用户增长")]
    [InlineData("经营管理能力", "管理")]
    [InlineData("企业发展水平", "高于全区规上工业平均水平")]
    [InlineData("持续提高服务企业能力", "不断提升")]
    [InlineData("公共服务能力", "公共服务能力提升，评估达到二类")]
    [InlineData("公共服务能力", "公共服务能力提升 20%")]
    [InlineData("长效管护机制", "建立")]
    [InlineData("水质", "水质达到Ⅲ类")]
    [InlineData("台账管理", "台账健全")]
    [InlineData("管网检测能力", "检测能力满足")]
    [InlineData("长效管护机制", "签订管护协议")]
    [InlineData("建筑垃圾处置", "全部清运至指定消纳场")]
    [InlineData("公共服务能力", "公共服务能力、管理水平提升")]
    [InlineData("公共服务能力", "，公共服务能力提升")]
    [InlineData("", "管理水平逐年提高")]
    [InlineData("水", "水提高")]
    [NearMiss("Q9")]
    public void Q9_takes_a_value_that_says_something_of_its_own_and_leaves_bare_words_to_L1(string name, string value) =>
        Assert.Equal("", Codes("Q9", "benefit.social", name, value));

    [Fact]
    public void Q9_says_what_to_write() => Assert.Equal("质量指标第 1 行“经营管理能力”：指标值“管理水平逐年提高”只是重复指标名称，没有说明要达到什么，请写明可以核实的标准",
        Sound.WithRows("output.quality", ("经营管理能力", "管理水平逐年提高")).Only("Q9").Message);

    [Theory]
    [InlineData("村组干部230人", "≥230个", "230人")]
    [InlineData("改造管网 12 公里", "12公里", "12 公里")]
    [InlineData("扶持３个村", "3 个", "３个")]
    [InlineData("验收合格率100%", "100%", "100%")]
    [InlineData("补贴 3–5 家", "3–5 家", "3–5 家")]
    [Fires("Q10")]
    public void Q10_warns_of_the_target_in_the_name(string name, string value, string number) => Assert.Equal(
        $"数量指标第 1 行“{name}”：名称里的“{number}”就是指标值，目标数只在指标值里写，请从名称中删去", Sound.WithRows("output.quantity", (name, value)).Only("Q10").Message);

    [Theory]
    [InlineData("村组干部", "≥230个")]
    [InlineData("村组干部230人", "≥220个")]
    [InlineData("村组干部230万人", "≥230个")]
    [InlineData("65岁以上老年人体检率", "≥65%")]
    [InlineData("20 户以上自然村通电", "20 个")]
    [InlineData("2期工程建设", "2 座")]
    [InlineData("3级医院建设", "3 家")]
    [InlineData("2023年培训", "2023 人")]
    [InlineData("5G基站", "5 座")]
    [InlineData("12345热线办结", "12345 件")]
    [InlineData("补贴 3 家", "3–5 家")]
    [InlineData("补贴 3 家", "及时")]
    [InlineData("改造 12 公里", "12 个")]
    [InlineData("扶持 12 个村", "12 公里")]
    [InlineData("村组干部≥230人", "230个")]
    [InlineData("3批采购", "3 次")]
    [InlineData("2类水", "2 处")]
    [NearMiss("Q10")]
    public void Q10_takes_numbers_that_say_which_and_not_how_many(string name, string value) => Assert.Equal("", Codes("Q10", "output.quality", name, value));

    [Fact]
    public void Q10_takes_the_units_that_say_which_from_the_template() =>
        Assert.Equal("Q10W", Sound.WithRows("output.quality", ("采购3批", "3 次")).WithWords("Q10", "ordinals", "期").Codes("Q10"));

    [Theory]
    [InlineData("减少企业用能消耗，降低企业生产成本，提高能源利用效率", "Q11H")]
    [InlineData("减少消耗;降低成本；提高效率。", "Q11H")]
    [InlineData("入学率、巩固率和升学率", "Q11H")]
    [InlineData("培训班次数，参训人次及合格率", "Q11H")]
    [InlineData("数据准确性、完整性、及时性", "Q11H")]
    [InlineData("治愈率/好转率/床位使用率", "Q11H")]
    [InlineData("节约水资源、保护环境、促进农民增收", "Q11H")]
    [InlineData("建立、完善、落实管护制度", "")]
    [InlineData("提高资源能源利用效率，降低企业用能成本", "")]
    [InlineData("入学率、巩固率", "")]
    [InlineData("入学率、巩固率和升学情况", "")]
    [InlineData("教师、学生、家长满意度", "")]
    [InlineData("渠道、道路、机井改造", "")]
    [InlineData("改造工程（渠道，道路，机井）", "")]
    [InlineData("甲，乙，丙", "")]
    [InlineData("管网长度", "")]
    [InlineData("甲地，乙地，丙地", "Q11H")]
    [InlineData("甲地，乙，丙地", "")]
    [InlineData("（甲地，乙地，丙地）丁地改造", "")]
    [InlineData("“甲地，乙地，丙地”改造", "")]
    [InlineData("《甲地，乙地，丙地》落实", "")]
    [InlineData("改造（甲地）丁地，乙地，丙地", "Q11H")]
    [InlineData("，甲地乙地丙地", "")]
    [InlineData("，甲地，乙地，丙地", "Q11H")]
    [InlineData("入学率、巩固率，升学率", "Q11H")]
    public void Q11_counts_clauses_and_measures(string name, string codes) => Assert.Equal(codes, Codes("Q11", "benefit.social", name, "≥3 个"));

    [Fact]
    [NearMiss("Q11")]
    public void Q11_takes_two_clauses() => Assert.Equal("", Codes("Q11", "benefit.social", "甲地，乙地改造", "≥3 个"));

    [Fact]
    [Fires("Q11")]
    public void Q11_says_how_many() => Assert.Equal("社会效益指标第 1 行“入学率、巩固率和升学率”：名称里有 3 个要衡量的方面，一个指标值说明不了，请分成几行",
        Sound.WithRows("benefit.social", ("入学率、巩固率和升学率", "≥95%")).Only("Q11").Message);

    [Theory]
    [InlineData("推动企业节能降耗", "≥20 户", "推动")]
    [InlineData("开展安全生产培训", "≥5 期", "开展")]
    [InlineData("持续提高服务企业能力", "≥90%", "提高")]
    [InlineData("提高能源利用效率", "≥90%", "提高")]
    [InlineData("降低企业用能成本", "≥2 万元", "降低")]
    [InlineData("减少碳排放", "≥100 吨", "减少")]
    [InlineData("保障特困人员", "应保尽保", "保障")]
    [InlineData("维护社会稳定", "较好", "维护")]
    [InlineData("有效带动农民", "较多", "带动")]
    [Fires("Q12")]
    public void Q12_remarks_on_a_name_that_is_an_action(string name, string value, string verb) => Assert.Equal(
        $"社会效益指标第 1 行“{name}”：名称以动词“{verb}”开头，说的是要做的事，请改为要衡量的事物", Sound.WithRows("benefit.social", (name, value)).Only("Q12").Message);

    [Theory]
    [InlineData("节能监察", "≥20 户")]
    [InlineData("淘汰落后产能", "≥20 万吨")]
    [InlineData("开展培训次数", "≥5 次")]
    [InlineData("提高比例（%）", "≥5%")]
    [InlineData("降低幅度", "≥5%")]
    [InlineData("促进就业人数", "≥5 人")]
    [InlineData("带动农户", "≥5 户")]
    [InlineData("保障特困人员", "≥5 人")]
    [InlineData("维护监控设备", "≥1450 路")]
    [InlineData("服务能力", "提升至二级甲等医院水平")]
    [InlineData("保障机制", "建立")]
    [InlineData("引导基金投放", "≥5 家")]
    [InlineData("提升工程竣工", "及时")]
    [InlineData("企业技术创新能力提升", "≥5%")]
    [InlineData("推进", "≥5%")]
    [InlineData("推进会", "≥5 场")]
    [NearMiss("Q12")]
    public void Q12_takes_a_name_that_measures(string name, string value) => Assert.Equal("", Codes("Q12", "benefit.social", name, value));

    [Theory]
    [InlineData(20, "")]
    [InlineData(21, "数量指标第 1 行“{0}”：名称有 21 字，宜不超过 20 字，请精简")]
    [InlineData(30, "数量指标第 1 行“{0}”：名称有 30 字，宜不超过 20 字，请精简")]
    [InlineData(31, "数量指标第 1 行“{0}”：名称有 31 字，超过一体化系统的 30 字，请精简")]
    public void Q13_counts_the_characters_of_a_name(int length, string message)
    {
        var name = new string('长', length);
        var context = Sound.WithRows("output.quantity", (name, "≥3 个"));

        Assert.Equal(message.Replace("{0}", name, StringComparison.Ordinal), message.Length == 0 ? context.Codes("Q13") : context.Only("Q13").Message);
    }

    [Theory]
    [InlineData(30, "")]
    [InlineData(31, "指标值有 31 字，宜不超过 30 字，请精简")]
    [InlineData(60, "指标值有 60 字，宜不超过 30 字，请精简")]
    [InlineData(61, "指标值有 61 字，超过一体化系统的 60 字，请精简")]
    public void Q13_counts_the_characters_of_a_value_without_blanks(int length, string message)
    {
        var context = Sound.WithRows("output.quality", ("工程验收", " " + string.Concat(Enumerable.Repeat("长 ", length))));

        Assert.Equal(message, message.Length == 0 ? context.Codes("Q13") : context.Only("Q13").ShortMessage);
    }

    [Fact]
    [Fires("Q13"), NearMiss("Q13")]
    public void Q13_speaks_from_the_first_character_too_many()
    {
        Assert.Equal("", Codes("Q13", "output.quality", new string('长', 20), new string('长', 30)));
        Assert.Equal("Q13H", Codes("Q13", "output.quality", new string('长', 21), new string('长', 30)));
        Assert.Equal("Q13H", Codes("Q13", "output.quality", new string('长', 20), new string('长', 31)));
    }

    [Theory]
    [InlineData("生态环境", "≥3 处", "名称过于笼统，看不出衡量什么，请写完整")]
    [InlineData("社会效益", "较好", "名称过于笼统，看不出衡量什么，请写完整")]
    [InlineData("社会效益指标。", "较好", "名称过于笼统，看不出衡量什么，请写完整")]
    [InlineData("单位工业增加值", "下降 3%", "名称不完整，看不出衡量什么，请写完整")]
    [InlineData("主营业务收入", "增长超过 8%", "名称是金额，指标值却不是，看不出衡量什么，请写完整")]
    [InlineData("利润总额", "稳步增长", "名称是金额，指标值却不是，看不出衡量什么，请写完整")]
    [InlineData("社会效益指标", "较好", "名称过于笼统，看不出衡量什么，请写完整")]
    [Fires("Q14")]
    public void Q14_remarks_on_a_name_that_says_too_little(string name, string value, string message) =>
        Assert.Equal(message, Sound.WithRows("benefit.social", (name, value)).Only("Q14").ShortMessage);

    [Theory]
    [InlineData("生态环境质量优良天数", "≥300 天")]
    [InlineData("单位工业增加值能耗下降率", "≥3%")]
    [InlineData("主营业务收入", "≥500 万元")]
    [InlineData("主营业务收入", "")]
    [InlineData("主营业务收入增长率", "≥8%")]
    [InlineData("企业核心竞争力", "不断增强")]
    [InlineData("技术创新体系建设", "取得积极进展")]
    [InlineData("社会", "较好")]
    [InlineData("主营业务收入", "≥500 元/人")]
    [NearMiss("Q14")]
    public void Q14_takes_a_whole_name(string name, string value) => Assert.Equal("", Codes("Q14", "benefit.social", name, value));

    [Fact]
    public void Q14_takes_the_group_s_name_where_it_says_what_is_measured() => Assert.Equal("", Codes("Q14", "satisfaction.served", "服务对象满意度", "≥95%"));

    [Theory]
    [InlineData("benefit.ecological", "信息化投入", "增长 20%以上", "生态效益指标第 1 行“信息化投入”：说的是投入，不是效益，请改为投入带来的结果")]
    [InlineData("output.quantity", "投入资金", "≥200 万元", "数量指标第 1 行“投入资金”：说的是投入，不是产出，请改为投入带来的结果")]
    [InlineData("output.quality", "人员投入（人）", "≥3 人", "质量指标第 1 行“人员投入（人）”：说的是投入，不是产出，请改为投入带来的结果")]
    [InlineData("output.quantity", "投入医务人员", "≥3 人", "数量指标第 1 行“投入医务人员”：说的是投入，不是产出，请改为投入带来的结果")]
    [InlineData("benefit.social", "社会治安防控经费投入", "≥3 万元", "社会效益指标第 1 行“社会治安防控经费投入”：说的是投入，不是效益，请改为投入带来的结果")]
    [Fires("Q16")]
    public void Q16_warns_of_an_input_as_result(string group, string name, string value, string message) =>
        Assert.Equal(message, Sound.WithRows(group, (name, value)).Only("Q16").Message);

    [Theory]
    [InlineData("output.cost", "设备投入", "≤36 万元")]
    [InlineData("output.timeliness", "资金投入", "2023年6月底前")]
    [InlineData("satisfaction.served", "资金投入", "≥95%")]
    [InlineData("benefit.economic", "带动企业投入", "≥36 万元")]
    [InlineData("benefit.economic", "社会资本投入", "≥36 万元")]
    [InlineData("benefit.economic", "企业研发投入", "增长 8%")]
    [InlineData("output.quantity", "投入使用车辆数", "≥12 辆")]
    [InlineData("benefit.economic", "节约工作经费", "≥3 万元")]
    [InlineData("benefit.economic", "用工投入", "减少 8%")]
    [InlineData("benefit.economic", "投入产出比", "≥1.2 倍")]
    [InlineData("benefit.economic", "管网投入使用", "≥3 处")]
    [InlineData("output.quality", "投入使用设备完好率", "≥95%")]
    [InlineData("output.quantity", "购置设备", "≥3 台")]
    [InlineData("benefit.economic", "社会资本投入带动额", "≥3 万元")]
    [NearMiss("Q16")]
    public void Q16_takes_costs_and_inputs_that_are_results(string group, string name, string value) => Assert.Equal("", Codes("Q16", group, name, value));

    [Fact]
    public void Q16_and_L3_leave_social_costs_alone()
    {
        var context = (Sound with { Template = CheckForms.Mof }).With(form => form with
        {
            Indicators = [CheckForms.Row("cost.social", "设备投入", "较小"), CheckForms.Row("cost.ecological", "设备投入", "较小")],
        });

        Assert.Equal("", context.Codes("Q16", "L3"));
    }

    [Theory]
    [InlineData("主营业务收入（万元）")]
    [InlineData("主营业务收入（万元）。")]
    [InlineData("主营业务收入；")]
    public void A_name_is_judged_without_what_people_add_behind_it(string name) => Assert.Equal("Q14H", Codes("Q14", "benefit.social", name, "较好"));

    [Theory]
    [InlineData("（主营业务收入）")]
    [InlineData("主营业务收入（万元）占比")]
    [InlineData("主营业务收入（含（税））")]
    public void A_bracket_is_left_off_only_at_the_end(string name) => Assert.Equal("", Codes("Q14", "benefit.social", name, "较好"));
}
