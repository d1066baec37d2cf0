using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>A place in an outline where six bytes hash to a chosen value, so that equal stretches have it in the same spot.</summary>
readonly record struct Anchor(int At, uint Hash);

/// <summary>
/// An outline as a document takes it, padded to four bytes and compressed by itself with the code of its face: found once in the life of
/// the process.
/// </summary>
sealed class PackedOutline
{
    /// <summary>Bytes that an anchor looks at.</summary>
    public const int AnchorLength = 6;

    /// <summary>One place in four is an anchor.</summary>
    const uint AnchorMask = 3;

    readonly byte[] _bits;
    readonly Token[] _tokens;
    readonly int[] _starts, _bitStarts;

    // Compiled well at once: the first document of a process needs it most.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PackedOutline(ReadOnlySpan<byte> outline, DeflateBlock code)
    {
        Bytes = new byte[FontSubset.Padded(outline.Length)];
        outline.CopyTo(Bytes);
        (Adler, Sum) = (Adler32.Of(Bytes), FontSubset.Sum(Bytes));
        _tokens = Zlib.Own.Tokens(Bytes).ToArray();
        (_starts, _bitStarts) = (new int[_tokens.Length + 1], new int[_tokens.Length + 1]);
        var to = new BitWriter();
        for (var i = 0; i < _tokens.Length; i++)
        {
            code.Write(to, _tokens[i]);
            (_starts[i + 1], _bitStarts[i + 1]) = (_starts[i] + _tokens[i].Covers, to.BitLength);
        }
        to.AlignToByte();
        _bits = to.Written.ToArray();
        Anchors = [.. FindAnchors()];
    }

    public byte[] Bytes { get; }

    public Anchor[] Anchors { get; }

    /// <summary>Check value of the bytes for zlib.</summary>
    public uint Adler { get; }

    /// <summary>Their sum for the table directory.</summary>
    public uint Sum { get; }

    /// <summary>Writes the bytes of a part of the outline.</summary>
    public void Write(BitWriter to, int from, int end, DeflateBlock code)
    {
        if (from >= end) return;
        var first = Array.BinarySearch(_starts, from);
        if (first < 0)
        {
            // The part begins within a token.
            first = ~first;
            WriteEnds(to, _tokens[first - 1], from, Math.Min(end, _starts[first]), code);
            if (_starts[first] >= end) return;
        }
        var last = Array.BinarySearch(_starts, end);
        if (last < 0) last = ~last - 1;
        to.Append(_bits, _bitStarts[first], _bitStarts[last] - _bitStarts[first]);
        if (_starts[last] < end) WriteEnds(to, _tokens[last], _starts[last], end, code);
    }

    /// <summary>Some of the bytes that a token covers.</summary>
    void WriteEnds(BitWriter to, Token token, int from, int end, DeflateBlock code)
    {
        if (end - from >= Token.Shortest) code.Write(to, Token.Match(end - from, token.Distance));
        else foreach (var value in Bytes.AsSpan(from..end)) code.Write(to, Token.Of(value));
    }

    IEnumerable<Anchor> FindAnchors()
    {
        for (var at = 0; at + sizeof(ulong) <= Bytes.Length; at++)
        {
            var bytes = BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(at)) << 64 - 8 * AnchorLength;
            var hash = (uint)(bytes * 0x9E3779B97F4A7C15 >> 32);
            if ((hash & AnchorMask) == 0) yield return new Anchor(at, hash);
        }
    }
}
