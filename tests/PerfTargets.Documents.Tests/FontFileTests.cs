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

    /// <summary>Numbers of glyphs have two bytes: without the check the file would be one of another font.</summary>
    [Fact]
    public void A_face_with_too_many_characters_for_a_glyph_each_is_refused()
    {
        // Square 甲 for each of 65 533 characters; with the three glyphs that no character has, 65 535 and one more.
        Assert.Equal(ushort.MaxValue, new FontFace("Whole", FontFile.Of(With(65_532))).GlyphCount);
        Assert.Contains("65536", Assert.Throws<NotSupportedException>(() => FontFile.Of(With(65_533))).Message);

        static FontFace With(int characters)
        {
            uint[] head = [1, 0x0003_000A, 12, 12 << 16, (uint)(16 + characters * 12), 0, (uint)characters];
            var groups = Enumerable.Range(0x1_0000, characters).SelectMany(code => new[] { (uint)code, (uint)code, 1u });
            return new("Many", TinyFont.Build(characters: [.. head.Concat(groups).SelectMany(word => BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word)))]));
        }
    }

    [Fact]
    public void Nothing_in_it_draws_ligatures_or_moves_letters() =>
        Assert.All((string[])["GSUB", "GPOS", "kern"], tag => Assert.False(Whole.Has(tag), tag));
}
