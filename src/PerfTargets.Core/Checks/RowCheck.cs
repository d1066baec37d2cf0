namespace PerfTargets.Core.Checks;

/// <summary>
/// A check that goes through the rows one by one: what it finds in one follows from that row, its place and the year's settings alone. So a row that
/// is as it was is not judged anew (<see cref="PlacedRow.Findings"/>).
/// </summary>
public abstract class CheckByRow : Check
{
    public sealed override CheckOutcome Run(CheckContext context)
    {
        List<Finding> findings = [];
        FindBesideRows(context, findings);
        foreach (var row in context.Rows())
            FindInRow(context.Settings, row, findings);
        return CheckOutcome.Of(findings);
    }

    /// <summary>What it finds in the head and the goal.</summary>
    internal virtual void FindBesideRows(CheckContext context, List<Finding> findings) { }

    /// <param name="context">Of no form: <see cref="CheckContext.Settings"/>.</param>
    internal abstract void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings);
}

/// <summary>One that says at most one thing of a row.</summary>
public abstract class RowCheck : CheckByRow
{
    /// <inheritdoc cref="CheckByRow.FindInRow"/>
    protected abstract Finding? InRow(CheckContext context, PlacedRow row);

    internal sealed override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        if (InRow(context, row) is { } finding)
            findings.Add(finding);
    }
}

/// <summary>One that says at most one thing of a row's name, and one of its value.</summary>
public abstract class TextCheck : CheckByRow
{
    /// <inheritdoc cref="CheckByRow.FindInRow"/>
    private protected abstract Finding? InField(CheckContext context, FieldText field);

    internal sealed override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        if (InField(context, new FieldText(row, IsName: true)) is { } inName)
            findings.Add(inName);
        if (InField(context, new FieldText(row, IsName: false)) is { } inValue)
            findings.Add(inValue);
    }
}
