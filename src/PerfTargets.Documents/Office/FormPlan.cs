using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Office;

/// <summary>A text above the table with its height, in points.</summary>
sealed record PlannedLine(string Text, double Size, FontRole Role, double Height);

/// <summary>
/// A form as the PDF lays it out, for programs that break and place the text themselves: page, headings, text size, lines and heights of
/// the rows.
/// </summary>
sealed class FormPlan
{
    /// <param name="spare">Height of the first page, in points, that the program needs for itself.</param>
    public FormPlan(OfficialTable table, FontSet fonts, bool isFirst, Func<TableGrid, double> spare)
    {
        (Table, Grid, Format, Fonts) = (table, TableGrid.From(table), PageFormat.Of(table.Orientation), fonts);
        if (isFirst && table.AttachmentLine is { } attachment) Attachment = Line(attachment, Heading.AttachmentSize, FontRole.Text);
        Title = Line(table.Title, Heading.TitleSize, FontRole.Title);
        var heading = (Attachment?.Height ?? 0) + Title.Height + Heading.YearHeight + Heading.Gap + spare(Grid);
        var foot = SignatureBlock.HeightOf(table, Format, rune => fonts.Advance(rune, FontRole.Text));
        (Layout, Pages) = Paginator.Divide(Grid, fonts, Format, heading, foot);

        PlannedLine Line(string text, double size, FontRole role)
        {
            var lines = LineBreaker.Break(text.ReplaceLineEndings("\n"), (int)(Format.TextWidth / size * 1000), rune => fonts.Advance(rune, role));
            return new(text, size, role, lines.Count * size * TextBlock.Spacing);
        }
    }

    public OfficialTable Table { get; }

    public TableGrid Grid { get; }

    public PageFormat Format { get; }

    public FontSet Fonts { get; }

    /// <summary>Null when the form is not the first of its file, or has none.</summary>
    public PlannedLine? Attachment { get; }

    public PlannedLine Title { get; }

    public FormLayout Layout { get; }

    /// <summary>How many pages the PDF takes, without one that has signatures only.</summary>
    public int PageCount => Pages.Count;

    /// <summary>What of the table stands on each of them.</summary>
    public IReadOnlyList<PageSlice> Pages { get; }

    /// <summary>What is written in the header of a draft's pages; empty for all others.</summary>
    public string Status => Table is { Purpose: PrintPurpose.Draft, StatusText: { } status } ? status : "";

    public bool HasSignatures => Table.Purpose == PrintPurpose.Submission;

    /// <summary>Widths of the five columns in points.</summary>
    public IEnumerable<double> ColumnWidths => Grid.ColumnWidths.Select(width => width / Grid.ColumnWidths.Sum() * Format.TextWidth);

    /// <summary>Whether a row is so tall that it is divided among pages rather than moved to the next.</summary>
    public bool IsDivided(int row) => Layout.RowHeights[row] > Format.TextHeight * Paginator.TallShare;
}
