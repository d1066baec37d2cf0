using System.Buffers.Binary;
using System.Text;

namespace PerfTargets.Documents.Tests.Reading;

/// <summary>The tables of a TrueType file (ISO/IEC 14496-22), as far as an embedded font program has them.</summary>
sealed class TrueType
{
    public TrueType(byte[] file)
    {
        File = file;
        for (var at = 12; at < 12 + U16(file, 4) * 16; at += 16)
            Tables.Add((Encoding.ASCII.GetString(file, at, 4), U32(file, at + 4), (int)U32(file, at + 8), (int)U32(file, at + 12)));
        (Head, Hhea, Hmtx, Loca, Glyf) = (Table("head"), Table("hhea"), Table("hmtx"), Table("loca"), Table("glyf"));
        GlyphCount = U16(Table("maxp"), 4);
    }

    public byte[] File { get; }

    public List<(string Tag, uint Sum, int Start, int Length)> Tables { get; } = [];

    public byte[] Head { get; }

    public byte[] Hhea { get; }

    public byte[] Hmtx { get; }

    public byte[] Loca { get; }

    public byte[] Glyf { get; }

    public int GlyphCount { get; }

    public bool IsLong => U16(Head, 50) == 1;

    /// <summary>Thousandths of an em.</summary>
    public double Advance(int glyph)
    {
        var full = U16(Hhea, 34);
        return U16(Hmtx, Math.Min(glyph, full - 1) * 4) * 1000.0 / U16(Head, 18);
    }

    /// <summary>Where the outline of a glyph begins in glyf; the outline of the last ends where one more would begin.</summary>
    public int Offset(int glyph) => IsLong ? (int)U32(Loca, glyph * 4) : U16(Loca, glyph * 2) * 2;

    public byte[] Outline(int glyph) => Glyf[Offset(glyph)..Offset(glyph + 1)];

    public static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var at = 0; at < data.Length; at++) sum += (uint)data[at] << 24 - at % 4 * 8;
        return sum;
    }

    public static ushort U16(byte[] data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    public static uint U32(byte[] data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));

    byte[] Table(string tag) => Tables.Single(table => table.Tag == tag) is var found ? File[found.Start..(found.Start + found.Length)] : [];
}
