using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The editor's sheet as it is to be drawn: what stands in it, and what is said beside it.</summary>
public sealed class FormSheet
{
    private readonly ILookup<string, Finding> _marks;

    public FormSheet(FormContent content, FormTemplate template, int year, IEnumerable<Finding> findings)
    {
        (Content, Template, Year) = (content, template, year);
        _marks = findings.Where(finding => finding.Severity != FindingSeverity.Hint).ToLookup(finding => finding.Place.Anchor, StringComparer.Ordinal);
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

    public FormNote? NoteAt(string anchor) => Notes?.At(anchor);

    /// <summary>What is said of a place: errors in red, warnings in amber.</summary>
    public IEnumerable<Finding> Marks(string anchor) => _marks[anchor];

    /// <summary>The id of the element with the sentences about a place.</summary>
    public static string SaysId(string anchor) => anchor + "-says";

    /// <summary>Whether there are sentences about a place.</summary>
    public bool IsSaid(string anchor) => _marks.Contains(anchor) || NoteAt(anchor) is not null;

    /// <summary>How a field shows what is said of these places.</summary>
    public FieldMarks MarksOf(params ReadOnlySpan<string> anchors)
    {
        var (shown, errors, said) = (0, 0, (string?)null);
        foreach (var anchor in anchors)
        {
            foreach (var mark in Marks(anchor))
            {
                shown++;
                errors += mark.Severity == FindingSeverity.Error ? 1 : 0;
            }
            if (IsSaid(anchor))
                said = said is null ? SaysId(anchor) : $"{said} {SaysId(anchor)}";
        }
        return said is null ? FieldMarks.None : new(errors > 0 ? "bad" : shown > 0 ? "warn" : null, errors > 0 ? "true" : null, said);
    }

    public string? CellClass(string anchor) => MarksOf(anchor).CellClass;

    /// <summary>What is said of a row's field is said of its own place, and of its group's while the row is all that the group has and blank.</summary>
    public FieldMarks MarksOf(string anchor, IndicatorRow row) =>
        row.IsBlank && Content.NotApplicableOf(row.GroupKey) is null && !Content.RowsOf(row.GroupKey).Any(one => !one.IsBlank)
            ? MarksOf(anchor, Place.Group(row.GroupKey).Anchor)
            : MarksOf(anchor);

    /// <summary>A group without rows shows a blank one, so that people can type at once.</summary>
    public IReadOnlyList<IndicatorRow> RowsOf(IndicatorGroup group)
    {
        var rows = Content.RowsOf(group.Key).ToList();
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

/// <summary>How a field shows what is said of it.</summary>
/// <param name="Invalid">For aria-invalid.</param>
/// <param name="Said">The ids for aria-describedby.</param>
public sealed record FieldMarks(string? CellClass, string? Invalid, string? Said)
{
    public static FieldMarks None { get; } = new(null, null, null);
}
