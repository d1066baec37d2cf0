using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTargets.Core.Forms;

/// <summary>Finds the numbers of a compact text with their operators, ranges and units.</summary>
internal static partial class MeasureReader
{
    /// <summary>More digits than any real target has; beyond them a number is only text.</summary>
    private const int MostDigits = 15;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What stands before a number. Longer words first: 不低于 ends in 低于.</summary>
    private static readonly ILookup<char, (string Word, ValueOperator Operator)> Before = ByEnd(
    [
        ("大于或等于", ValueOperator.AtLeast), ("高于或等于", ValueOperator.AtLeast), ("等于或大于", ValueOperator.AtLeast), ("达到或超过", ValueOperator.AtLeast),
        ("小于或等于", ValueOperator.AtMost), ("低于或等于", ValueOperator.AtMost), ("等于或小于", ValueOperator.AtMost),
        ("不得低于", ValueOperator.AtLeast), ("不得少于", ValueOperator.AtLeast), ("不能低于", ValueOperator.AtLeast), ("不能少于", ValueOperator.AtLeast),
        ("不得超过", ValueOperator.AtMost), ("不得高于", ValueOperator.AtMost), ("不能超过", ValueOperator.AtMost), ("不能高于", ValueOperator.AtMost),
        ("不得多于", ValueOperator.AtMost), ("不得大于", ValueOperator.AtMost),
        ("大于等于", ValueOperator.AtLeast), ("小于等于", ValueOperator.AtMost),
        ("不低于", ValueOperator.AtLeast), ("不少于", ValueOperator.AtLeast), ("不小于", ValueOperator.AtLeast), ("不下于", ValueOperator.AtLeast),
        ("不超过", ValueOperator.AtMost), ("不高于", ValueOperator.AtMost), ("不多于", ValueOperator.AtMost), ("不大于", ValueOperator.AtMost),
        ("不超", ValueOperator.AtMost), ("至少", ValueOperator.AtLeast), ("最少", ValueOperator.AtLeast), ("最低", ValueOperator.AtLeast),
        ("至多", ValueOperator.AtMost), ("最多", ValueOperator.AtMost), ("最高", ValueOperator.AtMost), ("控制在", ValueOperator.AtMost),
        ("超过", ValueOperator.MoreThan), ("高于", ValueOperator.MoreThan), ("大于", ValueOperator.MoreThan), ("多于", ValueOperator.MoreThan),
        ("低于", ValueOperator.LessThan), ("少于", ValueOperator.LessThan), ("小于", ValueOperator.LessThan), ("等于", ValueOperator.Equal),
        ("不突破", ValueOperator.AtMost), ("突破", ValueOperator.MoreThan), ("大约", ValueOperator.About), ("约", ValueOperator.About), ("±", ValueOperator.About),
        (">=", ValueOperator.AtLeast), ("=>", ValueOperator.AtLeast), ("≥=", ValueOperator.AtLeast), ("≥", ValueOperator.AtLeast),
        ("<=", ValueOperator.AtMost), ("=<", ValueOperator.AtMost), ("≤=", ValueOperator.AtMost), ("≤", ValueOperator.AtMost),
        (">", ValueOperator.MoreThan), ("<", ValueOperator.LessThan), ("=", ValueOperator.Equal), ("≈", ValueOperator.About),
    ]);

    private static readonly (string Word, ValueOperator Operator)[] Behind =
    [
        ("(含)以上", ValueOperator.AtLeast), ("以上(含)", ValueOperator.AtLeast), ("及以上", ValueOperator.AtLeast), ("以上", ValueOperator.AtLeast),
        ("(含)以下", ValueOperator.AtMost), ("以下(含)", ValueOperator.AtMost), ("及以下", ValueOperator.AtMost), ("以下", ValueOperator.AtMost),
        ("(含)以内", ValueOperator.AtMost), ("以内", ValueOperator.AtMost), ("之内", ValueOperator.AtMost), ("左右", ValueOperator.About), ("上下", ValueOperator.About),
    ];

    /// <summary>What bounds a length of time behind it, and only that: 15 个工作日内.</summary>
    private static readonly (string Word, ValueOperator Operator)[] BehindTime = [.. Behind, ("内", ValueOperator.AtMost)];

    /// <summary>每月10日前: a day is before another, where 3 年前 was long ago.</summary>
    private static readonly (string Word, ValueOperator Operator)[] BehindDay = [.. BehindTime, ("之前", ValueOperator.AtMost), ("以前", ValueOperator.AtMost), ("前", ValueOperator.AtMost)];

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十两百");

    public static IReadOnlyList<Measure> Read(string text, IReadOnlyList<IndicatorDate> dates)
    {
        if (text.AsSpan().IndexOfAny(Numerals) < 0)
            return [];
        List<Measure> measures = [];
        var at = 0;
        foreach (Match match in Numbers().Matches(text))
        {
            if (match.Index < at || EndOf(text, dates, match.Index) is not { } limit || match.Index + match.Length > limit)
                continue;
            if (One(text[..limit], match, at) is not { } measure)
                continue;
            measures.Add(measure);
            at = measure.Start + measure.Length;
        }
        return measures;
    }

    /// <summary>Where the next date begins, or the text ends; null within a date.</summary>
    private static int? EndOf(string text, IReadOnlyList<IndicatorDate> dates, int at)
    {
        foreach (var date in dates)
        {
            if (date.Start > at)
                return date.Start;
            if (at < date.Start + date.Length)
                return null;
        }
        return text.Length;
    }

    /// <summary>A number, unless it is a rank (第3名), part of a name (GB19001) or of a longer number.</summary>
    [GeneratedRegex("(?<![0-9.A-Za-z第])(?<number>[0-9]{1,3}([, ][0-9]{3})+(?![0-9])(\\.[0-9]+)?|[0-9]+(\\.[0-9]+)?)|百分之(?<percent>[0-9]+(\\.[0-9]+)?|[一二三四五六七八九十百零〇两]+)"
        + "|(?<chinese>[一二三四五六七八九十两][一二三四五六七八九十百零两]*)", Options)]
    private static partial Regex Numbers();

    /// <summary>2万-3万元: what is written once for both ends may be left out at the first but for its multiplier.</summary>
    [GeneratedRegex("\\G(?<times>[百千万亿]?)(-{1,2}|[~至到])(?<number>[0-9]+(,[0-9]{3})*(\\.[0-9]+)?)", Options)]
    private static partial Regex UpperEnd();

    private static Measure? One(string text, Match match, int from)
    {
        if (match.Groups["chinese"].Success)
            return InChinese(text, match, from);
        if (match.Groups["percent"].Success)
            return Percent(text, match, from);
        if (Number(match.Value) is not { } low)
            return null;
        var start = match.Index;
        if (IsSign(text, start, from))
            (start, low) = (start - 1, -low);
        var (unit, end) = UnitAt(text, match.Index + match.Length);
        // 〔2022〕15号 and 3号楼 count nothing, 7×24小时 is round the clock.
        if (unit?.Base == "号" || (start > from && (text[start - 1] is '〔' or '[')) || IsFactor(text, start, unit is null ? end : -1))
            return null;
        // 5G is a name; 88 100 may be a number in groups or two that lost their dash.
        if (unit is null && (match.ValueSpan.Contains(' ') || (end < text.Length && char.IsAsciiLetter(text[end]))))
            return null;
        decimal? high = null;
        if (end < text.Length && UpperEnd().Match(text, end) is { Success: true } upper && Number(upper.Groups["number"].Value) is { } above)
        {
            var (upperUnit, upperEnd) = UnitAt(text, upper.Index + upper.Length);
            if (above >= low && HaveOneUnit(unit, upperUnit, upper.Groups["times"].Value) && !GoesOn(text, upperEnd))
                (high, unit, end) = (above, upperUnit, upperEnd);
        }
        return Build(text, start, end, low, high, unit, from);
    }

    /// <summary>80-90% has one unit written once, 88-100 none; 50元-1万元 is two measures: one record with one unit would say something else.</summary>
    private static bool HaveOneUnit(ValueUnit? unit, ValueUnit? upper, string times) => unit is not null ? unit.Text == upper?.Text
        : upper is null ? times.Length == 0
        : upper.Text.StartsWith(times, StringComparison.Ordinal);

    /// <summary>1-2-3 and 10-20A are no range.</summary>
    private static bool GoesOn(string text, int at) => at < text.Length && (text[at] is '-' or '~' || char.IsAsciiLetterOrDigit(text[at]));

    /// <summary>三次, 每年两次, 不少于两家. Only where nothing else is said or an operator leads: 三农, 两不愁 and 一体化 are words.</summary>
    private static Measure? InChinese(string text, Match match, int from)
    {
        if (ChineseNumeral.Read(match.ValueSpan) is not { } number || ValueUnit.Read(text, match.Index + match.Length) is not { } unit)
            return null;
        var known = ValueUnit.IsKnownAt(text, match.Index + match.Length);
        // 一批 is no number of anything, and 二级 is a rank.
        if (!known || unit.Base is "级" or "号" || (number == 1 && unit.Base == "批"))
            return null;
        var measure = Build(text, match.Index, match.Index + match.Length + unit.Text.Length, number, null, unit, from);
        var alone = EachTime().IsMatch(text.AsSpan(0, measure.Start)) && measure.Start + measure.Length == text.TrimEnd('。').Length;
        return alone || measure.Start < match.Index ? measure : null;
    }

    /// <summary>What may lead a number in characters that is the whole value.</summary>
    [GeneratedRegex("^(每(年度?|学年|学期|季度?|个?月|周|日|天|人|户|家|村|次)|全年|年均|共计?|各)?$", Options)]
    private static partial Regex EachTime();

    private static Measure? Percent(string text, Match match, int from)
    {
        var percent = match.Groups["percent"];
        var number = Number(percent.Value) ?? ChineseNumeral.Read(percent.ValueSpan);
        return number is { } low
            ? Build(text, match.Index, match.Index + match.Length, low, null, new ValueUnit("%", UnitKind.Rate, "%", 1), from)
            : null;
    }

    private static Measure Build(string text, int start, int end, decimal low, decimal? high, ValueUnit? unit, int from)
    {
        var (before, front) = EndIn(text.AsSpan(from, start - from), Before);
        var (behind, back) = BeginIn(text.AsSpan(end), unit is { Kind: UnitKind.Time } ? unit.Base == "日" ? BehindDay : BehindTime : Behind);
        // 控制在36万元以内 has one meaning twice; the one in front is the operator, both belong to the measure.
        var written = front == ValueOperator.None ? (behind, back) : (before, front);
        return new Measure(written.Item2, written.Item1, low, high, unit, start - before.Length, end + behind.Length - start + before.Length)
        {
            Front = before,
            Quantity = text[start..end],
            Behind = behind,
        };
    }

    private static ILookup<char, (string Word, ValueOperator Operator)> ByEnd((string Word, ValueOperator Operator)[] words) => words.ToLookup(one => one.Word[^1]);

    private static (string Word, ValueOperator Operator) EndIn(ReadOnlySpan<char> text, ILookup<char, (string Word, ValueOperator Operator)> words)
    {
        if (text.IsEmpty)
            return ("", ValueOperator.None);
        foreach (var one in words[text[^1]])
        {
            if (text.EndsWith(one.Word, StringComparison.Ordinal))
                return one;
        }
        return ("", ValueOperator.None);
    }

    private static (string Word, ValueOperator Operator) BeginIn(ReadOnlySpan<char> text, (string Word, ValueOperator Operator)[] words)
    {
        if (text.IsEmpty)
            return ("", ValueOperator.None);
        foreach (var one in words)
        {
            if (text.StartsWith(one.Word, StringComparison.Ordinal))
                return one;
        }
        return ("", ValueOperator.None);
    }

    /// <summary>The unit behind a number, also behind 余 and 多 or in brackets: 100余人, 20（户）.</summary>
    private static (ValueUnit? Unit, int End) UnitAt(string text, int at)
    {
        var from = at < text.Length && text[at] is '余' or '多' or '几' ? at + 1 : at;
        if (at < text.Length && text[at] == '(' && ValueUnit.IsKnownAt(text, at + 1)
            && ValueUnit.Read(text, at + 1) is { } inBrackets && text.AsSpan(at + 1 + inBrackets.Text.Length).StartsWith(')'))
        {
            return (inBrackets, at + inBrackets.Text.Length + 2);
        }
        return ValueUnit.Read(text, from) is { } unit ? (unit, from + unit.Text.Length) : (null, at);
    }

    /// <summary>A bare number before ×, or any behind a bare number and ×.</summary>
    private static bool IsFactor(string text, int start, int end) =>
        (end >= 0 && end + 1 < text.Length && (text[end] is '×' or '*') && char.IsAsciiDigit(text[end + 1]))
        || (start > 1 && (text[start - 1] is '×' or '*') && char.IsAsciiDigit(text[start - 2]));

    private static bool IsSign(string text, int start, int from) =>
        start > from && text[start - 1] == '-' && (start - 1 == 0 || !char.IsLetterOrDigit(text[start - 2]));

    private static decimal? Number(string written)
    {
        var digits = written.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return digits.Length <= MostDigits && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
