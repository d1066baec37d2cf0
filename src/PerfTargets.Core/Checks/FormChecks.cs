namespace PerfTargets.Core.Checks;

/// <summary>The catalogue, and the one place where it is run.</summary>
public static class FormChecks
{
    public static IReadOnlyList<Check> Catalogue { get; } =
    [
        new RequiredFields(), new RequiredGroups(), new CompleteRows(), new NoPlaceholders(), new PrintableText(),
        new FundsBalance(), new FundsAmounts(), new CostsWithinTotal(),
        new HardValuesQuantified(),
        new DeadlinesInBudgetYear(),
        new NoDuplicateRows(),
    ];

    public static CheckReport Run(CheckContext context)
    {
        List<Finding> findings = [];
        List<UndeterminedCheck> undetermined = [];
        foreach (var check in Catalogue.Where(check => !check.IsOff(context.Template)))
        {
            switch (check.Run(context))
            {
                case CheckOutcome.Found found:
                    findings.AddRange(found.Findings);
                    break;
                case CheckOutcome.Undetermined { Reason: var reason }:
                    undetermined.Add(new UndeterminedCheck(check.Code, check.Title, reason));
                    break;
            }
        }
        var order = new ReadingOrder(context);
        return new CheckReport([.. findings.OrderBy(finding => order.Of(finding.Place))], undetermined);
    }
}
