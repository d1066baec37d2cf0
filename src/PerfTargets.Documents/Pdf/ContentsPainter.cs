using System.Globalization;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A form in the table of contents.</summary>
/// <param name="Page">Its first page's object.</param>
/// <param name="Number">The number printed there.</param>
sealed record ContentsEntry(string Name, int Page, int Number);

/// <summary>
/// 目录: the pages before the first of many forms. They are drawn when all the others are done, so they bear no number and the forms begin
/// with page 1.
/// </summary>
sealed class ContentsPainter(PdfCanvas canvas, PageFormat format, string? attachment)
{
    public const double Size = 12, LineHeight = 19, Between = 4, BelowTitle = 8, NumberRoom = 30, PageRoom = 40, DotRoom = 6;
    public const string Title = "目　录";

    const double AttachmentSize = Heading.AttachmentSize, TitleSize = Heading.TitleSize;

    readonly StructElement _section = canvas.Structure.AddPart("Sect", first: true);
    double _top;

    /// <summary>How many pages were drawn.</summary>
    public int Pages { get; private set; }

    /// <summary>The object of the first of them.</summary>
    public int FirstPage { get; private set; }

    public void Paint(IReadOnlyList<ContentsEntry> entries)
    {
        BeginPage();
        if (attachment is not null) PaintHeading("P", attachment, AttachmentSize, FontRole.Text, CellAlign.Left);
        PaintHeading("H1", Title, TitleSize, FontRole.Title, CellAlign.Center);
        _top += BelowTitle;
        var contents = canvas.Structure.Add("TOC", _section);
        for (var i = 0; i < entries.Count; i++) Paint(contents, i + 1, entries[i]);
        canvas.EndPage();
        canvas.Structure.EndPart();
    }

    void Paint(StructElement contents, int number, ContentsEntry entry)
    {
        var (name, room) = (entry.Name.ReplaceLineEndings(" "), format.TextWidth - NumberRoom - PageRoom);
        var lines = LineBreaker.Break(name, (int)(room / Size * 1000), rune => canvas.Advance(rune, FontRole.Text));
        var height = lines.Count * LineHeight;
        if (_top + height > format.Height - format.Bottom)
        {
            canvas.EndPage();
            BeginPage();
        }
        var item = canvas.Structure.Add("TOCI", contents);
        var link = canvas.Structure.Add("Link", canvas.Structure.Add("Reference", item));
        canvas.Link(link, format.Side, _top, format.TextWidth, height, entry.Page, $"{name}，第 {entry.Number} 页");
        canvas.BeginTag(link);
        canvas.Text(Invariant(number) + ".", format.Side, Baseline, Size);
        foreach (var line in lines)
        {
            canvas.Text(name.AsSpan(line.Start, line.Length), format.Side + NumberRoom, Baseline, Size);
            _top += LineHeight;
        }
        _top -= LineHeight;
        var page = Invariant(entry.Number);
        var right = format.Width - format.Side - TextBlock.Width(canvas, page, Size);
        canvas.Text(page, right, Baseline, Size);
        canvas.EndTag();
        PaintDots(format.Side + NumberRoom + lines[^1].Width * Size / 1000, right);
        _top += LineHeight + Between;
    }

    double Baseline => _top + (LineHeight - Size) / 2 + Size * 0.88;

    /// <summary>They lead the eye and are no text. Counted from the right edge, so that those of all lines stand below each other.</summary>
    void PaintDots(double from, double to)
    {
        const string dots = "…";
        var (edge, width) = (format.Width - format.Side, TextBlock.Width(canvas, dots, Size));
        // Room for two digits at least, or a 1 would let one more dot in than a 2.
        var (first, last) = ((int)((edge - from - DotRoom) / width), Math.Max(2, (int)Math.Ceiling((edge - to + DotRoom) / width)));
        if (first <= last) return;
        canvas.BeginArtifact("Layout");
        canvas.Text(string.Concat(Enumerable.Repeat(dots, first - last)), edge - first * width, Baseline, Size);
        canvas.EndTag();
    }

    void PaintHeading(string role, string text, double size, FontRole font, CellAlign align)
    {
        var block = new TextBlock(canvas, text, format.TextWidth, size, font, align);
        block.Paint(canvas.Structure.Add(role, _section), format.Side, _top);
        _top += block.Height;
    }

    void BeginPage()
    {
        canvas.BeginPage(format, Pages++);
        if (Pages == 1) FirstPage = canvas.Page;
        _top = format.Top;
    }

    static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
