using System.Buffers.Binary;
using System.Text;

namespace PerfTargets.Documents.Fonts;

/// <summary>
/// A whole face as a TrueType file for libraries that read fonts themselves. They find the character of a glyph by the glyph alone, so 目
/// would be read back as the radical ⽬ that shares its shape: here each character has a glyph of its own. Tables of shaping are left out,
/// so that no library draws ligatures or moves letters that our lines were measured without.
/// </summary>
static class FontFile
{
    /// <summary>In the order of the directory.</summary>
    static string[] Tags { get; } = ["OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"];

    public static byte[] Of(FontFace face)
    {
        var (map, glyphs) = Characters(face);
        var (glyf, loca) = Outlines(face, glyphs);
        var tables = new List<(string Tag, byte[] Data)>();
        foreach (var tag in Tags)
        {
            if (Table(tag) is { } table) tables.Add((tag, table));
        }
        return Assemble(tables);

        byte[]? Table(string tag) => tag switch
        {
            "cmap" => CharacterMap(map),
            "glyf" => glyf,
            "head" => FontSubset.Patched(face.Table(tag), (8, 0), (10, 0), (50, 1)),
            "hhea" => FontSubset.Patched(face.Table(tag), (34, glyphs.Count)),
            "hmtx" => Metrics(face, glyphs),
            "loca" => loca,
            "maxp" => FontSubset.Patched(face.Table(tag), (4, glyphs.Count)),
            // Version 3: no names of glyphs.
            "post" when face.Has(tag) => FontSubset.Patched(face.Table(tag)[..32], (0, 3), (2, 0)),
            _ => face.Has(tag) ? face.Table(tag).ToArray() : null,
        };
    }

    /// <summary>The glyphs of the face as they are numbered, then a copy for each character that would share one with another.</summary>
    static (List<(int Code, int Glyph)> Map, List<int> Glyphs) Characters(FontFace face)
    {
        var (map, glyphs, taken) = (new List<(int, int)>(), Enumerable.Range(0, face.GlyphCount).ToList(), new HashSet<int>());
        foreach (var (code, glyph) in face.Characters)
        {
            map.Add((code, taken.Add(glyph) ? glyph : glyphs.Count));
            if (map[^1].Item2 == glyphs.Count) glyphs.Add(glyph);
        }
        // Numbers of glyphs have two bytes.
        if (glyphs.Count > ushort.MaxValue) throw new NotSupportedException($"{face.Name}: {glyphs.Count} glyphs, when each character has its own; a TrueType file holds {ushort.MaxValue}.");
        return (map, glyphs);
    }

    static (byte[] Glyf, byte[] Loca) Outlines(FontFace face, List<int> glyphs)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[(glyphs.Count + 1) * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            glyf.Write(face.GlyphData(glyphs[i]).Span);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(i * 4 + 4), (uint)glyf.Length);
        }
        return (glyf.ToArray(), loca);
    }

    static byte[] Metrics(FontFace face, List<int> glyphs)
    {
        var hmtx = new byte[glyphs.Count * 4];
        face.WriteMetrics(glyphs, hmtx);
        return hmtx;
    }

    /// <summary>One subtable of format 12 for all of Unicode.</summary>
    static byte[] CharacterMap(List<(int Code, int Glyph)> map)
    {
        var groups = new List<(int First, int Last, int Glyph)>();
        foreach (var (code, glyph) in map)
        {
            if (groups.Count > 0 && groups[^1] is var last && code == last.Last + 1 && glyph - last.Glyph == code - last.First) groups[^1] = last with { Last = code };
            else groups.Add((code, code, glyph));
        }
        uint[] head = [1, 0x0003_000A, 12, 12 << 16, (uint)(16 + groups.Count * 12), 0, (uint)groups.Count];
        var cmap = new byte[(head.Length + groups.Count * 3) * 4];
        var at = 0;
        foreach (var word in head.Concat(groups.SelectMany(group => (uint[])[(uint)group.First, (uint)group.Last, (uint)group.Glyph])))
        {
            BinaryPrimitives.WriteUInt32BigEndian(cmap.AsSpan(at), word);
            at += 4;
        }
        return cmap;
    }

    static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        var (entry, at, head) = (12, 12 + tables.Count * 16, 0);
        var file = new byte[at + tables.Sum(table => FontSubset.Padded(table.Data.Length))];
        FontSubset.WriteHeader(file, tables.Count);
        foreach (var (tag, data) in tables)
        {
            if (tag == "head") head = at;
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            data.CopyTo(file, at);
            FontSubset.WriteEntry(file.AsSpan(entry), FontSubset.Sum(file.AsSpan(at, FontSubset.Padded(data.Length))), at, data.Length);
            (entry, at) = (entry + 16, at + FontSubset.Padded(data.Length));
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - FontSubset.Sum(file));
        return file;
    }
}
