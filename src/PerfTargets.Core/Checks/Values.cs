using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Q1: 必填硬性指标, a number and its unit in every value.</summary>
public sealed class HardValuesQuantified : Check
{
    public override string Code => "Q1";
    public override string Title => "必填硬性指标须填数值和单位";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        var placeholders = NoPlaceholders.Reported(context);
        return CheckOutcome.Of(context.Template.Groups
            .Where(group => group.Requirement == GroupRequirement.Hard)
            .SelectMany(context.RowsIn)
            // Blank values are C3's and placeholders C4's: one cause, one finding.
            .Where(row => row.HasValue && placeholders.In(row.Row.Value) is null)
            .Select(row => InRow(context, row))
            .OfType<Finding>());
    }

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        var value = TargetValue.Read(row.Row.Value);
        if (value.IsQuantified || (row.Group.Kind == IndicatorKind.Timeliness && value.Dates.Count > 0))
            return null;
        var lack = value.Measures.Count > 0 ? "只有数值，没有可以识别的单位" : "没有数值和单位";
        return Found(context, row.Value,
            $"{row.Called}：“{Quoted.Short(row.Row.Value)}”{lack}，{row.Group.Label}是必填硬性指标，须填数值和单位，请补充", row.Row.Value);
    }
}
