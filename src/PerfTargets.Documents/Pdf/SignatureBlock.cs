namespace PerfTargets.Documents.Pdf;

/// <summary>The lines to sign below the table of a 送审件, and room for the seal at the lower right.</summary>
sealed class SignatureBlock
{
    const double Size = 10.5, Above = 9, LineHeight = 15, SealRoom = 34, Side = 4, LeastBetween = 12;

    readonly PdfCanvas _canvas;
    readonly PageFormat _format;
    readonly StructElement _section;
    readonly OfficialTable _table;
    readonly string[] _lines;
    readonly double[] _widths;

    /// <summary>Between two lines that stand side by side; the last ends at the right edge.</summary>
    readonly double _between;

    public SignatureBlock(PdfCanvas canvas, PageFormat format, StructElement section, OfficialTable table)
    {
        (_canvas, _format, _section, _table) = (canvas, format, section, table);
        _lines = [.. table.Signatures.Select(line => line.Label + line.Value)];
        _widths = [.. _lines.Select(line => TextBlock.Width(canvas, line, Size))];
        _between = (format.TextWidth - 2 * Side - _widths.Sum()) / Math.Max(1, _lines.Length - 1);
    }

    /// <summary>0 when nothing is printed.</summary>
    public double Height => _table.Purpose != PrintPurpose.Submission ? 0
        : Above + LineHeight * (IsStacked ? _lines.Length : 1) + SealRoom;

    /// <summary>Lines too long to stand side by side stand one below the other.</summary>
    bool IsStacked => _between < LeastBetween;

    public void Paint(double top)
    {
        if (Height == 0) return;
        var (x, baseline) = (_format.Side + Side, top + Above + Size);
        for (var i = 0; i < _lines.Length; i++)
        {
            Paint(_lines[i], x, baseline);
            if (!IsStacked) x += _widths[i] + _between;
            else if (i < _lines.Length - 1) baseline += LineHeight;
        }
        var width = TextBlock.Width(_canvas, _table.SealLabel, Size);
        Paint(_table.SealLabel, _format.Width - _format.Side - width - 60, baseline + LineHeight + SealRoom / 2);
    }

    void Paint(string text, double x, double baseline)
    {
        _canvas.BeginTag(_canvas.Structure.Add("P", _section));
        _canvas.Text(text, x, baseline, Size);
        _canvas.EndTag();
    }
}
