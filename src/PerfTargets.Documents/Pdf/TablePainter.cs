namespace PerfTargets.Documents.Pdf;

/// <summary>Draws the pages of one table and marks each text as the content of its TH or TD.</summary>
sealed class TablePainter
{
    const double OuterRule = 1, InnerRule = 0.5;

    readonly PdfCanvas _canvas;
    readonly FormLayout _layout;
    readonly double _left;
    readonly Dictionary<GridCell, IReadOnlyList<StructElement>> _paragraphs = new(ReferenceEqualityComparer.Instance);

    public TablePainter(PdfCanvas canvas, FormLayout layout, double left, StructElement section)
    {
        (_canvas, _layout, _left) = (canvas, layout, left);
        var table = canvas.Structure.Add("Table", section);
        foreach (var row in layout.Grid.Rows)
        {
            var element = canvas.Structure.Add("TR", table);
            foreach (var cell in row.Cells) _paragraphs[cell] = AddCell(cell, element);
        }
    }

    /// <returns>Where the table ends, in points below the top of the page.</returns>
    public double Paint(PageSlice page, IReadOnlyList<CellPart> parts, double top)
    {
        var start = top;
        var header = page.RepeatsHeader ? _layout.RowHeights[_layout.Grid.HeaderRow] : 0;
        top += header;
        var height = page.Rows.Sum(row => row.Height);
        PaintRules(page, parts, start, header, height);
        if (page.RepeatsHeader) PaintRepeatedHeader(start, header);
        foreach (var part in parts) PaintText(part, top);
        return top + height;
    }

    /// <summary>One element per paragraph: the cell itself when it has only one, else a P for each.</summary>
    List<StructElement> AddCell(GridCell cell, StructElement row)
    {
        var element = _canvas.Structure.Add(cell.Scope == HeaderScope.None ? "TD" : "TH", row, Attributes(cell));
        var paragraphs = cell.Text.AsSpan().Count('\n') + 1;
        if (paragraphs == 1) return [element];
        return [.. Enumerable.Range(0, paragraphs).Select(_ => _canvas.Structure.Add("P", element))];
    }

    static string Attributes(GridCell cell)
    {
        var scope = cell.Scope switch { HeaderScope.Row => "/Scope/Row", HeaderScope.Column => "/Scope/Column", _ => "" };
        var rows = cell.RowSpan > 1 ? $"/RowSpan {cell.RowSpan}" : "";
        var columns = cell.ColSpan > 1 ? $"/ColSpan {cell.ColSpan}" : "";
        return scope + rows + columns is { Length: > 0 } some ? $"/A<</O/Table{some}>>" : "";
    }

    void PaintRules(PageSlice page, IReadOnlyList<CellPart> parts, double start, double header, double height)
    {
        var width = _layout.Cells.Max(cell => cell.Left + cell.Width);
        _canvas.BeginArtifact("Layout");
        foreach (var cell in page.RepeatsHeader ? HeaderCells() : []) _canvas.Rectangle(_left + cell.Left, start, cell.Width, header);
        foreach (var part in parts) _canvas.Rectangle(_left + part.Layout.Left, start + header + part.Top, part.Layout.Width, part.Height);
        _canvas.Stroke(InnerRule);
        _canvas.Rectangle(_left, start, width, header + height);
        _canvas.Stroke(OuterRule);
        _canvas.EndTag();
    }

    void PaintRepeatedHeader(double top, double height)
    {
        foreach (var cell in HeaderCells()) PaintText(new CellPart(cell, 0, height, 0, cell.Lines.Count, true, false), top);
    }

    IEnumerable<CellLayout> HeaderCells() => _layout.Cells.Where(cell => cell.Cell.Row == _layout.Grid.HeaderRow);

    void PaintText(CellPart part, double top)
    {
        if (part.LineCount == 0) return;
        var lines = part.Layout.Lines;
        var elements = _paragraphs[part.Layout.Cell];
        var paragraph = part.Repeated ? 0 : lines.Take(part.FirstLine).Count(line => line.EndsParagraph);
        var y = top + part.Top + part.TextTop(_layout);
        var open = false;
        if (part.Repeated) _canvas.BeginArtifact("Pagination");
        for (var i = part.FirstLine; i < part.FirstLine + part.LineCount; i++, y += _layout.LineHeight)
        {
            if (lines[i].Length > 0)
            {
                if (!open && !part.Repeated) _canvas.BeginTag(elements[paragraph]);
                open = !part.Repeated;
                PaintLine(part.Layout, lines[i], y);
            }
            if (!lines[i].EndsParagraph) continue;
            paragraph++;
            if (open) _canvas.EndTag();
            open = false;
        }
        if (open || part.Repeated) _canvas.EndTag();
    }

    void PaintLine(CellLayout layout, TextLine line, double top)
    {
        var (cell, (x, spacing)) = (layout.Cell, layout.Place(line, _layout.Size));
        _canvas.Text(
            cell.Text.AsSpan(line.Start, line.Length), _left + layout.Left + x, top + _layout.Baseline, _layout.Size, cell.Role, spacing);
    }
}
