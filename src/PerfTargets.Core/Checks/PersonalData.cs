using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>X5: what will be published tells no one's phone, identity or bank number, and no person's name.</summary>
public sealed class NoPersonalData : Check
{
    public override string Code => "X5";
    public override string Title => "公开的内容里没有个人信息";
    public override string Explanation =>
        "目标表要公开。电话、身份证号、银行卡号是错误；人名是警告，只在有把握时提示：“负责人：”“管理员”等后面的姓名，或者“某某同志”“某某老师”。金额、编码、年份、文号不算。";
    public override string Example => "“联系人：王建国 13812345678”；应删去，或写科室和职务。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Warning];

    private static readonly WordList Roles = new("X5", "roles", "冒号后面是姓名的词");
    private static readonly WordList Titles = new("X5", "titles", "跟在姓名后面的称呼");
    private static readonly WordList Surnames = new("X5", "surnames", "姓氏");
    private static readonly WordList NoNames = new("X5", "noNames", "以姓氏开头而不是姓名的词");
    private static readonly WordList Codes = new("X5", "codes", "后面的数字是编码的词");

    public override IReadOnlyList<WordList> Lists => [Roles, Titles, Surnames, NoNames, Codes];

    public override CheckOutcome Run(CheckContext context)
    {
        var names = new PersonalNames(Roles.Of(context), Titles.Of(context), Surnames.Of(context), NoNames.Of(context));
        var findings = new List<Finding>();
        foreach (var (place, label, text) in HeadTexts.Of(context))
            InText(context, names, place, text, () => label, findings);
        var labels = context.Template.Labels;
        foreach (var row in context.Rows())
        {
            // A row's name may itself hold what must not be repeated: the row is called by its number.
            InText(context, names, row.NamePlace, row.Name, () => $"{row.Numbered}的{labels.LevelThree}", findings);
            InText(context, names, row.ValuePlace, row.Value, () => $"{row.Numbered}的{labels.TargetValue}", findings);
        }
        return CheckOutcome.Of(findings);
    }

    private void InText(CheckContext context, PersonalNames names, Place place, string text, Func<string> label, List<Finding> findings)
    {
        if (PersonalNumbers.MayStandIn(text))
        {
            foreach (var number in PersonalNumbers.In(CompactText.Of(text).Text, Codes.Of(context)))
            {
                findings.Add(Found(context, place,
                    $"{label()}：其中的“{number.Masked}”是{number.Kind}，公开后会泄露个人信息，请删去", number.Masked));
            }
        }
        if (names.MayStandIn(text))
        {
            foreach (var name in names.In(CompactText.Of(text).Text))
                findings.Add(Found(context, place, $"{label()}：“{name}”像是人名，目标表要公开，请改写为科室或职务", name, FindingSeverity.Warning));
        }
    }
}

/// <summary>A number that belongs to one person, with its middle hidden.</summary>
internal readonly record struct PersonalNumber(string Kind, string Masked);

/// <summary>Finds such numbers by what they are made of: prefixes, dates and check digits.</summary>
internal static partial class PersonalNumbers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int ShownInFront = 3;
    private const int ShownBehind = 4;
    private const int ShortestAccount = 12;

    /// <summary>Of a code's word, so many characters may stand between it and the number: 项目编码(一体化):.</summary>
    private const int CodeReach = 10;

    /// <summary>The shortest is a line of seven digits with its area code; most texts hold far fewer digits.</summary>
    public static bool MayStandIn(string text)
    {
        var digits = 0;
        foreach (var c in text)
            digits += char.IsDigit(c) ? 1 : 0;
        return digits >= 10;
    }

    public static IEnumerable<PersonalNumber> In(string text, IReadOnlyList<string> codes)
    {
        foreach (Match match in Numbers().Matches(text))
        {
            if (Kind(match) is { } kind && !IsCode(text, match.Index, codes))
                yield return new PersonalNumber(kind, Mask(match.Value));
        }
    }

    [GeneratedRegex(
        "(?<![0-9A-Za-z.])((?<identity>[1-8][0-9]{5}[ -]?(18|19|20)[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx])"
        + "|(?<account>(?<=(账号|帐号|账户|帐户|卡号)[是为:]?)[0-9]{4}([ -]?[0-9]{1,4}){2,5})"
        + "|(?<card>(62|60|68)[0-9]{2}([ -]?[0-9]{4}){3}([ -]?[0-9]{1,3})?|(4[0-9]|5[1-5])[0-9]{2}([ -]?[0-9]{4}){3}|9558[0-9]{2}[0-9]{13})"
        + "|(?<mobile>(\\+?86[ -]?)?1[3-9][0-9](([ -]?[0-9]{4}){2}|[ -]?[0-9]{3}[ -][0-9]{5}))"
        + "|(?<line>\\(?0[1-9][0-9]{1,2}(\\)-?|[ -])[2-9][0-9]{6,7}|(?<=(电话|联系方式|传真|座机|手机)[是为:]?)\\(?0[1-9][0-9]{1,2}\\)?[ -]?[2-9][0-9]{6,7}))"
        + "(?![0-9A-Za-z]|\\.[0-9]|[万亿元人户吨亩米次]|平方|立方|公里|千瓦|%)", Options)]
    private static partial Regex Numbers();

    private static string? Kind(Match match)
    {
        var digits = string.Concat(match.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return match.Groups["identity"].Success ? IsIdentity(digits) ? "身份证号" : null
            : match.Groups["card"].Success ? digits.Length is >= 16 and <= 19 && PassesLuhn(digits) ? "银行卡号" : null
            : match.Groups["account"].Success ? digits.Length >= ShortestAccount ? "银行账号" : null
            : match.Groups["line"].Success && match.ValueSpan.Contains('-') && LooksLikeADocument(match.Value) ? null
            : "电话号码";
    }

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
    private static bool LooksLikeADocument(string number) => number.AsSpan(number.LastIndexOf('-') + 1).StartsWith("20", StringComparison.Ordinal);

    private static bool IsCode(string text, int at, IReadOnlyList<string> codes)
    {
        var before = text.AsSpan(Math.Max(0, at - CodeReach), at - Math.Max(0, at - CodeReach));
        foreach (var code in codes)
        {
            if (before.Contains(code, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static string Mask(string number)
    {
        var plain = string.Concat(number.Where(char.IsLetterOrDigit));
        return plain[..ShownInFront] + new string('*', plain.Length - ShownInFront - ShownBehind) + plain[^ShownBehind..];
    }
}

/// <summary>Finds a person's name where the words around it leave no doubt: behind 负责人：, before 同志.</summary>
internal sealed class PersonalNames(IReadOnlyList<string> roles, IReadOnlyList<string> titles, IReadOnlyList<string> surnames, IReadOnlyList<string> noNames)
{
    private const int LongestGiven = 2;

    /// <summary>What a name behind a colon may be followed by, beside the end and punctuation.</summary>
    private static readonly string[] Followers = ["电话", "手机", "联系", "同志"];

    /// <summary>What follows a name that stands behind its role without a colon: 由管理员某某某专人管护.</summary>
    private static readonly string[] Doings = [.. Followers, "专人", "负责", "具体", "全程", "等"];

    /// <summary>What somebody is charged with: 由某某某负责.</summary>
    private static readonly string[] Charges = ["负责", "牵头", "承担", "管理", "专人"];

    /// <summary>Words with which 于 begins a time: 管理员于每月巡查.</summary>
    private static readonly string[] Times = ["于每", "于当", "于次", "于本", "于年", "于月", "于春", "于夏", "于秋", "于冬", "于汛", "于上", "于下"];

    public bool MayStandIn(string text)
    {
        if (text.Contains('由'))
            return true;
        foreach (var role in roles)
        {
            if (text.Contains(role, StringComparison.Ordinal))
                return true;
        }
        foreach (var title in titles)
        {
            if (text.Contains(title, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    public IEnumerable<string> In(string text)
    {
        foreach (var role in roles)
        {
            for (var at = text.IndexOf(role, StringComparison.Ordinal); at >= 0; at = text.IndexOf(role, at + 1, StringComparison.Ordinal))
            {
                var behind = at + role.Length;
                if ((behind < text.Length && text[behind] == ':' ? BehindColon(text, behind + 1) : Beside(text, behind, end => Ends(text, end, Doings))) is { } name)
                    yield return name;
            }
        }
        for (var at = text.IndexOf('由'); at >= 0; at = text.IndexOf('由', at + 1))
        {
            // 由于资金管理 names nobody.
            if (at + 1 < text.Length && text[at + 1] != '于' && Beside(text, at + 1, end => StartsAny(text, end, Charges)) is { } name)
                yield return name;
        }
        foreach (var title in titles)
        {
            for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + 1, StringComparison.Ordinal))
            {
                if (BeforeTitle(text, at) is { } name)
                    yield return name + title;
            }
        }
    }

    private string? BehindColon(string text, int start)
    {
        if (SurnameAt(text, start) is not { } surname)
            return null;
        for (var given = LongestGiven; given > 0; given--)
        {
            var end = start + surname.Length + given;
            if (end <= text.Length && IsHan(text, start, end) && Ends(text, end, Followers) && !IsNoName(text[start..end]))
                return text[start..end];
        }
        return null;
    }

    /// <summary>Without a colon only a name of three characters, with what leaves no doubt behind it: 负责人方案已报 begins like a name.</summary>
    private string? Beside(string text, int start, Func<int, bool> endsAt)
    {
        if (SurnameAt(text, start) is not { } surname)
            return null;
        var end = start + surname.Length + LongestGiven;
        return end <= text.Length && IsHan(text, start, end) && endsAt(end) && !IsNoName(text[start..end])
            && !Array.Exists(Times, word => text.AsSpan(start).StartsWith(word, StringComparison.Ordinal))
            ? text[start..end]
            : null;
    }

    private string? BeforeTitle(string text, int title)
    {
        for (var length = 1 + LongestGiven; length > 0; length--)
        {
            var start = title - length;
            // A name that begins amid other characters may be part of a longer word.
            if (start < 0 || (start > 0 && IsHan(text[start - 1])) || SurnameAt(text, start) is not { } surname || surname.Length > length)
                continue;
            if (IsHan(text, start, title) && !IsNoName(text[start..title]))
                return text[start..title];
        }
        return null;
    }

    private string? SurnameAt(string text, int start)
    {
        foreach (var surname in surnames)
        {
            if (text.AsSpan(Math.Min(start, text.Length)).StartsWith(surname, StringComparison.Ordinal))
                return surname;
        }
        return null;
    }

    private bool IsNoName(string candidate)
    {
        foreach (var word in noNames)
        {
            if (candidate.StartsWith(word, StringComparison.Ordinal) || (word.Length == 1 && candidate.EndsWith(word, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    private static bool Ends(string text, int end, string[] followers) =>
        end == text.Length || !IsHan(text[end]) || StartsAny(text, end, followers);

    private static bool StartsAny(string text, int at, string[] words) => Array.Exists(words, word => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal));

    private static bool IsHan(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsHan(text[i]))
                return false;
        }
        return true;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
