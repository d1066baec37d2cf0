using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>What compressing an outline needs to know of it, found once in the life of the process.</summary>
/// <param name="Tokens">The outline by itself, padded to four bytes, as literals and repetitions within it.</param>
/// <param name="Length">Padded, in bytes.</param>
/// <param name="Adler">Check value of the padded bytes for zlib.</param>
/// <param name="Sum">Their sum for the table directory.</param>
sealed record GlyphTokens(Token[] Tokens, int Length, uint Adler, uint Sum)
{
    public static GlyphTokens Of(ReadOnlySpan<byte> outline)
    {
        var padded = new byte[FontSubset.Padded(outline.Length)];
        outline.CopyTo(padded);
        return new GlyphTokens(Zlib.Own.Tokens(padded).ToArray(), padded.Length, Adler32.Of(padded), FontSubset.Sum(padded));
    }
}
