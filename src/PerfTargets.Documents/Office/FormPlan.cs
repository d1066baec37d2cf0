using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Office;

/// <summary>A text above the table with its height, in points.</summary>
sealed record PlannedLine(string Text, double Size, FontRole Role, double Height);

/// <summary>
/// A form as the PDF lays it out, for files that others set: page, headings, text size, lines and heights of the rows.
/// </summary>
sealed class FormPlan
{
    readonly TextBlock? _attachment;
    readonly TextBlock _title;
    readonly double _foot;

    /// <param name="spare">Height of the first page, in points, that the program needs for itself.</param>
    public FormPlan(OfficialTable table, FontSet fonts, bool isFirst, Func<TableGrid, double> spare)
    {
        (Table, Grid, Format, Fonts) = (table, TableGrid.From(table), PageFormat.Of(table.Orientation), fonts);
        if (isFirst && table.AttachmentLine is { } attachment)
        {
            _attachment = TextBlock.Attachment(fonts, attachment.ReplaceLineEndings("\n"), Format);
            Attachment = new(attachment, Heading.AttachmentSize, FontRole.Text, _attachment.Height);
        }
        _title = TextBlock.Title(fonts, table.Title.ReplaceLineEndings("\n"), Format);
        Title = new(table.Title, Heading.TitleSize, FontRole.Title, _title.Height);
        _foot = SignatureBlock.HeightOf(table, Format, fonts);
        (Layout, Pages) = Paginator.Divide(Grid, fonts, Format, HeadingHeight + spare(Grid), _foot);
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

    /// <summary>Whether the lines to sign have no room below the table and stand on a page more.</summary>
    public bool SignsOnPageOfItsOwn => SignatureBlock.NeedsPage(Bottom(PageCount - 1), _foot, Format);

    /// <summary>Where the table begins on a page, or would.</summary>
    public double Top(int page) => Format.Top + (page == 0 ? HeadingHeight : Heading.ContinuationHeight);

    /// <summary>Where it ends there.</summary>
    public double Bottom(int page) => page == PageCount ? Top(page)
        : Top(page) + (Pages[page].RepeatsHeader ? Layout.RowHeights[Grid.HeaderRow] : 0) + Pages[page].Rows.Sum(row => row.Height);

    /// <summary>What stands above the table of the first page, text by text.</summary>
    public IEnumerable<(bool IsTitle, IEnumerable<PlacedLine> Lines)> Headings
    {
        get
        {
            var top = Format.Top;
            if (_attachment is not null) yield return (false, _attachment.Lines(Format.Side, top));
            top += _attachment?.Height ?? 0;
            yield return (true, _title.Lines(Format.Side, top));
            foreach (var line in Heading.YearAndUnit(Table, Format, Fonts, top + _title.Height)) yield return (false, [line]);
        }
    }

    double HeadingHeight => (_attachment?.Height ?? 0) + _title.Height + Heading.YearHeight + Heading.Gap;

    /// <summary>What is written in the header of a draft's pages; empty for all others.</summary>
    public string Status => Table is { Purpose: PrintPurpose.Draft, StatusText: { } status } ? status : "";

    public bool HasSignatures => Table.Purpose == PrintPurpose.Submission;

    /// <summary>Widths of the five columns in points.</summary>
    public IEnumerable<double> ColumnWidths => Grid.ColumnWidths.Select(width => width / Grid.ColumnWidths.Sum() * Format.TextWidth);

    /// <summary>Whether a row is so tall that it is divided among pages rather than moved to the next.</summary>
    public bool IsDivided(int row) => Layout.RowHeights[row] > Format.TextHeight * Paginator.TallShare;
}
