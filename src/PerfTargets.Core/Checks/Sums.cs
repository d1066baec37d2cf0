using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Numbers that add up: rows of one group, 培训教师 300 人 and 培训学生 200 人, to the goal's 500 人; or those of the goal to the number of a row.</summary>
internal static class Sums
{
    /// <summary>Whether the goal says a number, or numbers of its unit that add up to it.</summary>
    public static bool IsMentioned(CheckContext context, Measure measure)
    {
        var goal = context.Reading.GoalReading;
        if (goal.Mentions(measure))
            return true;
        var sum = 0m;
        foreach (var number in goal.Numbers)
        {
            if (number.Measure.Unit is { } unit && unit.Kind == measure.Unit?.Kind && unit.Base == measure.Unit.Base)
                sum += Quantity.Size(number.Measure);
        }
        return sum > 0 && sum == Quantity.Size(measure);
    }

    /// <summary>Whether rows of some group add up to a number.</summary>
    public static bool AddUpTo(CheckContext context, Measure total) =>
        total.Unit is { } unit && context.Template.Groups.Any(group => Sum(context, group, unit) is { } sum && sum == Quantity.Size(total));

    /// <summary>Whether a row is one of several that add up to a number of the goal.</summary>
    public static bool IsPart(CheckContext context, PlacedRow row) =>
        row.Reading.Main?.Unit is { } unit && Sum(context, row.Group, unit) is { } sum
        && context.Reading.GoalReading.Numbers.Any(number => number.Measure.Unit is { } other && Quantity.AreComparable(unit, other) && Quantity.Size(number.Measure) == sum);

    private static decimal? Sum(CheckContext context, IndicatorGroup group, ValueUnit unit)
    {
        var (sum, count) = (0m, 0);
        foreach (var row in context.RowsIn(group))
        {
            if (row.Reading.Main is { Unit: { } other } main && other.Base == unit.Base && other.Kind == unit.Kind)
            {
                sum += Quantity.Size(main);
                count++;
            }
        }
        return count > 1 ? sum : null;
    }
}
