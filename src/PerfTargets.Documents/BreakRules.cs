using System.Globalization;

namespace PerfTargets.Documents;

/// <summary>Between which two characters a line may end (避头尾; GB/T 15834-2011, 5.1, with numbers kept to their signs and units).</summary>
static class BreakRules
{
    /// <summary>What a character is to the rules.</summary>
    [Flags]
    enum Kinds : byte
    {
        None = 0,
        NotFirst = 1,
        NotLast = 2,
        Sign = 4,
        Joiner = 8,
        SoftBreak = 16,
        Multiplier = 32,
        Digit = 64,
    }

    /// <summary>For each UTF-16 unit.</summary>
    static Kinds[] Table { get; } = Build();

    static string[] LongUnits { get; } = ["平方米", "立方米", "平方公里", "千瓦时", "公里", "公顷", "小时", "分钟", "人次", "人日", "季度"];

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u3000';

    public static bool IsNotFirst(char c) => Is(c, Kinds.NotFirst);

    public static bool IsNotLast(char c) => Is(c, Kinds.NotLast);

    /// <summary>Whether a word too long for its line may be cut after this character.</summary>
    public static bool IsSoftBreak(char c) => Is(c, Kinds.SoftBreak);

    /// <summary>Whether a line may end before <paramref name="at"/>, which is neither the start nor the end of the text.</summary>
    public static bool CanBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (char.IsLowSurrogate(after) && char.IsHighSurrogate(before)) return false;
        if (IsBlank(after) || before == '\u00A0' || after == '\u00A0' || IsMark(text, at)) return false;
        if (IsBlank(before)) return CanBreakAfterBlank(text, at);
        if (IsNotFirst(after) || IsNotLast(before)) return false;
        if (IsWord(before) && IsWord(after)) return false;
        if (Is(before, Kinds.Sign) && char.IsAsciiDigit(after)) return false;
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
        return !(Is(text[last], Kinds.Sign) && char.IsAsciiDigit(text[at])) && !IsUnit(text, at);
    }

    /// <summary>Whether the character belongs to the unit of a number before it: 36.7 万元, 106.7 万吨, 12 月, 30 平方米.</summary>
    static bool IsUnit(string text, int at)
    {
        if (!IsIdeograph(text[at]) || !HasDigit(text.AsSpan(Math.Max(0, at - 8), Math.Min(at, 8)))) return false;
        foreach (var unit in LongUnits)
        {
            for (var into = 1; into < unit.Length; into++)
            {
                var start = at - into;
                if (start > 0 && string.CompareOrdinal(text, start, unit, 0, unit.Length) == 0 && FollowsNumber(text, start)) return true;
            }
        }
        var first = at;
        while (first > 0 && at - first < 3 && Is(text[first - 1], Kinds.Multiplier)) first--;
        return FollowsNumber(text, first);
    }

    static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (Is(c, Kinds.Digit)) return true;
        return false;
    }

    static bool FollowsNumber(string text, int at)
    {
        while (at > 0 && IsBlank(text[at - 1])) at--;
        return at > 0 && Is(text[at - 1], Kinds.Digit);
    }

    static bool IsWord(char c) =>
        char.IsAsciiLetterOrDigit(c) || Is(c, Kinds.Joiner | Kinds.Digit) || c is >= '\u00C0' and < '\u2000' && char.IsLetter(c);

    static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    static bool Is(char c, Kinds kind) => (Table[c] & kind) != 0;

    static Kinds[] Build()
    {
        var table = new Kinds[char.MaxValue + 1];
        Mark("，。、；：？！）》〉」』】〕］｝”’％‰℃℉‱·…—～〜‐–,.;:?!)]}%°′″々〻ー′″㎡㎥㎏㎞㎝㎜²³", Kinds.NotFirst);
        Mark("（《〈「『【〔［｛“‘([{￥¥＄$£€№＃#", Kinds.NotLast);
        Mark("≥≤≧≦＞＜＝=<>±≈≠+－-−约", Kinds.Sign);
        Mark(".,:;/\\-_+&@#%~'’*=!?()[]", Kinds.Joiner);
        Mark("-/_.,:;@&=?\\", Kinds.SoftBreak);
        Mark("百千万亿", Kinds.Multiplier);
        Mark("0123456789０１２３４５６７８９", Kinds.Digit);
        return table;

        void Mark(string characters, Kinds kind)
        {
            foreach (var c in characters) table[c] |= kind;
        }
    }
}
