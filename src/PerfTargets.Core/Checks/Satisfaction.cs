using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>K3: 满意度 is a percentage, and not a low one.</summary>
public sealed class SatisfactionPercentage : Check
{
    public override string Code => "K3";
    public override string Title => "满意度为百分比且不低于下限";
    public override string Explanation => "满意度指标的值不是百分比，或者低于设定的下限。投诉率、知晓率等不作比较；没有单位或超过 100% 的由数值检查指出。";
    public override string Example => "“满意”“≥85%”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    internal static readonly WordList OtherMeasures = new("K3", "otherMeasures", "不是满意度的词");
    private static readonly Threshold Least = new("K3", "least", "满意度的下限", "%");

    public override IReadOnlyList<WordList> Lists => [OtherMeasures];

    public override IReadOnlyList<Threshold> Thresholds => [Least];

    public override CheckOutcome Run(CheckContext context)
    {
        var placeholders = NoPlaceholders.Reported(context);
        return CheckOutcome.Of(context.RowsOfKind(IndicatorKind.Satisfaction)
            .Where(row => row.HasValue && placeholders.In(row.Value) is null && Texts.FirstIn(row.CompactName.Text, OtherMeasures.Of(context)) is null)
            .Select(row => Wrong(row, Least.Of(context)) is { } wrong
                ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”{wrong}", row.Value)
                : null)
            .OfType<Finding>());
    }

    private static string? Wrong(PlacedRow row, int least)
    {
        if (row.Reading.Main is not { } main)
            return "不是百分比，请改填百分比";
        if (main.Unit is not { } unit)
            return null;
        if (Percent.Of(main) is not { } percent)
            return unit.Kind == UnitKind.Rate ? null : "不是百分比，请改填百分比";
        return percent < least && main.Operator is not (ValueOperator.AtMost or ValueOperator.LessThan) ? $"低于满意度的下限 {least}%，请核对" : null;
    }
}

/// <summary>K4: whose satisfaction.</summary>
public sealed class SatisfactionOfWhom : Check
{
    public override string Code => "K4";
    public override string Title => "满意度写明是谁的满意度";
    public override string Explanation => "满意度指标的名称只有“满意度”“总体满意度”“服务满意度”等，没有写明是谁的满意度。";
    public override string Example => "“满意度”；宜写“受益群众满意度”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Generic = new("K4", "generic", "没有说明对象的词");

    public override IReadOnlyList<WordList> Lists => [Generic];

    public override CheckOutcome Run(CheckContext context) => CheckOutcome.Of(context.RowsOfKind(IndicatorKind.Satisfaction)
        .Where(row => row.CompactName.Text.Contains("满意", StringComparison.Ordinal)
            && !Phrases.Content(row.CompactName.Text, Generic.Of(context)).Any(char.IsLetter))
        .Select(row => Found(context, row.NamePlace, $"{row.Called}：没有写明是谁的满意度，请写明调查对象", row.Name)));
}

/// <summary>K5: of one enterprise, 95 % cannot be satisfied.</summary>
public sealed class SatisfactionOfMany : Check
{
    public override string Code => "K5";
    public override string Title => "满意度的百分比与调查对象的数量相称";
    public override string Explanation => "目标或数量指标里满意度的调查对象只有 1 个（1 户、1 家、1 人），满意度只能是 0 或 100%，却填了其间的百分比。";
    public override string Example => "奖补企业 1 户，企业满意度≥95%。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Bodies = new("K5", "bodies", "数调查对象的单位");

    public override IReadOnlyList<WordList> Lists => [Bodies];

    private const int SubjectLength = 2;

    public override CheckOutcome Run(CheckContext context) => CheckOutcome.Of(context.RowsOfKind(IndicatorKind.Satisfaction)
        .Where(row => row.Reading.Main is { } main && Percent.Of(main) is > 0 and < 100)
        .Select(row => Subject(row.CompactName.Text) is { } subject && OnlyOne(context, subject) is { } one
            ? Found(context, row.ValuePlace, $"{row.Called}：调查对象只有“{one}”，满意度只能是 0 或 100%，请核对“{Quoted.Short(row.Value)}”，或另行选择调查对象", row.Value)
            : null)
        .OfType<Finding>());

    /// <summary>受益企业满意度 is about 企业: the last word before.</summary>
    private static string? Subject(string name) =>
        name.IndexOf("满意", StringComparison.Ordinal) is var at and >= SubjectLength ? name[(at - SubjectLength)..at] : null;

    /// <summary>The one thing of that name that is counted, as typed; null where there are more, or none is counted.</summary>
    private static string? OnlyOne(CheckContext context, string subject)
    {
        string? one = null;
        foreach (var (measure, what, typed) in Counted(context))
        {
            if (measure.Unit is not { } unit || !Bodies.Of(context).Contains(unit.Base) || !what.Contains(subject, StringComparison.Ordinal))
                continue;
            if (measure is not { Low: 1, High: null, Unit.Factor: 1, Operator: ValueOperator.None or ValueOperator.Equal })
                return null;
            one ??= typed;
        }
        return one;
    }

    private static IEnumerable<(Measure Measure, string What, string Typed)> Counted(CheckContext context)
    {
        foreach (var number in context.Reading.GoalReading.Numbers)
            yield return (number.Measure, number.Before + number.Behind, number.Typed);
        foreach (var row in context.RowsOfKind(IndicatorKind.Quantity))
        {
            foreach (var measure in row.Reading.Measures)
                yield return (measure, row.CompactName.Text, row.Value);
        }
    }
}

/// <summary>A share of a whole in percent.</summary>
internal static class Percent
{
    private const int PerTenth = 10;

    /// <summary>95% and 九成五 are shares; 倍 and 百分点 are not.</summary>
    public static decimal? Of(Measure measure) => measure.Unit?.Base switch
    {
        "%" or "百分比" => measure.Low,
        "成" => measure.Low * PerTenth,
        _ => null,
    };
}
