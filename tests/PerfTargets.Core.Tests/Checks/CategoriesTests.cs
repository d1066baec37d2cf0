using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>K1 and K7. K2 is in <see cref="RowTests"/>.</summary>
public class CategoriesTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData(1, "K1H")]
    [InlineData(2, "K5H")]
    [InlineData(3, "")]
    [InlineData(4, "K1H K5H")]
    public void The_seed_forms_give_exactly_these_codes(int table, string codes) => Assert.Equal(codes,
        new CheckContext(CheckForms.Seed[table - 1], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable).Codes("K1", "K3", "K4", "K5", "K7"));

    [Theory]
    [InlineData("output.quantity", "供水合格率", "100%", "质量指标")]
    [InlineData("output.quantity", "用水户满意度（%）", "≥95%", "服务对象满意度指标")]
    [InlineData("output.quantity", "工程完工时限", "11月底前", "时效指标")]
    [InlineData("output.quantity", "管护经费", "5 万元", "成本指标")]
    [InlineData("output.quantity", "政策覆盖率", "100%", "质量指标")]
    [InlineData("output.quality", "培训人数", "30 人", "数量指标")]
    [InlineData("output.quality", "铺设长度", "3 公里", "数量指标")]
    [InlineData("output.quality", "硬化面积", "3 亩", "数量指标")]
    [InlineData("output.quality", "资金拨付及时率", "100%", "时效指标")]
    [InlineData("output.timeliness", "水质达标率", "100%", "质量指标")]
    [InlineData("output.timeliness", "单位成本", "≤3 万元/公里", "成本指标")]
    [InlineData("output.cost", "培训人次", "30 人次", "数量指标")]
    [InlineData("benefit.social", "群众满意度指标", "≥95%", "服务对象满意度指标")]
    [InlineData("benefit.social", "工程验收合格率", "100%", "质量指标")]
    [InlineData("benefit.economic", "工程完工时限", "11月底前", "时效指标")]
    [InlineData("satisfaction.served", "培训人数", "30 人", "数量指标")]
    [Fires("K1")]
    public void K1_names_the_group_to_which_a_row_belongs_by_its_name(string group, string name, string value, string label)
    {
        var finding = Sound.WithRows(group, (name, value)).Only("K1");

        Assert.EndsWith($"第 1 行“{name}”：从名称看属于{label}，请核对类别，填错的请移到{label}", finding.Message, StringComparison.Ordinal);
        Assert.Equal((name, "name", FindingSeverity.Hint), (finding.Raw, finding.Place.Field, finding.Severity));
    }

    [Theory]
    [InlineData("output.quantity", "培训人数", "30 人")]
    [InlineData("output.quantity", "节约经费", "5 万元")]
    [InlineData("output.quantity", "发放补助资金", "5 万元")]
    [InlineData("output.quantity", "供水效率", "3 吨")]
    [InlineData("output.quantity", "培训经费", "足额")]
    [InlineData("output.quality", "培训人数", "足额")]
    [InlineData("output.quality", "工程验收合格率", "100%")]
    [InlineData("output.quality", "合格率（）", "100%")]
    [InlineData("output.timeliness", "资金拨付及时率", "100%")]
    [InlineData("output.cost", "培训费用", "5 万元")]
    [InlineData("benefit.social", "食品抽检合格率", "≥98%")]
    [InlineData("benefit.social", "救助及时率", "100%")]
    [InlineData("benefit.social", "受益人数", "30 人")]
    [InlineData("benefit.economic", "降低供水成本", "5 万元")]
    [InlineData("satisfaction.served", "用水户满意度", "≥95%")]
    [InlineData("satisfaction.served", "用水户投诉率", "≤1%")]
    [InlineData("satisfaction.served", "用水户投诉次数", "≤3 次")]
    [InlineData("benefit.social", "投诉处理满意度情况", "≥95%")]
    [InlineData("output.quantity", "（合格率）", "100%")]
    [NearMiss("K1")]
    public void K1_is_content_where_the_name_may_stand(string group, string name, string value) =>
        Assert.Equal("", Sound.WithRows(group, (name, value)).Codes("K1"));

    [Theory]
    [InlineData("benefit.ecological", "开展节能宣传，推动节能降耗", "作用明显", "“开展……”是要做的工作，不是生态效益指标，请改写成工作带来的效果")]
    [InlineData("benefit.ecological", "开展环境卫生宣传", "≥6 次", "“开展……”是要做的工作，不是生态效益指标，请改写成工作带来的效果")]
    [InlineData("benefit.social", "举办培训班", "有效", "“举办……”是要做的工作，不是社会效益指标，请改写成工作带来的效果")]
    [InlineData("benefit.ecological", "信息化投入", "增长 20%", "写的是“投入”，没有说对生态环境的影响，请核对类别或改写")]
    [InlineData("benefit.ecological", "农民收入", "提高", "写的是“收入”，没有说对生态环境的影响，请核对类别或改写")]
    [InlineData("benefit.economic", "水质", "改善", "写的是“水质”，没有说对经济的影响，请核对类别或改写")]
    public void K1_names_work_and_what_is_foreign_to_a_benefit(string group, string name, string value, string advice) =>
        Assert.EndsWith($"“{name}”：{advice}", Sound.WithRows(group, (name, value)).Only("K1").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("benefit.social", "开展宣传的社区比例", "≥90%")]
    [InlineData("benefit.social", "持续开展宣传的影响", "明显")]
    [InlineData("benefit.social", "组织化程度", "提高")]
    [InlineData("benefit.ecological", "环保投入", "增长 20%")]
    [InlineData("benefit.ecological", "设备投入", "减少用电")]
    [InlineData("benefit.ecological", "单位工业增加值", "达标")]
    [InlineData("benefit.economic", "水质改善带动旅游", "明显")]
    [InlineData("benefit.economic", "水质", "节约成本 5 万元")]
    [InlineData("benefit.social", "水质", "改善")]
    [InlineData("benefit.sustainability", "农民收入", "提高")]
    [InlineData("output.quality", "开展宣传", "及时")]
    public void K1_is_content_where_a_benefit_may_be_meant(string group, string name, string value) =>
        Assert.Equal("", Sound.WithRows(group, (name, value)).Codes("K1"));

    [Fact]
    public void K1_has_no_group_to_send_a_row_to_where_the_template_has_none()
    {
        var without = Sound with { Template = Sound.Template with { Levels = [.. Sound.Template.Levels.Where(level => level.Key != "satisfaction")] } };

        Assert.Equal("", without.WithRows("benefit.social", ("群众满意度", "≥95%")).Codes("K1"));
    }

    [Fact]
    public void K1_leaves_costs_to_society_and_nature_alone()
    {
        var context = (Sound with { Template = CheckForms.Mof }).WithRows("cost.ecological", ("信息化投入", "增长 20%"));

        Assert.Equal("", context.Codes("K1"));
        Assert.Equal("K1H", context.WithRows("benefit.ecological", ("信息化投入", "增长 20%")).Codes("K1"));
    }

    /// <summary>The copy of a template that a year keeps may be older than the word.</summary>
    [Fact]
    public void A_template_need_not_say_which_benefit_a_group_is()
    {
        var older = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023").Replace(", \"benefit\": \"ecological\"", "", StringComparison.Ordinal));

        Assert.Null(older.FindGroup("benefit.ecological")!.Benefit);
        Assert.Equal(BenefitKind.Social, older.FindGroup("benefit.social")!.Benefit);
        Assert.Equal("", (Sound with { Template = older }).WithRows("benefit.ecological", ("信息化投入", "增长 20%")).Codes("K1"));
    }

    [Theory]
    [InlineData("ningxia-2023")]
    [InlineData("mof-2021")]
    public void The_shipped_templates_say_it_of_each_benefit(string key) => Assert.All(
        FormTemplate.Parse(ShippedTemplates.Json(key)).Groups.Where(group => group.Key.StartsWith("benefit.", StringComparison.Ordinal)),
        group => Assert.Equal(group.Key["benefit.".Length..], group.Benefit?.ToString().ToLowerInvariant()));
}
