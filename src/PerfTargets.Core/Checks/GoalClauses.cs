using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>A clause of 年度总体目标: where it stands in the compact text, and the measures in it.</summary>
internal readonly record struct GoalClause(TargetValue Goal, int Start, int End)
{
    public string Text => Goal.Text.Text[Start..End];

    /// <summary>As typed.</summary>
    public string Typed => Goal.Text.Typed(Start, End - Start);

    /// <summary>The first number of something in it: of times, pieces or people, not of money or percent.</summary>
    public Measure? Count
    {
        get
        {
            foreach (var measure in Goal.Measures)
            {
                if (measure.Start >= Start && measure.Start < End && measure.Unit is { Kind: not (UnitKind.Amount or UnitKind.UnitCost or UnitKind.Rate or UnitKind.Time) })
                    return measure;
            }
            return null;
        }
    }
}

internal static class GoalClauses
{
    private const string Ends = ",;。!?";

    public static IEnumerable<GoalClause> Of(TargetValue goal)
    {
        var (text, start) = (goal.Text.Text, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (!Ends.Contains(text[i], StringComparison.Ordinal) || IsInNumber(text, i)))
                continue;
            if (i > start)
                yield return new GoalClause(goal, start, i);
            start = i + 1;
        }
    }

    /// <summary>1,200 is one number.</summary>
    private static bool IsInNumber(string text, int at) =>
        text[at] == ',' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 3 < text.Length && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>Whether two texts speak of the same, as far as characters tell: two Chinese characters in a row that stand in both.</summary>
internal static class CommonWords
{
    private const int Length = 2;

    public static bool Between(string one, string other)
    {
        for (var i = 0; i + Length <= one.Length; i++)
        {
            if (IsHan(one[i]) && IsHan(one[i + 1]) && other.AsSpan().Contains(one.AsSpan(i, Length), StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
