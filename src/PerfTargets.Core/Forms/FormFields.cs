using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>One text of a form at its place, under the label that the form prints.</summary>
public sealed record FormField(Place Place, string Label, string Text);

/// <summary>The texts of a form in printing order.</summary>
public static class FormFields
{
    /// <summary>Those outside the rows: what a comparison of two states goes through.</summary>
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

    /// <summary>Name and value of every row, each under the words by which messages speak of it.</summary>
    public static IEnumerable<FormField> Rows(FormContent content, FormTemplate template) =>
        from grp in template.Groups
        from numbered in content.RowsOf(grp.Key).Select((row, index) => (Row: row, Label: $"{grp.Label}第 {index + 1} 行的"))
        from field in new FormField[]
        {
            new(Place.RowName(grp.Key, numbered.Row.Id), numbered.Label + template.Labels.LevelThree, numbered.Row.Name),
            new(Place.RowValue(grp.Key, numbered.Row.Id), numbered.Label + template.Labels.TargetValue, numbered.Row.Value),
        }
        select field;

    /// <summary>The words for the place to which a 填写说明 holds: 时效指标第 1 行的指标值.</summary>
    /// <param name="anchor"><see cref="Place.Anchor"/>.</param>
    public static string LabelOf(string anchor, FormContent content, FormTemplate template) =>
        Head(content, template).Concat(Rows(content, template)).FirstOrDefault(field => field.Place.Anchor == anchor)?.Label
        ?? template.Groups.FirstOrDefault(group => Place.Group(group.Key).Anchor == anchor)?.Label
        ?? "已删除的行";
}
