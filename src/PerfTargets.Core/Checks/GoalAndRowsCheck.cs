namespace PerfTargets.Core.Checks;

/// <summary>
/// A check that holds rows and goal against each other, or rows against rows: what it finds follows from these and the year's settings alone. So it is not asked
/// again while they are as they were (<see cref="FormReading.Outcome"/>).
/// </summary>
public abstract class GoalAndRowsCheck : Check
{
    public sealed override CheckOutcome Run(CheckContext context) => context.Reading.Outcome(this, context);

    /// <param name="context">With nothing of the form but its goal and rows: <see cref="CheckContext.GoalAndRows"/>.</param>
    internal abstract CheckOutcome RunOn(CheckContext context);
}
