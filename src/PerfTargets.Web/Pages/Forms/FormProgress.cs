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
    private const int Basics = 0, Funds = 1, Goal = 2, FirstLevel = 3;

    /// <param name="errors">What stands against 送审, what is to be seen to first in front.</param>
    public static IReadOnlyList<SectionProgress> Of(FormContent content, FormTemplate template, IReadOnlyList<Finding> errors)
    {
        var labels = template.Labels;
        var sections = new SectionProgress[FirstLevel + template.Levels.Count];
        sections[Basics] = Begin("基本信息", HeadField.ProjectName, IsBlank(content.ProjectAttribute) && IsBlank(content.ProjectPeriod));
        sections[Funds] = Begin(labels.Funds.Split('（')[0], Place.Funds(template.Funds[0].Key).Anchor, content.Funds.All(entry => entry.Amount.IsBlank));
        sections[Goal] = Begin(labels.OverallGoal, HeadField.OverallGoal, IsBlank(content.OverallGoal));
        var begun = content.Indicators.Where(row => !row.IsBlank).Select(row => row.GroupKey).Concat(content.NotApplicable.Select(mark => mark.GroupKey)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < template.Levels.Count; i++)
        {
            var (label, groups) = (template.Levels[i].Label, template.Levels[i].Groups);
            sections[FirstLevel + i] = Begin(label, Place.Group(groups[0].Key).Anchor, !groups.Any(group => begun.Contains(group.Key)));
        }

        for (var i = errors.Count - 1; i >= 0; i--)
        {
            if (SectionOf(errors[i].Place, template) is { } section)
                sections[section] = sections[section].With(errors[i]);
        }
        return sections;
    }

    private static SectionProgress Begin(string label, string anchor, bool isBlank) => new(label, anchor, 0, 0, isBlank);

    private static SectionProgress With(this SectionProgress section, Finding error) => section with
    {
        Anchor = error.Place.Anchor,
        Errors = section.Errors + (error.IsUnfilled ? 0 : 1),
        Unfilled = section.Unfilled + (error.IsUnfilled ? 1 : 0),
    };

    /// <returns>Null for what is in none, such as the form as a whole.</returns>
    private static int? SectionOf(Place place, FormTemplate template)
    {
        if (place.GroupKey is { } key)
        {
            for (var i = 0; i < template.Levels.Count; i++)
            {
                if (template.Levels[i].Groups.Any(group => group.Key == key))
                    return FirstLevel + i;
            }
            return null;
        }
        return place.IsFunds ? Funds : place.Field switch
        {
            HeadField.ProjectName or HeadField.Department or HeadField.ImplementingUnit or HeadField.ProjectAttribute or HeadField.ProjectPeriod => Basics,
            HeadField.OverallGoal => Goal,
            _ => null,
        };
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
