using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Library;

/// <summary>What an entry of the library says. Never a target: what is to be reached is each project's own.</summary>
/// <param name="Operator">The sign that usually stands before the number; empty where none does.</param>
/// <param name="Unit"><see cref="DateUnit"/> where the value is a date; empty where it is words.</param>
/// <param name="Explanation">指标解释: what is counted, and how.</param>
/// <param name="Topic">What the money is for: 培训, 购置 …</param>
/// <param name="Industry">Whose indicator it is, as in the names of the departments: 教育 is meant for 平罗县教育局. Empty: everybody's.</param>
public sealed record LibraryEntry(
    LibraryCategory Category, string Name, string Operator = "", string Unit = "", string Explanation = "", string Topic = "", string Industry = "")
{
    public const string DateUnit = "日期";

    /// <summary>Keeps the place of the number. C4 knows it as a placeholder, so that no form goes up in which it still stands.</summary>
    public const string Gap = "__";

    public static IReadOnlyList<string> Operators { get; } = ["≥", "≤", "=", ">", "<"];

    /// <summary>The beginning of a 指标值, with a gap where the number belongs: ≥__ 人, __ 年 __ 月底前.</summary>
    public string Skeleton => Unit switch
    {
        DateUnit => $"{Gap} 年 {Gap} 月底前",
        "" => Operator.Length == 0 ? "" : Operator + Gap,
        // A sign stands at its number, a word behind a blank.
        _ => Operator + Gap + (char.IsLetter(Unit[0]) ? " " : "") + Unit,
    };

    /// <summary>An indicator as it was approved in a form, without what it aimed at.</summary>
    public static LibraryEntry Of(LibraryCategory category, string name, string value, string explanation)
    {
        var read = TargetValue.Read(value);
        if (read.Main is { Unit: { } unit } measure)
            return new(category, name, measure.Operator.Sign(), unit.Text, explanation);
        return new(category, name, "", read.Dates.Count > 0 ? DateUnit : "", explanation);
    }

    /// <summary>Two names are one where they differ in blanks and glyphs only.</summary>
    public static string KeyOf(string name) => CompactText.Of(name).Text;
}
