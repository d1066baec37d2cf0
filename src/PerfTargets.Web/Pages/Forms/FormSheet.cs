using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>A sentence at a field. Errors are red, warnings amber.</summary>
public sealed record FieldMark(bool IsError, string Message);

/// <summary>The editor's sheet as it is to be drawn: what stands in it, and what is said beside it.</summary>
public sealed class FormSheet
{
    /// <summary>Checks that only say that something is blank. Nobody wants to be told so about a form just begun.</summary>
    private static readonly HashSet<string> BlankChecks = ["C1", "C2", "C3"];

    private readonly ILookup<string, FieldMark> _marks;

    public FormSheet(FormContent content, FormTemplate template, IEnumerable<Finding> findings, IEnumerable<DraftViolation> violations, bool showBlanks)
    {
        (Content, Template) = (content, template);
        var said = findings.Where(finding => finding.Severity != FindingSeverity.Hint && (showBlanks || !BlankChecks.Contains(finding.Code)))
            .Select(finding => (finding.Place.Anchor, Mark: new FieldMark(finding.Severity == FindingSeverity.Error, finding.Message)));
        _marks = violations.Select(violation => (violation.Place.Anchor, Mark: new FieldMark(true, violation.Message))).Concat(said)
            .ToLookup(one => one.Anchor, one => one.Mark, StringComparer.Ordinal);
    }

    public FormContent Content { get; }
    public FormTemplate Template { get; }

    /// <summary>The element that takes the focus when the page opens.</summary>
    public string? Focus { get; init; }

    public IEnumerable<FieldMark> Marks(string anchor) => _marks[anchor];

    public string? CellClass(string anchor) =>
        !_marks.Contains(anchor) ? null : _marks[anchor].Any(mark => mark.IsError) ? "bad" : "warn";

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
        foreach (var line in text.Split('\n'))
        {
            var halves = 0;
            foreach (var c in line)
                halves += c < 0x2E80 && c is not ('≥' or '≤' or '—' or '“' or '”' or '…') ? 1 : 2;
            lines += Math.Max(1, (halves + (2 * columns) - 1) / (2 * columns));
        }
        return lines;
    }
}
