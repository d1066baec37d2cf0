using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>项目期 as far as it can be read: 1 年, 18 个月, 2022年10月至2023年6月, 长期.</summary>
/// <param name="Months">Null for a project without end.</param>
/// <param name="CrossesYears">It has months in more than one calendar year.</param>
internal sealed partial record ProjectPeriod(decimal? Months, bool CrossesYears)
{
    private const int MonthsInYear = 12;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] Endless = ["长期", "永久", "常年", "无期限", "无固定期限"];

    public bool IsEndless => Months is null;

    /// <summary>Null for what cannot be read.</summary>
    public static ProjectPeriod? Read(string typed)
    {
        var text = CompactText.Of(typed);
        return OfLength(text.Text) ?? OfYears(text.Text) ?? OfDates(IndicatorDateReader.Read(text))
            ?? (Texts.FirstIn(text.Text, Endless) is not null ? new ProjectPeriod(null, true) : null);
    }

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
        var years = int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture)
            - int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture) + 1;
        return years > 0 ? new ProjectPeriod(years * MonthsInYear, years > 1) : null;
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
        return months > 0 ? new ProjectPeriod(months, last.Year > first.Year) : null;
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
