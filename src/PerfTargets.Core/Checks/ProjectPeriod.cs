using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>项目期 as far as it can be read: 1 年, 18 个月, 2022年10月至2023年6月, 长期.</summary>
/// <param name="Months">Null for a project without end.</param>
/// <param name="CrossesYears">It has months in more than one calendar year.</param>
/// <param name="First">The day on which it begins, where that is said.</param>
internal sealed partial record ProjectPeriod(decimal? Months, bool CrossesYears, DateOnly? First = null)
{
    public const int MonthsInYear = 12;

    public static readonly WordList Endless = new("D6", "endless", "没有期限的项目期");

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public bool IsEndless => Months is null;

    /// <summary>项目期 of a form; null for what cannot be read.</summary>
    public static ProjectPeriod? Of(CheckContext context) => context.Reading.Period(context);

    internal static ProjectPeriod? Read(string typed, IReadOnlyList<string> endless)
    {
        var text = CompactText.Of(typed);
        return OfLength(text.Text) ?? OfYears(text.Text) ?? OfDates(IndicatorDateReader.Read(text))
            ?? (Texts.FirstIn(text.Text, endless) is not null ? new ProjectPeriod(null, true) : null);
    }

    /// <summary>Whether the project may have been under way on a day before a year of its own: as far back as its months reach, and no earlier than it says that it begins.</summary>
    public bool MayHold(DateOnly day, int year) =>
        First is { } first ? day >= first : Months is not { } months || day >= new DateOnly(year, 1, 1).AddMonths(-(int)Math.Ceiling(months));

    /// <summary>A number in digits or characters; null for what is none.</summary>
    internal static decimal? Number(string written) =>
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumeral.Read(written);

    private static ProjectPeriod? OfLength(string text)
    {
        if (Length().Match(text) is not { Success: true } match)
            return null;
        var months = (Part(match, "years") * MonthsInYear ?? 0) + (Part(match, "months") ?? 0) + (match.Groups["half"].Success ? MonthsInYear / 2 : 0);
        return months > 0 ? new ProjectPeriod(months, months > MonthsInYear) : null;
    }

    private static ProjectPeriod? OfYears(string text)
    {
        if (Years().Match(text) is not { Success: true } match)
            return null;
        var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        var years = int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) - first + 1;
        return years > 0 ? new ProjectPeriod(years * MonthsInYear, years > 1, new DateOnly(first, 1, 1)) : null;
    }

    private static ProjectPeriod? OfDates(IReadOnlyList<IndicatorDate> dates) => dates switch
    {
        [{ Precision: DatePrecision.Year, Role: not DateRole.Beginning }] => new ProjectPeriod(MonthsInYear, false),
        [{ Year: { } firstYear } begin, { Year: not null } end] => Between(begin.Span(firstYear).First, end.Span(firstYear).Last),
        _ => null,
    };

    private static ProjectPeriod? Between(DateOnly first, DateOnly last)
    {
        // The day before the same date a year later ends a whole year.
        var months = (last.Year - first.Year) * MonthsInYear + last.Month - first.Month + (last.Day >= first.Day ? 1 : 0);
        return months > 0 ? new ProjectPeriod(months, last.Year > first.Year, first) : null;
    }

    private static decimal? Part(Match match, string name) => match.Groups[name] is { Success: true } group ? Number(group.Value) : null;

    /// <summary>1年, 2-3年, 一年半, 1年6个月, 18个月; no calendar year and no month of one.</summary>
    [GeneratedRegex($"(?<![0-9.第])({NumberPattern}[-~至到])?(?<years>{NumberPattern})个?(年|周年)(?![0-9]{{1,2}}月)((?<half>半)|零?(?<months>{NumberPattern})个月)?"
        + $"|(?<![0-9.第])({NumberPattern}[-~至到])?(?<months>{NumberPattern})个月|(?<half>半)年", Options)]
    private static partial Regex Length();

    [GeneratedRegex("(?<![0-9])(?<first>20[0-9]{2})年?度?[-~至到](?<last>20[0-9]{2})(?![0-9.年]*月)(?![-./]?[0-9])", Options)]
    private static partial Regex Years();

    internal const string NumberPattern = "([0-9]{1,2}(\\.[0-9]+)?|[一二两三四五六七八九十]{1,3})";
}
