namespace PerfTargets.Core.Forms;

/// <summary>How exactly a date is said.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>
/// A date as people write it in a target: 2023年3月底前, 2023.12, 12月底前, 第一季度, 年底前. What does not name its year means the form's.
/// </summary>
/// <param name="Text">As typed, such as “2022 年 3 月底”.</param>
/// <param name="Year">As written; null where it follows from the form's year.</param>
/// <param name="YearOffset">次年 is 1, 上年 −1, when no year is written.</param>
/// <param name="Month">1–12; null for a quarter, a half or a whole year.</param>
/// <param name="Part">Which quarter or half of the year.</param>
/// <param name="Before">前 follows and no end is named: 2024年1月前 may end before that month or with it, people mean either; 2024年1月底前 is clear.</param>
/// <param name="Role">What the words around it make of the date.</param>
/// <param name="Start">Position in the compact text.</param>
public sealed record IndicatorDate(
    string Text, DatePrecision Precision, int? Year, int YearOffset, int? Month, int? Part, int? Day, bool Before, DateRole Role, int Start, int Length)
{
    /// <summary>年底前, 年内: no month is named.</summary>
    public bool IsVague => Precision == DatePrecision.Year && Year is null;

    /// <summary>The first and the last day that may be meant in a form of that year.</summary>
    public (DateOnly First, DateOnly Last) Span(int formYear)
    {
        var year = Math.Clamp(Year ?? formYear + YearOffset, DateOnly.MinValue.Year + 1, DateOnly.MaxValue.Year);
        var (firstMonth, lastMonth) = Precision switch
        {
            DatePrecision.Quarter => ((Part!.Value - 1) * 3 + 1, Part.Value * 3),
            DatePrecision.HalfYear => ((Part!.Value - 1) * 6 + 1, Part.Value * 6),
            DatePrecision.Year => (1, 12),
            _ => (Month!.Value, Month.Value),
        };
        var monthEnd = DateTime.DaysInMonth(year, lastMonth);
        var day = Day is { } named ? Math.Min(named, monthEnd) : (int?)null;
        var first = new DateOnly(year, firstMonth, day ?? 1);
        return (Before ? first.AddDays(-1) : first, new DateOnly(year, lastMonth, day ?? monthEnd));
    }
}

/// <summary>What the words around a date make of it.</summary>
public enum DateRole
{
    /// <summary>Something is to be done by then, or then.</summary>
    Deadline,

    /// <summary>The beginning of a time: 2022年10月至…, 2022年起.</summary>
    Beginning,

    /// <summary>Part of a name: 2022年度项目.</summary>
    Mention,

    /// <summary>What something is compared with: 较2022年, 与2022年相比.</summary>
    Comparison,
}
