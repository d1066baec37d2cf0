using System.IO.Compression;
using System.Text;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

public class FontTests
{
    [Theory]
    [InlineData('甲', 1), InlineData('乙', 2), InlineData('丙', 3), InlineData('丁', 0)]
    public void A_font_with_the_old_character_map_is_read(char character, int glyph) =>
        Assert.Equal(glyph, TinyFont.Face().Glyph(new Rune(character)));

    [Fact]
    public void Glyphs_past_the_full_metrics_take_the_last_advance() =>
        Assert.Equal([500, 1000, 1000, 1000], Enumerable.Range(0, 4).Select(glyph => TinyFont.Face().Advance((ushort)glyph)));

    [Fact]
    public void A_subset_brings_the_parts_of_a_composite_glyph_and_renumbers_them()
    {
        var subset = new FontFace("Subset", Unpacked(FontSubset.Build(TinyFont.Face(), [3, 2])));

        Assert.Equal(4, subset.GlyphCount);
        Assert.Equal([3, 3], FontSubset.Components(subset.GlyphData(2).Span).Select(part => (int)part.Glyph));
        Assert.True(subset.GlyphData(3).Span.StartsWith(TinyFont.Face().GlyphData(1).Span));
        Assert.Equal([500, 1000, 1000, 1000], Enumerable.Range(0, 4).Select(glyph => subset.Advance((ushort)glyph)));
    }

    [Fact]
    public void An_outline_places_and_scales_the_parts_of_a_composite_glyph() => Assert.Equal(
        "200 300 m 300 300 l 300 400 l 200 400 l 200 300 l h\n50 0 m 100 0 l 100 50 l 50 50 l 50 0 l h\n",
        Outline(2));

    [Fact]
    public void Two_control_points_have_a_point_of_the_curve_between_them() => Assert.Equal(
        "0 0 m 66.67 0 100 16.67 100 50 c 100 83.33 66.67 66.67 0 0 c h\n",
        Outline(3));

    [Fact]
    public void A_print_with_another_font_reads_back_too()
    {
        var face = TinyFont.Face();
        var table = SeedForms.All[0] with { Goal = new("目标", "甲乙丙丁") };

        var pdf = new PdfEngine(new FontSet([face], [face], [face], face)).Render([table], Prints.Info);

        Prints.AssertReadsBack(table, pdf);
        Assert.Contains("甲乙丙丁", PdfText.Pages(pdf)[0]);
    }

    [Fact]
    public void What_is_no_font_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new FontFace("none", "OTTO and so on"u8.ToArray()));

    static byte[] Unpacked(FontProgram program)
    {
        using var zlib = new ZLibStream(new MemoryStream(program.Packed.ToArray()), CompressionMode.Decompress);
        var file = new byte[program.Length];
        zlib.ReadExactly(file);
        Assert.Equal(-1, zlib.ReadByte());
        return file;
    }

    static string Outline(ushort glyph)
    {
        var path = new PdfBuffer();
        GlyphOutline.Draw(TinyFont.Face(), glyph, 0, 0, 1, path);
        return Encoding.ASCII.GetString(path.Written);
    }
}
