using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>An outline as it stands in a font program, compressed with the code of its face.</summary>
/// <param name="Bits">The compressed bytes, <paramref name="BitCount"/> bits of them.</param>
/// <param name="Length">Uncompressed, a multiple of four bytes.</param>
/// <param name="Adler">Check value of the uncompressed bytes for zlib.</param>
/// <param name="Sum">Sum of the uncompressed bytes for the table directory.</param>
sealed record PackedGlyph(byte[] Bits, int BitCount, int Length, uint Adler, uint Sum);

/// <summary>
/// The outlines of a face, each compressed once in the life of the process. A document's subset is put together from them bit by bit,
/// which leaves almost nothing of the cost of compressing a font. Safe for all threads.
/// </summary>
sealed class PackedGlyphs(FontFace face)
{
    /// <summary>Outlines from all over the face that its code is fitted to.</summary>
    const int Samples = 200;

    readonly Lazy<DeflateBlock> _block = new(() => FittedTo(face));

    // Two threads may pack the same glyph; the results are equal.
    readonly PackedGlyph?[] _packed = new PackedGlyph?[face.GlyphCount];

    /// <summary>The code that all outlines of the face are written with.</summary>
    public DeflateBlock Block => _block.Value;

    public PackedGlyph this[ushort glyph] => _packed[glyph] ??= Pack(face.GlyphData(glyph));

    public PackedGlyph Pack(ReadOnlySpan<byte> outline)
    {
        var padded = Padded(outline);
        var to = new BitWriter();
        Block.Write(to, Zlib.Tokens(padded));
        var count = to.BitLength;
        return new PackedGlyph(to.ToArray(), count, padded.Length, Adler32.Of(padded), FontSubset.Sum(padded));
    }

    static DeflateBlock FittedTo(FontFace face)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < Samples; i++)
        {
            foreach (var token in Zlib.Tokens(Padded(face.GlyphData((ushort)((long)i * face.GlyphCount / Samples))))) tokens.Add(token);
        }
        return DeflateBlock.For([.. tokens], forAny: true);
    }

    static byte[] Padded(ReadOnlySpan<byte> outline)
    {
        var padded = new byte[(outline.Length + 3) & ~3];
        outline.CopyTo(padded);
        return padded;
    }
}
