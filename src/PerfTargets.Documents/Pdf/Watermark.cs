using System.Globalization;
using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// The status of a draft across the page: shapes of glyphs under the content, not text, so that nothing extracts or searches it.
/// </summary>
static class Watermark
{
    public const double Grey = 0.9;

    const double Em = 100, Angle = Math.PI / 7, MostEm = 150, WidthShare = 0.62;

    /// <summary>Writes the shapes once as a form of 100 points an em, its origin at the left of the baseline.</summary>
    public static int Write(PdfFile file, FontSet fonts, string text)
    {
        var (path, width) = Outlines(fonts, text);
        var box = new PdfBuffer().Num(width);
        return file.Stream($"/Type/XObject/Subtype/Form/BBox[0 -40 {Ascii(box)}120]", path.Raw("f"u8).Written);
    }

    /// <summary>The operators that bring the form to the middle of the page, rising to the right.</summary>
    public static string Placement(FontSet fonts, string text, PageFormat format)
    {
        var (cos, sin, x, y, scale) = Place(fonts, text, format);
        var place = new PdfBuffer().Raw("q "u8).Num(Grey).Raw("g "u8).Num(cos).Num(sin).Num(-sin).Num(cos).Num(x).Num(y).Raw("cm "u8)
            .Num(scale).Raw("0 0 "u8).Num(scale).Raw("0 0 cm"u8);
        return Ascii(place);
    }

    /// <summary>The shapes in their place as path data of SVG, y downward from the top of the page.</summary>
    public static string SvgPath(FontSet fonts, string text, PageFormat format)
    {
        var (cos, sin, x, y, scale) = Place(fonts, text, format);
        var (path, numbers) = (new StringBuilder(), new List<double>());
        foreach (var token in Ascii(Outlines(fonts, text).Path).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (double.TryParse(token, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number * scale);
                continue;
            }
            path.Append(token == "h" ? "Z" : token.ToUpperInvariant());
            for (var i = 0; i < numbers.Count; i += 2)
            {
                var (along, up) = (numbers[i], numbers[i + 1]);
                path.Append(CultureInfo.InvariantCulture, $"{cos * along - sin * up + x:0.##} {format.Height - sin * along - cos * up - y:0.##} ");
            }
            numbers.Clear();
        }
        return path.ToString();
    }

    static (PdfBuffer Path, double Width) Outlines(FontSet fonts, string text)
    {
        var (path, x) = (new PdfBuffer(), 0.0);
        var face = fonts.Watermark;
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.Glyph(rune);
            GlyphOutline.Draw(face, glyph, x, 0, Em / face.UnitsPerEm, path);
            x += face.Advance(glyph) * Em / 1000;
        }
        return (path, x);
    }

    static (double Cos, double Sin, double X, double Y, double Scale) Place(FontSet fonts, string text, PageFormat format)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes()) ems += fonts.Watermark.Advance(fonts.Watermark.Glyph(rune)) / 1000.0;
        var scale = Math.Min(MostEm, format.Width * WidthShare / Math.Cos(Angle) / Math.Max(1, ems)) / Em;
        var (cos, sin) = (Math.Cos(Angle), Math.Sin(Angle));
        // The middle of the words, half an em above a third of the descent, comes to the middle of the page.
        var (middleX, middleY) = (ems * Em / 2 * scale, 0.38 * Em * scale);
        return (cos, sin, format.Width / 2 - cos * middleX + sin * middleY, format.Height / 2 - sin * middleX - cos * middleY, scale);
    }

    static string Ascii(PdfBuffer buffer) => Encoding.ASCII.GetString(buffer.Written);
}
