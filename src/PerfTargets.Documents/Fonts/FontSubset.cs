using System.Buffers.Binary;
using System.Text;

namespace PerfTargets.Documents.Fonts;

/// <summary>A TrueType file with only the glyphs of one document, renumbered from 1; glyph 0 stays .notdef.</summary>
static class FontSubset
{
    const ushort WordArguments = 0x0001, HasScale = 0x0008, MoreComponents = 0x0020, HasXyScale = 0x0040, HasMatrix = 0x0080;

    // What ISO 32000-1, 9.9 asks of an embedded TrueType font program of a CIDFontType2; cmap is not among it.
    static string[] Copied { get; } = ["cvt ", "fpgm", "prep"];

    /// <param name="face">The face to cut from.</param>
    /// <param name="glyphs">Glyphs of the face in the order of their new numbers; a glyph may stand more than once.</param>
    /// <returns>The file. The same input gives the same bytes.</returns>
    public static byte[] Build(FontFace face, IReadOnlyList<ushort> glyphs)
    {
        var order = new List<ushort>(glyphs.Count + 1) { 0 };
        order.AddRange(glyphs);
        var outlines = CopyOutlines(face, order);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = Concat(outlines),
            ["head"] = Patched(face.Table("head"), (8, 0), (10, 0), (50, 1)),
            ["hhea"] = Patched(face.Table("hhea"), (34, order.Count)),
            ["hmtx"] = Metrics(face, order),
            ["loca"] = Locations(outlines),
            ["maxp"] = Patched(face.Table("maxp"), (4, order.Count)),
        };
        foreach (var tag in Copied)
        {
            if (face.Has(tag)) tables[tag] = face.Table(tag).ToArray();
        }
        return Assemble(tables);
    }

    static List<byte[]> CopyOutlines(FontFace face, List<ushort> order)
    {
        var numbers = new Dictionary<ushort, int>();
        for (var i = 0; i < order.Count; i++) numbers.TryAdd(order[i], i);
        var outlines = new List<byte[]>(order.Count);
        // Components of composite glyphs are appended to the list while it is walked.
        for (var i = 0; i < order.Count; i++)
        {
            var data = face.GlyphData(order[i]).ToArray();
            if (data.Length > 0 && FontFace.I16(data, 0) < 0) Renumber(data, order, numbers);
            outlines.Add(data);
        }
        return outlines;
    }

    static void Renumber(byte[] composite, List<ushort> order, Dictionary<ushort, int> numbers)
    {
        foreach (var (at, _, component) in Components(composite))
        {
            if (!numbers.TryGetValue(component, out var number))
            {
                numbers[component] = number = order.Count;
                order.Add(component);
            }
            BinaryPrimitives.WriteUInt16BigEndian(composite.AsSpan(at), (ushort)number);
        }
    }

    /// <summary>The parts of a composite glyph: where its number stands, its flags, its number.</summary>
    internal static List<(int At, ushort Flags, ushort Glyph)> Components(ReadOnlySpan<byte> glyph)
    {
        var parts = new List<(int, ushort, ushort)>();
        ushort flags;
        var at = 10;
        do
        {
            flags = FontFace.U16(glyph, at);
            parts.Add((at + 2, flags, FontFace.U16(glyph, at + 2)));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasXyScale) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return parts;
    }

    static byte[] Metrics(FontFace face, List<ushort> order)
    {
        var hmtx = new byte[order.Count * 4];
        for (var i = 0; i < order.Count; i++) face.Metrics(order[i]).CopyTo(hmtx.AsSpan(i * 4));
        return hmtx;
    }

    static byte[] Locations(List<byte[]> outlines)
    {
        var loca = new byte[(outlines.Count + 1) * 4];
        var end = 0;
        for (var i = 0; i < outlines.Count; i++)
        {
            end += Padded(outlines[i].Length);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(i * 4 + 4), (uint)end);
        }
        return loca;
    }

    static byte[] Concat(List<byte[]> parts)
    {
        var all = new byte[parts.Sum(part => Padded(part.Length))];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, at);
            at += Padded(part.Length);
        }
        return all;
    }

    static byte[] Patched(ReadOnlySpan<byte> table, params ReadOnlySpan<(int At, int Value)> changes)
    {
        var copy = table.ToArray();
        foreach (var (at, value) in changes) BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }

    static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var file = new byte[12 + tables.Count * 16 + tables.Values.Sum(table => Padded(table.Length))];
        var (entry, at, head) = (12, 12 + tables.Count * 16, 0);
        WriteHeader(file, tables.Count);
        foreach (var (tag, table) in tables)
        {
            if (tag == "head") head = at;
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            table.CopyTo(file, at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(file.AsSpan(at, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)table.Length);
            (entry, at) = (entry + 16, at + Padded(table.Length));
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    static void WriteHeader(byte[] file, int count)
    {
        var log = (int)Math.Log2(count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(count * 16 - (16 << log)));
    }

    static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var at = 0; at < data.Length; at += 4) sum += FontFace.U32(data, at);
        return sum;
    }

    static int Padded(int length) => (length + 3) & ~3;
}
