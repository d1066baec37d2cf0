using System.Buffers.Binary;
using System.Runtime.CompilerServices;
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

    // Compiled well at once: the first document of a process needs it most.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        Anchors = [.. FindAnchors()];
    }

    public byte[] Bytes { get; }

    public Anchor[] Anchors { get; }

    /// <summary>Check value of the bytes for zlib.</summary>
    public uint Adler { get; }

    /// <summary>Their sum for the table directory.</summary>
    public uint Sum { get; }

    /// <summary>Writes the bytes of a part of the outline.</summary>
    public void Write(BitWriter to, int from, int end) => to.Append(_bits, _starts[from], _starts[end] - _starts[from]);

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
