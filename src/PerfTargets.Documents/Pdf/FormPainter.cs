using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>Draws one form: on its first page the headings, on the others 续表, the table, and below a 送审件 the lines to sign.</summary>
sealed class FormPainter
{
    public const double LineSize = 10.5, PageNumberRise = 26;

    const double UnitSize = Heading.UnitSize, ContinuationHeight = Heading.ContinuationHeight;

    readonly PdfCanvas _canvas;
    readonly FontSet _fonts;
    readonly OfficialTable _table;
    readonly PageFormat _format;
    readonly StructElement _section;
    readonly string? _attachment;
    int _first;

    public FormPainter(PdfCanvas canvas, FontSet fonts, OfficialTable table, string? attachment)
    {
        (_canvas, _fonts, _table, _attachment) = (canvas, fonts, table, attachment);
        _format = PageFormat.Of(table.Orientation);
        _section = canvas.Structure.AddPart("Sect");
    }

    /// <returns>The object of the form's first page.</returns>
    public int Paint()
    {
        var heading = new Heading(_canvas, _format, _section);
        if (_attachment is not null) heading.Add("P", _attachment, Heading.AttachmentSize, FontRole.Text, CellAlign.Left);
        heading.Add("H1", _table.Title, Heading.TitleSize, FontRole.Title, CellAlign.Center);
        heading.AddYearAndUnit(_table.YearLine, _table.MoneyUnit);
        var foot = new SignatureBlock(_canvas, _format, _section, _table);
        var (layout, pages) = Paginator.Divide(TableGrid.From(_table), _fonts, _format, heading.Height, foot.Height);
        var body = new TablePainter(_canvas, layout, _format.Side, _section);
        var parts = CellPlan.Of(layout, pages);
        var bottom = 0.0;
        for (var i = 0; i < pages.Count; i++)
        {
            if (i == 0) BeginPage(heading);
            else ContinuePage();
            bottom = body.Paint(pages[i], parts[i], i == 0 ? _format.Top + heading.Height : _format.Top + ContinuationHeight);
            if (i < pages.Count - 1) EndPage();
        }
        if (foot.Height > 0 && bottom + foot.Height > _format.Height - _format.Bottom + 0.01)
        {
            EndPage();
            ContinuePage();
            bottom = _format.Top + ContinuationHeight;
        }
        foot.Paint(bottom);
        EndPage();
        _canvas.Structure.EndPart();
        return _first;
    }

    void BeginPage(Heading heading)
    {
        _canvas.BeginPage(_format);
        _first = _canvas.Page;
        PaintWatermark();
        heading.Paint();
    }

    void ContinuePage()
    {
        _canvas.BeginPage(_format);
        PaintWatermark();
        _canvas.BeginArtifact("Pagination");
        var baseline = _format.Top + UnitSize;
        _canvas.Text(Heading.Continuation, _format.Side, baseline, UnitSize);
        _canvas.Text(_table.MoneyUnit, _format.Width - _format.Side - Width(_table.MoneyUnit), baseline, UnitSize);
        _canvas.EndTag();
    }

    void EndPage()
    {
        var number = PageNumber(_canvas.PageCount);
        _canvas.BeginArtifact("Pagination");
        _canvas.Text(number, (_format.Width - Width(number)) / 2, _format.Height - PageNumberRise, LineSize);
        _canvas.EndTag();
        _canvas.EndPage();
    }

    public static string PageNumber(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"— {number} —");

    void PaintWatermark()
    {
        if (_table is { Purpose: PrintPurpose.Draft, StatusText.Length: > 0 }) _canvas.Watermark(_table.StatusText);
    }

    double Width(string text) => TextBlock.Width(_canvas, text, LineSize);
}
