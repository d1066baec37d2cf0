using PerfTargets.Documents.Fonts;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>A line of text in its place.</summary>
/// <param name="X">Points from the left edge of what it is put on.</param>
/// <param name="Baseline">Points below its upper edge.</param>
/// <param name="Spacing">Points added after each character.</param>
readonly record struct Words(string Text, double X, double Baseline, double Size, FontRole Role = FontRole.Text, double Spacing = 0)
{
    /// <summary>Lines for reading aids to take as one text.</summary>
    public static void Put(IContainer container, FontSet fonts, IEnumerable<Words> lines) => container.Column(column =>
    {
        foreach (var line in lines) line.Put(column.Item(), fonts);
    });

    /// <summary>Puts the line where it belongs without taking room, so that the library neither breaks nor moves it.</summary>
    public void Put(IContainer container, FontSet fonts)
    {
        var runs = Runs(fonts);
        if (runs.Count == 0) return;
        var (size, spacing) = (Size, Spacing);
        var ascent = runs.Max(run => (double)run.Face.Ascent / run.Face.UnitsPerEm) * size;
        container.Unconstrained().PaddingLeft((float)X).PaddingTop((float)(Baseline - ascent)).Text(text =>
        {
            foreach (var (piece, face) in runs) text.Span(piece).Style(RegisteredFonts.Style(face, size, spacing));
        });
    }

    /// <summary>The text in pieces of one face each.</summary>
    List<(string Text, FontFace Face)> Runs(FontSet fonts)
    {
        var runs = new List<(string Text, FontFace Face)>();
        foreach (var rune in Text.EnumerateRunes())
        {
            var face = fonts.Resolve(rune, Role).Face;
            // A tab is as wide as a blank, as in our own measure.
            var piece = rune.Value == '\t' ? " " : rune.ToString();
            if (runs.Count > 0 && runs[^1].Face == face) runs[^1] = (runs[^1].Text + piece, face);
            else runs.Add((piece, face));
        }
        return runs;
    }
}
