using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>D5: a project of one year cannot show what is measured over two.</summary>
public sealed partial class MeasuredWithinPeriod : Check
{
    public override string Code => "D5";
    public override string Title => "指标的考核时间不超过项目期";
    public override string Explanation => "指标按“连续两年”“三年内”“五年累计”等考核，比项目期长。可持续影响指标只看“连续几年”；使用年限和质保期等设备本身的年限不算，“近三年”等过去的年份不算。";
    public override string Example => "项目期 1 年，指标值“连续两年平均增长超过 8%”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly WordList Lifetimes = new("D5", "lifetimes", "本身的年限，不是考核时间");

    public override IReadOnlyList<WordList> Lists => [Lifetimes];

    public override CheckOutcome Run(CheckContext context)
    {
        var lifetimes = Lifetimes.Of(context);
        List<(PlacedRow Row, Place Place, string Words, decimal Years)> measured = [];
        foreach (var row in context.Rows())
        {
            var (name, value) = (row.CompactName.Text, row.Reading.Text.Text);
            if (!name.Contains('年', StringComparison.Ordinal) && !value.Contains('年', StringComparison.Ordinal))
                continue;
            if (Texts.FirstIn(name, lifetimes) is not null || Texts.FirstIn(value, lifetimes) is not null)
                continue;
            // What lasts may do so beyond the project; only year after year it has to be looked at in time.
            var runs = row.Group.Benefit == BenefitKind.Sustainability;
            if (SpanIn(value, runs) is var (words, years))
                measured.Add((row, row.ValuePlace, words, years));
            else if (SpanIn(name, runs) is var (nameWords, nameYears))
                measured.Add((row, row.NamePlace, nameWords, nameYears));
        }
        if (measured.Count == 0)
            return CheckOutcome.Passed;
        if (ProjectPeriod.Of(context) is not { } period)
            return new CheckOutcome.Undetermined("项目期未填写或读不出年数，无法与指标的考核时间比较");
        return CheckOutcome.Of(measured.Where(one => one.Years * ProjectPeriod.MonthsInYear > period.Months).Select(one => Found(context, one.Place,
            $"{one.Row.Called}：按“{one.Words}”考核，{context.Template.Labels.ProjectPeriod}为“{Quoted.Short(context.Form.ProjectPeriod)}”，"
            + "项目期内无法考核，请核对", $"{one.Words}/{context.Form.ProjectPeriod}")));
    }

    /// <param name="onlyRuns">Only 连续几年.</param>
    private static (string Words, decimal Years)? SpanIn(string text, bool onlyRuns)
    {
        if (!text.Contains('年', StringComparison.Ordinal))
            return null;
        return Spans().Match(text) is { Success: true } match && (!onlyRuns || match.ValueSpan.StartsWith("连续", StringComparison.Ordinal)) && ProjectPeriod.Number(match.Groups["years"].Value) is { } years
            ? (match.Value, years)
            : null;
    }

    /// <summary>Neither 近三年, which are over, nor what an attribute says: 连续三年在岗的教师.</summary>
    [GeneratedRegex($"连续(?<years>{ProjectPeriod.NumberPattern})个?年(?!以?[上内]?[^,;。]{{0,6}}的)"
        + $"|(?<![0-9.第近前每去上])(?<years>{ProjectPeriod.NumberPattern})个?年(以内|之内|内|累计|期满|平均|合计)(?!的)"
        + $"|(累计|今后|未来|之后)(?<years>{ProjectPeriod.NumberPattern})个?年(?!的)", Options)]
    private static partial Regex Spans();
}

/// <summary>D6: 一年期项目 lasts no longer than a year, 跨年度项目 reaches into another one.</summary>
public sealed class AttributeFitsPeriod : Check
{
    public override string Code => "D6";
    public override string Title => "项目属性与项目期一致";
    public override string Explanation => "一年期项目的项目期超过 1 年，或者跨年度项目的项目期不到跨年。经常性项目和其他属性不作比较。";
    public override string Example => "“一年期项目”的项目期填“3 年”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList OneYear = new("D6", "oneYear", "表示一年期的项目属性");
    private static readonly WordList SeveralYears = new("D6", "severalYears", "表示跨年度的项目属性");

    public override IReadOnlyList<WordList> Lists => [OneYear, SeveralYears, ProjectPeriod.Endless];

    public override CheckOutcome Run(CheckContext context)
    {
        var form = context.Form;
        var isOneYear = IsOneYear(context);
        if (!isOneYear && !IsSeveralYears(context))
            return CheckOutcome.Passed;
        if (ProjectPeriod.Of(context) is not { } period)
            return new CheckOutcome.Undetermined("项目期未填写或读不出年数，无法与项目属性比较");
        var contradicts = isOneYear ? period.IsEndless || period.Months > ProjectPeriod.MonthsInYear : !period.CrossesYears;
        if (!contradicts)
            return CheckOutcome.Passed;
        var (attribute, length) = (context.Template.Labels.ProjectAttribute, context.Template.Labels.ProjectPeriod);
        return CheckOutcome.Of([Found(context, Place.Head(HeadField.ProjectPeriod),
            $"{length}：“{Quoted.Short(form.ProjectPeriod)}”与{attribute}“{Quoted.Short(form.ProjectAttribute)}”不一致，请核对两项",
            $"{form.ProjectAttribute}/{form.ProjectPeriod}")]);
    }

    /// <summary>The project goes on over more than one year, by 项目属性 or by 项目期. One without end is planned and budgeted anew for each year.</summary>
    internal static bool IsOfSeveralYears(CheckContext context) =>
        IsSeveralYears(context) || ProjectPeriod.Of(context) is { CrossesYears: true, IsEndless: false };

    /// <summary>Whether a step on a day before the budget year may have been one of this project, which goes on in it.</summary>
    internal static bool MayHaveBegunBy(CheckContext context, DateOnly day) =>
        !IsOneYear(context) && IsOfSeveralYears(context) && ProjectPeriod.Of(context)?.MayHold(day, context.Year) != false;

    private static bool IsOneYear(CheckContext context) => Texts.FirstIn(context.Form.ProjectAttribute, OneYear.Of(context)) is not null;

    private static bool IsSeveralYears(CheckContext context) => Texts.FirstIn(context.Form.ProjectAttribute, SeveralYears.Of(context)) is not null;
}
