using Microsoft.AspNetCore.Html;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What the screen lays over a cell of the official table: its place, to be led to; that it came or went, what changed in it, what is said of it.</summary>
public sealed record CellMark(string? Anchor, string? Class, IReadOnlyList<DiffPiece>? Pieces);

/// <summary>The official table on the screen: the very grid that is printed, with marks over its cells.</summary>
public sealed class OfficialSheet
{
    private readonly Dictionary<(int Row, int Col), CellMark> _marks = [];

    private OfficialSheet(FormContent content, FormTemplate template, int year, RequirementLabels labels)
    {
        Table = OfficialTableMapper.Of(content, template, year, labels);
        Grid = TableGrid.From(Table);
    }

    public OfficialTable Table { get; }
    public TableGrid Grid { get; }

    public CellMark? MarkOf(GridCell cell) => _marks.GetValueOrDefault((cell.Row, cell.Col));

    /// <summary>The cell's exact text, with marks but without a blank of the markup's own: lines are kept, so a blank would show.</summary>
    public IHtmlContent ContentOf(GridCell cell)
    {
        var content = new HtmlContentBuilder();
        var held = cell.Align == CellAlign.CenterSingle ? "single" : IsNarrow(cell) ? "pairs" : null;
        if (held is not null)
            content.AppendHtml("<span class=\"").AppendHtml(held).AppendHtml("\">");
        if (MarkOf(cell)?.Pieces is { } pieces)
            content.AppendPieces(pieces);
        else
            Append(content, cell);
        return held is null ? content : content.AppendHtml("</span>");
    }

    /// <summary>As narrow as on paper, where two characters stand in a line.</summary>
    public static bool IsNarrow(GridCell cell) => cell.Col == 0 && cell.ColSpan == 1;

    /// <summary>The table with the places coloured of which something is said, and with what has changed where there is a comparison.</summary>
    public static OfficialSheet Of(
        FormContent content, FormTemplate template, int year, IEnumerable<Finding> findings, FormDiff? diff = null, RequirementLabels labels = RequirementLabels.Print)
    {
        var shown = diff?.Merged ?? content;
        var sheet = new OfficialSheet(shown, template, year, labels);
        var worst = findings.Where(finding => finding.Severity != FindingSeverity.Hint)
            .GroupBy(finding => finding.Place.Anchor).ToDictionary(group => group.Key, group => group.Min(finding => finding.Severity));
        var led = new HashSet<string>();
        sheet.ForEachCell(shown, template, (row, col, place) =>
        {
            var css = worst.TryGetValue(place.Anchor, out var severity) ? severity == FindingSeverity.Error ? "bad" : "warn" : null;
            sheet._marks[(row, col)] = new CellMark(led.Add(place.Anchor) ? place.Anchor : null, css, PiecesAt(place, diff));
        });
        return sheet;
    }

    private static IReadOnlyList<DiffPiece>? PiecesAt(Place place, FormDiff? diff)
    {
        if (diff is null)
            return null;
        if (place.RowId is { } id && diff.AddedRows.Contains(id))
            return [new(DiffKind.Added, TextOf(diff.Merged, place))];
        if (place.RowId is { } gone && diff.RemovedRows.Contains(gone))
            return [new(DiffKind.Removed, TextOf(diff.Merged, place))];
        return diff.Changes.GetValueOrDefault(place.Anchor);
    }

    private static void Append(HtmlContentBuilder content, GridCell cell)
    {
        var bracket = cell.Bracket == BracketBreak.None ? -1 : cell.Text.IndexOf('（', StringComparison.Ordinal);
        if (bracket <= 0)
        {
            content.Append(cell.Text);
            return;
        }
        content.Append(cell.Text[..bracket]);
        if (cell.Bracket == BracketBreak.Always)
            content.AppendHtml("<br>");
        content.AppendHtml("<span class=\"nowrap\">").Append(cell.Text[bracket..]).AppendHtml("</span>");
    }

    private static string TextOf(FormContent content, Place place)
    {
        var row = content.Indicators.First(one => one.Id == place.RowId);
        return place.Field == "name" ? row.Name : row.Value;
    }

    private void ForEachCell(FormContent content, FormTemplate template, Action<int, int, Place> at)
    {
        const int second = 2, third = 3, value = 4;
        at(0, second, Place.Head(HeadField.ProjectName));
        at(1, second, Place.Head(HeadField.Department));
        at(1, value, Place.Head(HeadField.ImplementingUnit));
        at(2, second, Place.Head(HeadField.ProjectAttribute));
        at(2, value, Place.Head(HeadField.ProjectPeriod));
        var row = Table.Head.Count;
        foreach (var line in template.Funds)
            at(row++, third, Place.Funds(line.Key));
        at(Grid.HeaderRow - 1, second, Place.Head(HeadField.OverallGoal));
        row = Grid.HeaderRow + 1;
        foreach (var group in template.Groups)
        {
            var rows = content.NotApplicableOf(group.Key) is null ? content.RowsOf(group.Key).ToList() : [];
            at(row, second, Place.Group(group.Key));
            if (rows.Count == 0)
            {
                // What is said of a group without rows is said of the blank row that prints.
                at(row, third, Place.Group(group.Key));
                at(row, value, Place.Group(group.Key));
            }
            foreach (var (indicator, index) in rows.Select((indicator, index) => (indicator, index)))
            {
                at(row + index, third, Place.RowName(group.Key, indicator.Id));
                at(row + index, value, Place.RowValue(group.Key, indicator.Id));
            }
            row += Math.Max(1, rows.Count);
        }
    }
}
