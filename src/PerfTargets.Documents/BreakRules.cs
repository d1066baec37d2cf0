using System.Buffers;
using System.Globalization;

namespace PerfTargets.Documents;

/// <summary>Between which two characters a line may end (避头尾; GB/T 15834-2011, 5.1, with numbers kept to their signs and units).</summary>
static class BreakRules
{
    static SearchValues<char> NotFirst { get; } = SearchValues.Create(
        "，。、；：？！）》〉」』】〕］｝”’％‰℃℉‱·…—～〜‐–,.;:?!)]}%°′″々〻ー′″㎡㎥㎏㎞㎝㎜²³");

    static SearchValues<char> NotLast { get; } = SearchValues.Create("（《〈「『【〔［｛“‘([{￥¥＄$£€№＃#");
    static SearchValues<char> Signs { get; } = SearchValues.Create("≥≤≧≦＞＜＝=<>±≈≠+－-−约");
    static SearchValues<char> Joiners { get; } = SearchValues.Create(".,:;/\\-_+&@#%~'’*=!?()[]");
    static SearchValues<char> SoftBreaks { get; } = SearchValues.Create("-/_.,:;@&=?\\");
    static SearchValues<char> Multipliers { get; } = SearchValues.Create("百千万亿");

    static SearchValues<char> Digits { get; } = SearchValues.Create("0123456789０１２３４５６７８９");

    static string[] LongUnits { get; } = ["平方米", "立方米", "平方公里", "千瓦时", "公里", "公顷", "小时", "分钟", "人次", "人日", "季度"];

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u3000';

    public static bool IsNotFirst(char c) => NotFirst.Contains(c);

    public static bool IsNotLast(char c) => NotLast.Contains(c);

    /// <summary>Whether a word too long for its line may be cut after this character.</summary>
    public static bool IsSoftBreak(char c) => SoftBreaks.Contains(c);

    /// <summary>Whether a line may end before <paramref name="at"/>, which is neither the start nor the end of the text.</summary>
    public static bool CanBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (char.IsLowSurrogate(after) && char.IsHighSurrogate(before)) return false;
        if (IsBlank(after) || before == '\u00A0' || after == '\u00A0' || IsMark(text, at)) return false;
        if (IsBlank(before)) return CanBreakAfterBlank(text, at);
        if (IsNotFirst(after) || IsNotLast(before)) return false;
        if (IsWord(before) && IsWord(after)) return false;
        if (Signs.Contains(before) && char.IsAsciiDigit(after)) return false;
        return !IsUnit(text, at);
    }

    /// <summary>Whether the character takes its place only with the one before it (an accent, a variation selector, a joiner).</summary>
    static bool IsMark(string text, int at) =>
        text[at] == '\u200D'
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    static bool CanBreakAfterBlank(string text, int at)
    {
        if (IsNotFirst(text[at])) return false;
        var last = at - 1;
        while (last > 0 && IsBlank(text[last])) last--;
        if (IsNotLast(text[last])) return false;
        return !(Signs.Contains(text[last]) && char.IsAsciiDigit(text[at])) && !IsUnit(text, at);
    }

    /// <summary>Whether the character belongs to the unit of a number before it: 36.7 万元, 106.7 万吨, 12 月, 30 平方米.</summary>
    static bool IsUnit(string text, int at)
    {
        if (!IsIdeograph(text[at]) || text.AsSpan(Math.Max(0, at - 8), Math.Min(at, 8)).IndexOfAny(Digits) < 0) return false;
        foreach (var unit in LongUnits)
        {
            for (var into = 1; into < unit.Length; into++)
            {
                var start = at - into;
                if (start > 0 && string.CompareOrdinal(text, start, unit, 0, unit.Length) == 0 && FollowsNumber(text, start)) return true;
            }
        }
        var first = at;
        while (first > 0 && at - first < 3 && Multipliers.Contains(text[first - 1])) first--;
        return FollowsNumber(text, first);
    }

    static bool FollowsNumber(string text, int at)
    {
        while (at > 0 && IsBlank(text[at - 1])) at--;
        return at > 0 && Digits.Contains(text[at - 1]);
    }

    static bool IsWord(char c) =>
        char.IsAsciiLetterOrDigit(c) || Joiners.Contains(c) || Digits.Contains(c) || c is >= '\u00C0' and < '\u2000' && char.IsLetter(c);

    static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
