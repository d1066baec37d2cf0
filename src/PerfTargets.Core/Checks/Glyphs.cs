using System.Text;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>Q3: signs of which the official table knows another way of writing.</summary>
public sealed class CanonicalSigns : TextCheck
{
    /// <summary>From a character to its full-width form.</summary>
    private const int FullWidth = '％' - '%';

    public override string Code => "Q3";
    public override string Title => "关系符号和 % 用规范写法";
    public override string Explanation => "名称或指标值里用了 ≧、≦、〉、〈、％、>= 等写法，宜写作 ≥、≤、>、<、%。可以一键采纳。";
    public override string Example => "“≧20 户”；宜写“≥20 户”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private protected override Finding? InField(CheckContext context, FieldText field)
    {
        if (Correct(field.Text, out var changes) is not { } corrected)
            return null;
        return Found(context, field.Place, $"{field.Label}“{Quoted.Short(field.Text)}”：{string.Join('，', changes.Distinct())}，请改正", field.Text) with { Correction = corrected };
    }

    /// <summary>The text with its signs as they should be; null when they are.</summary>
    internal static string? Correct(string text, out List<string> changes)
    {
        changes = [];
        var corrected = Once(text, changes);
        // ≧== has become ≥=.
        while (corrected is not null && Once(corrected, changes) is { } again)
            corrected = again;
        return corrected;
    }

    private static string? Once(string text, List<string> changes)
    {
        StringBuilder? corrected = null;
        for (var i = 0; i < text.Length; i++)
        {
            var (length, sign) = SignAt(text, i);
            if (length == 0)
            {
                corrected?.Append(text[i]);
                continue;
            }
            (corrected ??= new StringBuilder(text, 0, i, text.Length)).Append(sign);
            // Many fonts hardly show the difference between a full-width sign and the other.
            changes.Add($"“{text[i..(i + length)]}”宜写作{(text[i] - sign[0] == FullWidth ? "半角" : "")}“{sign}”");
            i += length - 1;
        }
        return corrected?.ToString();
    }

    private static (int Length, string Sign) SignAt(string text, int at)
    {
        switch (text[at])
        {
            case '％' or '﹪':
                return (1, "%");
            case '≧' or '⩾':
                return IsEqual(text, at + 1) ? (2, "≥") : (1, "≥");
            case '≦' or '⩽':
                return IsEqual(text, at + 1) ? (2, "≤") : (1, "≤");
        }
        var sign = Plain(text[at]);
        if (sign == '\0')
            return default;
        var next = at + 1 < text.Length ? Plain(text[at + 1]) : '\0';
        var pair = (sign, next) switch
        {
            ('>' or '≥', '=') or ('=', '>' or '≥') => "≥",
            ('<' or '≤', '=') or ('=', '<' or '≤') => "≤",
            _ => null,
        };
        if (pair is not null)
            return LeadsNumber(text, at + 2) ? (2, pair) : default;
        return sign != text[at] && LeadsNumber(text, at + 1) && !IsQuotation(text, at) ? (1, sign.ToString()) : default;
    }

    private static bool IsEqual(string text, int at) => at < text.Length && text[at] is '=' or '＝';

    /// <summary>The sign that is meant, where it leads a number.</summary>
    private static char Plain(char c) => c switch
    {
        '>' or '＞' or '﹥' or '〉' => '>',
        '<' or '＜' or '﹤' or '〈' => '<',
        '=' or '＝' or '﹦' => '=',
        '≥' or '≤' => c,
        _ => '\0',
    };

    private static bool LeadsNumber(string text, int at)
    {
        while (at < text.Length && TypedText.IsInvisible(text[at]))
            at++;
        return at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is >= '０' and <= '９');
    }

    /// <summary>〈2023 年工作方案〉 is a title.</summary>
    private static bool IsQuotation(string text, int at) => text[at] switch
    {
        '〈' => text.IndexOf('〉', at) >= 0,
        '〉' => text.LastIndexOf('〈', at) >= 0,
        _ => false,
    };
}

/// <summary>Q15: what slipped in while typing: a final 。, blanks between characters, full width where half width belongs.</summary>
public sealed class TidyTexts : TextCheck
{
    public override string Code => "Q15";
    public override string Title => "名称和指标值没有多余的标点、空格和全角字符";
    public override string Explanation => "名称或指标值末尾有句号等标点，汉字之间有空格，数字、字母用了全角，或者中文里夹着半角的逗号、分号、括号。数字与单位之间的空格不算。可以一键采纳。";
    public override string Example => "“≥９５%。”；宜写“≥95%”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private const string FinalMarks = "。．.；;，,、：:";

    private protected override Finding? InField(CheckContext context, FieldText field)
    {
        var corrected = Correct(field.Text, out var faults);
        if (faults.Count == 0)
            return null;
        var message = $"{field.Label}“{Quoted.Short(field.Text)}”：{string.Join('，', faults)}，请改正";
        return Found(context, field.Place, message, field.Text) with { Correction = corrected };
    }

    /// <summary>The text as it should be, and what is wrong with it.</summary>
    internal static string Correct(string text, out IReadOnlyList<string> faults)
    {
        List<string>? found = null;
        string before;
        do
        {
            before = text;
            foreach (var (fault, mend) in Steps)
            {
                var mended = mend(text);
                if (mended != text && found?.Contains(fault) != true)
                    (found ??= []).Add(fault);
                text = mended;
            }
            // What one step mends may show the next something more: a bracket made wide has a blank before it.
        }
        while (text != before);
        faults = found ?? (IReadOnlyList<string>)[];
        return text;
    }

    private static readonly (string Fault, Func<string, string> Mend)[] Steps =
    [
        ("数字、字母是全角", HalfWidth),
        ("有多余的空格", WithoutBlanks),
        ("中文里夹着半角标点", FullMarks),
        ("末尾有多余的标点", WithoutFinalMark),
    ];

    private static string HalfWidth(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('．', 'ｚ'))
            return text;
        return string.Create(text.Length, text, static (mended, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                mended[i] = IsWide(text[i]) || (text[i] == '．' && IsWideOrDigit(text, i - 1) && IsWideOrDigit(text, i + 1)) ? (char)(text[i] - '！' + '!') : text[i];
        });
    }

    private static bool IsWide(char c) => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';

    private static bool IsWideOrDigit(string text, int at) => at >= 0 && at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is >= '０' and <= '９');

    /// <summary>Blanks between two characters of Chinese, and all but one of several. A line break is meant, and so is the blank in 20 户.</summary>
    private static string WithoutBlanks(string text)
    {
        StringBuilder? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsBlank(text[i]))
            {
                mended?.Append(text[i]);
                continue;
            }
            var end = i;
            while (end < text.Length && IsBlank(text[end]))
                end++;
            var kept = Kept(text, i, end);
            if (kept.Length < end - i)
                mended ??= new StringBuilder(text, 0, i, text.Length);
            mended?.Append(kept);
            i = end - 1;
        }
        return mended?.ToString() ?? text;
    }

    private static ReadOnlySpan<char> Kept(string text, int start, int end)
    {
        var blanks = text.AsSpan(start, end - start);
        // What stands at the ends of a text or a line is not seen, and is taken off when it is typed.
        if (start == 0 || end == text.Length || text[start - 1] == '\n' || text[end] == '\n')
            return blanks;
        var seen = blanks.IndexOfAnyExcept("\u200B\u200C\u200D\u2060\uFEFF") >= 0;
        return !seen || (IsChinese(text[start - 1]) && IsChinese(text[end])) ? [] : blanks.Length > 1 ? " " : blanks;
    }

    private static string FullMarks(string text)
    {
        StringBuilder? mended = null;
        for (var i = 1; i < text.Length; i++)
        {
            var full = text[i] switch { ',' => '，', ';' => '；', ':' => '：', _ => '\0' };
            if (full != '\0' && i + 1 < text.Length && (Han.Is(text[i - 1]) || Han.Is(text[i + 1])))
                (mended ??= new StringBuilder(text))[i] = full;
        }
        text = mended?.ToString() ?? text;
        return Mixed(text, '(', '）') || Mixed(text, '（', ')') ? text.Replace('(', '（').Replace(')', '）') : FullBrackets(text);
    }

    /// <summary>Brackets around words of Chinese; those of 台(套) and of PM2.5(24h) are left.</summary>
    private static string FullBrackets(string text)
    {
        StringBuilder? mended = null;
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0 && open + 1 < text.Length; open = text.IndexOf('(', open + 1))
        {
            var close = open + 1 + text.AsSpan(open + 1).IndexOfAny("()");
            if (close == open || text[close] == '(' || CountHan(text.AsSpan(open + 1, close - open - 1)) < 2)
                continue;
            mended ??= new StringBuilder(text);
            (mended[open], mended[close]) = ('（', '）');
        }
        return mended?.ToString() ?? text;
    }

    private static int CountHan(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            count += Han.Is(c) ? 1 : 0;
        return count;
    }

    /// <summary>A bracket that another width of bracket closes.</summary>
    private static bool Mixed(string text, char open, char close)
    {
        var at = text.IndexOf(open, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var next = text.AsSpan(at + 1).IndexOfAny("()（）");
        return next >= 0 && text[at + 1 + next] == close;
    }

    private static string WithoutFinalMark(string text)
    {
        var end = text.Length;
        while (end > 0 && TypedText.IsInvisible(text[end - 1]))
            end--;
        var visible = end;
        while (end > 0 && (FinalMarks.Contains(text[end - 1], StringComparison.Ordinal) || (end < visible && TypedText.IsInvisible(text[end - 1]))))
            end--;
        // A text of nothing but marks is no text with a mark too many.
        return end == visible || end == 0 ? text : text[..end];
    }

    private static bool IsBlank(char c) => c != '\n' && TypedText.IsInvisible(c);

    private static bool IsChinese(char c) => Han.Is(c) || c is '，' or '。' or '；' or '：' or '、' or '“' or '”' or '（' or '）' or '《' or '》';
}

/// <summary>A field whose text is judged by itself.</summary>
internal readonly record struct FieldText(PlacedRow Row, bool IsName)
{
    public string Text => IsName ? Row.Name : Row.Value;

    public Place Place => IsName ? Row.NamePlace : Row.ValuePlace;

    public string Label => Row.Numbered + (IsName ? "指标名称" : "指标值");
}
