using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfTargets.Core.Forms;

/// <summary>An amount of money in whole 分. One 万元 with six decimals is exactly one 分, so the form's unit loses nothing.</summary>
/// <param name="Fen">The amount in 分 (1/100 元).</param>
public readonly partial record struct Money(long Fen) : IComparable<Money>
{
    public const long FenPerYuan = 100;
    public const long FenPerWan = 10_000 * FenPerYuan;
    private const int WanDecimals = 6;
    private const int MaxIntegerDigits = 12;

    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>
    /// Reads an amount in 万元 as people type it: blanks, thousands separators, full-width digits and the unit, also as 万, are understood.
    /// False for anything else, and for more than six decimals: a seventh would be less than a 分.
    /// </summary>
    public static bool TryReadWan(string text, out Money money)
    {
        money = default;
        var plain = Plain(text);
        var negative = plain.StartsWith('-');
        var digits = negative ? plain[1..] : plain;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..].TrimEnd('0');
        if (whole.Length is 0 or > MaxIntegerDigits || fraction.Length > WanDecimals || digits.EndsWith('.'))
            return false;
        if (!whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
            return false;
        var fen = long.Parse(whole, CultureInfo.InvariantCulture) * FenPerWan
            + long.Parse(fraction.PadRight(WanDecimals, '0'), CultureInfo.InvariantCulture);
        money = new Money(negative ? -fen : fen);
        return true;
    }

    /// <summary>Reads the whole 分 of an amount in 万元 that is finer than a 分; false for anything else.</summary>
    public static bool TryReadWholeFen(string text, out Money money)
    {
        money = default;
        var plain = Plain(text);
        var end = plain.IndexOf('.', StringComparison.Ordinal) + 1 + WanDecimals;
        return end > WanDecimals && plain.Length > end && plain[0] != '-' && plain.AsSpan(end).IndexOfAnyExceptInRange('0', '9') < 0 && TryReadWan(plain[..end], out money);
    }

    /// <summary>Reads an amount that says itself to be in 元; false where it is not one of whole 分.</summary>
    public static bool TryReadYuan(string text, out Money money)
    {
        money = default;
        var plain = Plain(text);
        // The same digits as 万元 are ten thousand times as much.
        if (!plain.EndsWith('元') || !TryReadWan(plain[..^1], out var wan) || wan.Fen % 10_000 != 0)
            return false;
        money = new Money(wan.Fen / 10_000);
        return true;
    }

    /// <summary>The amount in 万元 as people write it: without noughts that say nothing.</summary>
    public string ToShortWanText() => ToWanText().TrimEnd('0').TrimEnd('.');

    /// <summary>The amount in 万元 as the official table prints it: two decimals, more only where the 分 demand it.</summary>
    public string ToWanText() => string.Create(CultureInfo.InvariantCulture, $"{Sign}{Size / FenPerWan}.{Decimals}");

    /// <summary>The same with separators, for lists and sums: 18,420.60.</summary>
    public string ToListText() => string.Create(CultureInfo.InvariantCulture, $"{Sign}{Size / FenPerWan:N0}.{Decimals}");

    private string Sign => Fen < 0 ? "-" : "";

    private long Size => Math.Abs(Fen);

    private string Decimals => (Size % FenPerWan).ToString("D6", CultureInfo.InvariantCulture).TrimEnd('0').PadRight(2, '0');

    public override string ToString() => ToWanText() + " 万元";

    [GeneratedRegex("^-?[0-9]{1,3}(,[0-9]{3})+(?![0-9])[^,]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '０' and <= '９') plain.Append((char)(c - '０' + '0'));
            else if (c is '．') plain.Append('.');
            else if (c is '－' or '−') plain.Append('-');
            else if (c is '，') plain.Append(',');
            else if (!char.IsWhiteSpace(c)) plain.Append(c);
        }
        var result = plain.ToString();
        // 36,5 is not 365.
        if (Grouped().IsMatch(result))
            result = result.Replace(",", "", StringComparison.Ordinal);
        return result.EndsWith("万元", StringComparison.Ordinal) ? result[..^2] : result.EndsWith('万') ? result[..^1] : result;
    }
}
