using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

public class CompletenessTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Fact]
    public void A_sound_form_has_no_findings() => Assert.Equal("", Sound.Codes(CheckForms.Submission));

    public static TheoryData<string, string> HeadFields { get; } = new()
    {
        { HeadField.ProjectName, "项目名称" },
        { HeadField.Department, "主管部门及代码" },
        { HeadField.ImplementingUnit, "实施单位" },
        { HeadField.ProjectAttribute, "项目属性" },
        { HeadField.ProjectPeriod, "项目期" },
        { HeadField.OverallGoal, "年度总体目标" },
    };

    [Theory]
    [MemberData(nameof(HeadFields))]
    [Fires("C1")]
    public void C1_names_each_head_field_that_is_blank(string field, string label)
    {
        var finding = Sound.With(form => Set(form, field, " \u200b\n")).Only("C1");

        Assert.Equal($"{label}：未填写，请填写", finding.Message);
        Assert.Equal((Place.Head(field), FindingSeverity.Error), (finding.Place, finding.Severity));
    }

    [Theory]
    [MemberData(nameof(HeadFields))]
    [NearMiss("C1")]
    public void C1_is_content_with_a_single_character(string field, string label)
    {
        Assert.NotEmpty(label);
        Assert.Equal("", Sound.With(form => Set(form, field, "水")).Codes(CheckForms.Submission));
    }

    [Fact]
    public void C1_names_a_blank_total()
    {
        var context = Sound.WithFunds(("fiscal", "36"));

        Assert.Equal("年度资金总额：未填写，请填写", context.Only("C1").Message);
        Assert.Equal("funds-total", context.Only("C1").Place.Anchor);
        Assert.Equal("C1E", context.Codes(CheckForms.Submission));
        Assert.True(context.IsUndetermined("F1"));
    }

    [Theory]
    [InlineData("output.quantity", "数量指标（必填硬性指标）：未填写三级指标，请至少填写一行")]
    [InlineData("output.quality", "质量指标（必填）：未填写三级指标，请至少填写一行")]
    [InlineData("benefit.ecological", "生态效益指标（必填）：未填写三级指标，请至少填写一行；确不涉及的，请标明“不涉及”并写明原因")]
    [Fires("C2")]
    public void C2_names_each_required_group_without_a_row(string group, string message)
    {
        var finding = Sound.WithRows(group).Only("C2");

        Assert.Equal((message, Place.Group(group)), (finding.Message, finding.Place));
    }

    [Fact]
    [NearMiss("C2")]
    public void C2_takes_not_applicable_with_a_reason_where_the_template_allows_it() =>
        Assert.Equal("", NotApplicable("benefit.ecological", "室内项目").Codes(CheckForms.Submission));

    [Theory]
    [InlineData("benefit.ecological", " ", "生态效益指标（必填）：标明“不涉及”但未写明原因，请写明原因或填写三级指标")]
    [InlineData("output.quality", "室内项目", "质量指标（必填）：不能填“不涉及”，请取消“不涉及”并填写三级指标")]
    public void C2_says_what_is_wrong_with_a_mark(string group, string reason, string message)
    {
        var context = NotApplicable(group, reason);

        Assert.Equal("C2E", context.Codes(CheckForms.Submission));
        Assert.Equal(message, context.Only("C2").Message);
    }

    [Fact]
    public void C2_asks_which_is_meant_when_a_group_is_marked_and_filled_in()
    {
        var context = Sound.With(form => form with { NotApplicable = [new("benefit.ecological", "室内项目")] });

        Assert.Contains("又填有三级指标", context.Only("C2").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void C2_asks_for_one_row_in_a_level_that_needs_one_in_any_group()
    {
        var context = Sound with { Template = CheckForms.Mof };
        var without = context.With(form => form with { Indicators = [.. form.Indicators.Where(row => !row.GroupKey.StartsWith("benefit.", StringComparison.Ordinal))] });

        Assert.DoesNotContain("C2", context.Codes(CheckForms.Submission), StringComparison.Ordinal);
        Assert.Equal("效益指标：各二级指标均未填写三级指标，请至少填写一行", without.Only("C2").Message);
        Assert.Equal(Place.Group("benefit.economic"), without.Only("C2").Place);
    }

    [Fact]
    [NearMiss("C3")]
    public void C2_and_not_C3_speaks_of_a_required_group_whose_only_row_is_blank() =>
        Assert.Equal("C2E", Sound.WithRows("output.quality", ("", " ")).Codes(CheckForms.Submission));

    [Fact]
    public void C3_asks_to_fill_in_or_remove_a_stray_blank_row()
    {
        var context = Sound.WithRows("output.quality", ("工程验收合格率", "100%"), ("", "\u3000"));

        Assert.Equal("C3E", context.Codes(CheckForms.Submission));
        Assert.Equal("质量指标第 2 行：名称和指标值均为空，请填写，不需要的请删除此行", context.Only("C3").Message);
    }

    [Fact]
    public void C3_speaks_of_a_stray_blank_row_in_an_optional_group()
    {
        var context = (Sound with { Template = CheckForms.Mof }).WithRows("cost.economic", ("", ""));

        Assert.Equal(Place.RowName("cost.economic", context.Form.RowsOf("cost.economic").Single().Id), context.Only("C3").Place);
    }

    [Theory]
    [InlineData("", "100%", "name", "质量指标第 1 行：未填写指标名称（指标值为“100%”），请填写名称")]
    [InlineData("工程验收合格率", "", "value", "质量指标第 1 行“工程验收合格率”：未填写指标值，请填写")]
    [Fires("C3")]
    public void C3_names_the_blank_half_of_a_row(string name, string value, string field, string message)
    {
        var context = Sound.WithRows("output.quality", (name, value));

        Assert.Equal("C3E", context.Codes(CheckForms.Submission));
        Assert.Equal((message, field), (context.Only("C3").Message, context.Only("C3").Place.Field));
    }

    [Theory]
    [InlineData("**", "**")]
    [InlineData("≥**%", "**")]
    [InlineData("＊人", "＊")]
    [InlineData("XX 户", "XX")]
    [InlineData("xxx个", "xxx")]
    [InlineData("20XX年底前", "XX")]
    [InlineData("×× 次", "××")]
    [InlineData("待定", "待定")]
    [InlineData("数量待定", "待定")]
    [InlineData("若干 户", "若干")]
    [InlineData("若干", "若干")]
    [InlineData("≥若干公里。", "若干")]
    [InlineData("奖补若干户（以实际为准）", "若干")]
    [InlineData("时间待定。", "待定")]
    [InlineData("《规划》印发时间待定", "待定")]
    [InlineData("1**人", "**")]
    [InlineData("接待定额待定", "待定")]
    [InlineData("待定，另行通知", "待定")]
    [InlineData("奖补*户", "*")]
    [InlineData("长*宽*米", "*")]
    [InlineData("奖补**企业", "**")]
    [InlineData("-", "-")]
    [InlineData("/", "/")]
    [InlineData("／", "／")]
    [InlineData("——", "——")]
    [InlineData("……", "……")]
    [InlineData("____人", "____")]
    [Fires("C4")]
    public void C4_names_the_placeholder_in_a_value(string value, string placeholder)
    {
        var context = Sound.WithValue("benefit.social", value);

        Assert.Equal("C4E", context.Codes(CheckForms.Submission));
        Assert.Contains($"中的“{placeholder}”是占位符", context.Only("C4").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20 元/人")]
    [InlineData("80-90%")]
    [InlineData("5*8 小时")]
    [InlineData("3×5 米")]
    [InlineData("XXL 码 20 件")]
    [InlineData("X 光检查 200 人次")]
    [InlineData("《关于加强水务的若干意见》全部落实")]
    [InlineData("定期待命")]
    [InlineData("《管网改造（待定）》全部落实")]
    [InlineData("公务接待定额以内")]
    [InlineData("出台若干政策")]
    [InlineData("解决若干个方面的问题")]
    [InlineData("待补充材料 3 份")]
    [InlineData("长*宽5*8")]
    [InlineData("长*宽")]
    [InlineData("3米*5米")]
    [InlineData("-5℃")]
    [NearMiss("C4")]
    public void C4_leaves_honest_signs_alone(string value) => Assert.Equal("", Sound.WithValue("benefit.social", value).Codes(CheckForms.Submission));

    [Theory]
    [InlineData(HeadField.OverallGoal, "/", "年度总体目标：“/”是占位符，请改填实际内容")]
    [InlineData(HeadField.ProjectPeriod, "待定", "项目期：“待定”是占位符，请改填实际内容")]
    public void C4_looks_at_head_fields_that_hold_nothing_else(string field, string text, string message) =>
        Assert.Equal(message, Sound.With(form => Set(form, field, text)).Only("C4").Message);

    [Fact]
    public void C4_looks_at_names_that_hold_nothing_else()
    {
        Assert.Equal("C4E", Sound.WithRows("benefit.social", ("**", "≥800 户")).Codes(CheckForms.Submission));
        Assert.Equal("C4E", Sound.WithRows("benefit.social", ("XX", "≥800 户")).Codes(CheckForms.Submission));
        Assert.Equal("", Sound.WithRows("benefit.social", ("若干措施落实率", "100%")).Codes(CheckForms.Submission));
    }

    [Theory]
    [InlineData("改造管网 XX 公里。", "XX 公里")]
    [InlineData("改造管网 12 公里，投入资金 ** 万元。", "** 万元")]
    [InlineData("受益群众若干户。", "若干户")]
    [InlineData("落实若干政策，新建若干座。", "若干座")]
    [InlineData("落实若干政策，新建 XX 村管网。", null)]
    [InlineData("改造 5*8 米的井室，XX 县待定。", null)]
    public void C4_misses_the_number_before_a_unit_in_the_goal(string goal, string? placeholder)
    {
        var context = Sound.With(form => form with { OverallGoal = goal });

        Assert.Equal(placeholder is null ? "" : "C4E", context.Codes("C4"));
        if (placeholder is not null)
            Assert.Equal($"年度总体目标：“{placeholder}”是占位符，请改填实际数值", context.Only("C4").Message);
    }

    [Theory]
    [InlineData("benefit.ecological", "不涉及", "不涉及", "请勾选生态效益指标的“不涉及”并写明原因，再删去这一行")]
    [InlineData("benefit.ecological", "生态效益", "不适用", "请勾选生态效益指标的“不涉及”并写明原因，再删去这一行")]
    [InlineData("benefit.social", "社会影响", "不涉及", "没有的指标请删去这一行，改填有的指标")]
    public void C4_says_how_not_applicable_is_said(string group, string name, string value, string advice) =>
        Assert.EndsWith($"：写的是不涉及，{advice}", Sound.WithRows(group, (name, value)).Only("C4").Message, StringComparison.Ordinal);

    [Fact]
    public void C4_takes_none_for_a_target() => Assert.Equal("", Sound.WithRows("benefit.social", ("安全事故", "无"), ("不涉及密级的文件数", "≥3 份")).Codes("C4"));

    [Fact]
    public void C4_takes_its_words_from_the_template()
    {
        var context = Sound.WithValue("benefit.social", "另行通知");

        Assert.Equal("", context.Codes(CheckForms.Submission));
        Assert.Equal("C4E", context.WithWords("C4", "placeholders", "另行通知").Codes(CheckForms.Submission));
        Assert.Equal("", Sound.WithValue("benefit.social", "待定").WithWords("C4", "placeholders", "另行通知").Codes(CheckForms.Submission));
    }

    private static CheckContext NotApplicable(string group, string reason) =>
        Sound.WithRows(group).With(form => form with { NotApplicable = [new(group, reason)] });

    private static FormContent Set(FormContent form, string field, string text) => field switch
    {
        HeadField.ProjectName => form with { ProjectName = text },
        HeadField.Department => form with { Department = text },
        HeadField.ImplementingUnit => form with { ImplementingUnit = text },
        HeadField.ProjectAttribute => form with { ProjectAttribute = text },
        HeadField.ProjectPeriod => form with { ProjectPeriod = text },
        _ => form with { OverallGoal = text },
    };

    [Fact]
    [Fires("C8")]
    public void C8_names_the_place_and_the_character_that_cannot_be_printed()
    {
        Assert.Equal("年度总体目标：打印字体里没有“😀”，这样的目标表无法打印和批复，请改写",
            Sound.With(form => form with { OverallGoal = "目标😀" }).Only("C8").Message);
        Assert.Equal("数量指标第 1 行的指标值：打印字体里没有“😀”，这样的目标表无法打印和批复，请改写",
            Sound.WithValue("output.quantity", "≥12 公里😀").Only("C8").Message);
    }

    [Fact]
    [NearMiss("C8")]
    public void C8_has_nothing_against_rare_characters_that_can_be_printed() =>
        Assert.Equal("", Sound.With(form => form with { OverallGoal = "改造㎡、№、𠀀。" }).Codes("C8"));

    [Theory]
    [InlineData("县水务局")]
    [InlineData("平罗县工业和信息化局")]
    [InlineData("县第二中学")]
    [InlineData("水务局（本级）")]
    [Fires("C5")]
    public void C5_tells_the_administrator_of_a_department_without_a_code(string department)
    {
        var report = Sound.With(form => form with { Department = department }).Report("C5");
        var finding = Assert.Single(report.OfMasterData);

        Assert.Equal($"主管部门及代码：“{department}”没有代码，请管理员在单位信息中补上", finding.Message);
        Assert.Equal(("C5", FindingSeverity.Hint, department, HeadField.Department), (finding.Code, finding.Severity, finding.Raw, finding.Place.Field));
        Assert.DoesNotContain(finding, report.OfForm);
    }

    [Theory]
    [InlineData("县水务局 301001")]
    [InlineData("301-县水务局")]
    [InlineData("县水务局（１０１）")]
    [InlineData("县水务局[A01]")]
    [InlineData("07-县水务局")]
    [InlineData("县水务局（7）")]
    [InlineData("A.301 县水务局")]
    [InlineData(" ")]
    [NearMiss("C5")]
    public void C5_is_content_with_a_code_and_leaves_a_blank_field_to_C1(string department) =>
        Assert.Equal("", Sound.With(form => form with { Department = department }).Codes("C5"));

    [Fact]
    public void C5_asks_for_no_code_where_the_form_does_not() => Assert.Equal("",
        (Sound with { Template = Sound.Template with { Labels = Sound.Template.Labels with { Department = "主管部门" } } }).With(form => form with { Department = "县水务局" }).Codes("C5"));

    private static CheckContext Work(string goal, params (string Name, string Value)[] quantities) =>
        Sound.With(form => form with { OverallGoal = goal }).WithRows("output.quantity", quantities);

    [Fact]
    [Fires("C7")]
    public void C7_hints_at_a_single_quantity()
    {
        var finding = Work("认定技术中心，完成现有技术中心评价工作。", ("新认定技术中心", "1 家")).Only("C7");

        Assert.Equal("数量指标：只有 1 行，请核对总体目标中是否还有可以计量的工作", finding.Message);
        Assert.Equal((FindingSeverity.Hint, Place.Group("output.quantity"), "新认定技术中心"), (finding.Severity, finding.Place, finding.Raw));
    }

    [Fact]
    [NearMiss("C7")]
    public void C7_is_silent_with_two_quantities_or_none_and_by_its_threshold()
    {
        const string goal = "完成现有技术中心评价工作。";
        var setting = new CheckSettings(Numbers: new Dictionary<string, int> { ["rows"] = 3 });

        Assert.Equal("", Work(goal, ("新认定技术中心", "1 家"), ("奖补企业", "1 家")).Codes("C7"));
        Assert.Equal("", Work(goal, ("新认定技术中心", "1 家"), ("", "1 家")).Codes("C7"));
        Assert.Equal("", Work(goal).Codes("C7"));
        Assert.Equal("C7H", Work(goal, ("新认定技术中心", "1 家"), ("奖补企业", "1 家")).WithSettings("C7", setting).Codes("C7"));
    }

    [Fact]
    public void C7_cannot_judge_without_a_goal() =>
        Assert.All([" ", "待定"], goal => Assert.True(Work(goal, ("新认定技术中心", "1 家")).IsUndetermined("C7")));

    [Fact]
    public void C5_knows_two_words_for_a_code() => Assert.Equal("C5H",
        (Sound with { Template = Sound.Template with { Labels = Sound.Template.Labels with { Department = "主管部门及编码" } } })
            .With(form => form with { Department = "县水务局" }).Codes("C5"));

    [Fact]
    public void C2_speaks_once_of_a_level_whose_required_group_is_empty() =>
        Assert.Equal("C2E", Sound.With(form => form with { Indicators = [.. form.Indicators.Where(row => !row.GroupKey.StartsWith("satisfaction.", StringComparison.Ordinal))] }).Codes("C2"));

    [Fact]
    public void C2_takes_blank_rows_beside_a_mark_and_in_a_level_for_none()
    {
        var marked = NotApplicable("benefit.ecological", "室内项目");
        var level = (Sound with { Template = CheckForms.Mof }).With(form => form with
        {
            Indicators = [.. form.Indicators.Where(row => !row.GroupKey.StartsWith("benefit.", StringComparison.Ordinal)), CheckForms.Row("benefit.social", "", " ")],
        });

        Assert.Equal("", marked.With(form => form with { Indicators = [.. form.Indicators, CheckForms.Row("benefit.ecological", "", " ")] }).Codes("C2"));
        Assert.Equal("C2E", level.Codes("C2"));
    }
}
