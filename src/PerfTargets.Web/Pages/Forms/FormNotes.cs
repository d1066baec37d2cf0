using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What stands beside a field of a form that had one last year.</summary>
/// <param name="LastYear">What stood there last year.</param>
/// <param name="Years">The years in its text that are not the form's, in words.</param>
/// <param name="Unconfirmed">What 待核对 stands on, as the button 已核对 names it; null where the text is confirmed.</param>
/// <param name="Label">The place, for the button's name.</param>
public sealed record FormNote(string? LastYear, string? Years, string? Unconfirmed, string Label)
{
    private const int Line = 60;

    /// <summary>Last year's text is too long to stand there unfolded.</summary>
    public bool IsLong => LastYear is { Length: > Line } || LastYear?.Contains('\n', StringComparison.Ordinal) == true;
}

/// <summary>The notes of a whole form; a form that had none last year has none.</summary>
public sealed class FormNotes
{
    /// <summary>The buttons 已核对.</summary>
    public const string Confirm = "confirm", ConfirmAll = "confirm-all";

    private readonly Dictionary<string, FormNote> _notes = new(StringComparer.Ordinal);
    private readonly FormTemplate _template;
    private readonly int _year;
    private readonly LastYearValues? _before;
    private readonly HashSet<string> _unconfirmed;

    private FormNotes(FormContent content, FormTemplate template, int year, FormContent? before)
    {
        (_template, _year, _before, _unconfirmed) = (template, year, before is null ? null : new LastYearValues(before), [.. content.Unconfirmed]);
        Head(content);
        Rows(content);
    }

    public FormNote? At(string anchor) => _notes.GetValueOrDefault(anchor);

    /// <param name="before">Last year's form; null where there is none.</param>
    public static FormNotes? Of(FormContent content, FormTemplate template, int year, FormContent? before) =>
        before is null && content.Unconfirmed.Count == 0 ? null : new(content, template, year, before);

    /// <summary>The id of a button 已核对.</summary>
    public static string AnchorOf(string key) => $"{Confirm}-{key}";

    /// <summary>What is 待核对, in the order of the page.</summary>
    public static IReadOnlyList<string> Unconfirmed(FormContent content)
    {
        if (content.Unconfirmed.Count == 0)
            return [];
        string[] head = [HeadField.ProjectAttribute, HeadField.ProjectPeriod, HeadField.OverallGoal];
        var rows = content.Indicators.Select(FormMerge.RowKey);
        return [.. head.Concat(rows).Intersect(content.Unconfirmed), .. content.Unconfirmed.Except(head).Except(rows)];
    }

    private void Head(FormContent content)
    {
        var (labels, before) = (_template.Labels, _before?.Content);
        // The project's own, not last year's text: but it may still say last year.
        Add(HeadField.ProjectName, null, content.ProjectName, null, labels.ProjectName);
        Add(HeadField.ProjectAttribute, before?.ProjectAttribute, content.ProjectAttribute, HeadField.ProjectAttribute, labels.ProjectAttribute);
        Add(HeadField.ProjectPeriod, before?.ProjectPeriod, content.ProjectPeriod, HeadField.ProjectPeriod, labels.ProjectPeriod);
        Add(HeadField.OverallGoal, before?.OverallGoal, content.OverallGoal, HeadField.OverallGoal, labels.OverallGoal);
        foreach (var line in _template.Funds)
            Add(Place.Funds(line.Key).Anchor, before?.FundsOf(line.Key).Text, "", null, line.Label);
    }

    private void Rows(FormContent content)
    {
        foreach (var group in _template.Groups)
        {
            Add(Place.Group(group.Key).Anchor, null, content.NotApplicableOf(group.Key)?.Reason ?? "", FormMerge.NotApplicableKey(group), $"{group.Label}不涉及");
            foreach (var (row, number) in content.RowsOf(group.Key).Select((row, index) => (row, index + 1)))
            {
                Add(Place.RowName(group.Key, row.Id).Anchor, null, row.Name, FormMerge.RowKey(row), $"{group.Label}第 {number} 行");
                Add(Place.RowValue(group.Key, row.Id).Anchor, _before?.ValueOf(row), row.Value, null, "");
            }
        }
    }

    private void Add(string anchor, string? lastYear, string text, string? key, string label)
    {
        var note = new FormNote(string.IsNullOrWhiteSpace(lastYear) ? null : lastYear, Words(text), key is not null && _unconfirmed.Contains(key) ? key : null, label);
        if (note.LastYear is not null || note.Years is not null || note.Unconfirmed is not null)
            _notes.Add(anchor, note);
    }

    private string? Words(string text)
    {
        var years = YearNumbers.OtherThan(_year, text).Select(year => year.Year).Distinct().ToList();
        return years.Count == 0 ? null : $"含{(years is [var only] && only == _year - 1 ? "上年" : "其他")}年份 {string.Join('、', years)}";
    }
}
