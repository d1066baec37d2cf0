using System.Text;

namespace PerfTargets.Documents.Fonts;

/// <summary>What a text is in the table, which decides the font it is printed with.</summary>
enum FontRole
{
    /// <summary>What was filled in, and the merged labels of first and second levels.</summary>
    Text,

    /// <summary>Labels in bold.</summary>
    Label,

    /// <summary>The heading of the form.</summary>
    Title,
}

/// <summary>
/// The faces a document is printed with, and for each character the first of them that has it. Immutable and safe for all threads.
/// </summary>
public sealed class FontSet
{
    static Lazy<FontSet> LazyEmbedded { get; } = new(() =>
    {
        var serif = Load("NotoSerifSC-Regular");
        var bold = Load("NotoSerifSC-Bold", bold: true);
        var sans = Load("NotoSansSC-Regular");
        return new FontSet([serif, sans], [bold, serif, sans], [bold, serif, sans], sans);
    });

    /// <summary>For each role the faces in the order in which they are asked for a character.</summary>
    readonly FontFace[][] _chains;

    internal FontSet(FontFace[] text, FontFace[] label, FontFace[] title, FontFace watermark) =>
        (_chains, Watermark) = ([text, label, title], watermark);

    /// <summary>Noto Serif SC (regular, bold), then Noto Sans SC; part of the assembly (OFL 1.1), parsed at first use.</summary>
    public static FontSet Embedded => LazyEmbedded.Value;

    internal FontFace Watermark { get; }

    /// <summary>Whether a text with this character prints as it was typed. A line feed and a tab do, being layout.</summary>
    public bool CanPrint(Rune rune) => IsLayout(rune) || Array.Exists(_chains[(int)FontRole.Text], face => face.Glyph(rune) != 0);

    /// <summary>The characters that no face can print, each once, in the order of the text; empty when the text prints as it is.</summary>
    /// <param name="text">Any text. A lone surrogate counts as U+FFFD.</param>
    /// <returns>Unicode code points.</returns>
    public IReadOnlyList<int> Missing(string text)
    {
        List<int>? missing = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (CanPrint(rune)) continue;
            missing ??= [];
            if (!missing.Contains(rune.Value)) missing.Add(rune.Value);
        }
        return missing ?? (IReadOnlyList<int>)[];
    }

    /// <summary>The face and glyph a character is drawn with: .notdef of the first face, a visible box, where none has it.</summary>
    internal (FontFace Face, ushort Glyph) Resolve(Rune rune, FontRole role)
    {
        var faces = _chains[(int)role];
        if (IsLayout(rune)) rune = new Rune(' ');
        foreach (var face in faces)
        {
            var glyph = face.Glyph(rune);
            if (glyph != 0) return (face, glyph);
        }
        return (faces[0], 0);
    }

    /// <summary>Advance width of a character in thousandths of an em.</summary>
    internal int Advance(Rune rune, FontRole role)
    {
        var (face, glyph) = Resolve(rune, role);
        return face.Advance(glyph);
    }

    static bool IsLayout(Rune rune) => rune.Value is '\n' or '\t';

    static FontFace Load(string name, bool bold = false) => new(name, EmbeddedFile.Open(name + ".ttf"), bold);
}
