using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A text outside the table, broken to the width of the page.</summary>
sealed class TextBlock(PdfCanvas canvas, string text, double width, double size, FontRole role, CellAlign align)
{
    public const double Spacing = 1.4;

    readonly IReadOnlyList<TextLine> _lines = LineBreaker.Break(text, (int)(width / size * 1000), rune => canvas.Advance(rune, role));

    public double Height => _lines.Count * size * Spacing;

    /// <summary>Width of a text in points.</summary>
    public static double Width(PdfCanvas canvas, string text, double size, FontRole role = FontRole.Text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += canvas.Advance(rune, role);
        return width * size / 1000;
    }

    /// <summary>Draws the lines as the content of one element.</summary>
    public void Paint(StructElement element, double left, double top)
    {
        canvas.BeginTag(element);
        foreach (var line in _lines)
        {
            var slack = width - line.Width * size / 1000;
            var x = align == CellAlign.Left ? left : left + slack / 2;
            canvas.Text(text.AsSpan(line.Start, line.Length), x, top + size * (Spacing - 1) / 2 + size * 0.88, size, role);
            top += size * Spacing;
        }
        canvas.EndTag();
    }
}
