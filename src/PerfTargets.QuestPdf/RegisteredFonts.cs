using PerfTargets.Documents.Fonts;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>Faces that the library knows, by names that no font of the system has. It never forgets one; used inside the gate only.</summary>
static class RegisteredFonts
{
    static readonly Dictionary<FontFace, string> Names = [];

    /// <summary>For text that only takes room.</summary>
    public static TextStyle Blank(FontSet fonts) => Style(fonts.Resolve(new(' '), FontRole.Text).Face, 1, 0);

    public static TextStyle Style(FontFace face, double size, double spacing)
    {
        if (!Names.TryGetValue(face, out var name))
        {
            name = FormattableString.Invariant($"PerfTargets {Names.Count}");
            using var file = new MemoryStream(FontFile.Of(face));
            FontManager.RegisterFontWithCustomName(name, file);
            Names.Add(face, name);
        }
        var style = TextStyle.Default.FontFamily(name).FontSize((float)size).Plain();
        // The library keeps every style it has seen: thousandths of an em make few of them.
        return spacing == 0 ? style : style.LetterSpacing((float)Math.Round(spacing / size, 3));
    }
}
