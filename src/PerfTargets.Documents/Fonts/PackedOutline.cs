using System.Buffers.Binary;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>A place in an outline where six bytes hash to a chosen value, so that equal stretches have it in the same spot.</summary>
readonly record struct Anchor(int At, uint Hash);

/// <summary>
/// An outline as a document takes it, padded to four bytes and each byte written in the code of its face: once in the life of the process.
/// </summary>
sealed class PackedOutline
{
    /// <summary>Bytes that an anchor looks at.</summary>
    public const int AnchorLength = 6;

    /// <summary>One place in four is an anchor.</summary>
    const uint AnchorMask = 3;

    readonly byte[] _bits;

    /// <summary>For each byte, and for the end, the bit at which its code begins.</summary>
    readonly int[] _starts;

    public PackedOutline(ReadOnlySpan<byte> outline, DeflateBlock code)
    {
        Bytes = new byte[FontSubset.Padded(outline.Length)];
        outline.CopyTo(Bytes);
        (Adler, Sum) = (Adler32.Of(Bytes), FontSubset.Sum(Bytes));
        _starts = new int[Bytes.Length + 1];
        var to = new BitWriter();
        for (var i = 0; i < Bytes.Length; i++)
        {
            code.Write(to, Token.Of(Bytes[i]));
            _starts[i + 1] = to.BitLength;
        }
        to.AlignToByte();
        _bits = to.Written.ToArray();
        Anchors = FindAnchors(Bytes);
    }

    public byte[] Bytes { get; }

    public Anchor[] Anchors { get; }

    /// <summary>Check value of the bytes for zlib.</summary>
    public uint Adler { get; }

    /// <summary>Their sum for the table directory.</summary>
    public uint Sum { get; }

    /// <summary>Writes the bytes of a part of the outline.</summary>
    public void Write(BitWriter to, int from, int end) => to.Append(_bits, _starts[from], _starts[end] - _starts[from]);

    static Anchor[] FindAnchors(ReadOnlySpan<byte> bytes)
    {
        var anchors = new Anchor[CountAnchors(bytes)];
        for (var (at, count) = (0, 0); count < anchors.Length; at++)
        {
            if (Hash(bytes[at..]) is var hash && IsAnchor(hash)) anchors[count++] = new Anchor(at, hash);
        }
        return anchors;
    }

    static int CountAnchors(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var at = 0; at + sizeof(ulong) <= bytes.Length; at++) if (IsAnchor(Hash(bytes[at..]))) count++;
        return count;
    }

    static uint Hash(ReadOnlySpan<byte> bytes) =>
        (uint)((BinaryPrimitives.ReadUInt64LittleEndian(bytes) << 64 - 8 * AnchorLength) * 0x9E3779B97F4A7C15 >> 32);

    static bool IsAnchor(uint hash) => (hash & AnchorMask) == 0;
}
