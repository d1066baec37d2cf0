using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTargets.Core.Checks;

/// <summary>A number that belongs to one person, with its middle hidden.</summary>
internal readonly record struct PersonalNumber(string Kind, string Masked);

/// <summary>Finds such numbers by what they are made of: prefixes, dates and check digits.</summary>
internal static partial class PersonalNumbers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int ShownInFront = 3;
    private const int ShownBehind = 4;
    private const int ShortestAccount = 12;
    private const int ShortestLine = 7;
    private const int LongestLine = 8;

    /// <summary>So far before a number a word may stand that says what it is: 项目编码(一体化):.</summary>
    private const int Reach = 10;

    private static readonly WordList Codes = new("X5", "codes", "后面的数字是编码的词");
    private static readonly WordList Accounts = new("X5", "accounts", "后面的数字是账号、卡号的词");
    private static readonly WordList Phones = new("X5", "phones", "后面的数字是电话号码的词");

    private static readonly WordList Identities = new("X5", "identities", "后面的数字是身份证号的词");
    private static readonly WordList PublicLines = new("X5", "publicLines", "后面的固定电话本来就公开的词");

    public static IReadOnlyList<WordList> Lists => [Codes, Accounts, Phones, Identities, PublicLines];

    /// <summary>The shortest is a line of seven digits; most texts hold fewer.</summary>
    public static bool MayStandIn(string text)
    {
        var digits = 0;
        foreach (var c in text)
            digits += char.IsDigit(c) ? 1 : 0;
        return digits >= ShortestLine;
    }

    public static IEnumerable<PersonalNumber> In(CheckContext context, string text)
    {
        for (var match = Numbers().Match(text); match.Success;)
        {
            var (isCode, kind) = (IsNear(text, match.Index, Codes.Of(context)), Kind(context, text, match));
            if (!isCode && kind is not null)
                yield return new PersonalNumber(kind, Mask(match.Value));
            // What is no number of a person may be a year before one: 2023 13812345678.
            match = Numbers().Match(text, isCode || kind is not null ? match.Index + match.Length : match.Index + 1);
        }
    }

    [GeneratedRegex(
        "(?<![0-9A-Za-z.])((?<identity>[1-8][0-9]{5}[ -]?(18|19|20)[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx])"
        + "|(?<card>(62|60|68)[0-9]{2}([ -]?[0-9]{4}){3}([ -]?[0-9]{1,3})?|(4[0-9]|5[1-5])[0-9]{2}([ -]?[0-9]{4}){3}|9558[0-9]{2}[0-9]{13})"
        + "|(?<mobile>(\\+?86[ -]?)?1[3-9][0-9](([ -]?[0-9]{4}){2}|[ -]?[0-9]{3}[ -][0-9]{5}))"
        + "|(?<line>\\(?0[1-9][0-9]{1,2}(\\)-?|[ -])[2-9][0-9]{6,7})"
        + "|(?<joined>0[1-9][0-9]{1,2}[2-9][0-9]{6,7})"
        + "|[0-9]{4}([ -]?[0-9]{1,4}){2,5})"
        + "(?![0-9A-Za-z]|\\.[0-9]|[万亿元人户吨亩米次]|平方|立方|公里|千瓦|%)", Options)]
    private static partial Regex Numbers();

    private static string? Kind(CheckContext context, string text, Match match)
    {
        var digits = string.Concat(match.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return match.Groups["identity"].Success && (IsIdentity(digits) || IsBehind(text, match.Index, Identities.Of(context))) ? "身份证号"
            : match.Groups["card"].Success && digits.Length is >= 16 and <= 19 && PassesLuhn(digits) && IsSurelyACard(context, text, match) ? "银行卡号"
            : match.Groups["mobile"].Success ? "电话号码"
            : IsBehind(text, match.Index, PublicLines.Of(context)) ? null
            : (match.Groups["line"].Success && !LooksLikeADocument(match.Value))
                || ((match.Groups["joined"].Success || IsLocalLine(digits)) && IsBehind(text, match.Index, Phones.Of(context))) ? "电话号码"
            : digits.Length >= ShortestAccount && IsBehind(text, match.Index, Accounts.Of(context)) ? "银行账号"
            : null;
    }

    /// <summary>A line without its area code, which only the word before it makes a telephone's.</summary>
    private static bool IsLocalLine(string digits) => digits.Length is >= ShortestLine and <= LongestLine && digits[0] is >= '2' and <= '9';

    /// <summary>One project code in ten has a right check digit too: a card begins with 62, is written in fours, or is called one.</summary>
    private static bool IsSurelyACard(CheckContext context, string text, Match match) =>
        match.Value.StartsWith("62", StringComparison.Ordinal) || match.ValueSpan.ContainsAny(' ', '-') || IsNear(text, match.Index, Accounts.Of(context));

    /// <summary>GB 11643: region, a date of birth, and a check character over all.</summary>
    private static bool IsIdentity(string digits)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        if (!DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return false;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return "10X98765432"[sum % 11] == digits[17];
    }

    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    /// <summary>0952-2023001 may be the number of a document of that year.</summary>
    private static bool LooksLikeADocument(string number) =>
        number.LastIndexOf('-') is var dash and >= 0 && number.AsSpan(dash + 1).StartsWith("20", StringComparison.Ordinal);

    /// <summary>Whether one of the words stands a little before.</summary>
    private static bool IsNear(string text, int at, IReadOnlyList<string> words) => Texts.HasAny(text.AsSpan(Math.Max(0, at - Reach), Math.Min(at, Reach)), words);

    /// <summary>Whether one of the words stands directly before: 账号：, 电话是.</summary>
    private static bool IsBehind(string text, int at, IReadOnlyList<string> words) => Texts.TailOf(text.AsSpan(0, at).TrimEnd("是为:"), words) is not null;

    private static string Mask(string number)
    {
        var plain = string.Concat(number.Where(char.IsLetterOrDigit));
        var behind = plain.Length > LongestLine ? ShownBehind : ShownBehind / 2;
        return plain[..ShownInFront] + new string('*', plain.Length - ShownInFront - behind) + plain[^behind..];
    }
}
