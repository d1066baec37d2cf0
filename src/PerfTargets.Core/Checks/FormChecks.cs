using System.Collections.Frozen;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>The catalogue, and the one place where it is run.</summary>
public static class FormChecks
{
    public static IReadOnlyList<Check> Catalogue { get; } =
    [
        new RequiredFields(), new RequiredGroups(), new CompleteRows(), new NoPlaceholders(), new DepartmentHasCode(), new EnoughQuantities(), new PrintableText(),
        new FundsBalance(), new FundsAmounts(),
        new CostsWithinTotal(), new CostsReachTotal(), new GoalNamesTheTotal(), new NoUnitSlips(), new CostsAreNoMinimum(), new CostsAreAMaximum(), new WorkHasACost(),
        new HardValuesQuantified(), new ValuesWithOperator(), new CanonicalSigns(), new OperatorsAsSigns(), new OneThreshold(), new RatesPossible(), new UnitsFitNames(),
        new SameUnitAsGoal(), new ValuesSayMoreThanNames(), new NamesWithoutTarget(), new OneMeasurePerName(), new NamesAreNotActions(), new ShortTexts(), new NamesAreWhole(),
        new TidyTexts(), new InputsAreNoResults(),
        new VerifiableWords(), new ShareQuantified(), new SomeBenefitQuantified(), new ComparisonsWithBase(), new OwnTargets(),
        new DeadlinesInBudgetYear(), new DeadlinesBounded(), new DeadlinesOfWork(), new NoOtherYear(), new MeasuredWithinPeriod(), new AttributeFitsPeriod(),
        new DatesExact(),
        new NumberedTasksMeasured(), new TasksMeasured(), new NumbersInGoal(), new NumbersAgree(), new GoalQuantified(), new GoalToThePoint(), new PlannedNotDone(),
        new RowsUnderTheirGroup(), new NoDuplicateRows(), new SatisfactionPercentage(), new SatisfactionOfWhom(), new PercentageOfMany(), new NoBoilerplate(), new WeightsAddUp(),
        new OneFormAProject(), new NotLastYearsForm(), new WithinApprovedTotal(), new OneTitle(), new NoPersonalData(),
    ];

    /// <summary>Where each check stands in the catalogue: the order in which several speak of one place.</summary>
    private static readonly FrozenDictionary<string, int> Positions = Catalogue.Index().ToFrozenDictionary(one => one.Item.Code, one => one.Index, StringComparer.Ordinal);

    /// <summary>All that the checks find in a form, each finding with the reason that the clerk has written for it.</summary>
    public static CheckReport Run(CheckContext context) => Run(context, isAboutTemplate: false);

    /// <summary>What is wrong with a year's template itself, for administrators.</summary>
    public static CheckReport RunOnTemplate(FormTemplate template, int year) =>
        Run(new CheckContext(new FormContent(), template, year, _ => []), isAboutTemplate: true);

    private static CheckReport Run(CheckContext context, bool isAboutTemplate)
    {
        List<Finding> findings = [];
        List<UndeterminedCheck> undetermined = [];
        List<CheckByRow> byRow = [];
        foreach (var check in Catalogue)
        {
            if (check.IsAboutTemplate != isAboutTemplate || check.IsOff(context.Template))
                continue;
            if (check is CheckByRow one)
            {
                byRow.Add(one);
                one.FindBesideRows(context, findings);
                continue;
            }
            switch (check.Run(context))
            {
                case CheckOutcome.Found found:
                    findings.AddRange(found.Findings);
                    break;
                case CheckOutcome.Undetermined { Reason: var reason }:
                    undetermined.Add(new UndeterminedCheck(check.Code, check.Title, reason) { AwaitsAdministrator = check.AwaitsAdministrator });
                    break;
            }
        }
        foreach (var row in context.Rows())
            findings.AddRange(row.Findings(byRow, context.Settings));
        var order = context.Reading.Order;
        Finding[] inOrder = [.. findings.OrderBy(finding => ((long)order.Of(finding.Place) * Catalogue.Count) + Positions[finding.Code])];
        return new CheckReport([.. Superseding.Apply(inOrder).Select(finding => finding.With(context.Form.ReasonFor(finding)))], undetermined);
    }
}
