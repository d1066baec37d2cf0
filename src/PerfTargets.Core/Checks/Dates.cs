using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>D1: what is to be done is to be done in the budget year.</summary>
public sealed class DeadlinesInBudgetYear : Check
{
    public override string Code => "D1";
    public override string Title => "时效指标的日期在预算年度内";
    public override string Explanation => "时效指标里的日期早于预算年度是错误，晚于预算年度是警告。目标或指标写明结转、缺口、尾款、清算的，同一行另有年度内日期的，以及跨年度项目开工以后的日期，早于也只是警告，写明原因即可。";
    public override string Example => "2023 年度的表填“2022 年 3 月底前”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Warning];
    public override bool NeedsReason => true;

    /// <summary>What explains a date of an earlier year: money carried over or owed from then.</summary>
    internal static readonly WordList CarriedOver = new("D1", "carriedOver", "说明以前年度事项的词");

    public override IReadOnlyList<WordList> Lists => [CarriedOver];

    public override CheckOutcome Run(CheckContext context)
    {
        if (!context.HasKind(IndicatorKind.Timeliness))
            return CheckOutcome.Passed;
        var rows = context.RowsOfKind(IndicatorKind.Timeliness)
            .Select(row => (Row: row, Deadlines: Deadlines(row)))
            .Where(row => row.Deadlines.Count > 0).ToList();
        if (rows.Count == 0)
            return new CheckOutcome.Undetermined("时效指标中没有可以识别的日期，无法与预算年度比较");
        return CheckOutcome.Of(rows.SelectMany(row => InRow(context, row.Row, row.Deadlines)));
    }

    private static List<IndicatorDate> Deadlines(PlacedRow row) =>
        [.. row.Reading.Dates.Where(date => date.Role == DateRole.Deadline)];

    private IEnumerable<Finding> InRow(CheckContext context, PlacedRow row, List<IndicatorDate> deadlines)
    {
        var year = context.Year;
        // An earlier date beside one of the year may be a step that is already done: worth a look, not worth refusing the form.
        var inYear = deadlines.Any(date => IsIn(date, year));
        foreach (var date in deadlines)
        {
            var (first, last) = date.Span(year);
            if (last.Year < year)
                yield return Said(date, "早于", inYear || SpeaksOfEarlier(context) || AttributeFitsPeriod.MayHaveBegunBy(context, last) ? FindingSeverity.Warning : FindingSeverity.Error);
            else if (first.Year > year)
                yield return Said(date, "晚于", FindingSeverity.Warning);
        }

        Finding Said(IndicatorDate date, string relation, FindingSeverity own) => Found(
            context, row.ValuePlace, $"{row.Called}：日期“{Quoted.Short(date.Text)}”{relation}预算年度 {year} 年，请核对", date.Text, own);
    }

    private static bool IsIn(IndicatorDate date, int year)
    {
        var (first, last) = date.Span(year);
        return first.Year <= year && last.Year >= year;
    }

    /// <summary>Any row counts: 兑现 2022 年奖补资金缺口企业 stands under 数量 and explains the date under 时效.</summary>
    private static bool SpeaksOfEarlier(CheckContext context)
    {
        var words = CarriedOver.Of(context);
        return Texts.FirstIn(context.Reading.ProjectName, words) is not null || Texts.FirstIn(context.Reading.Goal.Text.Text, words) is not null
            || context.Rows().Any(row => Texts.FirstIn(row.CompactName.Text, words) is not null || Texts.FirstIn(row.Reading.Text.Text, words) is not null);
    }
}

/// <summary>D2: a date or a length of time that does not say that it is the latest.</summary>
public sealed class DeadlinesBounded : RowCheck
{
    public override string Code => "D2";
    public override string Title => "时效指标写明最迟期限";
    public override string Explanation => "时效指标写了日期或“时限”的天数，却没有“前”“内”“≤”等字样，看不出是不是最迟期限。起止期间和每年、每月重复的日期不算。";
    public override string Example => "“2023 年 3 月底”；宜写“2023 年 3 月底前”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Bounds = new("D2", "bounds", "说明是最迟期限的词");

    public override IReadOnlyList<WordList> Lists => [Bounds];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (row.Group.Kind != IndicatorKind.Timeliness)
            return null;
        var (text, bounds) = (row.Reading.Text.Text, Bounds.Of(context));
        if (text.Contains('每', StringComparison.Ordinal) || Texts.FirstIn(text, bounds) is not null || IsBounded(row.CompactName.Text, bounds))
            return null;
        return row.Reading.Dates.Any(date => date is { Role: DateRole.Deadline, IsVague: false }) && row.Reading.Dates.All(date => date.Role != DateRole.Beginning)
            ? Found(context, row.ValuePlace, $"{row.Called}：日期“{Quoted.Short(row.Value)}”没有写“前”或“≤”，看不出是最迟期限，请补充", row.Value)
            : IsBareLimit(row)
                ? Found(context, row.ValuePlace, $"{row.Called}：时限“{Quoted.Short(row.Value)}”没有写“≤”或“内”，看不出是最长时间，请补充", row.Value)
                : null;
    }

    /// <summary>A single character bounds in a name only where a time stands before it: 6月底前完工, not 室内装修 and 前期工作.</summary>
    private static bool IsBounded(string name, IReadOnlyList<string> bounds)
    {
        foreach (var bound in bounds)
        {
            for (var at = name.IndexOf(bound, StringComparison.Ordinal); at >= 0; at = name.IndexOf(bound, at + 1, StringComparison.Ordinal))
            {
                if (bound.Length > 1 || !char.IsLetter(bound[0]) || (at > 0 && Times.Contains(name[at - 1], StringComparison.Ordinal)))
                    return true;
            }
        }
        return false;
    }

    private const string Times = "年月日天周旬底末初度季期时";

    /// <summary>资金拨付时限 30 个工作日: the name says that it is a limit. 服务期限 1 年 and 供餐 200 天 are what they are.</summary>
    private static bool IsBareLimit(PlacedRow row) =>
        row.CompactName.Text.Contains("时限", StringComparison.Ordinal)
        && row.Reading.Main is { Unit.Kind: UnitKind.Time, Operator: ValueOperator.None };
}

/// <summary>D3: when the money is paid says nothing of when the work is done, unless paying is the work.</summary>
public sealed class DeadlinesOfWork : Check
{
    public override string Code => "D3";
    public override string Title => "时效指标反映工作完成时间";
    public override string Explanation => "时效指标每一行说的都是资金支付、拨付的时间，没有一行说任务完成的时间。奖补、补助、兑现等以发放资金为任务的项目只提示。";
    public override string Example => "工作经费项目的时效指标只有“资金支付时限”；应有任务完成的时限。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Hint];

    private static readonly WordList Money = new("D3", "money", "表示资金的词");
    private static readonly WordList Paying = new("D3", "paying", "表示支付的词");
    private static readonly WordList Work = new("D3", "work", "表示完成工作的词");
    private static readonly WordList PayingIsWork = new("D3", "payingIsWork", "以发放资金为任务的项目的词");

    public override IReadOnlyList<WordList> Lists => [Money, Paying, Work, PayingIsWork];

    public override CheckOutcome Run(CheckContext context)
    {
        List<PlacedRow> rows = [.. context.RowsOfKind(IndicatorKind.Timeliness).Where(row => row.HasName)];
        if (rows.Count == 0 || !rows.TrueForAll(row => IsAboutPaying(context, row)))
            return CheckOutcome.Passed;
        var (severity, advice) = IsPaidOut(context)
            ? (FindingSeverity.Hint, "只反映资金支付的时间，如另有审核、认定等任务，请补充其完成的时限")
            : (FindingSeverity.Warning, "只反映资金支付的时间，未反映工作任务完成的时间，请补充任务完成的时限");
        return CheckOutcome.Of(rows.Select(row => Found(context, row.NamePlace, $"{row.Called}：{advice}", row.Name, severity)));
    }

    private static bool IsAboutPaying(CheckContext context, PlacedRow row)
    {
        var name = row.CompactName.Text;
        var work = Work.Of(context);
        return Texts.FirstIn(name, Paying.Of(context)) is not null && Texts.FirstIn(name, Money.Of(context)) is not null
            && Texts.FirstIn(name, work) is null && Texts.FirstIn(row.Reading.Text.Text, work) is null;
    }

    /// <summary>What the project does is said in its name, in the goal and in the names under 数量 and 时效.</summary>
    private static bool IsPaidOut(CheckContext context)
    {
        var words = PayingIsWork.Of(context);
        return Texts.FirstIn(context.Form.ProjectName, words) is not null
            || Texts.FirstIn(context.Reading.Goal.Text.Text, words) is not null
            || context.Rows().Any(row => row.Group.Kind is IndicatorKind.Quantity or IndicatorKind.Timeliness && Texts.FirstIn(row.CompactName.Text, words) is not null);
    }
}

/// <summary>D4: another year than the form's in goal or rows, as an old form copied has it.</summary>
public sealed class NoOtherYear : CheckByRow
{
    public override string Code => "D4";
    public override string Title => "目标和指标中的年份为预算年度";
    public override string Explanation => "年度总体目标、三级指标名称或指标值里写了预算年度以外的年份，作比较基数的年份（较 2022 年）也算，请核对是不是要比的那一年。《文件名》和文号里的年份、"
        + "“2020 年起”这样的起点、包含预算年度的起止年份不算。";
    public override string Example => "2023 年度的表写“完成 2022 年任务”；确属以前年度事项（如兑现缺口）的，可不修改。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    internal override void FindBesideRows(CheckContext context, List<Finding> findings) => Look(
        context, findings, Place.Head(HeadField.OverallGoal), context.Template.Labels.OverallGoal, context.Reading.Goal.Text, context.Reading.Goal.Dates);

    internal override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        // Only a name that speaks of years is read for dates.
        if (row.CompactName.Text.Contains('年', StringComparison.Ordinal))
            Look(context, findings, row.NamePlace, row.Numbered + "指标名称", row.CompactName, IndicatorDateReader.Read(row.CompactName));
        if (row.Reading.Dates.Count > 0)
            Look(context, findings, row.ValuePlace, row.Called, row.Reading.Text, row.Reading.Dates);
    }

    private void Look(CheckContext context, List<Finding> findings, Place place, string where, CompactText text, IReadOnlyList<IndicatorDate> dates)
    {
        List<string>? others = null;
        for (var i = 0; i < dates.Count; i++)
        {
            if (IsOther(context.Year, text.Text, dates, i))
                (others ??= []).Add(dates[i].Text);
        }
        if (others is null)
            return;
        var raw = string.Join('、', others.Distinct(StringComparer.Ordinal));
        findings.Add(Found(context, place, $"{where}：写有“{Quoted.Short(raw)}”，不是预算年度 {context.Year} 年，请核对是否沿用了其他年度的内容", raw));
    }

    private static bool IsOther(int year, string text, IReadOnlyList<IndicatorDate> dates, int index)
    {
        var date = dates[index];
        return date.Year is { } named && named != year
            && date.Role != DateRole.Beginning
            && !EndsRangeWith(year, dates, index)
            && !Texts.IsInTitle(text, date.Start);
    }

    /// <summary>2021—2025年 holds every year between.</summary>
    private static bool EndsRangeWith(int year, IReadOnlyList<IndicatorDate> dates, int index) =>
        index > 0 && dates[index - 1] is { Role: DateRole.Beginning, Year: { } first } begin
        && dates[index].Start - (begin.Start + begin.Length) <= 1 && first <= year && dates[index].Year >= year;
}

/// <summary>D7: a time that names no month or day, or one that there is not.</summary>
public sealed partial class DatesExact : RowCheck
{
    public override string Code => "D7";
    public override string Title => "时效指标的时间具体到月日";
    public override string Explanation => "时效指标只写“年底前”“年内”“春节前”“尽快”“及时”等，没有写明月、日；写了没有的日期（“2 月 30 日”“13 月”）是警告。";
    public override string Example => "“年底前”；宜写明月、日。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Warning];

    private static readonly WordList Vague = new("D7", "vague", "不具体的时间");

    public override IReadOnlyList<WordList> Lists => [Vague];

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Group.Kind != IndicatorKind.Timeliness ? null
        : Impossible(context, row) is { } day
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(day)}”没有这一天，请核对日期", row.Value, FindingSeverity.Warning)
        : IsVague(context, row)
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”没有写明月、日，请写明具体的时间", row.Value)
        : null;

    /// <summary>A month or day that no calendar has, as typed.</summary>
    private static string? Impossible(CheckContext context, PlacedRow row)
    {
        var text = row.Reading.Text;
        for (var match = Days().Match(text.Text); match.Success; match = match.NextMatch())
        {
            var year = match.Groups["year"].Success ? Number(match, "year") : context.Year;
            var (month, day) = (Number(match, "month"), match.Groups["day"].Success ? Number(match, "day") : 1);
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
                return text.Typed(match.Index, match.Length);
        }
        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<![0-9.])((?<year>(19|20)[0-9]{2})年)?(?<month>[0-9]{1,2})月((?<day>[0-9]{1,2})[日号])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Days();

    /// <summary>An exact date or a number of days beside it makes it clear: 开学前 10 天, 年底前（12 月 20 日）.</summary>
    private static bool IsVague(CheckContext context, PlacedRow row)
    {
        var value = row.Reading;
        if (value.Measures.Count > 0)
            return false;
        return value.Dates.Count > 0 ? value.Dates.All(date => date.IsVague) : Texts.FirstIn(value.Text.Text, Vague.Of(context)) is not null;
    }
}
