namespace PerfTargets.Documents.Pdf;

/// <summary>The part of a cell on a page and the lines that stand in it. Top in points below the table's top on that page.</summary>
/// <param name="Repeated">The lines stand on an earlier page already and are repeated for the eye only.</param>
sealed record CellPart(CellLayout Layout, double Top, double Height, int FirstLine, int LineCount, bool Repeated, bool Divided)
{
    /// <summary>From the top of the part to its first line.</summary>
    public double TextTop(FormLayout layout) => (Divided ? 2 * layout.Padding : Height - LineCount * layout.LineHeight) / 2;
}

/// <summary>Decides which lines of each cell stand on which page.</summary>
static class CellPlan
{
    /// <returns>For each page its cells in reading order.</returns>
    public static IReadOnlyList<IReadOnlyList<CellPart>> Of(FormLayout layout, IReadOnlyList<PageSlice> pages)
    {
        var plan = pages.Select(_ => new List<CellPart>()).ToArray();
        var boxes = pages.Select(Boxes).ToArray();
        foreach (var cell in layout.Cells)
        {
            var places = new List<Place>();
            for (var page = 0; page < pages.Count; page++)
            {
                if (On(page, cell.Cell, pages[page], boxes[page]) is { } place) places.Add(place);
            }
            Assign(layout, cell, places, plan);
        }
        return plan;
    }

    static double[] Boxes(PageSlice page)
    {
        var edges = new double[page.Rows.Count + 1];
        for (var i = 0; i < page.Rows.Count; i++) edges[i + 1] = edges[i] + page.Rows[i].Height;
        return edges;
    }

    static Place? On(int number, GridCell cell, PageSlice page, double[] edges)
    {
        var first = page.Rows[0].Row;
        var from = Math.Max(cell.Row, first) - first;
        var to = Math.Min(cell.Row + cell.RowSpan - first, page.Rows.Count);
        return from < to ? new Place(number, edges[from], edges[to] - edges[from]) : null;
    }

    static void Assign(FormLayout layout, CellLayout cell, List<Place> places, List<CellPart>[] plan)
    {
        var all = cell.Lines.Count;
        // A label stands whole on the first page that holds it and is repeated on the others.
        var whole = places.Count == 1 ? 0
            : cell.Cell.Scope == HeaderScope.None ? -1
            : places.FindIndex(place => layout.LinesIn(place.Height) >= all);
        var next = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var (page, top, height) = places[i];
            var fit = layout.LinesIn(height);
            var count = whole >= 0 ? i == whole || fit >= all ? all : 0 : i == places.Count - 1 ? all - next : Math.Min(all - next, fit);
            var first = whole >= 0 ? 0 : next;
            plan[page].Add(new CellPart(cell, top, height, first, count, whole >= 0 && i != whole, whole < 0));
            next += count;
        }
    }

    /// <summary>Where a cell stands on a page, as <see cref="CellPart"/> has it.</summary>
    sealed record Place(int Page, double Top, double Height);
}
