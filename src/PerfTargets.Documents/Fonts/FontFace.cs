using System.Buffers.Binary;
using System.Text;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>One TrueType face (tables of ISO/IEC 14496-22, outlines in <c>glyf</c>), read on demand and shared by all threads.</summary>
sealed class FontFace
{
    readonly ReadOnlyMemory<byte> _file;
    /// <summary>For each table where its entry in the directory begins.</summary>
    readonly Dictionary<string, int> _entries = [];
    readonly ushort[] _glyphs = new ushort[0x10000];
    readonly Dictionary<int, int> _supplementary = [];
    readonly ushort[] _advances;

    /// <summary>Glyphs from here on have only a side bearing in <c>hmtx</c>, and the advance of the one before.</summary>
    readonly int _fullMetrics;

    readonly Lazy<DeflateBlock> _code;

    // Two threads may pack the same one; the results are equal.
    readonly PackedOutline?[] _outlines;
    readonly bool _longOffsets;

    /// <param name="name">PostScript name for the PDF, without the subset tag.</param>
    /// <param name="file">The whole font file.</param>
    /// <param name="bold">Whether the face is a bold one.</param>
    /// <param name="start">Where its table directory begins; not 0 in a collection.</param>
    /// <exception cref="InvalidDataException">The file is no TrueType font with outlines in <c>glyf</c>.</exception>
    public FontFace(string name, ReadOnlyMemory<byte> file, bool bold = false, int start = 0)
    {
        (Name, _file, IsBold) = (name, file, bold);
        ReadDirectory(start);
        var head = Table("head");
        UnitsPerEm = U16(head, 18);
        _longOffsets = U16(head, 50) != 0;
        Box = (I16(head, 36), I16(head, 38), I16(head, 40), I16(head, 42));
        var hhea = Table("hhea");
        (Ascent, Descent) = (I16(hhea, 4), I16(hhea, 6));
        GlyphCount = U16(Table("maxp"), 4);
        _fullMetrics = U16(hhea, 34);
        _advances = ReadAdvances(Table("hmtx"), _fullMetrics, GlyphCount);
        if (Has("cmap")) ReadCharacterMap(Table("cmap"));
        _outlines = new PackedOutline?[GlyphCount];
        _code = new(() => OutlineCode.FittedTo(this));
    }

    public string Name { get; }

    public bool IsBold { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Font units above the baseline.</summary>
    public int Ascent { get; }

    /// <summary>Font units, negative below the baseline.</summary>
    public int Descent { get; }

    /// <summary>Bounding box of all glyphs in font units.</summary>
    public (int Left, int Bottom, int Right, int Top) Box { get; }

    /// <summary>The characters that it has with their glyphs, in the order of their code points.</summary>
    public IEnumerable<(int Code, int Glyph)> Characters => Enumerable.Range(0, _glyphs.Length).Select(code => (Code: code, Glyph: (int)_glyphs[code]))
        .Concat(_supplementary.OrderBy(pair => pair.Key).Select(pair => (Code: pair.Key, Glyph: pair.Value))).Where(pair => pair.Glyph != 0);

    /// <summary>The glyph of a character, 0 (.notdef) where the face has none.</summary>
    public int Glyph(Rune rune) => rune.IsBmp ? _glyphs[rune.Value] : _supplementary.GetValueOrDefault(rune.Value);

    /// <summary>Advance width in thousandths of an em.</summary>
    public int Advance(int glyph) => (_advances[glyph] * 1000 + UnitsPerEm / 2) / UnitsPerEm;

    public bool Has(string tag) => _entries.ContainsKey(tag);

    /// <exception cref="InvalidDataException">The font has no such table.</exception>
    public ReadOnlySpan<byte> Table(string tag) => Part(tag).Span;

    /// <summary>The <c>glyf</c> entry of a glyph, empty for a blank one.</summary>
    public ReadOnlyMemory<byte> GlyphData(int glyph)
    {
        var loca = Table("loca");
        var (start, end) = _longOffsets
            ? (checked((int)U32(loca, glyph * 4)), checked((int)U32(loca, glyph * 4 + 4)))
            : (U16(loca, glyph * 2) * 2, U16(loca, glyph * 2 + 2) * 2);
        return Part("glyf").Slice(start, end - start);
    }

    /// <summary>The code that outlines of this face are compressed with, in whatever document.</summary>
    public DeflateBlock Code => _code.Value;

    /// <summary>The outline of a glyph as documents take it.</summary>
    public PackedOutline Packed(int glyph) => _outlines[glyph] ??= new PackedOutline(GlyphData(glyph).Span, Code);

    /// <summary>Writes full entries of <c>hmtx</c>, four bytes a glyph.</summary>
    public void WriteMetrics(List<int> glyphs, Span<byte> to)
    {
        var hmtx = Table("hmtx");
        foreach (var glyph in glyphs)
        {
            BinaryPrimitives.WriteUInt16BigEndian(to, _advances[glyph]);
            hmtx.Slice(glyph < _fullMetrics ? glyph * 4 + 2 : _fullMetrics * 4 + (glyph - _fullMetrics) * 2, 2).CopyTo(to[2..]);
            to = to[4..];
        }
    }

    internal static ushort U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    internal static short I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    internal static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data[at..]);

    void ReadDirectory(int start)
    {
        var file = _file.Span;
        if (file.Length < start + 12 || U32(file, start) is not (0x00010000 or 0x74727565))
            throw new InvalidDataException($"{Name} is no TrueType font.");
        for (var i = 0; i < U16(file, start + 4); i++)
        {
            var entry = start + 12 + i * 16;
            _entries[Encoding.ASCII.GetString(file.Slice(entry, 4))] = entry;
        }
    }

    ReadOnlyMemory<byte> Part(string tag)
    {
        if (!_entries.TryGetValue(tag, out var entry)) throw new InvalidDataException($"The font {Name} has no table {tag}.");
        return _file.Slice(checked((int)U32(_file.Span, entry + 8)), checked((int)U32(_file.Span, entry + 12)));
    }

    static ushort[] ReadAdvances(ReadOnlySpan<byte> hmtx, int full, int count)
    {
        var advances = new ushort[count];
        for (var glyph = 0; glyph < count; glyph++) advances[glyph] = U16(hmtx, Math.Min(glyph, full - 1) * 4);
        return advances;
    }

    void ReadCharacterMap(ReadOnlySpan<byte> cmap)
    {
        // Format 12 covers all of Unicode and repeats what format 4 says, so the one read last wins without harm.
        foreach (var wanted in (ReadOnlySpan<int>)[4, 12])
        {
            for (var i = 0; i < U16(cmap, 2); i++)
            {
                var record = cmap.Slice(4 + i * 8, 8);
                if (!IsUnicode(U16(record, 0), U16(record, 2))) continue;
                var table = cmap[(int)U32(record, 4)..];
                if (U16(table, 0) != wanted) continue;
                if (wanted == 4) ReadFormat4(table);
                else ReadFormat12(table);
                break;
            }
        }
    }

    static bool IsUnicode(int platform, int encoding) => platform == 0 || platform == 3 && encoding is 1 or 10;

    void ReadFormat4(ReadOnlySpan<byte> table)
    {
        var doubled = U16(table, 6);
        var (ends, starts, deltas, offsets) = (14, 16 + doubled, 16 + doubled * 2, 16 + doubled * 3);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var (start, end) = (U16(table, starts + segment), U16(table, ends + segment));
            var (delta, offset) = (U16(table, deltas + segment), U16(table, offsets + segment));
            for (int code = start; code <= end && code < 0xFFFF; code++)
            {
                var glyph = offset == 0 ? code : U16(table, offsets + segment + offset + (code - start) * 2);
                if (offset == 0 || glyph != 0) Map(code, (ushort)(glyph + delta));
            }
        }
    }

    void ReadFormat12(ReadOnlySpan<byte> table)
    {
        for (var group = 0; group < U32(table, 12); group++)
        {
            var entry = table.Slice(16 + group * 12, 12);
            var (start, end, glyph) = (U32(entry, 0), U32(entry, 4), U32(entry, 8));
            for (var code = start; code <= end; code++) Map((int)code, (ushort)(glyph + code - start));
        }
    }

    void Map(int code, ushort glyph)
    {
        if (glyph >= GlyphCount) return;
        if (code < 0x10000) _glyphs[code] = glyph;
        else _supplementary[code] = glyph;
    }
}
