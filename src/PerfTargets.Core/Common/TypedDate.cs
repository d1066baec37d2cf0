using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTargets.Core.Common;

/// <summary>A date as people write it: 2023-02-28, 2023/2/28, 2023.2.28, 2023年2月28日, 20230228.</summary>
public static partial class TypedDate
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int LongestQuote = 30;

    public static DateOnly? Read(string? text)
    {
        var compact = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c)).Select(HalfWidth)]);
        var match = Written().Match(compact);
        if (!match.Success)
            return null;
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("y"), Part("m"), Part("d"));
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>What is said of a text that <see cref="Read"/> cannot read.</summary>
    public static string Refusal(string? text, string what, string example)
    {
        var typed = TypedText.Line(text);
        return typed.Length == 0 ? $"请填写{what}，如 {example}" : $"“{(typed.Length > LongestQuote ? typed[..LongestQuote] + "…" : typed)}”不是有效的日期，请写成 {example} 这样";
    }

    // String.Normalize knows only ASCII where the program runs without ICU.
    private static char HalfWidth(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:(?<m>[0-9]{2})(?<d>[0-9]{2})|[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
