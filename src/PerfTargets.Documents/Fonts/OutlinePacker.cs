using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>
/// Compresses the outlines of a document. Each is compressed by itself already (<see cref="PackedOutline"/>); what is left to find is what
/// outlines share, the radicals, and that are long stretches which a few anchors betray. One instance serves one thread.
/// </summary>
sealed class OutlinePacker
{
    const int Window = 32768, Longest = 258, TableBits = 14;

    [ThreadStatic]
    static OutlinePacker? _own;

    // For each slot the last anchor that fell into it: its hash, which tells it from others of the slot, and one more than its place.
    readonly ulong[] _anchors = new ulong[1 << TableBits];
    byte[] _bytes = [];

    /// <summary>The one of this thread.</summary>
    public static OutlinePacker Own => _own ??= new OutlinePacker();

    /// <summary>Writes the outlines one after the other.</summary>
    /// <param name="code">The code with which they were packed.</param>
    public void Write(BitWriter to, List<PackedOutline> outlines, DeflateBlock code)
    {
        Array.Clear(_anchors);
        Join(outlines);
        var start = 0;
        foreach (var outline in outlines)
        {
            Write(to, outline, start, code);
            foreach (var (at, hash) in outline.Anchors) _anchors[hash >> 32 - TableBits] = (ulong)hash << 32 | (uint)(start + at + 1);
            start += outline.Bytes.Length;
        }
    }

    void Join(List<PackedOutline> outlines)
    {
        var length = outlines.Sum(outline => outline.Bytes.Length);
        if (_bytes.Length < length) _bytes = new byte[length * 2];
        var at = 0;
        foreach (var outline in outlines)
        {
            outline.Bytes.CopyTo(_bytes, at);
            at += outline.Bytes.Length;
        }
    }

    void Write(BitWriter to, PackedOutline outline, int start, DeflateBlock code)
    {
        var done = 0;
        foreach (var (at, hash) in outline.Anchors)
        {
            var known = _anchors[hash >> 32 - TableBits];
            if ((uint)(known >> 32) != hash || at < done) continue;
            var (here, place) = (start + at, (int)(uint)known - 1);
            if (place < 0 || here - place > Window) continue;
            var length = Math.Min(outline.Bytes.Length - at, Longest);
            length = _bytes.AsSpan(here, length).CommonPrefixLength(_bytes.AsSpan(place));
            if (length < PackedOutline.AnchorLength) continue;
            var before = 0;
            while (before < at - done && before < place && length < Longest && _bytes[here - before - 1] == _bytes[place - before - 1])
                (before, length) = (before + 1, length + 1);
            outline.Write(to, done, at - before);
            code.Write(to, Token.Match(length, here - place));
            done = at - before + length;
        }
        outline.Write(to, done, outline.Bytes.Length);
    }
}
