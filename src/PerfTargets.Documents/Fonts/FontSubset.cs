using System.Buffers.Binary;
using System.Text;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>A font program as a PDF stream holds it.</summary>
/// <param name="packed">The file in zlib's format, valid until the next compression on this thread.</param>
/// <param name="length">Bytes of the file itself.</param>
readonly ref struct FontProgram(ReadOnlySpan<byte> packed, int length)
{
    public ReadOnlySpan<byte> Packed { get; } = packed;

    public int Length { get; } = length;
}

/// <summary>A TrueType file with only the glyphs of one document, renumbered from 1; glyph 0 stays .notdef.</summary>
static class FontSubset
{
    const ushort WordArguments = 0x0001, HasScale = 0x0008, MoreComponents = 0x0020, HasXyScale = 0x0040, HasMatrix = 0x0080;
    const int HeaderLength = 12, EntryLength = 16;
    const string Glyf = "glyf";

    /// <summary>
    /// What ISO 32000-1, 9.9 asks of an embedded TrueType font program of a CIDFontType2, in the order of the directory; cmap is not among it.
    /// </summary>
    static string[] Tags { get; } = ["cvt ", "fpgm", Glyf, "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    /// <param name="face">The face to cut from.</param>
    /// <param name="glyphs">Glyphs of the face in the order of their new numbers; a glyph may stand more than once.</param>
    /// <returns>The file. The same input gives the same bytes.</returns>
    public static FontProgram Build(FontFace face, IReadOnlyList<int> glyphs)
    {
        var outlines = Outlines(face, glyphs, out var order);
        var length = outlines.Sum(outline => outline.Bytes.Length);
        var tables = new List<FontTable>();
        foreach (var tag in Tags)
        {
            if (Table(tag) is { } table) tables.Add(new FontTable(tag, table));
        }
        var start = Assemble(tables, length, outlines.Aggregate(0u, (sum, outline) => sum + outline.Sum));
        return new FontProgram(Pack(face, start, outlines), start.Length + length);

        byte[]? Table(string tag) => tag switch
        {
            Glyf => [],
            "head" => Patched(face.Table(tag), (8, 0), (10, 0), (50, 1)),
            "hhea" => Patched(face.Table(tag), (34, order.Count)),
            "hmtx" => Metrics(face, order),
            "loca" => Locations(outlines),
            "maxp" => Patched(face.Table(tag), (4, order.Count)),
            _ => face.Has(tag) ? face.Table(tag).ToArray() : null,
        };
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

    /// <summary>The sum of a table that the directory holds; the length is a multiple of four.</summary>
    internal static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var at = 0; at < data.Length; at += 4) sum += FontFace.U32(data, at);
        return sum;
    }

    static List<PackedOutline> Outlines(FontFace face, IReadOnlyList<int> glyphs, out List<int> order)
    {
        order = [0, .. glyphs];
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++) numbers.TryAdd(order[i], i);
        var outlines = new List<PackedOutline>(order.Count);
        // Components of composite glyphs are appended to the list while it is walked.
        for (var i = 0; i < order.Count; i++)
        {
            var data = face.GlyphData(order[i]);
            var isComposite = data.Length > 0 && FontFace.I16(data.Span, 0) < 0;
            outlines.Add(isComposite ? new PackedOutline(Renumbered(data.Span, order, numbers), face.Code) : face.Packed(order[i]));
        }
        return outlines;
    }

    static byte[] Renumbered(ReadOnlySpan<byte> glyph, List<int> order, Dictionary<int, int> numbers)
    {
        var composite = glyph.ToArray();
        foreach (var (at, _, component) in Components(composite))
        {
            if (!numbers.TryGetValue(component, out var number))
            {
                numbers[component] = number = order.Count;
                order.Add(component);
            }
            BinaryPrimitives.WriteUInt16BigEndian(composite.AsSpan(at), (ushort)number);
        }
        return composite;
    }

    static byte[] Metrics(FontFace face, List<int> order)
    {
        var hmtx = new byte[order.Count * 4];
        face.WriteMetrics(order, hmtx);
        return hmtx;
    }

    static byte[] Locations(List<PackedOutline> outlines)
    {
        var loca = new byte[(outlines.Count + 1) * 4];
        var end = 0;
        for (var i = 0; i < outlines.Count; i++)
        {
            end += outlines[i].Bytes.Length;
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(i * 4 + 4), (uint)end);
        }
        return loca;
    }

    internal static byte[] Patched(ReadOnlySpan<byte> table, params ReadOnlySpan<(int At, int Value)> changes)
    {
        var copy = table.ToArray();
        foreach (var (at, value) in changes) BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }

    /// <summary>The file up to its outlines, which stand last.</summary>
    static byte[] Assemble(List<FontTable> tables, int outlinesLength, uint outlinesSum)
    {
        var start = HeaderLength + tables.Count * EntryLength;
        var file = new byte[start + tables.Sum(table => Padded(table.Data.Length))];
        var (entry, at, head) = (HeaderLength, start, 0);
        WriteHeader(file, tables.Count);
        foreach (var (tag, data) in tables)
        {
            if (tag == "head") head = at;
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            data.CopyTo(file, at);
            var length = Padded(data.Length);
            if (tag == Glyf) WriteEntry(file.AsSpan(entry), outlinesSum, file.Length, outlinesLength);
            else WriteEntry(file.AsSpan(entry), Sum(file.AsSpan(at, length)), at, data.Length);
            at += length;
            entry += EntryLength;
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - (Sum(file) + outlinesSum));
        return file;
    }

    internal static void WriteEntry(Span<byte> entry, uint sum, int at, int length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(entry[4..], sum);
        BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
        BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)length);
    }

    internal static void WriteHeader(Span<byte> file, int count)
    {
        var log = (int)Math.Log2(count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)(count * 16 - (16 << log)));
    }

    static ReadOnlySpan<byte> Pack(FontFace face, byte[] start, List<PackedOutline> outlines)
    {
        var zlib = Zlib.Own;
        zlib.Begin();
        zlib.Write(start, isLast: false);
        face.Code.Begin(zlib.To, isLast: true);
        OutlinePacker.Own.Write(zlib.To, outlines, face.Code);
        face.Code.End(zlib.To);
        return zlib.End(outlines.Aggregate(
            Adler32.Of(start), (adler, outline) => Adler32.Combine(adler, outline.Adler, outline.Bytes.Length)));
    }

    internal static int Padded(int length) => (length + 3) & ~3;

    /// <summary>A table as the file has it, without the padding; the outlines are compressed apart and stand as none.</summary>
    sealed record FontTable(string Tag, byte[] Data);
}
