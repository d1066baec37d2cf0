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

/// <summary>Which fonts of a folder are used for what, each list in the order in which its fonts are asked for a character.</summary>
/// <param name="Title">The heading; when empty, 方正小标宋 where it is present.</param>
/// <param name="Label">The bold labels.</param>
/// <param name="Text">Everything else.</param>
public sealed record FontChoice(IReadOnlyList<string> Title, IReadOnlyList<string> Label, IReadOnlyList<string> Text);

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

    /// <summary>What the heading of an official document is set in where it is installed.</summary>
    static string[] UsualTitles { get; } =
        ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0", "FZXBSK--GBK1-0", "小标宋"];

    /// <summary>For each role the faces in the order in which they are asked for a character.</summary>
    readonly FontFace[][] _chains;

    internal FontSet(FontFace[] text, FontFace[] label, FontFace[] title, FontFace watermark) =>
        (_chains, Watermark) = ([text, label, title], watermark);

    /// <summary>Noto Serif SC (regular, bold), then Noto Sans SC; part of the assembly (OFL 1.1), parsed at first use.</summary>
    public static FontSet Embedded => LazyEmbedded.Value;

    internal FontFace Watermark { get; }

    /// <summary>For each role the font that XLSX and DOCX name: the first of the site's own, otherwise the usual one.</summary>
    OfficeFont[] Named { get; init; } = [.. Enum.GetValues<FontRole>().Select(OfficeFont.Usual)];

    /// <summary>These fonts with a site's own before them; what those lack is still drawn with the embedded ones.</summary>
    /// <param name="folder">Where the fonts are.</param>
    /// <param name="choice">Which are used for what.</param>
    /// <exception cref="FontRefusedException">A font that was asked for is not in the folder.</exception>
    public static FontSet From(FontFolder folder, FontChoice choice)
    {
        var (text, label, title) = (Embedded._chains[0], Embedded._chains[1], Embedded._chains[2]);
        FontFace[] heading = choice.Title.Count > 0 ? Chosen(choice.Title, FontRole.Title)
            : [.. UsualTitles.Select(name => folder.Find(name, FontRole.Title)).OfType<FontFace>().Take(1)];
        FontFace[][] own = [Chosen(choice.Text, FontRole.Text), Chosen(choice.Label, FontRole.Label), heading];
        return new FontSet([.. own[0], .. text], [.. own[1], .. label], [.. own[2], .. title], Embedded.Watermark)
        {
            Named = [.. own.Select((faces, role) => faces.Select(OfficeFont.Of).FirstOrDefault() ?? OfficeFont.Usual((FontRole)role))],
        };

        FontFace[] Chosen(IReadOnlyList<string> names, FontRole role) => [.. names.Select(name => folder.Require(name, role))];
    }

    /// <summary>Whether a text with this character prints as it was typed. A line feed and a tab do, being layout.</summary>
    public bool CanPrint(Rune rune)
    {
        if (IsLayout(rune)) return true;
        foreach (var face in _chains[(int)FontRole.Text])
        {
            if (face.Glyph(rune) != 0) return true;
        }
        return false;
    }

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
    internal (FontFace Face, int Glyph) Resolve(Rune rune, FontRole role)
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

    /// <summary>The font that a file names which brings none along.</summary>
    internal OfficeFont NameOf(FontRole role) => Named[(int)role];

    static bool IsLayout(Rune rune) => rune.Value is '\n' or '\t';

    static FontFace Load(string name, bool bold = false) => new(name, EmbeddedFile.Open(name + ".ttf"), bold);
}
