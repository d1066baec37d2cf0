using System.Security.Cryptography;
using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// A face in one document: a Type0 font with a subset of its glyphs (ISO 32000-1, 9.7). Every code point has a CID of its own, even where
/// two share a glyph, so that ToUnicode gives back exactly what was typed.
/// </summary>
sealed class PdfFont(FontFace face, int id)
{
    readonly Dictionary<int, int> _numbers = [];
    readonly List<int> _characters = [];
    readonly List<int> _glyphs = [];

    public FontFace Face => face;

    public int Id => id;

    /// <summary>The CID of a character, which is also its glyph's number in the subset.</summary>
    public int Cid(Rune rune, int glyph)
    {
        if (_numbers.TryGetValue(rune.Value, out var cid)) return cid;
        _characters.Add(rune.Value);
        _glyphs.Add(glyph);
        return _numbers[rune.Value] = _glyphs.Count;
    }

    public void Write(PdfFile file)
    {
        var name = SubsetTag() + "+" + face.Name;
        var program = FontSubset.Build(face, _glyphs);
        var data = file.Reserve();
        file.PackedStream(data, $"/Length1 {program.Length}", program.Packed);
        using var map = new PdfBuffer();
        WriteToUnicode(map);
        var unicode = file.Stream("", map.Written);
        var (descendant, descriptor) = (file.Reserve(), file.Reserve());
        file.Begin(id).Raw($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[").Ref(descendant)
            .Raw("]/ToUnicode "u8).Ref(unicode).Raw(">>"u8);
        WriteDescendant(file.Begin(descendant), name, descriptor);
        WriteDescriptor(file.Begin(descriptor), name, data);
    }

    void WriteDescendant(PdfBuffer to, string name, int descriptor)
    {
        to.Raw($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
        to.Raw("/CIDToGIDMap/Identity/FontDescriptor "u8).Ref(descriptor).Raw("/DW 1000/W[0["u8).Int(face.Advance(0)).Raw("]"u8);
        // Ideographs are one em wide; only the others are listed.
        for (var cid = 1; cid <= _glyphs.Count; cid++)
        {
            if (face.Advance(_glyphs[cid - 1]) is var width and not 1000) to.Int(cid).Raw("["u8).Int(width).Raw("]"u8);
        }
        to.Raw("]>>"u8);
    }

    void WriteDescriptor(PdfBuffer to, string name, int data)
    {
        var box = face.Box;
        to.Raw($"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV {(face.IsBold ? 140 : 80)}/FontBBox[");
        to.Int(Em(box.Left)).Raw(" "u8).Int(Em(box.Bottom)).Raw(" "u8).Int(Em(box.Right)).Raw(" "u8).Int(Em(box.Top)).Raw("]/Ascent "u8);
        to.Int(Em(face.Ascent)).Raw("/Descent "u8).Int(Em(face.Descent)).Raw("/CapHeight "u8).Int(Em(face.Ascent));
        to.Raw("/FontFile2 "u8).Ref(data).Raw(">>"u8);
    }

    int Em(int units) => units * 1000 / face.UnitsPerEm;

    /// <summary>Six capital letters that depend on the glyphs alone (ISO 32000-1, 9.6.4).</summary>
    string SubsetTag()
    {
        using var seed = new PdfBuffer();
        foreach (var character in _characters) seed.Int(character).Raw(" "u8);
        var hash = SHA256.HashData(seed.Written);
        return string.Create(6, hash, (tag, bytes) =>
        {
            for (var i = 0; i < tag.Length; i++) tag[i] = (char)('A' + bytes[i] % 26);
        });
    }

    void WriteToUnicode(PdfBuffer to)
    {
        const int block = 100; // the most that one section may hold
        to.Raw("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"u8)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"u8)
            .Raw("1 begincodespacerange<0000><FFFF>endcodespacerange\n"u8);
        Span<char> units = stackalloc char[2];
        for (var first = 0; first < _characters.Count;)
        {
            // The codes of a range agree in their first byte (ISO 32000-1, 9.10.3).
            var last = Math.Min(Math.Min(first + block, _characters.Count), (first + 1 | 0xFF));
            to.Raw("1 beginbfrange<"u8).Hex16(first + 1).Raw("><"u8).Hex16(last).Raw(">["u8);
            for (; first < last; first++)
            {
                to.Raw("<"u8);
                foreach (var unit in units[..Kept(_characters[first]).EncodeToUtf16(units)]) to.Hex16(unit);
                to.Raw(">"u8);
            }
            to.Raw("]endbfrange\n"u8);
        }
        to.Raw("endcmap CMapName currentdict/CMap defineresource pop end end\n"u8);
    }

    /// <summary>What stands for no character may not stand in the map (ISO 19005-2, 6.2.11.7.2).</summary>
    static Rune Kept(int character) => character is 0 or 0xFEFF or 0xFFFE ? Rune.ReplacementChar : new Rune(character);
}
