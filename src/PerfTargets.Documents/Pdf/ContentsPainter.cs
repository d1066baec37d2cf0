namespace PerfTargets.Documents.Pdf;

/// <summary>A form in the table of contents.</summary>
/// <param name="Page">Its first page's object.</param>
/// <param name="Number">The number printed there.</param>
sealed record ContentsEntry(string Name, int Page, int Number);

/// <summary>Draws 目录, when all the other pages are done.</summary>
sealed class ContentsPainter(PdfCanvas canvas, PageFormat format, string? attachment)
{
    readonly StructElement _section = canvas.Structure.AddPart("Sect", first: true);

    /// <summary>How many pages were drawn.</summary>
    public int Pages { get; private set; }

    /// <summary>The object of the first of them.</summary>
    public int FirstPage { get; private set; }

    public void Paint(IReadOnlyList<ContentsEntry> entries)
    {
        var plan = new ContentsPlan(canvas.Fonts, format, attachment, entries.Select(entry => (entry.Name, entry.Number)));
        BeginPage();
        if (plan.Attachment is { } lines) canvas.Paint(canvas.Structure.Add("P", _section), lines);
        canvas.Paint(canvas.Structure.Add("H1", _section), plan.Title);
        var contents = canvas.Structure.Add("TOC", _section);
        foreach (var page in plan.Pages)
        {
            if (page != plan.Pages[0])
            {
                canvas.EndPage();
                BeginPage();
            }
            foreach (var entry in page) Paint(contents, entry, entries[entry.Index].Page);
        }
        canvas.EndPage();
        canvas.Structure.EndPart();
    }

    void Paint(StructElement contents, PlacedEntry entry, int page)
    {
        var item = canvas.Structure.Add("TOCI", contents);
        var link = canvas.Structure.Add("Link", canvas.Structure.Add("Reference", item));
        canvas.Link(link, format.Side, entry.Top, format.TextWidth, entry.Height, page, entry.Says);
        canvas.Paint(link, entry.Lines);
        if (entry.Dots is { } dots) canvas.PaintArtifact("Layout", [dots]);
    }

    void BeginPage()
    {
        canvas.BeginPage(format, Pages++);
        if (Pages == 1) FirstPage = canvas.Page;
    }
}
