using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>The sound form of 农村供水管网改造 (县水务局, 36 万元) among others of its department.</summary>
public class CrossFormTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    private static BureauForm Form(string name, string unit = "县水务局", string? code = null, string? total = "10", params IndicatorRow[] rows) =>
        new(Guid.CreateVersion7(), code, name, unit, Amount.FromTyped(total), rows);

    private static CheckContext Among(params BureauForm[] others) => Coded(null, others);

    private static CheckContext Coded(string? code, params BureauForm[] others) => Approved(null, 0, code, others);

    private static CheckContext Approved(string? approved, int projectsWithoutForm, string? code, params BureauForm[] others)
    {
        var own = Form(Sound.Form.ProjectName, code: code, total: "36", rows: [.. Sound.Form.Indicators]);
        return Sound with
        {
            FormId = own.FormId,
            Bureau = new BureauYear([own, .. others]) { ApprovedTotal = approved is null ? null : Amount.FromTyped(approved).Value, ProjectsWithoutForm = projectsWithoutForm },
        };
    }

    [Theory]
    [InlineData("农村供水管网改造", "县水务局")]
    [InlineData(" 农村供水 管网改造", "县水务局")]
    [Fires("X1")]
    public void X1_finds_a_form_of_the_same_name_and_unit(string name, string unit)
    {
        var finding = Among(Form("河道清淤"), Form(name, unit)).Only("X1");

        Assert.Equal($"项目名称：与本年度另一份目标表“{name.Trim()}”名称和实施单位相同，同一项目只填一份，请核对，多余的请删除", finding.Message);
        Assert.Equal((FindingSeverity.Error, HeadField.ProjectName, "农村供水管网改造"), (finding.Severity, finding.Place.Field, finding.Raw));
    }

    [Theory]
    [InlineData("农村供水管网改造", "县水利站")]
    [InlineData("农村供水管网改造二期", "县水务局")]
    [NearMiss("X1")]
    public void X1_has_nothing_against_other_names_and_other_units(string name, string unit) => Assert.Equal("", Among(Form(name, unit)).Codes("X1"));

    [Fact]
    public void X1_goes_by_the_codes_where_both_have_one()
    {
        Assert.Equal("项目名称：与本年度另一份目标表“供水改造”项目编码 P01 相同，同一项目只填一份，请核对，多余的请删除", Coded("P01", Form("供水改造", "县水利站", "P01")).Only("X1").Message);
        Assert.Equal("", Coded("P01", Form("农村供水管网改造", code: "P02")).Codes("X1"));
        Assert.Equal("X1E", Coded("P01", Form("农村供水管网改造")).Codes("X1"));
        Assert.Equal("X1E", Coded(null, Form("农村供水管网改造", code: "P02")).Codes("X1"));
    }

    [Fact]
    public void X1_judges_the_name_that_is_being_typed()
    {
        Assert.Equal("", Among(Form("农村供水管网改造")).With(form => form with { ProjectName = "河道清淤" }).Codes("X1"));
        Assert.Equal("X1E", Among(Form("河道清淤")).With(form => form with { ProjectName = "河道清淤" }).Codes("X1"));
        Assert.Equal("", Among(Form("")).With(form => form with { ProjectName = "" }).Codes("X1"));
    }

    [Fact]
    public void Without_the_bureau_nothing_is_compared()
    {
        Assert.All(new[] { "X1", "X3", "K6" }, code => Assert.True(Sound.IsUndetermined(code)));
        Assert.True((Among() with { FormId = Guid.CreateVersion7() }).IsUndetermined("X1"));
    }

    [Theory]
    [InlineData("46", 0, "10", "")]
    [InlineData("45.999999", 0, "10", "X3W")]
    [InlineData("46.000001", 0, "10", "X3W")]
    [InlineData("45", 1, "10", "X3W")]
    [InlineData("45", 0, "0", "X3W")]
    [InlineData("30", 1, null, "X3W")]
    [InlineData("46", 0, "10.0000001", "")]
    [InlineData("45.9", 0, "10.0000001", "X3W")]
    [InlineData("36", 0, "十万", "")]
    [InlineData("35", 0, "十万", "X3W")]
    public void X3_compares_the_forms_together_with_the_approved_total(string approved, int projectsWithoutForm, string? other, string codes)
    {
        var context = Approved(approved, projectsWithoutForm, null, Form("河道清淤", total: other));

        Assert.Equal(codes, context.Codes("X3"));
    }

    [Theory]
    [InlineData("46", 1, "10")]
    [InlineData("60", 1, "10")]
    [InlineData("60", 0, null)]
    [InlineData("36", 0, null)]
    [InlineData("60", 0, "10.0000001")]
    [InlineData("46", 0, "10.0000001")]
    public void X3_says_nothing_of_a_sum_that_may_yet_grow(string approved, int projectsWithoutForm, string? other)
    {
        var context = Approved(approved, projectsWithoutForm, null, Form("河道清淤", total: other));

        Assert.Equal("", context.Codes("X3"));
        Assert.True(context.IsUndetermined("X3"));
    }

    [Fact]
    [NearMiss("X3")]
    public void X3_counts_the_total_that_is_being_typed()
    {
        var context = Approved("46", 0, null, Form("河道清淤"));

        Assert.Equal("X3W", context.WithFunds(("total", "30"), ("fiscal", "30")).Codes("X3"));
        Assert.True(context.WithFunds(("fiscal", "30")).IsUndetermined("X3"));
        Assert.Equal("", Approved("46", 0, null, Form("河道清淤", total: "16")).WithFunds(("total", "30")).Codes("X3"));
    }

    [Fact]
    [Fires("X3")]
    public void X3_says_both_sums_at_the_total()
    {
        var finding = Approved("100", 0, null, Form("河道清淤", total: "84")).Only("X3");

        Assert.Equal("年度资金总额：本部门各项目合计 120.00 万元，超过核定总额 100.00 万元，请与本部门其他项目一起核对", finding.Message);
        Assert.Equal(("funds-total", "120.00/100.00 万元", FindingSeverity.Warning), (finding.Place.Anchor, finding.Raw, finding.Severity));
        Assert.StartsWith("年度资金总额：本部门已填资金的项目合计 46.00 万元，超过核定总额 45.00 万元", Approved("45", 1, null, Form("河道清淤")).Only("X3").Message, StringComparison.Ordinal);
        Assert.Contains("合计 46.00 万元，少于核定总额 100.00 万元", Approved("100", 0, null, Form("河道清淤")).Only("X3").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X3_is_undetermined_without_an_approved_total() => Assert.True(Among(Form("河道清淤")).IsUndetermined("X3"));

    private static CheckContext WithRow(string group, string name, string value, params BureauForm[] others) =>
        Among(others).WithRows(group, (name, value));

    private static BureauForm Having(string project, string name, string value, string group = "output.quality") => Form(project, rows: [CheckForms.Row(group, name, value)]);

    [Theory]
    [InlineData("≥95%")]
    [InlineData("≧ 95％")]
    [Fires("K6")]
    public void K6_finds_a_row_that_stands_in_another_project_too(string value)
    {
        var finding = WithRow("output.quality", "项目整体合格率", value, Form("水库除险"), Having("河道清淤", "项目整体合格率", "≥95%")).Only("K6");

        Assert.Equal("质量指标第 1 行“项目整体合格率”：与本部门“河道清淤”的一行完全相同，请按本项目的内容填写", finding.Message);
        Assert.Equal((FindingSeverity.Hint, "项目整体合格率 " + value, "name"), (finding.Severity, finding.Raw, finding.Place.Field));
    }

    [Theory]
    [InlineData("output.quality", "项目整体合格率", "≥90%")]
    [InlineData("output.quality", "整体合格率", "≥95%")]
    [InlineData("satisfaction.served", "项目整体合格率", "≥95%")]
    [NearMiss("K6")]
    public void K6_leaves_alone_other_values_and_names_and_satisfaction(string group, string name, string value) =>
        Assert.Equal("", WithRow(group, name, value, Having("河道清淤", "项目整体合格率", "≥95%")).Codes("K6"));

    [Theory]
    [InlineData("output.quality", "资金使用合规率", "=100%")]
    [InlineData("output.timeliness", "资金支付时限", "2023年12月31日前")]
    [InlineData("benefit.social", "供水条件", "明显改善")]
    public void K6_asks_not_what_the_row_is_about(string group, string name, string value) =>
        Assert.Equal("K6H", WithRow(group, name, value, Having("河道清淤", name, value, group)).Codes("K6"));

    [Fact]
    public void K6_judges_the_rows_that_are_being_typed() => Assert.Equal("K6H",
        Among(Having("河道清淤", "项目整体合格率", "≥95%")).WithRows("output.quality", ("项目整体合格率", "≥95%")).Codes("K6"));

    [Fact]
    public void K6_leaves_alone_one_project_of_many_units() =>
        Assert.Equal("", WithRow("output.quality", "项目整体合格率", "≥95%", Having(" 农村供水管网改造", "项目整体合格率", "≥95%")).Codes("K6"));

    [Fact]
    public void K6_counts_projects_by_its_threshold()
    {
        var two = WithRow("output.quality", "项目整体合格率", "≥95%", Having("河道清淤", "项目整体合格率", "≥95%"));
        var three = WithRow("output.quality", "项目整体合格率", "≥95%", Having("河道清淤", "项目整体合格率", "≥95%"), Having("水库除险", "项目整体合格率", "≥95%"));
        var setting = new CheckSettings(Numbers: new Dictionary<string, int> { ["projects"] = 3 });

        Assert.Equal("", two.WithSettings("K6", setting).Codes("K6"));
        Assert.Equal("K6H", three.WithSettings("K6", setting).Codes("K6"));
    }

    [Theory]
    [InlineData("ningxia-2023")]
    [InlineData("mof-2021")]
    public void X4_has_nothing_against_the_shipped_templates(string key) => Assert.Empty(FormChecks.RunOnTemplate(FormTemplate.Parse(ShippedTemplates.Json(key)), 2023).Findings);

    [Theory]
    [InlineData("附件 {number}：{department}项目支出预算绩效目标表", "项目支出预算绩效目标表")]
    [InlineData("附件{number}:{department} 项目支出预算绩效目标表", "部门项目支出预算绩效目标表")]
    [InlineData("{department}项目支出预算绩效目标表", "部门项目支出预算绩效目标表")]
    [NearMiss("X4")]
    public void X4_takes_the_departments_name_for_the_word_部门(string line, string title) => Assert.Empty(Titles(line, title));

    [Theory]
    [InlineData("附件 {number}：{department}项目支出绩效目标表")]
    [InlineData("附件 {number}：{department}项目支出预算绩效目标申报表")]
    [InlineData("附件 {number}：{department}整体支出预算绩效目标表")]
    [Fires("X4")]
    public void X4_finds_other_words(string line) => Assert.Equal("X4", Assert.Single(Titles(line, "部门项目支出预算绩效目标表")).Code);

    [Fact]
    public void X4_is_for_the_administrator_and_never_said_of_a_form()
    {
        var template = CheckForms.Ningxia with { AttachmentLine = "附件 {number}：{department}项目支出绩效目标表" };
        var finding = Assert.Single(FormChecks.RunOnTemplate(template, 2023).OfMasterData);

        Assert.Equal("附件标题：“部门项目支出绩效目标表”与表名“部门项目支出预算绩效目标表”不一致，请统一", finding.Message);
        Assert.Equal("", (Sound with { Template = template }).Codes("X4"));
    }

    private static IReadOnlyList<Finding> Titles(string line, string title) =>
        CheckCaseAttribute.Keep(FormChecks.RunOnTemplate(CheckForms.Ningxia with { AttachmentLine = line, Title = title }, 2023), "X4").Findings;
}
