namespace PerfTargets.Core.Forms;

/// <summary>Small numbers in Chinese characters, as people write them in targets: 三次, 十二月, 百分之九十五, 二〇二三年.</summary>
public static class ChineseNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    public static bool IsNumeral(char c) => DigitOf(c) >= 0 || c is '十' or '百';

    /// <summary>A number below one thousand, or digits in a row; null for anything else.</summary>
    public static int? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 5)
            return null;
        return text.IndexOfAny('十', '百') < 0 ? ReadDigits(text) : ReadPlaces(text);
    }

    private static int? ReadDigits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (DigitOf(c) is not (var digit and >= 0))
                return null;
            value = value * 10 + digit;
        }
        return value;
    }

    private static int? ReadPlaces(ReadOnlySpan<char> text)
    {
        var (value, digit, lastPlace) = (0, -1, 1000);
        foreach (var c in text)
        {
            if (DigitOf(c) is var read and >= 0)
            {
                if (digit > 0)
                    return null;
                digit = read;
                continue;
            }
            var place = c switch { '十' => 10, '百' => 100, _ => 0 };
            if (place == 0 || place >= lastPlace || (digit < 0 && place == 100))
                return null;
            value += (digit <= 0 ? 1 : digit) * place;
            (digit, lastPlace) = (-1, place);
        }
        return value + Math.Max(digit, 0);
    }

    private static int DigitOf(char c) => c switch
    {
        '零' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };
}
