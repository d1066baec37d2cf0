using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

public sealed class RememberedReportsTests
{
    private static readonly Guid Id = Guid.CreateVersion7(), Sibling = Guid.CreateVersion7(), Row = Guid.CreateVersion7();
    private static readonly Func<string, IReadOnlyList<string>> Unprintable = CheckForms.Unprintable;

    [Fact]
    public void The_same_form_in_the_same_surroundings_is_not_checked_again()
    {
        using var reports = new RememberedReports();

        Assert.Same(reports.On(Context()), reports.On(Context()));
    }

    /// <summary>All that a check may look at.</summary>
    public static TheoryData<string> Parts => new(Changes.Keys);

    private static readonly Dictionary<string, Func<CheckContext, CheckContext>> Changes = new()
    {
        ["head"] = context => context with { Form = context.Form with { ProjectPeriod = "2 年" } },
        ["goal"] = context => context with { Form = context.Form with { OverallGoal = "扶持 4 家企业" } },
        ["funds"] = context => context with { Form = context.Form with { Funds = [CheckForms.Entry("total", "37")] } },
        ["row"] = context => context with { Form = context.Form with { Indicators = [context.Form.Indicators[0] with { Value = "4 家" }] } },
        ["row's place"] = context => context with { Form = context.Form with { Indicators = [context.Form.Indicators[0] with { GroupKey = "output.quality" }] } },
        ["不涉及"] = context => context with { Form = context.Form with { NotApplicable = [new("benefit.ecological", "没有影响")] } },
        ["填写说明"] = context => context with { Form = context.Form with { Reasons = [new("Q1", "overallGoal", "目标", "另一个原因")] } },
        ["template"] = context => context with { Template = context.Template with { Checks = new Dictionary<string, CheckSettings>() } },
        ["year"] = context => context with { Year = context.Year + 1 },
        ["fonts"] = context => context with { Unprintable = _ => ["扶"] },
        ["核定总额"] = context => context with { Bureau = new BureauYear(context.Bureau!.Forms) { ApprovedTotal = new Money(1) } },
        ["projects without a form"] = context => context with { Bureau = new BureauYear(context.Bureau!.Forms) { ProjectsWithoutForm = 1 } },
        ["another form less"] = context => context with { Bureau = new BureauYear(context.Bureau!.Forms.Take(1)) },
        ["another form's total"] = context => WithSibling(context, sibling => sibling with { Total = Amount.FromTyped("2") }),
        ["another form's row"] = context => WithSibling(context, sibling => sibling with { Rows = [sibling.Rows[0] with { Value = "4 家" }] }),
        ["last year's form"] = context => context with { LastYear = new YearBefore(context.LastYear!.Form! with { OverallGoal = "扶持 2 家企业" }) },
        ["no form last year"] = context => context with { LastYear = new YearBefore(null) },
        ["nothing known of last year"] = context => context with { LastYear = null },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void With_any_other_part_it_is(string part)
    {
        using var reports = new RememberedReports();
        var context = Context();
        var before = reports.On(context);
        var changed = Changes[part](context);

        var report = reports.On(changed);

        Assert.NotSame(before, report);
        Assert.Equivalent(FormChecks.Run(changed), report);
    }

    /// <summary>A property that is added and forgotten in a comparison would let a report stand that is true no more.</summary>
    [Fact]
    public void All_that_a_context_is_made_of_is_compared()
    {
        var context = Context();
        var form = context.Form;
        var sibling = context.Bureau!.Forms[1];

        Differ(form, new()
        {
            [nameof(FormContent.ProjectName)] = form with { ProjectName = "别的" },
            [nameof(FormContent.Department)] = form with { Department = "别的" },
            [nameof(FormContent.ImplementingUnit)] = form with { ImplementingUnit = "别的" },
            [nameof(FormContent.ProjectAttribute)] = form with { ProjectAttribute = "别的" },
            [nameof(FormContent.ProjectPeriod)] = form with { ProjectPeriod = "别的" },
            [nameof(FormContent.OverallGoal)] = form with { OverallGoal = "别的" },
            [nameof(FormContent.Funds)] = form with { Funds = [] },
            [nameof(FormContent.Indicators)] = form with { Indicators = [] },
            [nameof(FormContent.NotApplicable)] = form with { NotApplicable = [] },
            [nameof(FormContent.Reasons)] = form with { Reasons = [] },
            [nameof(FormContent.Unconfirmed)] = form with { Unconfirmed = ["overallGoal"] },
        });
        Differ(sibling, new()
        {
            [nameof(BureauForm.FormId)] = sibling with { FormId = Id },
            [nameof(BureauForm.ProjectCode)] = sibling with { ProjectCode = "X-1" },
            [nameof(BureauForm.ProjectName)] = sibling with { ProjectName = "别的" },
            [nameof(BureauForm.Unit)] = sibling with { Unit = "别的" },
            [nameof(BureauForm.Total)] = sibling with { Total = Amount.Blank },
            [nameof(BureauForm.Rows)] = sibling with { Rows = [] },
        });
        Differ(context, new()
        {
            [nameof(CheckContext.Form)] = context with { Form = form with { ProjectName = "别的" } },
            [nameof(CheckContext.Template)] = context with { Template = context.Template with { } },
            [nameof(CheckContext.Year)] = context with { Year = 2024 },
            [nameof(CheckContext.Unprintable)] = context with { Unprintable = _ => [] },
            [nameof(CheckContext.FormId)] = context with { FormId = Sibling },
            [nameof(CheckContext.Bureau)] = context with { Bureau = null },
            [nameof(CheckContext.LastYear)] = context with { LastYear = null },
        });
        Assert.Equal([nameof(BureauYear.ApprovedTotal), nameof(BureauYear.ProjectsWithoutForm)], Settable<BureauYear>());
        Assert.Equal(context, context with { });
    }

    private static void Differ<T>(T one, Dictionary<string, T> others)
    {
        Assert.Equal(Settable<T>(), others.Keys.Order(StringComparer.Ordinal));
        Assert.All(others.Values, other => Assert.NotEqual(one, other));
    }

    private static IEnumerable<string> Settable<T>() => typeof(T).GetProperties().Where(one => one.CanWrite).Select(one => one.Name).Order(StringComparer.Ordinal);

    /// <summary>Everything in it is made anew each time.</summary>
    private static CheckContext Context()
    {
        var form = new FormContent
        {
            ProjectName = "企业扶持资金",
            OverallGoal = "扶持 3 家企业",
            Funds = [CheckForms.Entry("total", "36")],
            Indicators = [new IndicatorRow(Row, "output.quantity", "扶持企业", "3 家")],
            NotApplicable = [new("benefit.ecological", "不产生排放")],
            Reasons = [new("Q1", "overallGoal", "目标", "已核实")],
        };
        return new CheckContext(form, CheckForms.Ningxia, 2023, Unprintable)
        {
            FormId = Id,
            Bureau = new BureauYear([Among(Id, form), Among(Sibling, form)]),
            LastYear = new YearBefore(form with { }),
        };
    }

    private static BureauForm Among(Guid id, FormContent form) => new(id, null, form.ProjectName, "301-工信局", form.FundsOf("total"), [.. form.Indicators]);

    private static CheckContext WithSibling(CheckContext context, Func<BureauForm, BureauForm> change) =>
        context with { Bureau = new BureauYear([context.Bureau!.Forms[0], change(context.Bureau.Forms[1])]) };
}
