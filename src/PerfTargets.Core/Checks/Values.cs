using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Q1: 必填硬性指标, a number and its unit in every value.</summary>
public sealed class HardValuesQuantified : Check
{
    public override string Code => "Q1";
    public override string Title => "必填硬性指标须填数值和单位";
    public override string Explanation => "必填硬性的二级指标，每一行的指标值都要有数值和单位；前面可以有 ≥、≤、不低于等，后面可以有以上、以内等，也可以是区间。";
    public override string Example => "数量指标“培训教师”填“若干期”；应填数值和单位。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        var placeholders = NoPlaceholders.Reported(context);
        return CheckOutcome.Of(context.Template.Groups
            .Where(group => group.Requirement == GroupRequirement.Hard)
            .SelectMany(context.RowsIn)
            // Blank values are C3's and placeholders C4's: one cause, one finding.
            .Where(row => row.HasValue && placeholders.In(row.Value) is null)
            .Select(row => InRow(context, row))
            .OfType<Finding>());
    }

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        var value = row.Reading;
        if (value.IsQuantified || (row.Group.Kind == IndicatorKind.Timeliness && value.Dates.Count > 0))
            return null;
        var lack = value.Measures.Count > 0 ? "只有数值，没有可以识别的单位" : "没有数值和单位";
        return Found(context, row.ValuePlace,
            $"{row.Called}：“{Quoted.Short(row.Value)}”{lack}，{row.Group.Label}是必填硬性指标，须填数值和单位，请补充", row.Value);
    }
}
