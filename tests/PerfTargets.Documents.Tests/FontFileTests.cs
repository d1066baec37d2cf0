using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Tests;

/// <summary>Faces as whole files for other libraries.</summary>
public class FontFileTests
{
    static FontFace Serif { get; } = FontSet.Embedded.Resolve(new Rune('目'), FontRole.Text).Face;

    static byte[] File { get; } = FontFile.Of(Serif);

    static FontFace Whole { get; } = new("Whole", File);

    [Fact]
    public void It_has_the_characters_of_the_face_each_with_a_glyph_of_its_own()
    {
        var characters = Whole.Characters.ToList();

        Assert.Equal(Serif.Characters.Select(pair => pair.Code), characters.Select(pair => pair.Code));
        Assert.Equal(characters.Count, characters.Select(pair => pair.Glyph).Distinct().Count());
        Assert.Equal(Serif.Glyph(new Rune('⽬')), Serif.Glyph(new Rune('目')));
    }

    [Fact]
    public void Every_character_has_the_outline_and_the_width_that_it_had()
    {
        foreach (var (code, glyph) in Whole.Characters)
        {
            var before = Serif.Glyph(new Rune(code));
            Assert.Equal(Serif.Advance(before), Whole.Advance(glyph));
            Assert.True(Whole.GlyphData(glyph).Span.StartsWith(Serif.GlyphData(before).Span), $"U+{code:X4}");
        }
    }

    [Fact]
    public void The_sums_of_the_file_and_of_its_tables_are_right()
    {
        Assert.Equal(0xB1B0AFBA, FontSubset.Sum(File));
        for (var entry = 12; entry < 12 + FontFace.U16(File, 4) * 16; entry += 16)
        {
            var tag = Encoding.ASCII.GetString(File, entry, 4);
            var data = File.AsSpan((int)FontFace.U32(File, entry + 8), FontSubset.Padded((int)FontFace.U32(File, entry + 12))).ToArray();
            // The sum of head counts the sum of the file as 0.
            if (tag == "head") data.AsSpan(8, 4).Clear();
            Assert.True(FontFace.U32(File, entry + 4) == FontSubset.Sum(data), tag);
        }
    }

    [Fact]
    public void Nothing_in_it_draws_ligatures_or_moves_letters() =>
        Assert.All((string[])["GSUB", "GPOS", "kern"], tag => Assert.False(Whole.Has(tag), tag));
}
