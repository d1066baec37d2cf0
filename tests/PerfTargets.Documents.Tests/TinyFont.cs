using System.Buffers.Binary;
using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Tests;

/// <summary>
/// A handmade TrueType file of 1000 units an em: glyph 1 a square of 100 at the origin (甲), glyph 2 composed of it twice, by (200, 300)
/// and at half size by (50, 0) (乙), glyph 3 a triangle with curved sides (丙). Its cmap has format 4 only, its loca is short.
/// </summary>
static class TinyFont
{
    public static FontFace Face() => new("Tiny", Build());

    /// <param name="name">A family name for the name table; none without one.</param>
    /// <param name="licence">fsType of the OS/2 table.</param>
    /// <param name="isBold">Whether macStyle says that it is its family's bold face.</param>
    /// <param name="characters">Another cmap.</param>
    public static byte[] Build(string? name = null, int licence = 0, bool isBold = false, byte[]? characters = null)
    {
        byte[][] glyphs =
        [
            [],
            [.. Words(1, 0, 0, 100, 100, 3, 0), 1, 1, 1, 1, .. Words(0, 100, 0, -100, 0, 0, 100, 0)],
            // 0x0023: word offsets, more to come. 0x000B: word offsets, a scale of 0.5 (F2Dot14).
            Words(-1, 0, 0, 300, 400, 0x0023, 1, 200, 300, 0x000B, 1, 50, 0, 0x2000),
            [.. Words(1, 0, 0, 100, 100, 2, 0), 1, 0, 0, .. Words(0, 100, 0, 0, 0, 100), 0],
        ];
        var offsets = new List<int> { 0 };
        foreach (var glyph in glyphs) offsets.Add(offsets[^1] + glyph.Length / 2);
        var head = new byte[54];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(18), 1000);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(44), (ushort)(isBold ? 1 : 0));
        var hhea = Words(1, 0, 880, -120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = characters ?? CharacterMap(),
            ["glyf"] = [.. glyphs.SelectMany(glyph => glyph)],
            ["head"] = head,
            ["hhea"] = hhea,
            // The advance of glyph 1 goes for 2 and 3 as well, whose side bearings follow.
            ["hmtx"] = Words(500, 0, 1000, 10, 20, 30),
            ["loca"] = Words([.. offsets]),
            ["maxp"] = Words(1, 0, glyphs.Length),
            ["OS/2"] = Words(4, 500, 400, 5, licence),
        };
        if (name is not null) tables["name"] = Names(name);
        return Assemble(tables);
    }

    /// <summary>Several fonts as one file: their directories behind one another, each with its own tables.</summary>
    public static byte[] Collection(params string[] names)
    {
        byte[][] fonts = [.. names.Select(name => Build(name))];
        var start = 12 + fonts.Length * 4;
        var file = new List<byte>([.. "ttcf"u8, .. Words(1, 0, 0, fonts.Length)]);
        var starts = fonts.Select((_, i) => start + fonts.Take(i).Sum(font => font.Length)).ToArray();
        foreach (var at in starts) file.AddRange(Words(0, at));
        for (var i = 0; i < fonts.Length; i++)
        {
            for (var table = 0; table < BinaryPrimitives.ReadUInt16BigEndian(fonts[i].AsSpan(4)); table++)
            {
                var place = fonts[i].AsSpan(12 + table * 16 + 8);
                BinaryPrimitives.WriteUInt32BigEndian(place, BinaryPrimitives.ReadUInt32BigEndian(place) + (uint)starts[i]);
            }
            file.AddRange(fonts[i]);
        }
        return [.. file];
    }

    static byte[] Names(string family)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(family);
        return [.. Words(0, 1, 18, 3, 1, 0x0804, 1, text.Length, 0), .. text];
    }

    static byte[] CharacterMap()
    {
        // 丙 by a delta, 甲 and 乙 (U+7532, U+4E59) through the glyph array; segments stand in the order of their ends.
        int[] ends = [0x4E19, 0x4E59, 0x7532, 0xFFFF], deltas = [3 - 0x4E19, 0, 0, 1], offsets = [0, 6, 6, 0];
        return Words(
            [0, 1, 3, 1, 0, 12, 4, 16 + 8 * 4 + 4, 0, 8, 0, 0, 0, .. ends, 0, .. ends, .. deltas, .. offsets, 2, 1]);
    }

    static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var (directory, data) = (new List<byte>(Words(1, 0, tables.Count, 0, 0, 0)), new List<byte>());
        foreach (var (tag, table) in tables)
        {
            var start = 12 + tables.Count * 16 + data.Count;
            directory.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Words(start >> 16, start, table.Length >> 16, table.Length)]);
            data.AddRange(table);
            while (data.Count % 4 != 0) data.Add(0);
        }
        return [.. directory, .. data];
    }

    static byte[] Words(params int[] words) => [.. words.SelectMany(word => new[] { (byte)(word >> 8), (byte)word })];
}
