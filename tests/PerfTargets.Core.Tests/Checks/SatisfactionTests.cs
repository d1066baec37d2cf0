using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>K3–K5.</summary>
public class SatisfactionTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("≥85%", "低于满意度的下限 90%，请核对")]
    [InlineData("89.9%以上", "低于满意度的下限 90%，请核对")]
    [InlineData("85-95%", "低于满意度的下限 90%，请核对")]
    [InlineData("八成以上", "低于满意度的下限 90%，请核对")]
    [InlineData("满意", "不是百分比，请改填百分比")]
    [InlineData("≥90 分", "不是百分比，请改填百分比")]
    [InlineData("8.9 成", "低于满意度的下限 90%，请核对")]
    [Fires("K3")]
    public void K3_names_what_is_low_or_no_percentage(string value, string wrong)
    {
        var finding = Sound.WithValue("satisfaction.served", value).Only("K3");

        Assert.Equal($"服务对象满意度指标第 1 行“受益群众满意度”：“{value}”{wrong}", finding.Message);
        Assert.Equal((FindingSeverity.Warning, "value"), (finding.Severity, finding.Place.Field));
    }

    [Theory]
    [InlineData("≥90%")]
    [InlineData("九成以上")]
    [InlineData("≥90百分比")]
    [InlineData("提高 5 个百分点")]
    [InlineData("95")]
    [InlineData("")]
    [InlineData("待定")]
    [InlineData("≤85%")]
    [InlineData("<85%")]
    [InlineData("九成")]
    [NearMiss("K3")]
    public void K3_is_content_with_90_percent_and_leaves_other_faults_to_other_checks(string value) =>
        Assert.Equal("", Sound.WithValue("satisfaction.served", value).Codes("K3"));

    [Fact]
    public void K3_looks_at_satisfaction_only_and_has_its_limit_from_the_template()
    {
        Assert.Equal("", Sound.WithRows("satisfaction.served", ("群众投诉率", "≤2%"), ("群众知晓率", "80%")).Codes("K3"));
        Assert.Equal("", Sound.WithRows("benefit.social", ("群众满意度", "≥80%")).Codes("K3"));
        Assert.Equal("", Sound.WithValue("satisfaction.served", "≥85%")
            .WithSettings("K3", new CheckSettings(Numbers: new Dictionary<string, int> { ["least"] = 85 })).Codes("K3"));
    }

    [Theory]
    [InlineData("满意度")]
    [InlineData("总体满意度（%）")]
    [InlineData("服务满意度指标")]
    [InlineData("项目满意率")]
    [Fires("K4")]
    public void K4_misses_whose_satisfaction_it_is(string name)
    {
        var finding = Sound.WithRows("satisfaction.served", (name, "≥95%")).Only("K4");

        Assert.Equal($"服务对象满意度指标第 1 行“{name}”：没有写明是谁的满意度，请写明调查对象", finding.Message);
        Assert.Equal((FindingSeverity.Hint, "name"), (finding.Severity, finding.Place.Field));
    }

    [Theory]
    [InlineData("受益群众满意度")]
    [InlineData("社会满意度")]
    [InlineData("服务对象满意度")]
    [InlineData("投诉率")]
    [InlineData("服务")]
    [NearMiss("K4")]
    public void K4_is_content_with_anybody(string name) => Assert.Equal("", Sound.WithRows("satisfaction.served", (name, "≥95%")).Codes("K4"));

    [Theory]
    [InlineData("1 户", "奖补企业", "企业满意度", "≥95%")]
    [InlineData("=1 家", "新认定企业技术中心", "受益企业满意度", "99%")]
    [Fires("K5")]
    public void K5_names_a_percentage_that_one_cannot_have(string number, string name, string whose, string value)
    {
        var finding = Sound.WithRows("output.quantity", (name, number)).WithRows("satisfaction.served", (whose, value)).Only("K5");

        Assert.Equal($"服务对象满意度指标第 1 行“{whose}”：调查对象只有“{number}”，满意度只能是 0 或 100%，请核对“{value}”，调查其中多人的请写明是哪些人", finding.Message);
        Assert.Equal((FindingSeverity.Hint, "value"), (finding.Severity, finding.Place.Field));
    }

    [Theory]
    [InlineData("2 户", "奖补企业", "企业满意度", "≥95%")]
    [InlineData("≥1 户", "奖补企业", "企业满意度", "≥95%")]
    [InlineData("1-3 户", "奖补企业", "企业满意度", "≥95%")]
    [InlineData("1 万户", "奖补企业", "企业满意度", "≥95%")]
    [InlineData("1 个", "奖补企业项目", "企业满意度", "≥95%")]
    [InlineData("1 户", "奖补农场", "企业满意度", "≥95%")]
    [InlineData("1 户", "奖补企业", "企业满意度", "100%")]
    [InlineData("1 户", "奖补企业", "企业满意度", "0%")]
    [InlineData("1 户", "奖补企业", "企业满意度", "满意")]
    [InlineData("1 户", "奖补企业", "满意度", "≥95%")]
    [InlineData("1 户", "奖补企业", "企业投诉率", "≤5%")]
    [InlineData("1 户", "奖补企业", "企业职工满意度", "≥95%")]
    [InlineData("1 所", "改造学校", "学校满意度", "≥95%")]
    [InlineData("1 村", "帮扶的村庄", "村庄满意度", "≥95%")]
    [NearMiss("K5")]
    public void K5_is_silent_where_there_may_be_more(string number, string name, string whose, string value) =>
        Assert.Equal("", Sound.WithRows("output.quantity", (name, number)).WithRows("satisfaction.served", (whose, value)).Codes("K5"));

    [Fact]
    public void K5_counts_in_the_goal_too()
    {
        var context = Sound.WithRows("satisfaction.served", ("企业满意度", "≥95%"));

        Assert.Equal("K5H", context.With(form => form with { OverallGoal = "奖补企业 1 户。" }).Codes("K5"));
        Assert.Equal("", context.With(form => form with { OverallGoal = "奖补企业 1 户，走访企业 20 户。" }).Codes("K5"));
        Assert.Equal("", context.WithRows("output.quantity", ("奖补企业", "1 户")).With(form => form with { OverallGoal = "走访 20 家企业。" }).Codes("K5"));
        Assert.Equal("", context.With(form => form with { OverallGoal = "聘请 1 名律师为企业提供法律服务。" }).Codes("K5"));
        Assert.Equal("", context.With(form => form with { OverallGoal = "委托 1 家企业开展水质检测，培训用水企业 120 家次。" }).Codes("K5"));
        Assert.Equal("", context.With(form => form with { OverallGoal = "奖补企业 1 户，培训企业 120 家次。" }).Codes("K5"));
    }

    [Theory]
    [InlineData("购置吸粪车 1 辆。", "≥1 辆", "吸粪车购置数量", "吸粪车验收合格率", "≥98%")]
    [InlineData("新建公益性公墓 1 处，建设墓穴 1600 个。", "1 处", "公益性公墓数量", "公墓工程验收合格率", "≥95%")]
    [InlineData("新建泵站 1 座，安装水泵 3 台。", "≥1 座", "新建泵站", "工程一次性验收合格率", "≥95%")]
    [InlineData("购置化验设备 1 套。", "1 套", "化验设备", "设备验收合格率（%）", "≥95%")]
    [InlineData("建设平台。", "1 个", "监测平台", "项目整体合格率", "≥95%")]
    [InlineData("购置吸粪车 1 辆。", "≥1 辆", "吸粪车购置数量", "整体吸粪车合格率", "≥98%")]
    public void K5_names_a_percentage_that_one_thing_cannot_pass_with(string goal, string number, string name, string rate, string value)
    {
        var context = Sound.With(form => form with { OverallGoal = goal }).WithRows("output.quantity", (name, number)).WithRows("output.quality", (rate, value));

        Assert.Matches($"^质量指标第 1 行“{rate}”：所说的事物只有“=?1 .”，合格率只能是 0 或 100%，请核对“{value}”$", context.Only("K5").Message);
    }

    [Theory]
    [InlineData("购置吸粪车 1 辆。", "≥1 辆", "吸粪车购置数量", "吸粪车验收合格率", "=100%")]
    [InlineData("购置吸粪车。", "≥1 辆", "吸粪车购置数量", "吸粪车验收合格率", "≥98%")]
    [InlineData("购置吸粪车 2 辆。", "≥1 辆", "吸粪车购置数量", "吸粪车验收合格率", "≥98%")]
    [InlineData("购置吸粪车 1 辆。", "1 辆", "吸粪车购置数量", "垃圾桶验收合格率", "≥98%")]
    [InlineData("购置吸粪车 1 辆。", "1 辆", "吸粪车购置数量", "吸粪车使用率", "≥98%")]
    [InlineData("编制规划 1 次。", "1 次", "规划评审", "项目整体合格率", "≥95%")]
    [InlineData("新建泵站 1 座、水池 2 座。", "1 座", "新建泵站", "工程验收合格率", "≥95%")]
    [InlineData("购置水泵 3 台、电脑 1 台。", "1 台", "电脑", "设备验收合格率", "≥95%")]
    [InlineData("新建学校 1 所。", "1 所", "新建学校", "学生体检合格率", "≥95%")]
    [InlineData("购置吸粪车 1 辆。", "1 辆", "吸粪车", "路合格率", "≥98%")]
    public void K5_is_silent_where_the_rate_may_be_of_more(string goal, string number, string name, string rate, string value) => Assert.Equal("",
        Sound.With(form => form with { OverallGoal = goal }).WithRows("output.quantity", (name, number)).WithRows("output.quality", (rate, value)).Codes("K5"));

    [Fact]
    public void K5_looks_at_quality_and_satisfaction_only() => Assert.Equal("",
        Sound.With(form => form with { OverallGoal = "购置吸粪车 1 辆。" }).WithRows("benefit.social", ("吸粪车验收合格率", "≥98%")).Codes("K5"));

    [Fact]
    public void K5_leaves_the_satisfaction_of_many_with_one_thing_alone() => Assert.Equal("",
        Sound.With(form => form with { OverallGoal = "新建泵站 1 座。" }).WithRows("satisfaction.served", ("受益群众满意度", "≥95%")).Codes("K5"));
}
