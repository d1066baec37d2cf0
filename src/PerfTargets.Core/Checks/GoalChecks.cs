using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>What the checks of the goal against the rows need.</summary>
internal static class GoalChecks
{
    /// <summary>What a thing is stands at its name's end: 路灯 in 太阳能路灯.</summary>
    public const int HeadLength = 2;

    public static readonly CheckOutcome NoGoal = new CheckOutcome.Undetermined("年度总体目标未填写，无法与指标比较");

    public static CheckOutcome? Lacking(CheckContext context) =>
        context.Reading.GoalReading.IsBlank ? NoGoal
        : context.RowsOfKind(IndicatorKind.Quantity).Any(row => row.HasName) ? null
        : new CheckOutcome.Undetermined("还没有填写数量指标，无法与年度总体目标比较");
}
