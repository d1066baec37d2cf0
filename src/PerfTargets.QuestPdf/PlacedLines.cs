using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>Lines of text that the library neither breaks nor moves.</summary>
static class PlacedLines
{
    /// <summary>Lines for reading aids to take as one text.</summary>
    public static void Put(this IContainer container, FontSet fonts, IEnumerable<PlacedLine> lines) => container.Column(column =>
    {
        foreach (var line in lines) column.Item().Put(fonts, line);
    });

    /// <summary>Puts the line where it belongs without taking room.</summary>
    static void Put(this IContainer container, FontSet fonts, PlacedLine line)
    {
        var runs = Runs(fonts, line);
        if (runs.Count == 0) return;
        var ascent = runs.Max(run => (double)run.Face.Ascent / run.Face.UnitsPerEm) * line.Size;
        container.Unconstrained().PaddingLeft((float)line.X).PaddingTop((float)(line.Baseline - ascent)).Text(text =>
        {
            foreach (var (piece, face) in runs) text.Span(piece).Style(RegisteredFonts.Style(face, line.Size, line.Spacing));
        });
    }

    /// <summary>The text in pieces of one face each.</summary>
    static List<(string Text, FontFace Face)> Runs(FontSet fonts, PlacedLine line)
    {
        var runs = new List<(string Text, FontFace Face)>();
        foreach (var rune in line.Text.EnumerateRunes())
        {
            var face = fonts.Resolve(rune, line.Role).Face;
            // A tab is as wide as a blank, as in our own measure.
            var piece = rune.Value == '\t' ? " " : rune.ToString();
            if (runs.Count > 0 && runs[^1].Face == face) runs[^1] = (runs[^1].Text + piece, face);
            else runs.Add((piece, face));
        }
        return runs;
    }
}
