using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>How far one section of the form is: n 处错误, 未填, n 处未填, 已填.</summary>
/// <param name="Anchor">Where there is something to do, or where it begins.</param>
public sealed record SectionProgress(string Label, string Anchor, int Errors, int Unfilled, bool IsBlank)
{
    public string Word => Errors > 0 ? $"{Errors} 处错误" : IsBlank ? "未填" : Unfilled > 0 ? $"{Unfilled} 处未填" : "已填";
}

public static class FormProgress
{
    private static readonly string?[] Basics =
        [HeadField.ProjectName, HeadField.Department, HeadField.ImplementingUnit, HeadField.ProjectAttribute, HeadField.ProjectPeriod];

    /// <param name="errors">What stands against 送审, what is to be seen to first in front.</param>
    public static IReadOnlyList<SectionProgress> Of(FormContent content, FormTemplate template, IReadOnlyList<Finding> errors)
    {
        var (labels, goal) = (template.Labels, HeadField.OverallGoal);
        var sections = new List<SectionProgress>
        {
            Section("基本信息", HeadField.ProjectName, place => place.GroupKey is null && Basics.Contains(place.Field),
                AllBlank(content.ProjectAttribute, content.ProjectPeriod)),
            Section(labels.Funds.Split('（')[0], Place.Funds(template.Funds[0].Key).Anchor, place => place.IsFunds, content.Funds.All(entry => entry.Amount.IsBlank)),
            Section(labels.OverallGoal, goal, place => place.GroupKey is null && place.Field == goal, AllBlank(content.OverallGoal)),
        };
        var begun = content.Indicators.Where(row => !row.IsBlank).Select(row => row.GroupKey).Concat(content.NotApplicable.Select(mark => mark.GroupKey)).ToHashSet(StringComparer.Ordinal);
        foreach (var level in template.Levels)
        {
            sections.Add(Section(level.Label, Place.Group(level.Groups[0].Key).Anchor, place => level.Groups.Any(group => group.Key == place.GroupKey),
                !level.Groups.Any(group => begun.Contains(group.Key))));
        }
        return sections;

        SectionProgress Section(string label, string anchor, Func<Place, bool> within, bool isBlank) =>
            new(label, errors.FirstOrDefault(finding => within(finding.Place))?.Place.Anchor ?? anchor, errors.Count(finding => !finding.IsUnfilled && within(finding.Place)), errors.Count(finding => finding.IsUnfilled && within(finding.Place)), isBlank);
    }

    private static bool AllBlank(params string[] texts) => Array.TrueForAll(texts, string.IsNullOrWhiteSpace);
}
