using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A row, or a piece of one, on a page.</summary>
sealed record RowSlice(int Row, double Height);

/// <summary>What of a table stands on one page.</summary>
sealed record PageSlice(IReadOnlyList<RowSlice> Rows, bool RepeatsHeader);

/// <summary>
/// Divides a table among pages: whole rows where it can, at a place that leaves no row alone, and a tall row by whole lines.
/// </summary>
sealed class Paginator
{
    /// <summary>A row taller than this share of a page is divided rather than moved.</summary>
    public const double TallShare = 0.35;

    /// <summary>How much of a page may stay empty for the sake of a better break.</summary>
    const double MostWaste = 0.3;

    const int FewestLines = 3;

    readonly FormLayout _layout;
    readonly double _first, _next, _tail;
    readonly double[] _heights;
    readonly List<PageSlice> _pages = [];
    int _linesTaken;

    /// <param name="first">Room on the first page, in points.</param>
    /// <param name="next">Room on the pages that follow, before the repeated header.</param>
    /// <param name="tail">Height of what must stand on the page of the last row.</param>
    public Paginator(FormLayout layout, double first, double next, double tail)
    {
        (_layout, _first, _next, _tail) = (layout, first, next, tail);
        _heights = [.. layout.RowHeights];
    }

    /// <summary>The layout that a form is printed with, and its pages: one if small type or tight rows can save the second.</summary>
    /// <param name="heading">Height of what stands above the table on the first page; on the others it is 续表.</param>
    /// <param name="tail">Height of what must stand on the page of the last row.</param>
    public static (FormLayout Layout, IReadOnlyList<PageSlice> Pages) Divide(
        TableGrid grid, FontSet fonts, PageFormat format, double heading, double tail)
    {
        var (first, next) = (format.TextHeight - heading, format.TextHeight - Heading.ContinuationHeight);
        if (FormLayout.OnOnePage(grid, fonts, format.TextWidth, first - tail) is { } layout) return Paginated(layout);
        // Small type is for saving the second page; a form that needs it anyway stays legible, and as roomy as its pages allow.
        var tightest = Paginated(FormLayout.AtFullSize(grid, fonts, format.TextWidth, next));
        foreach (var looser in tightest.Layout.Looser().Select(Paginated))
        {
            if (looser.Pages.Count == tightest.Pages.Count) return looser;
        }
        return tightest;

        (FormLayout Layout, IReadOnlyList<PageSlice> Pages) Paginated(FormLayout form) =>
            (form, new Paginator(form, first, next, tail).Run());
    }

    public IReadOnlyList<PageSlice> Run()
    {
        for (var row = 0; row < _heights.Length;) row = AddPage(row);
        return _pages;
    }

    int AddPage(int row)
    {
        var repeats = _pages.Count > 0 && row > _layout.Grid.HeaderRow && _layout.RowHeights[_layout.Grid.HeaderRow] < _next / 4;
        var room = _pages.Count == 0 ? _first : _next - (repeats ? _layout.RowHeights[_layout.Grid.HeaderRow] : 0);
        var (end, used) = (row, 0.0);
        while (end < _heights.Length && used + Required(end) <= room + 0.01) used += _heights[end++];
        var slices = new List<RowSlice>();
        if (end == _heights.Length) return Close(row, end, slices, repeats);
        if (IsTall(end) && _layout.LinesIn(room - used) >= FewestLines) return Divide(row, end, room - used, slices, repeats);
        if (end > row) return Close(row, BestBreak(row, end, room), slices, repeats);
        // A row that fits alone has only its tail in the way, and the tail goes to a page of its own.
        return _heights[row] <= room ? Close(row, row + 1, slices, repeats) : Divide(row, row, room, slices, repeats);
    }

    double Required(int row) => _heights[row] + (row == _heights.Length - 1 ? _tail : 0);

    bool IsTall(int row) => _heights[row] > _next * TallShare;

    int Close(int row, int end, List<RowSlice> slices, bool repeats)
    {
        for (; row < end; row++) slices.Add(new RowSlice(row, _heights[row]));
        _linesTaken = 0;
        _pages.Add(new PageSlice(slices, repeats));
        return end;
    }

    int Divide(int row, int tall, double room, List<RowSlice> slices, bool repeats)
    {
        if (tall > row) _linesTaken = 0;
        for (; row < tall; row++) slices.Add(new RowSlice(row, _heights[row]));
        var lines = _layout.LinesIn(room);
        var all = _layout.Cells.Where(cell => cell.Cell.Row == tall && cell.Cell.RowSpan == 1).Max(cell => cell.Lines.Count);
        // No last line alone on the next page.
        if (all - _linesTaken - lines == 1 && lines > FewestLines) lines--;
        var height = all - _linesTaken > lines ? _layout.TextHeight(lines) : room;
        slices.Add(new RowSlice(tall, height));
        _pages.Add(new PageSlice(slices, repeats));
        _linesTaken += lines;
        var left = Math.Max(0, all - _linesTaken);
        _heights[tall] = Math.Max(left > 0 ? _layout.TextHeight(left) : 0, _heights[tall] - height);
        if (_heights[tall] > 0.01) return tall;
        _linesTaken = 0;
        return tall + 1;
    }

    int BestBreak(int row, int end, double room)
    {
        var (best, least, used) = (end, double.MaxValue, 0.0);
        for (var at = row + 1; at <= end; at++)
        {
            used += _heights[at - 1];
            if (used < room * (1 - MostWaste) && at < end) continue;
            var cost = (room - used) / room * 100 + Penalty(row, at);
            if (cost <= least) (best, least) = (at, cost);
        }
        return best;
    }

    /// <summary>How bad a break before this row is, in hundredths of a page left empty.</summary>
    /// <param name="row">The first row of the page.</param>
    double Penalty(int row, int at)
    {
        var header = _layout.Grid.HeaderRow;
        var penalty = at == header + 1 ? 1000.0 : at < header ? 20 : 0;
        foreach (var layout in _layout.Cells)
        {
            var cell = layout.Cell;
            var (before, after) = (at - cell.Row, cell.Row + cell.RowSpan - at);
            if (before <= 0 || after <= 0) continue;
            penalty += cell.Row < header ? 40 : cell.Col == 0 ? 0 : cell.Col == 1 ? 3 : 8;
            if (cell.Row >= row && !CanDivide(layout, at)) penalty += 500;
            if (after == 1) penalty += 25;
            else if (before == 1) penalty += 15;
        }
        return penalty;
    }

    /// <summary>Whether the lines of a merged cell find room on both sides of a break, or all on one.</summary>
    bool CanDivide(CellLayout layout, int at)
    {
        var cell = layout.Cell;
        var before = _layout.LinesIn(_heights[cell.Row..at].Sum());
        var after = _layout.LinesIn(_heights[at..(cell.Row + cell.RowSpan)].Sum());
        return before + after >= layout.Lines.Count;
    }
}
