using System.Globalization;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A form in the table of contents, in its place on a page.</summary>
/// <param name="Index">Which of the forms it is, from 0.</param>
/// <param name="Says">What a reading aid says of the link.</param>
/// <param name="Lines">Number, name and page, in reading order.</param>
/// <param name="Dots">They lead the eye and are no text. Null where there is no room.</param>
sealed record PlacedEntry(int Index, double Top, double Height, string Says, IReadOnlyList<PlacedLine> Lines, PlacedLine? Dots);

/// <summary>目录: the pages before the first of many forms. They bear no number, and the forms begin with page 1.</summary>
sealed class ContentsPlan
{
    const double Size = 12, LineHeight = 19, Between = 4, BelowTitle = 8, NumberRoom = 30, PageRoom = 40, DotRoom = 6;

    readonly FontSet _fonts;
    readonly PageFormat _format;

    /// <param name="entries">The names of the forms and the numbers printed on their first pages.</param>
    public ContentsPlan(FontSet fonts, PageFormat format, string? attachment, IEnumerable<(string Name, int Number)> entries)
    {
        (_fonts, _format) = (fonts, format);
        var top = format.Top;
        if (attachment is not null) Attachment = Place(TextBlock.Attachment(fonts, attachment, format));
        Title = Place(TextBlock.Title(fonts, "目　录", format));
        top += BelowTitle;
        var (page, pages) = (new List<PlacedEntry>(), new List<List<PlacedEntry>>());
        pages.Add(page);
        foreach (var (index, (name, number)) in entries.Index())
        {
            var entry = Entry(index, name, number, top);
            if (top + entry.Height > format.Height - format.Bottom)
            {
                pages.Add(page = []);
                entry = Entry(index, name, number, top = format.Top);
            }
            page.Add(entry);
            top += entry.Height + Between;
        }
        Pages = pages;

        PlacedLine[] Place(TextBlock block)
        {
            PlacedLine[] lines = [.. block.Lines(format.Side, top)];
            top += block.Height;
            return lines;
        }
    }

    /// <summary>Above the title of the first page, or null.</summary>
    public IReadOnlyList<PlacedLine>? Attachment { get; }

    public IReadOnlyList<PlacedLine> Title { get; }

    /// <summary>The entries of each page.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedEntry>> Pages { get; }

    PlacedEntry Entry(int index, string name, int number, double top)
    {
        name = name.ReplaceLineEndings(" ");
        var (left, room) = (_format.Side + NumberRoom, _format.TextWidth - NumberRoom - PageRoom);
        var broken = LineBreaker.Break(name, (int)(room / Size * 1000), rune => _fonts.Advance(rune, FontRole.Text));
        var lines = new List<PlacedLine> { new(Invariant(index + 1) + ".", _format.Side, Baseline(0), Size) };
        lines.AddRange(broken.Select((line, i) => new PlacedLine(name.Substring(line.Start, line.Length), left, Baseline(i), Size)));
        var last = Baseline(broken.Count - 1);
        var page = PlacedLine.AtRight(Invariant(number), last, Size, _format, _fonts);
        return new(index, top, broken.Count * LineHeight, $"{name}，第 {Invariant(number)} 页", [.. lines, page], Dots(left + broken[^1].Width * Size / 1000, page.X, last));

        double Baseline(int line) => top + line * LineHeight + (LineHeight - Size) / 2 + Size * 0.88;
    }

    /// <summary>Counted from the right edge, so that those of all lines stand below each other.</summary>
    PlacedLine? Dots(double from, double to, double baseline)
    {
        const string dots = "…";
        var (edge, width) = (_format.Width - _format.Side, TextBlock.Width(_fonts, dots, Size));
        // Room for two digits at least, or a 1 would let one more dot in than a 2.
        var (first, last) = ((int)((edge - from - DotRoom) / width), Math.Max(2, (int)Math.Ceiling((edge - to + DotRoom) / width)));
        return first <= last ? null : new(string.Concat(Enumerable.Repeat(dots, first - last)), edge - first * width, baseline, Size);
    }

    static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
