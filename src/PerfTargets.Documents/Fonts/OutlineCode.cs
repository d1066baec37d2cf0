using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>The code of a face's outlines: the same in all documents, so that outlines are compressed once and put together bit by bit.</summary>
static class OutlineCode
{
    /// <summary>Outlines from all over the face that the code is fitted to.</summary>
    const int Samples = 60;

    public static DeflateBlock FittedTo(FontFace face)
    {
        using var all = new MemoryStream();
        for (var i = 0; i < Samples; i++) all.Write(face.GlyphData((int)((long)i * face.GlyphCount / Samples)).Span);
        return DeflateBlock.For(Zlib.Own.Tokens(all.ToArray()), forAny: true);
    }
}
