using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A text outside the table, broken to the width of the page.</summary>
sealed class TextBlock(FontSet fonts, string text, double width, double size, FontRole role, CellAlign align)
{
    public const double Spacing = 1.4;

    readonly IReadOnlyList<TextLine> _lines = LineBreaker.Break(text, (int)(width / size * 1000), rune => fonts.Advance(rune, role));

    public double Height => _lines.Count * size * Spacing;

    /// <summary>The attachment's line, at the left.</summary>
    public static TextBlock Attachment(FontSet fonts, string text, PageFormat format) =>
        new(fonts, text, format.TextWidth, Heading.AttachmentSize, FontRole.Text, CellAlign.Left);

    /// <summary>The title of a form or of the contents, in the middle.</summary>
    public static TextBlock Title(FontSet fonts, string text, PageFormat format) =>
        new(fonts, text, format.TextWidth, Heading.TitleSize, FontRole.Title, CellAlign.Center);

    /// <summary>Width of a text in points.</summary>
    public static double Width(FontSet fonts, string text, double size, FontRole role = FontRole.Text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += fonts.Advance(rune, role);
        return width * size / 1000;
    }

    /// <summary>The lines in their places, when the block stands there.</summary>
    public IEnumerable<PlacedLine> Lines(double left, double top)
    {
        foreach (var line in _lines)
        {
            var slack = width - line.Width * size / 1000;
            var x = align == CellAlign.Left ? left : left + slack / 2;
            yield return new(text.Substring(line.Start, line.Length), x, top + size * (Spacing - 1) / 2 + size * 0.88, size, role);
            top += size * Spacing;
        }
    }
}
