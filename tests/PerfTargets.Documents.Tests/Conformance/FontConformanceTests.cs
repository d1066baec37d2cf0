using System.Text;
using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>ISO 19005-2, 6.2.11, and ISO 14289-1, 7.21: fonts and what their codes mean.</summary>
public class FontConformanceTests
{
    public static TheoryData<string> Files => SampleFiles.Names;

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_11_2_composite_TrueType_fonts_with_names_of_subsets(string name) => Assert.All(Fonts(name), font =>
    {
        var descendant = Descendant(font);

        Assert.Equal(("Font", "Type0", "Identity-H"), (font["Type"].Name, font["Subtype"].Name, font["Encoding"].Name));
        Assert.Equal(("Font", "CIDFontType2"), (descendant["Type"].Name, descendant["Subtype"].Name));
        Assert.Matches("^[A-Z]{6}[+](Noto(Serif|Sans)SC-(Regular|Bold)|Tiny)$", font["BaseFont"].Name);
        Assert.Equal(font["BaseFont"].Name, descendant["BaseFont"].Name);
        Assert.Equal(font["BaseFont"].Name, descendant["FontDescriptor"]["FontName"].Name);
    });

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_11_3_system_information_fits_and_codes_are_glyphs(string name) => Assert.All(Fonts(name), font =>
    {
        var system = Descendant(font)["CIDSystemInfo"];

        Assert.Equal(("Adobe", "Identity", 0), (system["Registry"].Text, system["Ordering"].Text, system["Supplement"].Int));
        Assert.Equal("Identity", Descendant(font)["CIDToGIDMap"].Name);
    });

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_11_4_every_font_is_embedded_with_all_glyphs_used(string name) => Assert.All(Fonts(name), font =>
    {
        var descriptor = Descendant(font)["FontDescriptor"];
        var program = Program(font);

        Assert.Equal(descriptor["FontFile2"]["Length1"].Int, program.File.Length);
        Assert.False(descriptor["CIDSet"].Exists);
        Assert.All(Codes(font), code => Assert.InRange(code, 0, program.GlyphCount - 1));
    });

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_11_5_widths_agree_with_the_program(string name) => Assert.All(Fonts(name), font =>
    {
        var (widths, program) = (PlacedFont.Of(font).Widths, Program(font));

        for (var glyph = 0; glyph < program.GlyphCount; glyph++)
            Assert.InRange(widths.GetValueOrDefault(glyph, Descendant(font)["DW"].Number), program.Advance(glyph) - 1, program.Advance(glyph) + 1);
    });

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_11_7_2_every_code_used_has_a_real_character(string name) => Assert.All(Fonts(name), font =>
    {
        var map = PlacedFont.Of(font).Characters;

        Assert.All(Codes(font), code => Assert.NotEmpty(map[code]));
        Assert.All(map.Values, text => Assert.DoesNotContain(text, one => one is '\0' or '\uFEFF' or '\uFFFE'));
        Assert.All(map.Values, text => Assert.All(text, one => Assert.False(one is >= '\u2E80' and <= '\u2FDF', "A radical in place of a character.")));
        Assert.All(map.Values, text => Assert.Single(text.EnumerateRunes()));
    });

    /// <summary>What no face has is drawn as a visible box of its own number, with its character kept.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_11_8_no_text_shows_notdef(string name) =>
        Assert.All(Fonts(name), font => Assert.DoesNotContain(0, Codes(font)));

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_9_10_3_the_map_to_Unicode_keeps_its_ranges(string name) => Assert.All(Fonts(name), font =>
    {
        var text = Encoding.ASCII.GetString(font["ToUnicode"].Data);

        Assert.Contains("1 begincodespacerange<0000><FFFF>endcodespacerange", text);
        Assert.Contains("/CMapName/", text);
        Assert.All(PlacedFont.Ranges(font), range =>
        {
            Assert.InRange(range.Last - range.First + 1, 1, 100);
            Assert.Equal(range.First >> 8, range.Last >> 8);
            Assert.Equal(range.Last - range.First + 1, range.Characters.Length);
        });
    });

    [Theory, MemberData(nameof(Files))]
    public void ISO_14496_22_tables_are_sorted_apart_and_have_right_sums(string name) => Assert.All(Fonts(name), font =>
    {
        var program = Program(font);
        var tables = program.Tables;

        Assert.Equal(tables.Select(table => table.Tag).Order(StringComparer.Ordinal), tables.Select(table => table.Tag));
        Assert.All(tables, table =>
        {
            Assert.Equal(0, table.Start % 4);
            Assert.InRange(table.Start + table.Length, 12 + tables.Count * 16, program.File.Length);
            var bytes = program.File[table.Start..(table.Start + table.Length)];
            if (table.Tag == "head") bytes.AsSpan(8, 4).Clear();
            Assert.Equal(table.Sum, TrueType.Sum(bytes));
        });
        Assert.Equal(0xB1B0AFBA, TrueType.Sum(program.File));
        var ordered = tables.OrderBy(table => table.Start).ToArray();
        foreach (var (one, next) in ordered.Zip(ordered.Skip(1))) Assert.True(one.Start + one.Length <= next.Start);
    });

    [Theory, MemberData(nameof(Files))]
    public void ISO_14496_22_outlines_follow_one_another_within_glyf(string name) => Assert.All(Fonts(name), font =>
    {
        var program = Program(font);

        Assert.True(program.IsLong);
        Assert.Equal((program.GlyphCount + 1) * 4, program.Loca.Length);
        Assert.Equal(program.GlyphCount, TrueType.U16(program.Hhea, 34));
        for (var glyph = 0; glyph < program.GlyphCount; glyph++) Assert.InRange(program.Offset(glyph + 1), program.Offset(glyph), program.Glyf.Length);
        Assert.Equal(program.Glyf.Length, program.Offset(program.GlyphCount));
    });

    /// <summary>The outlines were packed apart and put together; unpacked they are those of the face.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Every_outline_is_that_of_the_face(string name) => Assert.All(Fonts(name), font =>
    {
        var (program, face, characters) = (Program(font), Face(font), PlacedFont.Of(font).Characters);

        Assert.All(characters, one =>
        {
            var rune = one.Value.EnumerateRunes().Single();
            if (face.Glyph(rune) is var glyph and not 0 && face.GlyphData(glyph).Span is { Length: > 2 } data && data[0] < 0x80)
                Assert.True(program.Outline(one.Key).AsSpan().StartsWith(data.ToArray()), one.Value);
        });
    });

    static Fonts.FontFace Face(PdfNode font)
    {
        var name = font["BaseFont"].Name![7..];
        return name == "Tiny" ? TinyFont.Face() : new(name, PerfTargets.Documents.Fonts.EmbeddedFile.Open(name + ".ttf"));
    }

    static IReadOnlyList<PdfNode> Fonts(string file) =>
        [.. SampleFiles.Read(file).Nodes.Where(node => node.IsDictionary && node["Subtype"].Name == "Type0")];

    static PdfNode Descendant(PdfNode font) => Assert.Single(font["DescendantFonts"].Items);

    static TrueType Program(PdfNode font) => new(Descendant(font)["FontDescriptor"]["FontFile2"].Data);

    /// <summary>Every code that text on a page shows in the font.</summary>
    static HashSet<int> Codes(PdfNode font)
    {
        var codes = new HashSet<int>();
        foreach (var page in font.File.Pages)
        {
            var current = 0;
            foreach (var (name, operands, _) in new MarkedPage(page).Operators)
            {
                if (name == "Tf") current = page["Resources"]["Font"][((PdfName)operands[0]!).Value].Id;
                if (name == "Tj" && current == font.Id) codes.UnionWith(((PdfString)operands[0]!).Bytes.Chunk(2).Select(pair => pair[0] << 8 | pair[1]));
            }
        }
        Assert.NotEmpty(codes);
        return codes;
    }
}
