using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>G1–G4: goal against rows.</summary>
public class GoalsTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData(1, "G1H G1W")]
    [InlineData(2, "G7H")]
    [InlineData(3, "G2H G5W G3H G3H G3H")]
    [InlineData(4, "G2H G6H G3H G3H")]
    public void The_seed_forms_give_exactly_these_codes(int table, string codes) => Assert.Equal(codes,
        new CheckContext(CheckForms.Seed[table - 1], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable).Codes("G1", "G2", "G3", "G4", "G5", "G6", "G7"));

    [Fact]
    public void The_seed_is_told_which_task_has_no_indicator_and_which_has_another_name()
    {
        var context = new CheckContext(CheckForms.Seed[0], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable);

        Assert.Equal(
            [
                "年度总体目标：“项目前期考察≥20 次”没有同名的指标，数量指标第 5 行“项目核查”数值相同而名称不同，请核对是否同一项工作，是的请统一名称，不是的请补充指标",
                "年度总体目标：“技术改造等项目竣工验收聘请第三方咨询≥5 次”没有对应的三级指标，请补充指标或核对目标",
            ],
            FormChecks.Run(context).Findings.Where(finding => finding.Code == "G1").Select(finding => finding.Message));
    }

    [Theory]
    [InlineData("聘请第三方咨询≥5 次")]
    [InlineData("全年巡检 24 次")]
    [InlineData("2023年底前新建泵站 3 座")]
    [InlineData("一是购置水表 500 块")]
    [InlineData("（2）进一步更换阀门 60 个")]
    [InlineData("持续组织用水户代表座谈会 4 场")]
    [InlineData("疏浚河道 8 公里")]
    [InlineData("栽植护岸林 20 亩")]
    [InlineData("开展管网技术培训 5 场次")]
    [InlineData("发放供水资料 5000 份")]
    [InlineData("加装消毒柜 4 台")]
    [InlineData("执法检查企业 200 家")]
    [InlineData("疏浚涵洞 9 道")]
    [InlineData("新建水库 9 立方米")]
    [InlineData("清运淤泥 40 吨")]
    [InlineData("新增发电 50 千瓦时")]
    [InlineData("2023年前完成前新建泵站 3 座")]
    [InlineData("水质检测技术咨询 5 次")]
    [Fires("G1")]
    public void G1_names_an_amount_of_work_without_a_row(string task)
    {
        var finding = Added(task).Only("G1");

        Assert.Equal($"年度总体目标：“{task}”没有对应的三级指标，请补充指标或核对目标", finding.Message);
        Assert.Equal((FindingSeverity.Warning, task, HeadField.OverallGoal), (finding.Severity, finding.Raw, finding.Place.Field));
    }

    [Theory]
    [InlineData("每期培训 5 天")]
    [InlineData("投入资金 80 万元")]
    [InlineData("工程监测覆盖率 90%")]
    [InlineData("为全县 26 所学校的 6480 名学生供水")]
    [InlineData("现有泵站 9 座")]
    [InlineData("截至上月已新建泵站 9 座")]
    [InlineData("新建泵站（其中移动泵站 2 座）")]
    [InlineData("其中新建移动泵站 2 座")]
    [InlineData("扶持 20 人以上的用水组织")]
    [InlineData("建设任务分 3 个标段")]
    [InlineData("服务用水户 3 万人")]
    [InlineData("建成 3 级水站")]
    [InlineData("兴建三座泵站")]
    [InlineData("管网 5 公里")]
    [InlineData("新建泵站 3 号")]
    [InlineData("新建泵站 3 类")]
    [InlineData("新建泵站 3 种")]
    [InlineData("新建泵站 3 款")]
    [InlineData("新建泵站 3 届")]
    [InlineData("新建泵站 3 轮")]
    [InlineData("新建泵站 3 层")]
    [InlineData("新建泵站 3 段")]
    [InlineData("新建泵站 3 档")]
    [InlineData("新建泵站 3 省")]
    [InlineData("新建泵站 3 市")]
    [InlineData("新建泵站 3 县")]
    [InlineData("新建泵站 3 区")]
    [InlineData("新建泵站 3 路")]
    [InlineData("新建泵站 3 线")]
    [InlineData("新建泵站 3 分")]
    [InlineData("新建泵站 3 片")]
    [InlineData("上年新建泵站 9 座")]
    [InlineData("供水站巡查分 3 轮")]
    [InlineData("更换水表，已安装阀门 60 个")]
    [InlineData("新建高于 3 层的泵站")]
    [InlineData("新建覆盖 3 个行政村的泵站")]
    [InlineData("聘请技术员每户 2 名")]
    [InlineData("全县聘请技术员 2 名")]
    [InlineData("为泵站 3 座供电")]
    [InlineData("组织 3 个检查组巡护泵房")]
    [NearMiss("G1")]
    public void G1_leaves_standards_scopes_money_and_background_alone(string clause) => Assert.Equal("", Added(clause).Codes("G1"));

    [Theory]
    [InlineData("水质检测次数", "≥24 次")]
    [InlineData("水样化验", "24 个")]
    [InlineData("水质检测完成率", "100%")]
    [InlineData("出厂水", "完成检测 20 次")]
    public void G1_is_content_with_the_number_or_with_a_word_in_common(string name, string value) => Assert.Equal("",
        Added("开展水质检测 24 次").WithRows("output.quantity", ("改造管网长度", "≥12 公里"), (name, value)).Codes("G1"));

    [Theory]
    [InlineData("benefit.social", "水质检测达标率", "≥90%", "G1W")]
    [InlineData("benefit.social", "受检测的用水户", "≥900 户", "")]
    [InlineData("satisfaction.served", "检测单位满意度", "≥95%", "G1W")]
    [InlineData("output.cost", "检测费", "≤36 万元", "")]
    public void G1_takes_no_share_and_no_satisfaction_for_a_measure_of_work(string group, string name, string value, string codes) =>
        Assert.Equal(codes, Added("开展水质检测 24 次").WithRows(group, (name, value)).Codes("G1"));

    [Theory]
    [InlineData("开展抽检 24 次", "水样核查", "G1H")]
    [InlineData("开展抽检 24 次", "水样抽检", "")]
    [InlineData("开展抽检 24 次", "水样", "")]
    [InlineData("发布公告 24 次", "水样核查", "")]
    public void G1_only_hints_where_the_number_is_there_under_another_activity(string task, string name, string codes) =>
        Assert.Equal(codes, Added(task).WithRows("output.quantity", ("改造管网长度", "≥12 公里"), (name, "24 次")).Codes("G1"));

    [Fact]
    public void G1_hears_the_verb_of_a_list_through() =>
        Assert.Equal("年度总体目标：“蓄水池 2 座”没有对应的三级指标，请补充指标或核对目标",
            Added("新建泵站 3 座、蓄水池 2 座").WithRows("output.quantity", ("改造管网长度", "≥12 公里"), ("泵站", "3 座")).Only("G1").Message);

    [Theory]
    [InlineData("发放供水资料 5000 份", "资料印制", "4000 份", "")]
    [InlineData("发放供水宣传册 5000 份", "供水宣传户数", "700 户", "")]
    [InlineData("发放供水宣传册 5000 份", "供水户数", "700 户", "G1W")]
    [InlineData("开展入户检测 50 次", "入户监测次数", "40 次", "")]
    [InlineData("开展入户检测 50 次", "水质监测次数", "40 次", "G1W")]
    public void G1_asks_for_the_thing_or_two_words_in_common(string task, string name, string value, string codes) =>
        Assert.Equal(codes, Added(task).WithRows("output.quantity", ("改造管网长度", "≥12 公里"), (name, value)).Codes("G1"));

    [Theory]
    [InlineData("蓄水池容积", "500 立方米", "")]
    [InlineData("水表", "500 块", "G1W")]
    public void G1_knows_the_thing_behind_the_number_where_none_stands_before_it(string name, string value, string codes) => Assert.Equal(codes,
        Added("新建泵站 3 座、2 座蓄水池").WithRows("output.quantity", ("改造管网长度", "≥12 公里"), ("泵站", "3 座"), (name, value)).Codes("G1"));

    [Fact]
    public void G1_is_content_with_rows_that_add_up() => Assert.Equal("", Added("培训村民 500 人")
        .WithRows("output.quantity", ("改造管网长度", "12 公里"), ("水管员", "300 人"), ("用水代表", "200 人")).Codes("G1"));

    [Theory]
    [InlineData("G1")]
    [InlineData("G2")]
    [InlineData("G4")]
    public void Without_a_goal_or_without_rows_nothing_can_be_compared(string code)
    {
        Assert.True(Sound.With(form => form with { OverallGoal = " " }).IsUndetermined(code));
        Assert.True(Sound.WithRows("output.quantity", ("", "")).IsUndetermined(code));
        Assert.False(Sound.IsUndetermined(code));
    }

    [Theory]
    [InlineData("持续开展用水户宣传工作", "宣传")]
    [InlineData("完成水价评价", "评价")]
    [InlineData("组织开展水质监测和人员培训等工作", "培训")]
    [InlineData("完成水权确认认定、评审任务", "认定、评审")]
    [InlineData("完成隐患排查并建立整改清单", "排查、整改清单")]
    [InlineData("配套建设管理用房和检修道路", "管理用房、检修道路")]
    [InlineData("完成机房维修", "维修")]
    [InlineData("完成用水户培训班", "培训班")]
    [InlineData("配备水泵", "水泵")]
    [InlineData("购置乡镇污水处理厂运行记录仪", "乡镇污水处理厂运行记录仪")]
    [Fires("G2")]
    public void G2_names_work_that_no_row_mentions(string task, string words)
    {
        var finding = Added(task).Only("G2");

        Assert.Equal($"年度总体目标：“{task}”中的“{words}”没有对应的三级指标，请补充指标或核对目标", finding.Message);
        Assert.Equal(FindingSeverity.Hint, finding.Severity);
    }

    [Theory]
    [InlineData("开展宣传 2 次")]
    [InlineData("促进用水户宣传工作")]
    [InlineData("为开展宣传工作提供保障")]
    [InlineData("截至目前完成宣传工作")]
    [InlineData("完成各项工作任务")]
    [InlineData("完成管网改造工作")]
    [InlineData("完成管网修建")]
    [InlineData("做好宣传工作")]
    [InlineData("建立健全长效机制")]
    [InlineData("建设美丽乡村")]
    [InlineData("建设农村供水管网")]
    [InlineData("完成学校合并")]
    [InlineData("已开展宣传工作")]
    [InlineData("举办宣传活动 2 场")]
    [InlineData("购置课桌椅 20 套")]
    [InlineData("建设调蓄水池以来")]
    [InlineData("购置床")]
    [InlineData("购置各乡镇污水处理厂运行记录仪")]
    [NearMiss("G2")]
    public void G2_leaves_numbered_tasks_wishes_and_what_the_rows_mention_alone(string clause) => Assert.Equal("", Added(clause).Codes("G2"));

    [Theory]
    [InlineData("新建泵站 3 座、调度中心", "G2H")]
    [InlineData("发放资料 30 份、水杯", "")]
    public void G2_hears_the_verb_of_a_list_through(string task, string codes) => Assert.Equal(codes, Added(task).Codes("G2"));

    [Theory]
    [InlineData("完成机房维修", "管网维修及时率", "≥95%", "G2H")]
    [InlineData("完成机房维修", "机房维修及时率", "≥95%", "")]
    [InlineData("开展反诈骗宣传工作", "宣讲覆盖", "800 户", "")]
    [InlineData("建设调度中心", "运行情况", "调度中心投用", "")]
    public void G2_asks_on_what_work_is_done_where_it_is_done_on_something(string task, string name, string value, string codes) =>
        Assert.Equal(codes, Added(task).WithRows("benefit.social", (name, value)).Codes("G2"));

    [Fact]
    public void G2_takes_a_word_of_like_meaning_in_name_or_value_for_a_mention()
    {
        Assert.Equal("", Added("开展宣传工作").WithRows("benefit.social", ("科普覆盖户数", "≥800 户")).Codes("G2"));
        Assert.Equal("", Added("开展宣传工作").WithRows("benefit.social", ("覆盖户数", "宣讲 800 户")).Codes("G2"));
        Assert.Equal("G2H", Added("开展宣传工作").WithRows("benefit.social", ("覆盖户数", "800 户")).Codes("G2"));
    }

    [Theory]
    [InlineData("output.quantity", "维修水表", "≥30 块")]
    [InlineData("benefit.social", "新增受益村", "8 个以上")]
    [InlineData("benefit.ecological", "管网漏损率降幅", "≥20%")]
    [InlineData("benefit.sustainability", "管网使用年限", "≥20 年")]
    [InlineData("benefit.social", "用水户增幅", "≥101%")]
    [InlineData("benefit.social", "普及倍数", "100 倍")]
    [Fires("G3")]
    public void G3_names_a_number_that_the_goal_does_not_have(string group, string name, string value)
    {
        var finding = Sound.WithRows(group, (name, value)).Only("G3");

        Assert.EndsWith($"“{name}”：“{value}”在年度总体目标中没有写，请核对目标与指标是否一致", finding.Message, StringComparison.Ordinal);
        Assert.Equal((value, "value"), (finding.Raw, finding.Place.Field));
    }

    [Theory]
    [InlineData("output.quantity", "改造管网", "12000 米")]
    [InlineData("output.quality", "一次验收合格率", "≥96%")]
    [InlineData("output.cost", "监理费", "≤3 万元")]
    [InlineData("output.timeliness", "完工时间", "90 天内")]
    [InlineData("satisfaction.served", "群众满意度", "≥96%")]
    [InlineData("benefit.social", "自来水普及率", "100%")]
    [InlineData("benefit.social", "用水条件", "改善")]
    [InlineData("benefit.social", "受益户", "900")]
    [NearMiss("G3")]
    public void G3_leaves_numbers_alone_that_need_not_be_in_the_goal(string group, string name, string value) =>
        Assert.Equal("", Sound.WithRows(group, (name, value)).Codes("G3"));

    [Theory]
    [InlineData("output.quantity", "供水入户", "≥800 户，每户 3 块")]
    [InlineData("benefit.social", "自来水普及率", "100%")]
    public void G3_asks_for_one_number_of_a_row_and_for_no_whole(string group, string name, string value) => Assert.Equal("",
        Sound.With(form => form with { OverallGoal = "受益群众 800 户。", Indicators = [] }).WithRows(group, (name, value)).Codes("G3"));

    [Fact]
    public void G3_adds_up_one_kind_of_unit_only() => Assert.Equal("G3H G3H",
        Added("新建泵站 50 座").WithRows("output.quantity", ("主管", "20 米"), ("支管", "30 米")).Codes("G3"));

    [Fact]
    public void G3_adds_up_rows_and_numbers_of_the_goal()
    {
        Assert.Equal("", Sound.WithRows("output.quantity", ("改造主管", "5 公里"), ("改造支管", "7 公里")).Codes("G3"));
        Assert.Equal("G3H G3H", Sound.WithRows("output.quantity", ("改造主管", "5 公里"), ("改造支管", "8 公里")).Codes("G3"));
        Assert.Equal("", Added("更换水表 30 块、阀门 10 块").WithRows("output.quantity", ("更换水表阀门", "40 块")).Codes("G3"));
        Assert.True(Sound.With(form => form with { OverallGoal = "" }).IsUndetermined("G3"));
    }

    [Theory]
    [InlineData("培训乡村教师 300 人", "培训乡村教师人数", "≥280 人", "培训乡村教师300 人")]
    [InlineData("共培训乡村教师人数达到 300 人", "培训乡村教师", "280 人", "共培训乡村教师人数达到300 人")]
    [InlineData("新认定 3 家企业技术中心", "企业技术中心", "2 家", "新认定3 家")]
    [InlineData("残膜回收率达到 88%", "残膜回收率", "≥85%", "残膜回收率达到88%")]
    [InlineData("亮灯率 98%以上", "亮灯率", "≥95%", "亮灯率98%以上")]
    [InlineData("培训基层文艺骨干 120 人次", "文艺骨干培训", "150 人次", "培训基层文艺骨干120 人次")]
    [InlineData("设备购置费 30 万元", "设备购置费", "≤32 万元", "设备购置费30 万元")]
    [InlineData("绿化面积 8500 平方米", "管护区绿化面积", "≥8000 平方米", "绿化面积8500 平方米")]
    [InlineData("补助农村学生 12480 人", "享受补助学生人数", "12840 人", "补助农村学生12480 人")]
    [InlineData("改造小区 5 个", "改造老旧小区数量", "≥7 个", "改造小区5 个")]
    [InlineData("3 家企业技术中心挂牌", "企业技术中心", "2 家", "3 家企业技术中心挂牌")]
    [InlineData("培训乡村教师共计 300 人", "培训乡村教师人数", "280 人", "培训乡村教师共计300 人")]
    [InlineData("教师培训 300 人", "教师培训数", "280 人", "教师培训300 人")]
    [InlineData("培训 300 名乡村教师", "乡村教师培训", "280 名", "培训300 名")]
    [InlineData("培训乡村教师 300 人，慰问乡村教师 50 人", "培训乡村教师人数", "280 人", "培训乡村教师300 人")]
    [InlineData("培训乡村教师人数共计 300 人，慰问乡村教师 50 人", "培训乡村教师", "280 人", "培训乡村教师人数共计300 人")]
    [InlineData("培训乡村教师 300 人，慰问乡村教师 50 人", "乡村教师", "280 人", "培训乡村教师300 人")]
    [InlineData("教师培训数 300 人，慰问教师 50 人", "教师培训数", "280 人", "教师培训数300 人")]
    [InlineData("新认定 3 家企业技术中心，走访企业技术中心 5 家", "企业技术中心", "2 家", "新认定3 家")]
    [InlineData("新建泵站房 3 座", "泵站房", "2 座", "新建泵站房3 座")]
    [InlineData("补助农村学生 1248 人", "享受补助学生人数", "1284 人", "补助农村学生1248 人")]
    [InlineData("慰问老人和妇女及培训乡村教师 300 人", "乡村教师培训", "280 人", "慰问老人和妇女及培训乡村教师300 人")]
    [InlineData("新建泵站和改造支管 30 公里", "改造支管", "28 公里", "新建泵站和改造支管30 公里")]
    [InlineData("慰问老人及培训乡村教师 300 人", "乡村教师培训", "280 人", "慰问老人及培训乡村教师300 人")]
    [InlineData("培训 300 名乡村教师和村医", "乡村教师培训", "280 名", "培训300 名")]
    [Fires("G4")]
    public void G4_names_one_thing_with_two_numbers(string clause, string name, string value, string other)
    {
        var finding = Added(clause).WithRows("output.quality", (name, value)).Only("G4");

        Assert.Equal($"质量指标第 1 行“{name}”：“{value}”与年度总体目标中的“{other}”不一致，请核对后统一", finding.Message);
        Assert.Equal((FindingSeverity.Warning, "value"), (finding.Severity, finding.Place.Field));
    }

    [Theory]
    [InlineData("培训乡村教师 300 人", "培训乡村教师", "300 人")]
    [InlineData("培训乡村教师 300 人", "培训乡村教师", "6 期")]
    [InlineData("培训乡村教师 300 人，其中骨干 280 人", "培训乡村教师", "280 人")]
    [InlineData("培训乡村教师 300 人", "培训幼儿园教师", "280 人")]
    [InlineData("每年培训乡村教师 300 人", "培训乡村教师", "280 人")]
    [InlineData("已培训乡村教师 300 人", "培训乡村教师", "280 人")]
    [InlineData("培训教师（乡村教师 300 人）", "乡村教师", "280 人")]
    [InlineData("培训乡村教师约 300 人", "培训乡村教师", "280 人")]
    [InlineData("培训乡村教师 300-350 人", "培训乡村教师", "280 人")]
    [InlineData("培训乡村教师 300 人", "培训乡村教师", "280-290 人")]
    [InlineData("培训乡村教师 300 人", "培训乡村教师", "约 280 人")]
    [InlineData("培训乡村教师 300 人", "培训乡村教师", "线上 200 人、线下 80 人")]
    [InlineData("培训 300 人", "培训人数", "280 人")]
    [InlineData("补助农村学生 12480 人", "享受补助学生人数", "12850 人")]
    [InlineData("补助农村学生 124 人", "享受补助学生人数", "142 人")]
    [InlineData("慰问农村老人 12480 人", "享受补助学生人数", "12840 人")]
    [InlineData("培训文艺骨干 120 人次，文艺骨干演出 80 人次", "文艺骨干培训", "150 人次")]
    [InlineData("培训乡村教师 300 人", "培训乡村教师", "280 名")]
    [InlineData("培训乡村教师 300 人，其余乡村教师 20 人", "教师乡村", "280 人")]
    [InlineData("培训乡村教师 300 人和村医", "村医培训", "280 人")]
    [InlineData("培训 300 名乡村教师和村医", "村医培训", "280 名")]
    [InlineData("培训教师和村医 300 人", "村医培训", "280 人")]
    [InlineData("培训 300 名乡村教师和村医及园长", "村医培训", "280 名")]
    [InlineData("培训村医老师 300 人", "老村医", "280 人")]
    [InlineData("培训教师和乡村医生 300 人", "乡村医生", "280 人")]
    [InlineData("培训教师、乡村医生 300 人", "乡村医生", "280 人")]
    [InlineData("培训教师 300 人", "培训骨干教师人数", "≥100 人")]
    [NearMiss("G4")]
    public void G4_is_silent_unless_it_is_surely_one_thing(string clause, string name, string value) =>
        Assert.Equal("", Added(clause).WithRows("output.quality", (name, value)).Codes("G4"));

    [Fact]
    public void G4_is_silent_where_other_rows_have_the_number_or_add_up_to_it()
    {
        var context = Added("培训乡村教师 300 人");

        Assert.Equal("", context.WithRows("output.quantity", ("培训乡村教师", "280 人"), ("培训教师总人数", "300 人")).Codes("G4"));
        Assert.Equal("", context.WithRows("output.quantity", ("培训乡村教师", "280 人"), ("培训园长", "20 人")).Codes("G4"));
        Assert.Equal("G4W", context.WithRows("output.quantity", ("培训乡村教师", "280 人"), ("栽树", "300 棵")).Codes("G4"));
        Assert.Equal("", context.WithRows("output.quantity", ("培训乡村教师", "280 人"), ("培训教师总量", "300 人，12 场")).Codes("G4"));
        Assert.Equal("", context.WithRows("output.quality", ("培训乡村教师", "280 人")).WithRows("output.quantity", ("水管员", "200 人"), ("园长", "100 人")).Codes("G4"));
    }

    [Fact]
    public void G3_leaves_a_number_that_contradicts_the_goal_to_G4()
    {
        var context = Added("培训乡村教师 300 人").WithRows("output.quantity", ("培训乡村教师", "280 人"));

        Assert.Equal("G4W", context.Codes("G3", "G4"));
        Assert.Equal("G3H", context.WithSettings("G4", new CheckSettings(Off: true)).Codes("G3", "G4"));
    }

    /// <summary>The sound form with one clause more in its goal.</summary>
    private static CheckContext Added(string clause) => Sound.With(form => form with { OverallGoal = form.OverallGoal + clause + "。" });

    [Fact]
    public void G4_is_silent_where_another_row_of_the_unit_is_about_it_too()
    {
        var context = Added("培训基层文艺骨干 120 人次");

        Assert.Equal("G4W", context.WithRows("output.quantity", ("文艺骨干培训", "150 人次"), ("水管员巡查", "20 人次")).Codes("G4"));
        Assert.Equal("G4W", context.WithRows("output.quantity", ("文艺骨干培训", "150 人次"), ("文艺骨干演出", "20 场")).Codes("G4"));
        Assert.Equal("", context.WithRows("output.quantity", ("文艺骨干培训", "150 人次"), ("文艺骨干演出", "20 人次")).Codes("G4"));
    }

    [Fact]
    public void Rows_add_up_only_in_one_unit_and_one_group_and_not_by_themselves()
    {
        var context = Added("培训村民 500 人");

        Assert.Equal("G1W", context.WithRows("output.quantity", ("水管员", "300 人"), ("用水代表", "200 个")).Codes("G1"));
        Assert.Equal("G1W", context.WithRows("output.quantity", ("水管员", "300 人")).WithRows("benefit.social", ("用水代表", "200 人")).Codes("G1"));
        Assert.Equal("", context.WithRows("output.quantity", ("水管员", "300 人"), ("用水代表", "200 人"), ("水表", "7 块")).Codes("G1"));
    }
}
