using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>K2: no indicator stands twice in one second-level group. The same name in 数量 and in 成本 is how costs are matched to work.</summary>
public sealed class NoDuplicateRows : Check
{
    public override string Code => "K2";
    public override string Title => "同一二级指标内无重复指标";
    public override string Explanation => "同一个二级指标里两行名称相同、单位也相同。数量指标和成本指标里用同一名称是正常的。";
    public override string Example => "数量指标里两行“管网巡查”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context) =>
        CheckOutcome.Of(context.Template.Groups.SelectMany(group => InGroup(context, group)));

    private IEnumerable<Finding> InGroup(CheckContext context, IndicatorGroup group)
    {
        foreach (var same in context.RowsIn(group).Where(row => row.HasName).GroupBy(row => Key(row.Name), StringComparer.Ordinal))
        {
            List<(PlacedRow Row, TargetValue Value)> seen = [];
            foreach (var row in same)
            {
                var value = row.Reading;
                if (seen.Find(earlier => AreSame(earlier.Value, value)) is { Row: { } first })
                {
                    yield return Found(context, row.NamePlace,
                        $"{row.Called}：与第 {first.Number} 行名称相同，同一指标不能重复，请合并或删除", row.Name);
                }
                else
                {
                    seen.Add((row, value));
                }
            }
        }
    }

    /// <summary>Numbers in different units under one name, 培训 5 期 and 培训 200 人, are two things measured.</summary>
    private static bool AreSame(TargetValue one, TargetValue other) =>
        one.Main?.Unit is not { } unit || other.Main?.Unit is not { } otherUnit || unit.Base == otherUnit.Base;

    private static string Key(string name) => CompactText.Of(name).Text.TrimEnd('。', '.', ';', ',', '、');
}
