using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// What no draft may hold, because it could not be stored, read back or printed. Completeness is no matter of drafts:
/// a form may be saved with anything missing (the E checks decide about 送审).
/// </summary>
public static class DraftRules
{
    /// <summary>Reasons that a form may keep, those whose finding is gone among them.</summary>
    public const int MostReasons = 1000;

    public const int AmountLength = 100;
    private const int LongestCode = 20;
    private const int LongestPlace = 200;
    private const int LongestRaw = 20_000;

    public static IReadOnlyList<DraftViolation> Check(FormContent content, FormTemplate template)
    {
        var violations = new List<DraftViolation>();
        var (labels, limits) = (template.Labels, template.Limits);
        Text(Place.Head(HeadField.ProjectName), labels.ProjectName, content.ProjectName, limits.HeadField);
        Text(Place.Head(HeadField.Department), labels.Department, content.Department, limits.HeadField);
        Text(Place.Head(HeadField.ImplementingUnit), labels.ImplementingUnit, content.ImplementingUnit, limits.HeadField);
        Text(Place.Head(HeadField.ProjectAttribute), labels.ProjectAttribute, content.ProjectAttribute, limits.HeadField);
        Text(Place.Head(HeadField.ProjectPeriod), labels.ProjectPeriod, content.ProjectPeriod, limits.HeadField);
        Text(Place.Head(HeadField.OverallGoal), labels.OverallGoal, content.OverallGoal, limits.OverallGoal);
        foreach (var line in template.Funds)
            Text(Place.Funds(line.Key), line.Label.TrimEnd('：'), content.FundsOf(line.Key).UnreadText ?? "", AmountLength);
        Unknown(content.Funds.Select(entry => entry.Key).Except(template.Funds.Select(line => line.Key)), "资金行");
        Unknown(content.Indicators.Select(row => row.GroupKey).Concat(content.NotApplicable.Select(mark => mark.GroupKey))
            .Except(template.Groups.Select(group => group.Key)), "二级指标");
        Rows();
        Reasons();
        return violations;

        void Text(Place place, string label, string text, int limit)
        {
            if (TypedText.Refusal(text) is { } refusal)
                violations.Add(new(place, $"{label}：{refusal}"));
            else if (text.Length > limit)
                violations.Add(new(place, $"{label}：最多 {limit} 个字，现在有 {text.Length} 个字，请删减后再保存"));
        }

        void Unknown(IEnumerable<string> keys, string what)
        {
            foreach (var key in keys.Distinct())
                violations.Add(new(Place.Head("form"), $"目标表中没有{what}“{Shown(key)}”，请刷新页面后重新填写"));
        }

        void Rows()
        {
            if (content.Indicators.Count > limits.Rows)
                violations.Add(new(Place.Head("form"), $"三级指标最多 {limits.Rows} 行，现在有 {content.Indicators.Count} 行，请合并或删去多余的行"));
            if (content.Indicators.DistinctBy(row => row.Id).Count() != content.Indicators.Count)
                violations.Add(new(Place.Head("form"), "有两行三级指标的编号相同，请刷新页面后重新填写"));
            foreach (var field in FormFields.Rows(content, template))
                Text(field.Place, field.Label, field.Text, field.Place.Field == "name" ? limits.IndicatorName : limits.IndicatorValue);
            foreach (var group in template.Groups)
                Text(Place.Group(group.Key), $"{group.Label}的不涉及原因", content.NotApplicableOf(group.Key)?.Reason ?? "", limits.Reason);
        }

        void Reasons()
        {
            if (content.Reasons.Count > MostReasons)
                violations.Add(new(Place.Head("form"), $"填写说明最多 {MostReasons} 条，现在有 {content.Reasons.Count} 条，请删去多余的"));
            if (content.Reasons.DistinctBy(reason => reason.Key).Count() != content.Reasons.Count)
                violations.Add(new(Place.Head("form"), "同一条校验结果有两条填写说明，请刷新页面后重新填写"));
            foreach (var reason in content.Reasons)
            {
                // Pages and files bring only what a check once found; all but the text is theirs.
                if (reason.Code.Length > LongestCode || reason.Place.Length > LongestPlace || reason.Raw.Length > LongestRaw
                    || TypedText.Refusal(reason.Code + reason.Place + reason.Raw) is not null)
                {
                    violations.Add(new(Place.Head("form"), $"填写说明“{Shown(reason.Text)}”不对应任何校验结果，请刷新页面后重新填写"));
                }
                Text(Place.Reason(reason.Key), $"{FormFields.LabelOf(reason.Place, content, template)}的填写说明", reason.Text, limits.Reason);
            }
        }
    }

    private static string Shown(string key) => key.Length <= 40 ? key : key[..40] + "…";
}
