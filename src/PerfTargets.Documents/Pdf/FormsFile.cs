using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A file of forms while it is made, form by form.</summary>
sealed class FormsFile : IFormsFile
{
    /// <summary>A table of contents stands before more forms than five.</summary>
    public const int ContentsFrom = 6;

    /// <summary>Bytes that are gathered before they are written.</summary>
    const int Chunk = 64 * 1024;

    /// <summary>No project has a name that long; what is longer would fill pages of contents.</summary>
    const int MostOfName = 200;

    readonly DocumentInfo _info;
    readonly string _producer;
    readonly Stream _to;
    readonly PdfFile _file = new();
    readonly PdfCanvas _canvas;
    readonly Outline _outline = new();
    readonly List<ContentsEntry> _entries = [];

    /// <summary>The first forms wait until it is known whether contents come before them.</summary>
    readonly List<OfficialTable> _waiting = [];

    OfficialTable? _first;

    public FormsFile(FontSet fonts, DocumentInfo info, string producer, Stream to)
    {
        (_info, _producer, _to) = (info, producer, to);
        _canvas = new PdfCanvas(fonts, _file);
    }

    public void Add(OfficialTable table)
    {
        _first ??= table;
        if (_entries.Count > 0)
        {
            Paint(table, null);
            return;
        }
        _waiting.Add(table);
        if (_waiting.Count == ContentsFrom) PaintWaiting(null);
    }

    public void Finish()
    {
        PaintWaiting(_first?.AttachmentLine);
        var contentsPages = _entries.Count >= ContentsFrom ? PaintContents() : 0;
        if (_first is null)
        {
            _canvas.BeginPage(PageFormat.Of(PageOrientation.Landscape));
            _canvas.EndPage();
        }
        _canvas.Finish();
        PdfCatalog.Finish(_file, _canvas, _outline, contentsPages, _info, _producer);
        _to.Write(_file.Take());
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _file.Dispose();
    }

    /// <param name="attachment">The attachment's line, when it stands on the first of these pages and not above the contents.</param>
    void PaintWaiting(string? attachment)
    {
        foreach (var table in _waiting)
        {
            Paint(table, attachment);
            attachment = null;
        }
        _waiting.Clear();
    }

    void Paint(OfficialTable table, string? attachment)
    {
        var number = _canvas.PageCount + 1;
        var page = new FormPainter(_canvas, table, attachment).Paint();
        var name = Shortened(table.Name);
        _entries.Add(new(name, page, number));
        _outline.Add(name, page);
        if (_file.Pending >= Chunk) _to.Write(_file.Take());
    }

    /// <summary>The name as contents and bookmarks have it.</summary>
    public static string Shortened(string name) => name.Length <= MostOfName ? name
        : name[..(char.IsHighSurrogate(name[MostOfName - 1]) ? MostOfName - 1 : MostOfName)] + "…";

    int PaintContents()
    {
        var contents = new ContentsPainter(_canvas, PageFormat.Of(_first!.Orientation), _first.AttachmentLine);
        contents.Paint(_entries);
        _outline.AddFirst("目录", contents.FirstPage);
        return contents.Pages;
    }
}
