using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>D1: what is to be done is to be done in the budget year.</summary>
public sealed class DeadlinesInBudgetYear : Check
{
    public override string Code => "D1";
    public override string Title => "时效指标的日期在预算年度内";
    public override string Explanation => "时效指标里的日期早于预算年度是错误，晚于预算年度是警告；目标或指标写明结转、缺口、尾款、清算的，早于也只是警告，写明原因即可。";
    public override string Example => "2023 年度的表填“2022 年 3 月底前”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;
    public override bool NeedsReason => true;

    /// <summary>What explains a date of an earlier year: money carried over or owed from then.</summary>
    private static readonly WordList CarriedOver = new("D1", "carriedOver", "说明以前年度事项的词");

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
        var explained = SpeaksOfEarlier(context);
        return CheckOutcome.Of(rows.SelectMany(row => InRow(context, row.Row, row.Deadlines, explained)));
    }

    private static List<IndicatorDate> Deadlines(PlacedRow row) =>
        [.. row.Reading.Dates.Where(date => date.Role == DateRole.Deadline)];

    private IEnumerable<Finding> InRow(CheckContext context, PlacedRow row, List<IndicatorDate> deadlines, bool explained)
    {
        var year = context.Year;
        // An earlier date beside one of the year may be a step that is already done: worth a look, not worth refusing the form.
        var inYear = deadlines.Any(date => IsIn(date, year));
        foreach (var date in deadlines)
        {
            var (first, last) = date.Span(year);
            var (relation, severity) = last.Year < year ? ("早于", inYear || explained ? FindingSeverity.Warning : FindingSeverity.Error)
                : first.Year > year ? ("晚于", FindingSeverity.Warning)
                : ("", FindingSeverity.Hint);
            if (relation.Length > 0)
                yield return Found(context, row.ValuePlace, $"{row.Called}：日期“{Quoted.Short(date.Text)}”{relation}预算年度 {year} 年，请核对", date.Text, severity);
        }
    }

    private static bool IsIn(IndicatorDate date, int year)
    {
        var (first, last) = date.Span(year);
        return first.Year <= year && last.Year >= year;
    }

    /// <summary>Any row counts: 兑现 2022 年奖补资金缺口企业 stands under 数量 and explains the date under 时效.</summary>
    private static bool SpeaksOfEarlier(CheckContext context)
    {
        IEnumerable<string> texts =
            [context.Form.ProjectName, context.Form.OverallGoal, .. context.Form.Indicators.SelectMany(row => new[] { row.Name, row.Value })];
        var words = CarriedOver.Of(context);
        return texts.Any(text => words.Any(word => text.Contains(word, StringComparison.Ordinal)));
    }
}
