using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// The status of a draft across the page: shapes of glyphs under the content, not text, so that nothing extracts or searches it.
/// </summary>
static class Watermark
{
    const double Em = 100, Grey = 0.9, Angle = Math.PI / 7, MostEm = 150, WidthShare = 0.62;

    /// <summary>Writes the shapes once as a form of 100 points an em, its origin at the left of the baseline.</summary>
    public static int Write(PdfFile file, FontSet fonts, string text)
    {
        var (path, x) = (new PdfBuffer(), 0.0);
        var face = fonts.Watermark;
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.Glyph(rune);
            GlyphOutline.Draw(face, glyph, x, 0, Em / face.UnitsPerEm, path);
            x += face.Advance(glyph) * Em / 1000;
        }
        var box = new PdfBuffer().Num(x);
        return file.Stream($"/Type/XObject/Subtype/Form/BBox[0 -40 {Ascii(box)}120]", path.Raw("f"u8).Written);
    }

    /// <summary>The operators that bring the form to the middle of the page, rising to the right.</summary>
    public static string Placement(FontSet fonts, string text, PageFormat format)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes()) ems += fonts.Watermark.Advance(fonts.Watermark.Glyph(rune)) / 1000.0;
        var scale = Math.Min(MostEm, format.Width * WidthShare / Math.Cos(Angle) / Math.Max(1, ems)) / Em;
        var (cos, sin) = (Math.Cos(Angle), Math.Sin(Angle));
        // The middle of the words, half an em above a third of the descent, comes to the middle of the page.
        var (middleX, middleY) = (ems * Em / 2 * scale, 0.38 * Em * scale);
        var place = new PdfBuffer().Raw("q "u8).Num(Grey).Raw("g "u8).Num(cos).Num(sin).Num(-sin).Num(cos)
            .Num(format.Width / 2 - cos * middleX + sin * middleY).Num(format.Height / 2 - sin * middleX - cos * middleY).Raw("cm "u8)
            .Num(scale).Raw("0 0 "u8).Num(scale).Raw("0 0 cm"u8);
        return Ascii(place);
    }

    static string Ascii(PdfBuffer buffer) => System.Text.Encoding.ASCII.GetString(buffer.Written);
}
