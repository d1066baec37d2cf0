using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTargets.Core.Forms;

/// <summary>A year in a text, and where its digits stand in the text as typed.</summary>
public sealed record YearNumber(int Year, int Start, int Length);

/// <summary>
/// The years 20xx of a text. With 年 behind it any such number is one; otherwise only one that is near the form's year and counts nothing:
/// ≥2025 and 2025 户 are amounts.
/// </summary>
public static partial class YearNumbers
{
    private const int Near = 10;

    /// <summary>The years in a text that are not the form's.</summary>
    public static IReadOnlyList<YearNumber> OtherThan(int year, string text)
    {
        if (!text.Contains('2', StringComparison.Ordinal) && !text.Contains('２', StringComparison.Ordinal))
            return [];
        var compact = CompactText.Of(text);
        return
        [
            .. from Match match in Years().Matches(compact.Text)
               let named = int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
               where named != year && (IsCertain(compact.Text, match) || Math.Abs(named - year) <= Near)
               let start = compact.Origin(match.Index)
               select new YearNumber(named, start, compact.Origin(match.Index + match.Length - 1) + 1 - start),
        ];
    }

    /// <summary>2025 年培训人次 and 2026 年培训人次 are one indicator in two years.</summary>
    internal static string Without(string text) => YearsWithWord().Replace(CompactText.Of(text).Text, "");

    private static bool IsCertain(string text, Match match) => text.AsSpan(match.Index + match.Length).StartsWith("年", StringComparison.Ordinal);

    [GeneratedRegex("(?<![0-9.])20[0-9]{2}(?![0-9])(?=年)"
        + @"|(?<![0-9.≥≤<>=])20[0-9]{2}(?=[届级春秋]|学年|[上下]半年|[-~](20)?[0-9]|[./](1[0-2]|0?[1-9])(?![0-9万亿元%])|[〕\])】、,;。:至到]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Years();

    [GeneratedRegex("(?<![0-9.])20[0-9]{2}年?度?", RegexOptions.CultureInvariant)]
    private static partial Regex YearsWithWord();
}
