using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>K3: 满意度 is a percentage, and not a low one.</summary>
public sealed class SatisfactionPercentage : RowCheck
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

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Group.Kind == IndicatorKind.Satisfaction && row.HasValue && Wrong(row, Least.Of(context)) is { } wrong
        && NoPlaceholders.Reported(context).In(row.Reading.Text) is null && Texts.FirstIn(row.CompactName.Text, OtherMeasures.Of(context)) is null
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”{wrong}", row.Value)
            : null;

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
public sealed class SatisfactionOfWhom : RowCheck
{
    public override string Code => "K4";
    public override string Title => "满意度写明是谁的满意度";
    public override string Explanation => "满意度指标的名称只有“满意度”“总体满意度”“服务满意度”等，没有写明是谁的满意度。";
    public override string Example => "“满意度”；宜写“受益群众满意度”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Generic = new("K4", "generic", "没有说明对象的词");

    public override IReadOnlyList<WordList> Lists => [Generic];

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Group.Kind == IndicatorKind.Satisfaction && row.CompactName.Text.Contains("满意", StringComparison.Ordinal)
        && !Phrases.Content(row.CompactName.Text, Generic.Of(context)).Any(char.IsLetter)
            ? Found(context, row.NamePlace, $"{row.Called}：没有写明是谁的满意度，请写明调查对象", row.Name)
            : null;
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
