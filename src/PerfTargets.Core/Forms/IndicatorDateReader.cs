using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTargets.Core.Forms;

/// <summary>Finds the dates in a text. It knows no year of its own: what is relative stays so until <see cref="IndicatorDate.Span"/>.</summary>
public static partial class IndicatorDateReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string YearWord =
        "(?<year>(19|20)[0-9]{2}|[一二][一二三四五六七八九〇零○]{3})学?年度?|(?<short>[0-9]{2})年(?=[0-9]{1,2}月|[底末终])"
        + "|(?<relative>当年|本年度?|今年|次年|翌年|明年|下一?年度?|去年|上一?年度?)";

    private const string MonthNumber = "(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
    private const string DayNumber = "3[01]|[12][0-9]|0?[1-9]";

    public static IReadOnlyList<IndicatorDate> Read(CompactText text)
    {
        if (!MayHaveDates(text.Text))
            return [];
        List<IndicatorDate>? dates = null;
        foreach (Match match in Dates().Matches(text.Text))
        {
            if (One(text, match) is { } date)
                (dates ??= []).Add(date);
        }
        return dates is null ? [] : LinkRanges(text.Text, dates);
    }

    [GeneratedRegex(
        $"(?<![0-9.第])({YearWord})?{MonthNumber}月份?((?<day>{DayNumber})[日号]([0-9]{{1,2}}([时点]|:[0-9]{{2}}))?|(?<tail>底|末|初|上旬|中旬|下旬))?"
        + $"|(?<![0-9.第])({YearWord})?{MonthNumber}(?=[-~至到](1[0-2]|[1-9])月)"
        + $"|(?<![0-9.])({YearWord})?第?(?<quarter>[一二三四1-4])季度(?<tail>底|末|初)?"
        + $"|(?<![0-9.])({YearWord})?(?<half>[上下])半年"
        + $"|(?<![0-9.第以])({YearWord})(年?(?<tail>底|末|初|终|内)|(?<tail>全年))?"
        + "|(?<![0-9一二三四五六七八九十两几])(?<vague>年度内|年内|年底|年末|年终)"
        + $"|(?<![0-9.])(?<year>(19|20)[0-9]{{2}})(?<numeric>[-./])(?<month>1[0-2]|0?[1-9])([-./](?<day>{DayNumber}))?日?(?![0-9])"
        + $"|(?<![0-9.])(?<year>(19|20)[0-9]{{2}})(?<numeric>)(?<month>0[1-9]|1[0-2])(?<day>{DayNumber})(?![0-9.])"
        + "|(?<![0-9.])(?<year>(19|20)[0-9]{2})(?=[-~至到](19|20)[0-9]{2}学?年)",
        Options)]
    private static partial Regex Dates();

    /// <summary>Whatever is written in words names a year, a month or a quarter; what is written in digits begins with its year.</summary>
    private static bool MayHaveDates(string text) => text.AsSpan().IndexOfAny('年', '月', '季') >= 0
        || text.Contains("20", StringComparison.Ordinal) || text.Contains("19", StringComparison.Ordinal);

    /// <summary>The words behind a date: what makes it a deadline in itself, and what makes it a beginning.</summary>
    [GeneratedRegex("\\G(?<before>以前|之前|前)|\\G(?<begin>起|开始|开工|启动|以来|以后|之后|后)", Options)]
    private static partial Regex Behind();

    [GeneratedRegex("\\G[-~至到]|\\G(起|开始)?至", Options)]
    private static partial Regex RangeSign();

    [GeneratedRegex("\\G(按期|按时|全部|全面)?(完成|完工|竣工)([,;。、)]|$)", Options)]
    private static partial Regex DoneBehind();

    /// <summary>What stands before a date that is only compared with: 较2022年, 高于2022年12月.</summary>
    [GeneratedRegex("(较|比|与|同|[高低优等少多大小]于|超过)$", Options)]
    private static partial Regex ComparedWith();

    /// <summary>What makes a date one of comparison from behind: 2022年相比, 2022年同期水平.</summary>
    [GeneratedRegex("\\G(年|度|的|同期|全年|平均)*(相比|同期|水平|基数|基期|基础上)", Options)]
    private static partial Regex ComparedBehind();

    private static IndicatorDate? One(CompactText text, Match match)
    {
        var end = match.Index + match.Length;
        // 2023.12万元 is an amount.
        if (match.Groups["numeric"].Success && ValueUnit.IsKnownAt(text.Text, end))
            return null;
        var month = match.Groups["month"].Success ? Number(match.Groups["month"]) : null;
        var quarter = match.Groups["quarter"];
        var half = match.Groups["half"];
        var day = Number(match.Groups["day"]);
        var precision = day is not null ? DatePrecision.Day
            : month is not null ? DatePrecision.Month
            : quarter.Success ? DatePrecision.Quarter
            : half.Success ? DatePrecision.HalfYear
            : DatePrecision.Year;
        var behind = Behind().Match(text.Text, end);
        var before = behind.Groups["before"].Success;
        return new IndicatorDate(
            text.Typed(match.Index, match.Length), precision, YearOf(match), Offset(match.Groups["relative"].Value), month,
            quarter.Success ? Number(quarter) : half.Success ? (half.ValueSpan is "上" ? 1 : 2) : null,
            day, before && !NamesEnd(match), Role(text.Text, match, end, precision, before, behind), match.Index, match.Length);
    }

    private static DateRole Role(string text, Match match, int end, DatePrecision precision, bool before, Match behind)
    {
        if (ComparedWith().IsMatch(text.AsSpan(Math.Max(0, match.Index - 2), Math.Min(2, match.Index))) || ComparedBehind().IsMatch(text, end))
            return DateRole.Comparison;
        if (behind.Groups["begin"].Success || (match.Index > 0 && text[match.Index - 1] is '自' or '从'))
            return DateRole.Beginning;
        // A bare year is a deadline only where the words leave no doubt: 2022年奖补资金 names the money, not a time.
        var doubtful = precision == DatePrecision.Year && !before && !match.Groups["tail"].Success && !match.Groups["vague"].Success;
        return doubtful && match.Length < text.Length && !DoneBehind().IsMatch(text, end) ? DateRole.Mention : DateRole.Deadline;
    }

    /// <summary>2022年10月至2023年6月: the first is a beginning, and 12月 in 2023年1月至12月 has the first one's year.</summary>
    private static List<IndicatorDate> LinkRanges(string text, List<IndicatorDate> dates)
    {
        for (var i = 0; i + 1 < dates.Count; i++)
        {
            var (first, second) = (dates[i], dates[i + 1]);
            var between = RangeSign().Match(text, first.Start + first.Length);
            if (!between.Success || between.Index + between.Length != second.Start)
                continue;
            dates[i] = first with { Role = DateRole.Beginning };
            var isAll = first.Start == 0 && second.Start + second.Length == text.Length;
            var role = isAll || second.Role == DateRole.Beginning ? DateRole.Deadline : second.Role;
            dates[i + 1] = second.Year is null && second.YearOffset == 0
                ? second with { Year = first.Year, YearOffset = first.YearOffset, Role = role }
                : second with { Role = role };
        }
        return dates;
    }

    private static bool NamesEnd(Match match) => match.Groups["vague"].Success || match.Groups["tail"].ValueSpan is "底" or "末" or "终" or "内" or "下旬";

    private static int? YearOf(Match match)
    {
        if (Number(match.Groups["short"]) is { } lastDigits)
            return 2000 + lastDigits;
        return Number(match.Groups["year"]);
    }

    private static int Offset(string word) => word switch
    {
        "" => 0,
        _ when word[0] is '次' or '翌' or '明' or '下' => 1,
        _ when word[0] is '去' or '上' => -1,
        _ => 0,
    };

    private static int? Number(Group group)
    {
        if (!group.Success)
            return null;
        return int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : ChineseNumeral.Read(group.ValueSpan);
    }
}
