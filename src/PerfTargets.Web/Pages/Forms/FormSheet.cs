using System.Runtime.InteropServices;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The editor's sheet as it is to be drawn: what stands in it, and what is said beside it.</summary>
public sealed class FormSheet
{
    private readonly Dictionary<string, List<Finding>> _findings = new(StringComparer.Ordinal);
    private readonly ILookup<string, IndicatorRow> _rows;

    public FormSheet(FormContent content, FormTemplate template, int year, IEnumerable<Finding> findings)
    {
        (Content, Template, Year) = (content, template, year);
        _rows = content.Indicators.ToLookup(row => row.GroupKey, StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (finding.Severity != FindingSeverity.Hint)
                (CollectionsMarshal.GetValueRefOrAddDefault(_findings, finding.Place.Anchor, out _) ??= []).Add(finding);
        }
    }

    public FormContent Content { get; }
    public FormTemplate Template { get; }
    public int Year { get; }

    /// <summary>The deleted rows that can still be brought back, the newest first.</summary>
    public IReadOnlyList<RemovedRow> Removed { get; init; } = [];

    /// <summary>The id of the element on which the hand should be; null leaves that to the browser.</summary>
    public string? Focus { get; init; }

    /// <summary>What stands beside the fields of last year's form; null where there was none.</summary>
    public FormNotes? Notes { get; init; }

    /// <summary>What is said of a place: errors in red, warnings in amber.</summary>
    public FieldMarks MarksOf(string anchor)
    {
        var (findings, note) = (_findings.GetValueOrDefault(anchor), Notes?.At(anchor));
        return findings is null && note is null ? FieldMarks.None : new(anchor, findings ?? [], note);
    }

    /// <summary>What is said of a row's field is said of its own place, and of its group's while the row is all that the group has and blank.</summary>
    public FieldMarks MarksOf(string anchor, IndicatorRow row)
    {
        var own = MarksOf(anchor);
        return row.IsBlank && Content.NotApplicableOf(row.GroupKey) is null && _rows[row.GroupKey].All(one => one.IsBlank)
            ? own with { OfGroup = MarksOf(Place.Group(row.GroupKey).Anchor) }
            : own;
    }

    /// <summary>A group without rows shows a blank one, so that people can type at once.</summary>
    public IReadOnlyList<IndicatorRow> RowsOf(IndicatorGroup group)
    {
        IReadOnlyList<IndicatorRow> rows = [.. _rows[group.Key]];
        return rows.Count > 0 ? rows : [new IndicatorRow(Guid.CreateVersion7(), group.Key, "", "")];
    }

    /// <summary>The choices for 项目属性, with the stored one if the template has it no more.</summary>
    public IEnumerable<string> Attributes =>
        Content.ProjectAttribute.Length == 0 || Template.ProjectAttributes.Contains(Content.ProjectAttribute)
            ? Template.ProjectAttributes
            : Template.ProjectAttributes.Append(Content.ProjectAttribute);

    public static string RequirementNote(IndicatorGroup group) => group.Requirement switch
    {
        GroupRequirement.Hard => "必填硬性指标，须填数值和单位",
        GroupRequirement.Required => "必填",
        _ => "选填",
    };

    /// <summary>
    /// How many lines a text takes in a field of so many full-width characters; a browser that grows fields by itself needs it not,
    /// those in the offices do.
    /// </summary>
    public static int Lines(string text, int columns)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var halves = 0;
            foreach (var c in text.AsSpan()[line])
                halves += c < 0x2E80 && c is not ('≥' or '≤' or '—' or '“' or '”' or '…') ? 1 : 2;
            lines += Math.Max(1, (halves + (2 * columns) - 1) / (2 * columns));
        }
        return lines;
    }
}

/// <summary>What is said of a place, and how its field shows it.</summary>
public sealed record FieldMarks(string Anchor, IReadOnlyList<Finding> Findings, FormNote? Note)
{
    public static FieldMarks None { get; } = new("", [], null);

    /// <summary>What the field of a row shows besides.</summary>
    public FieldMarks? OfGroup { get; init; }

    /// <summary>There are sentences about the place itself.</summary>
    public bool AreSaid => Findings.Count > 0 || Note is not null;

    /// <summary>The id of the element with these sentences.</summary>
    public string SaysId => Anchor + "-says";

    /// <summary>The ids for aria-describedby.</summary>
    public string? Said => OfGroup is not { AreSaid: true } group ? (AreSaid ? SaysId : null) : AreSaid ? $"{SaysId} {group.SaysId}" : group.SaysId;

    /// <summary>For aria-invalid.</summary>
    public string? Invalid => HasError ? "true" : null;

    public string? CellClass => HasError ? "bad" : Findings.Count > 0 || OfGroup?.Findings.Count > 0 ? "warn" : null;

    private bool HasError => OfGroup?.HasError == true || Findings.Any(finding => finding.Severity == FindingSeverity.Error);
}
