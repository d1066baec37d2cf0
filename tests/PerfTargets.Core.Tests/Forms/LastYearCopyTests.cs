using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Tests.Checks;
using PerfTargets.Core.Tests.Data;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class LastYearCopyTests
{
    private const string Quantity = "output.quantity", Cost = "output.cost", Ecological = "benefit.ecological";
    private static readonly IndicatorRow Trained = CheckForms.Row(Quantity, "2022 年培训人次", "≥100 人次");

    private static readonly FormContent Before = new()
    {
        ProjectName = "2022 年培训经费",
        ProjectAttribute = "经常性项目",
        ProjectPeriod = "1 年",
        Funds = [CheckForms.Entry("total", "36"), CheckForms.Entry("fiscal", "36")],
        OverallGoal = "2022 年培训 100 人次。",
        Indicators = [Trained, CheckForms.Row(Quantity, "", ""), CheckForms.Row(Cost, "培训费用", "≤36 万元")],
        NotApplicable = [new NotApplicableGroup(Ecological, "不涉及生态环境")],
        Reasons = [new FindingReason("F9", "funds-total", "36", "上年的说明")],
    };

    private static readonly FormContent Begun = new() { ProjectName = "2023 年培训经费" };

    [Fact]
    public void A_form_just_begun_takes_everything_but_name_amounts_and_reasons()
    {
        var copy = Copy(Before, Begun);

        var taken = copy.Take(copy.AllKeys);

        Assert.All(copy.Parts, part => Assert.True(part.IsSuggested));
        Assert.Equal(("2023 年培训经费", "经常性项目", "1 年", "2022 年培训 100 人次。"), (taken.ProjectName, taken.ProjectAttribute, taken.ProjectPeriod, taken.OverallGoal));
        Assert.Equal(["2022 年培训人次 ≥100 人次", "培训费用 ≤36 万元"], taken.Indicators.Select(row => $"{row.Name} {row.Value}"));
        Assert.Equal([new NotApplicableGroup(Ecological, "不涉及生态环境")], taken.NotApplicable);
        Assert.Empty(taken.Funds);
        Assert.Empty(taken.Reasons);
        Assert.Empty(copy.Remainders);
    }

    [Fact]
    public void All_that_was_copied_is_to_be_confirmed_and_rows_are_rows_of_their_own()
    {
        var copy = Copy(Before, Begun);

        var taken = copy.Take(copy.AllKeys);

        Assert.Equal(
            new[] { "projectAttribute", "projectPeriod", "overallGoal", "na-" + Ecological }.Concat(taken.Indicators.Select(FormMerge.RowKey)).Order(StringComparer.Ordinal),
            taken.Unconfirmed);
        Assert.DoesNotContain(Trained.Id, taken.Indicators.Select(row => row.Id));
    }

    [Fact]
    public void Only_what_was_chosen_comes()
    {
        var copy = Copy(Before, Begun);

        var taken = copy.Take([HeadField.ProjectPeriod, "group-output-cost", "made up"]);

        Assert.Equal(("", "1 年", ""), (taken.ProjectAttribute, taken.ProjectPeriod, taken.OverallGoal));
        Assert.Equal("培训费用", Assert.Single(taken.Indicators).Name);
    }

    [Fact]
    public void What_stands_there_is_shown_beside_it_and_chosen_by_the_person_only()
    {
        var now = Begun with { OverallGoal = "今年的目标", Indicators = [CheckForms.Row(Quantity, "检查次数", "4 次")] };

        var copy = Copy(Before, now);
        var (goal, rows) = (Part(copy, HeadField.OverallGoal), Part(copy, "group-output-quantity"));
        var taken = copy.Take([goal.Key, rows.Key]);

        Assert.Equal((false, true, false, false), (goal.IsSuggested, goal.Replaces, rows.IsSuggested, rows.Replaces));
        Assert.Equal((new CopyLine("", "今年的目标"), new CopyLine("检查次数", "4 次")), (Assert.Single(goal.Present), Assert.Single(rows.Present)));
        Assert.Equal("2022 年培训 100 人次。", taken.OverallGoal);
        Assert.Equal(["检查次数", "2022 年培训人次"], taken.Indicators.Select(row => row.Name));
    }

    [Fact]
    public void Blank_rows_make_way()
    {
        var copy = Copy(Before, Begun with { Indicators = [CheckForms.Row(Quantity, "", " "), CheckForms.Row(Cost, "", "")] });

        var taken = copy.Take(["group-output-quantity"]);

        Assert.True(Part(copy, "group-output-quantity").IsSuggested);
        Assert.Equal([(Quantity, "2022 年培训人次"), (Cost, "")], taken.Indicators.Select(row => (row.GroupKey, row.Name)).OrderByDescending(row => row.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_of_the_same_name_does_not_come_twice_whatever_year_the_names_speak_of()
    {
        var copy = Copy(Before, Begun with { Indicators = [CheckForms.Row(Quantity, "2023年培训人次", "≥120 人次")] });

        var rest = Assert.Single(copy.Remainders);

        Assert.DoesNotContain("group-output-quantity", copy.AllKeys);
        Assert.Equal(
            ("数量指标", new CopyLine("2022 年培训人次", "≥100 人次"), "本年度已有同名的行"),
            (rest.Label, Assert.Single(rest.Lines), rest.Why));
    }

    [Fact]
    public void A_text_that_stands_there_already_is_not_offered()
    {
        var copy = Copy(Before, Before with { ProjectAttribute = "" });

        Assert.Equal([HeadField.ProjectAttribute], copy.AllKeys);
        Assert.Empty(copy.Remainders);
    }

    [Fact]
    public void What_the_new_template_has_no_place_for_is_told_with_its_reason()
    {
        var copy = Copy(Before, Begun, CheckForms.Mof);

        Assert.Equal(
            [
                ("项目属性", "经常性项目", "本年度的表没有这个选项，请重新选择"),
                ("生态效益指标：不涉及", "不涉及生态环境", "本年度的表不能把这一组标为不涉及"),
                ("成本指标", "≤36 万元", "本年度的表没有这一组，请填到相应的指标下面"),
            ],
            copy.Remainders.Select(rest => (rest.Label, rest.Lines[0].Value, rest.Why)));
        Assert.Equal(["projectPeriod", "overallGoal", "group-output-quantity"], copy.AllKeys);
    }

    [Fact]
    public void Last_years_value_is_that_of_the_row_of_the_same_name_and_group()
    {
        var values = new LastYearValues(Before with { Indicators = [Trained, CheckForms.Row(Quantity, "检查", "1 次"), CheckForms.Row(Quantity, "检查", "2 次")] });

        Assert.Equal("≥100 人次", values.ValueOf(CheckForms.Row(Quantity, "2023年培训 人次", "")));
        Assert.Equal("1 次、2 次", values.ValueOf(CheckForms.Row(Quantity, "检查", "3 次")));
        Assert.Null(values.ValueOf(CheckForms.Row("output.quality", "检查", "")));
        Assert.Null(values.ValueOf(CheckForms.Row(Quantity, "", "")));
    }

    private static CopyPart Part(LastYearCopy copy, string key) => Assert.Single(copy.Parts, part => part.Key == key);

    private static LastYearCopy Copy(FormContent before, FormContent now, FormTemplate? template = null)
    {
        var year = BudgetYear.Usual(2022);
        year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));
        var unit = new Organisation { Name = "工业和信息化局" };
        var form = TargetForm.Create(2022, Project.Create(null, "培训经费", unit.Id), unit, unit, before, Actor.Console, Given.At);
        typeof(TargetForm).GetProperty(nameof(TargetForm.BudgetYear))!.SetValue(form, year);
        return LastYearCopy.Of(form, now, template ?? CheckForms.Ningxia);
    }
}
