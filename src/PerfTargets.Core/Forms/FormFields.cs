using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>One text of a form at its place, under the label that the form prints.</summary>
public sealed record FormField(Place Place, string Label, string Text);

/// <summary>The texts of a form outside its rows, in printing order: what a comparison of two states goes through.</summary>
public static class FormFields
{
    public static IReadOnlyList<FormField> Head(FormContent content, FormTemplate template) =>
    [
        new(Place.Head(HeadField.ProjectName), template.Labels.ProjectName, content.ProjectName),
        new(Place.Head(HeadField.Department), template.Labels.Department, content.Department),
        new(Place.Head(HeadField.ImplementingUnit), template.Labels.ImplementingUnit, content.ImplementingUnit),
        new(Place.Head(HeadField.ProjectAttribute), template.Labels.ProjectAttribute, content.ProjectAttribute),
        new(Place.Head(HeadField.ProjectPeriod), template.Labels.ProjectPeriod, content.ProjectPeriod),
        .. template.Funds.Select(line => new FormField(Place.Funds(line.Key), line.Label.TrimEnd('：'), content.FundsOf(line.Key).Text)),
        new(Place.Head(HeadField.OverallGoal), template.Labels.OverallGoal, content.OverallGoal),
    ];

    /// <summary>All that the form prints of what was typed, for asking whether it can be printed.</summary>
    public static string AllText(FormContent content, FormTemplate template) => string.Join('\n',
        Head(content, template).Select(field => field.Text).Concat(content.Indicators.SelectMany(row => new[] { row.Name, row.Value })));
}
