using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A cell with its lines. Left and Width are of the cell, in points from the table's left edge.</summary>
sealed record CellLayout(GridCell Cell, IReadOnlyList<TextLine> Lines, double Left, double Width)
{
    /// <summary>The most that a line is drawn out at each character, in em; a line that lacks more stays as it is.</summary>
    const double MostJustified = 0.12;

    public bool IsCentred => Cell.Align == CellAlign.Center || Cell.Align == CellAlign.CenterSingle && Lines.Count == 1;

    /// <summary>Room left of the text besides the padding, in points: what the cell asks for, or what its width allows.</summary>
    public double Indent(double size) => Math.Min(Cell.IndentEm * size, Math.Max(0, Width - 2 * FormLayout.SidePadding - size));

    /// <summary>Where a line begins, from the left edge of the cell, and what is added after each of its characters; in points.</summary>
    public (double X, double Spacing) Place(TextLine line, double size)
    {
        var indent = FormLayout.SidePadding + Indent(size);
        var slack = Width - indent - FormLayout.SidePadding - line.Width * size / 1000;
        var gaps = Characters(Cell.Text.AsSpan(line.Start, line.Length).TrimEnd()) - 1;
        var isDrawnOut = !IsCentred && !line.EndsParagraph && gaps > 0 && slack > 0 && slack < MostJustified * size * gaps;
        return (indent + (IsCentred ? slack / 2 : 0), isDrawnOut ? slack / gaps : 0);
    }

    static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}

/// <summary>A grid with its lines broken and its rows measured, for one text size and one padding. Lengths in points.</summary>
sealed class FormLayout
{
    /// <summary>五号.</summary>
    public const double FullSize = 10.5;

    /// <summary>小五, the smallest size an office accepts.</summary>
    public const double LeastSize = 9;

    /// <summary>Padding left and right.</summary>
    public const double SidePadding = 3.5;

    /// <summary>From line to line, in em.</summary>
    public const double LineSpacing = 1.24;

    const double UsualPadding = 3;
    const double LeastPadding = 1.25;

    const int MostEvenLines = 4;
    const double MostPadding = 4.5, Step = 0.25;

    /// <summary>Between the full and the least one.</summary>
    static double[] SizesBetween { get; } = [10, 9.5];

    readonly double _page;

    FormLayout(
        TableGrid grid, IReadOnlyList<CellLayout> cells, double size, double padding, double page, double spacing = LineSpacing)
    {
        (Grid, Cells, Size, Padding, LineHeight, _page) = (grid, cells, size, padding, size * spacing, page);
        RowHeights = MeasureRows();
        Height = RowHeights.Sum();
    }

    public TableGrid Grid { get; }

    public IReadOnlyList<CellLayout> Cells { get; }

    public double Size { get; }

    /// <summary>Padding above and below.</summary>
    public double Padding { get; }

    public double LineHeight { get; }

    /// <summary>From the top of a line to its baseline.</summary>
    public double Baseline => (LineHeight - Size) / 2 + Size * 0.88;

    public double[] RowHeights { get; }

    public double Height { get; }

    /// <summary>
    /// The roomiest layout that fits one page: first the padding is tightened, then the text goes down to 9 pt. Null when none fits.
    /// </summary>
    public static FormLayout? OnOnePage(TableGrid grid, FontSet fonts, double width, double height)
    {
        if (Tightest(FullSize) is { } full) return Loosened(full, height);
        // Most forms that do not fit by now fit at no size.
        if (Tightest(LeastSize) is not { } least) return null;
        return Loosened(SizesBetween.Select(Tightest).FirstOrDefault(layout => layout is not null) ?? least, height);

        FormLayout? Tightest(double size)
        {
            var layout = new FormLayout(grid, BreakLines(grid, fonts, width, size), size, LeastPadding, height);
            return layout.Height <= height ? layout : null;
        }
    }

    static FormLayout Loosened(FormLayout tightest, double height) =>
        tightest.Looser(MostPadding).FirstOrDefault(layout => layout.Height <= height) ?? tightest;

    /// <summary>The tightest layout at full size, for a form of several pages.</summary>
    public static FormLayout AtFullSize(TableGrid grid, FontSet fonts, double width, double height) =>
        new(grid, BreakLines(grid, fonts, width, FullSize), FullSize, LeastPadding, height);

    /// <summary>The same lines with more padding, the most first.</summary>
    public IEnumerable<FormLayout> Looser(double most = UsualPadding)
    {
        for (var padding = most; padding > Padding; padding -= Step) yield return new FormLayout(Grid, Cells, Size, padding, _page);
    }

    /// <summary>The same lines for a renderer that sets them further apart. A row of one line keeps its height.</summary>
    /// <param name="spacing">From line to line, in em.</param>
    public FormLayout Spaced(double spacing) =>
        new(Grid, Cells, Size, Math.Max(0, Padding - Size * (spacing - LineSpacing) / 2), _page, spacing);

    public double TextHeight(int lines) => lines * LineHeight + 2 * Padding;

    /// <summary>How many lines a cell of this height holds.</summary>
    public int LinesIn(double height) => Math.Max(0, (int)((height - 2 * Padding + 0.01) / LineHeight));

    static CellLayout[] BreakLines(TableGrid grid, FontSet fonts, double width, double size)
    {
        var edges = Edges(grid.ColumnWidths, width);
        return [.. grid.Cells.Select(cell =>
        {
            var (left, right) = (edges[cell.Col], edges[cell.Col + cell.ColSpan]);
            var room = Math.Max(size, right - left - 2 * SidePadding - cell.IndentEm * size);
            return new CellLayout(cell, BreakCell(cell, fonts, (int)(room / size * 1000)), left, right - left);
        })];
    }

    static IReadOnlyList<TextLine> BreakCell(GridCell cell, FontSet fonts, int width)
    {
        var lines = Break(width);
        if (lines.Count is 1 or > MostEvenLines || cell.Align != CellAlign.Center) return lines;
        // A label in even lines: 绩效／指标, not 绩效指／标.
        for (var narrower = width - 500; narrower > 0; narrower -= 500)
        {
            var even = Break(narrower);
            if (even.Count > lines.Count) break;
            lines = even;
        }
        return lines;

        IReadOnlyList<TextLine> Break(int room) => LineBreaker.Break(cell.Text, room, rune => fonts.Advance(rune, cell.Role), cell.Bracket);
    }

    static double[] Edges(IReadOnlyList<double> weights, double width)
    {
        var edges = new double[weights.Count + 1];
        var sum = weights.Sum();
        for (var i = 0; i < weights.Count; i++) edges[i + 1] = edges[i] + weights[i] / sum * width;
        return edges;
    }

    double[] MeasureRows()
    {
        var heights = new double[Grid.Rows.Count];
        foreach (var cell in Cells)
        {
            if (cell.Cell.RowSpan == 1) heights[cell.Cell.Row] = Math.Max(heights[cell.Cell.Row], TextHeight(cell.Lines.Count));
        }
        foreach (var cell in Cells)
        {
            if (cell.Cell.RowSpan > 1) Grow(heights.AsSpan(cell.Cell.Row, cell.Cell.RowSpan), Need(cell));
        }
        return heights;
    }

    double Need(CellLayout cell)
    {
        var need = TextHeight(cell.Lines.Count);
        // A merged label too tall to be kept together loses up to a line and its padding at each break.
        return need > _page / 4 ? need + (2 + 2 * need / _page) * TextHeight(1) : need;
    }

    static void Grow(Span<double> rows, double need)
    {
        foreach (var height in rows) need -= height;
        if (need <= 0) return;
        foreach (ref var height in rows) height += need / rows.Length;
    }
}
