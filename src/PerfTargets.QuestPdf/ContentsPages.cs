using System.Globalization;
using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>目录 before many forms, on pages without a number.</summary>
sealed class ContentsPages(FontSet fonts, PageFormat format, string? attachment)
{
    const double Size = ContentsPainter.Size, LineHeight = ContentsPainter.LineHeight;
    const string Dots = "…";

    /// <param name="entries">The names with the number of their first page and what the page is called in the file.</param>
    public void Compose(IDocumentContainer document, IReadOnlyList<(string Name, int Number, string Section)> entries)
    {
        var (at, isFirst) = (0, true);
        while (at < entries.Count)
        {
            document.Page(page =>
            {
                page.Size((float)format.Width, (float)format.Height);
                page.Content().Layers(layers => at = Compose(layers, entries, at, isFirst));
            });
            isFirst = false;
        }
    }

    /// <returns>The first entry that has no room left.</returns>
    int Compose(LayersDescriptor layers, IReadOnlyList<(string Name, int Number, string Section)> entries, int at, bool isFirst)
    {
        var top = format.Top;
        if (isFirst)
        {
            if (attachment is not null) Words.Put(layers.Layer().AsParagraph(), fonts, Headings.Attachment(attachment, format, fonts, ref top));
            Words.Put(layers.Layer().AsTitle(), fonts, Headings.Title(ContentsPainter.Title, format, fonts, ref top));
            top += ContentsPainter.BelowTitle;
        }
        layers.PrimaryLayer().HoldOpen(Blank);
        for (var isEmpty = true; at < entries.Count; at++, isEmpty = false)
        {
            var (name, number, section) = entries[at];
            name = name.ReplaceLineEndings(" ");
            var room = format.TextWidth - ContentsPainter.NumberRoom - ContentsPainter.PageRoom;
            var lines = LineBreaker.Break(name, (int)(room / Size * 1000), rune => fonts.Advance(rune, FontRole.Text));
            var height = lines.Count * LineHeight;
            if (top + height > format.Height - format.Bottom && !isEmpty) return at;
            var words = new List<Words> { new(Invariant(at + 1) + ".", format.Side, Baseline(0), Size) };
            for (var i = 0; i < lines.Count; i++)
                words.Add(new(name.Substring(lines[i].Start, lines[i].Length), format.Side + ContentsPainter.NumberRoom, Baseline(i), Size));
            var last = Baseline(lines.Count - 1);
            var page = Headings.AtRight(Invariant(number), last, Size, format, fonts);
            Words.Put(layers.Layer().AsParagraph(), fonts, [.. words, page]);
            Fill(format.Side + ContentsPainter.NumberRoom + lines[^1].Width * Size / 1000, page.X, last).Put(layers.Layer().AsArtifact(), fonts);
            layers.Layer().PaddingTop((float)top).PaddingLeft((float)format.Side).AsLink($"{name}，第 {number} 页").SectionLink(section)
                .Width((float)format.TextWidth).Height((float)height).HoldOpen(Blank);
            top += height + ContentsPainter.Between;
        }
        return at;

        double Baseline(int line) => top + line * LineHeight + (LineHeight - Size) / 2 + Size * 0.88;
    }

    /// <summary>Dots that lead the eye, counted from the right edge, so that those of all lines stand below each other.</summary>
    Words Fill(double from, double to, double baseline)
    {
        var (edge, width) = (format.Width - format.Side, Headings.Width(Dots, Size, fonts));
        var first = (int)((edge - from - ContentsPainter.DotRoom) / width);
        var last = Math.Max(2, (int)Math.Ceiling((edge - to + ContentsPainter.DotRoom) / width));
        return new(string.Concat(Enumerable.Repeat(Dots, Math.Max(0, first - last))), edge - first * width, baseline, Size);
    }

    TextStyle Blank => RegisteredFonts.Blank(fonts);

    static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
