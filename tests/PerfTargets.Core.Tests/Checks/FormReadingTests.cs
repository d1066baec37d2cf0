using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Labelled;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>What was read of a form before its last change is taken over, as far as it is as it was.</summary>
public sealed class FormReadingTests
{
    private static readonly Dictionary<string, Func<FormContent, FormContent>> Changes = new()
    {
        ["head"] = form => form with { ProjectName = form.ProjectName + "（二期）", ProjectPeriod = "2019 年至 2031 年", ProjectAttribute = "" },
        ["goal"] = form => form with { OverallGoal = "培训教师 312 人，已建成泵站 4 座。" },
        ["no goal"] = form => form with { OverallGoal = "" },
        ["name"] = form => WithRow(form, row => row with { Name = "推动了XX工作。" }),
        ["value"] = form => WithRow(form, row => row with { Value = "不低于 312 人以上" }),
        ["group"] = form => WithRow(form, row => row with { GroupKey = "satisfaction.served" }),
        ["row less"] = form => form with { Indicators = [.. form.Indicators.Skip(1)] },
        ["row more"] = form => form with { Indicators = [new IndicatorRow(Guid.CreateVersion7(), form.Indicators[0].GroupKey, "满意度", "基本满意"), .. form.Indicators] },
        ["rows in another order"] = form => form with { Indicators = [.. form.Indicators.Reverse()] },
        ["funds"] = form => form with { Funds = [.. form.Funds.Select(line => line with { Amount = Amount.FromTyped("12.5") })] },
        ["nothing"] = form => form with { Reasons = [] },
    };

    public static TheoryData<string> Kinds => new(Changes.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_changed_form_is_judged_as_if_it_had_never_been_read_before(string kind)
    {
        Assert.All(LabelledForms.All, labelled =>
        {
            using var reports = new RememberedReports();
            reports.On(labelled.Context with { });
            var changed = labelled.Context with { Form = Changes[kind](labelled.Context.Form) };

            var report = reports.On(changed with { });

            var fresh = FormChecks.Run(changed with { });
            Assert.Equal(fresh.Findings, report.Findings);
            Assert.Equal(fresh.Undetermined, report.Undetermined);
        });
    }

    [Fact]
    public void A_check_of_goal_and_rows_is_not_asked_again_while_these_are_as_they_were()
    {
        var speaking = GoalAndRows.SelectMany(check => LabelledForms.All.Select(one => one.Context with { }).Where(before => check.Run(before) is CheckOutcome.Found).Take(1), ValueTuple.Create).ToList();

        Assert.Equal(GoalAndRows.Count(), speaking.Count);
        Assert.All(speaking, one =>
        {
            var (check, before) = one;
            using var reports = new RememberedReports();
            var head = before with { Form = Changes["head"](before.Form) };
            var row = before with { Form = WithRow(before.Form, row => row with { Value = row.Value + "1" }) };

            reports.On(before);
            reports.On(head);
            Assert.Same(check.Run(before), check.Run(head));
            reports.On(row);
            Assert.NotSame(check.Run(before), check.Run(row));
        });
    }

    /// <summary>It is given nothing else: a check that looked at more would miss it.</summary>
    [Fact]
    public void A_check_of_goal_and_rows_needs_nothing_else() => Assert.All(LabelledForms.All, labelled => Assert.All(GoalAndRows, check =>
        Assert.Equivalent(check.RunOn(labelled.Context with { }), check.Run(labelled.Context with { }))));

    private static IEnumerable<GoalAndRowsCheck> GoalAndRows => FormChecks.Catalogue.OfType<GoalAndRowsCheck>();

    [Fact]
    public void A_row_that_was_not_changed_is_not_read_again()
    {
        using var reports = new RememberedReports();
        var before = LabelledForms.All.First(one => one.Context.Form.Indicators.Count > 2).Context with { };
        var after = before with { Form = WithRow(before.Form, row => row with { Value = row.Value + "1" }) };

        reports.On(before);
        reports.On(after);

        Assert.Equal(before.Form.Indicators.Count - 1, before.Reading.Rows.Intersect(after.Reading.Rows).Count());
        Assert.Same(before.Reading.Goal, after.Reading.Goal);
    }

    /// <summary>What such a check finds in a row is kept with the row, whatever becomes of the rest of the form.</summary>
    [Fact]
    public void A_check_that_goes_row_by_row_sees_no_form()
    {
        var settings = LabelledForms.All.First().Context.Settings;

        Assert.Equal(new FormContent(), settings.Form);
        Assert.Equal((null, null, Guid.Empty), (settings.Bureau, settings.LastYear, settings.FormId));
    }

    private static FormContent WithRow(FormContent form, Func<IndicatorRow, IndicatorRow> change) =>
        form with { Indicators = [change(form.Indicators[0]), .. form.Indicators.Skip(1)] };
}
