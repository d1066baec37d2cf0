using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>Draws one form: on its first page the headings, on the others 续表, the table, and below a 送审件 the lines to sign.</summary>
sealed class FormPainter
{
    readonly PdfCanvas _canvas;
    readonly OfficialTable _table;
    readonly PageFormat _format;
    readonly StructElement _section;
    readonly string? _attachment;
    int _first;

    public FormPainter(PdfCanvas canvas, OfficialTable table, string? attachment)
    {
        (_canvas, _table, _attachment) = (canvas, table, attachment);
        _format = PageFormat.Of(table.Orientation);
        _section = canvas.Structure.AddPart("Sect");
    }

    FontSet Fonts => _canvas.Fonts;

    /// <returns>The object of the form's first page.</returns>
    public int Paint()
    {
        var heading = new Heading(_canvas, _format, _section);
        if (_attachment is not null) heading.Add("P", TextBlock.Attachment(Fonts, _attachment, _format));
        heading.Add("H1", TextBlock.Title(Fonts, _table.Title, _format));
        heading.AddYearAndUnit();
        var foot = SignatureBlock.HeightOf(_table, _format, Fonts);
        var (layout, pages) = Paginator.Divide(TableGrid.From(_table), Fonts, _format, heading.Height, foot);
        var body = new TablePainter(_canvas, layout, _format.Side, _section);
        var parts = CellPlan.Of(layout, pages);
        var bottom = 0.0;
        for (var i = 0; i < pages.Count; i++)
        {
            if (i == 0) BeginPage(heading);
            else ContinuePage();
            bottom = body.Paint(pages[i], parts[i], i == 0 ? _format.Top + heading.Height : _format.Top + Heading.ContinuationHeight);
            if (i < pages.Count - 1) EndPage();
        }
        if (SignatureBlock.NeedsPage(bottom, foot, _format))
        {
            EndPage();
            ContinuePage();
            bottom = _format.Top + Heading.ContinuationHeight;
        }
        foreach (var line in SignatureBlock.Lines(_table, _format, Fonts, bottom)) _canvas.Paint(_canvas.Structure.Add("P", _section), [line]);
        EndPage();
        _canvas.Structure.EndPart();
        return _first;
    }

    void BeginPage(Heading heading)
    {
        _canvas.BeginPage(_format);
        _first = _canvas.Page;
        PaintWatermark();
        heading.Paint(_table);
    }

    void ContinuePage()
    {
        _canvas.BeginPage(_format);
        PaintWatermark();
        _canvas.PaintArtifact("Pagination", Heading.Continued(_table, _format, Fonts));
    }

    void EndPage()
    {
        _canvas.PaintArtifact("Pagination", [Heading.PageNumber(_canvas.PageCount, _format, Fonts)]);
        _canvas.EndPage();
    }

    void PaintWatermark()
    {
        if (_table is { Purpose: PrintPurpose.Draft, StatusText.Length: > 0 }) _canvas.Watermark(_table.StatusText);
    }
}
