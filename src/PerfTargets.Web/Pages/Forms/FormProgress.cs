using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>How far one section of the form is: 已填, n 处错误, 未填.</summary>
public sealed record SectionProgress(string Label, string Anchor, int Errors, bool IsBlank)
{
    public string Word => IsBlank ? "未填" : Errors > 0 ? $"{Errors} 处错误" : "已填";
}

public static class FormProgress
{
    public static IReadOnlyList<SectionProgress> Of(FormContent content, FormTemplate template, IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        var (labels, goal) = (template.Labels, HeadField.OverallGoal);
        var sections = new List<SectionProgress>
        {
            new("基本信息", HeadField.ProjectName, Count(place => place.GroupKey is null && place.Field != goal && !IsFunds(place)),
                AllBlank(content.ProjectAttribute, content.ProjectPeriod)),
            new(labels.Funds.Split('（')[0], Place.Funds(template.Funds[0].Key).Anchor, Count(IsFunds),
                content.Funds.All(entry => entry.Amount.IsBlank)),
            new(labels.OverallGoal, goal, Count(place => place.GroupKey is null && place.Field == goal), AllBlank(content.OverallGoal)),
        };
        foreach (var level in template.Levels)
        {
            var keys = level.Groups.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
            sections.Add(new(level.Label, Place.Group(level.Groups[0].Key).Anchor, Count(place => place.GroupKey is { } key && keys.Contains(key)),
                content.Indicators.All(row => !keys.Contains(row.GroupKey) || row.IsBlank) && content.NotApplicable.All(mark => !keys.Contains(mark.GroupKey))));
        }
        return sections;

        int Count(Func<Place, bool> within) => errors.Count(finding => within(finding.Place));
    }

    private static bool IsFunds(Place place) => place.GroupKey is null && place.Field?.StartsWith("funds-", StringComparison.Ordinal) == true;

    private static bool AllBlank(params string[] texts) => Array.TrueForAll(texts, string.IsNullOrWhiteSpace);
}
