using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>The pages of one document while they are drawn. Lengths in points, y downward from the top of the page.</summary>
sealed class PdfCanvas : IDisposable
{
    readonly FontSet _fonts;
    readonly PdfFile _file;
    readonly Dictionary<FontFace, int> _fontNumbers = [];
    readonly List<PdfFont> _used = [];
    readonly Dictionary<string, int> _watermarkNumbers = new(StringComparer.Ordinal);
    readonly List<int> _watermarks = [];
    readonly List<int> _pages = [];
    readonly List<int> _annotations = [];
    readonly PdfBuffer _content = new();
    readonly int _resources, _tree;
    PageFormat _format = PageFormat.Of(PageOrientation.Landscape);
    int _page, _pageKey;

    public PdfCanvas(FontSet fonts, PdfFile file)
    {
        (_fonts, _file) = (fonts, file);
        (_resources, _tree) = (_file.Reserve(), _file.Reserve());
        Structure = new StructureTree(_file);
    }

    public StructureTree Structure { get; }

    public int PageCount => _pages.Count;

    /// <summary>The object of the page that is being drawn.</summary>
    public int Page => _page;

    /// <summary>The root of the page tree.</summary>
    public int PageTree => _tree;

    public FontSet Fonts => _fonts;

    /// <param name="position">Which page of the file it becomes; the last one when left out.</param>
    public void BeginPage(PageFormat format, int? position = null)
    {
        (_format, _page) = (format, _file.Reserve());
        _content.Clear();
        _annotations.Clear();
        _pages.Insert(position ?? _pages.Count, _page);
        _pageKey = Structure.BeginPage();
    }

    public void EndPage()
    {
        Structure.EndPage();
        var content = _file.Stream("", _content.Written);
        var to = _file.Begin(_page).Raw("<</Type/Page/Parent "u8).Ref(_tree).Raw("/MediaBox[0 0 "u8).Num(_format.Width).Num(_format.Height)
            .Raw("]/Resources "u8).Ref(_resources).Raw("/Contents "u8).Ref(content).Raw("/StructParents "u8).Int(_pageKey).Raw("/Tabs/S"u8);
        if (_annotations.Count > 0)
        {
            to.Raw("/Annots["u8);
            foreach (var annotation in _annotations) to.Ref(annotation).Raw(" "u8);
            to.Raw("]"u8);
        }
        to.Raw(">>"u8);
    }

    public void BeginTag(StructElement element)
    {
        var mcid = Structure.Mark(element, _page);
        _content.Raw("/"u8).Raw(element.Role).Raw("<</MCID "u8).Int(mcid).Raw(">>BDC\n"u8);
    }

    /// <param name="type">Layout or Pagination (ISO 32000-1, 14.8.2.2).</param>
    public void BeginArtifact(string type) => _content.Raw("/Artifact<</Type/"u8).Raw(type).Raw(">>BDC\n"u8);

    public void EndTag() => _content.Raw("EMC\n"u8);

    /// <summary>Draws lines as the content of one element.</summary>
    public void Paint(StructElement element, IEnumerable<PlacedLine> lines)
    {
        BeginTag(element);
        foreach (var line in lines) Text(line.Text, line.X, line.Baseline, line.Size, line.Role, line.Spacing);
        EndTag();
    }

    /// <summary>Draws lines that are no content of the document.</summary>
    /// <inheritdoc cref="BeginArtifact"/>
    public void PaintArtifact(string type, IEnumerable<PlacedLine> lines)
    {
        BeginArtifact(type);
        foreach (var line in lines) Text(line.Text, line.X, line.Baseline, line.Size, line.Role, line.Spacing);
        EndTag();
    }

    /// <summary>Draws a line of text.</summary>
    /// <param name="spacing">Added after each character, in points.</param>
    public void Text(
        ReadOnlySpan<char> text, double x, double baseline, double size, FontRole role = FontRole.Text, double spacing = 0)
    {
        _content.Raw("BT "u8).Num(x).Num(_format.Height - baseline).Raw("Td "u8);
        if (spacing != 0) _content.Num(spacing).Raw("Tc "u8);
        FontFace? current = null;
        PdfFont? font = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var (face, glyph) = _fonts.Resolve(rune, role);
            if (face != current)
            {
                if (current is not null) _content.Raw(">Tj "u8);
                var number = NumberOf(face);
                _content.Raw("/F"u8).Int(number).Raw(" "u8).Num(size).Raw("Tf<"u8);
                (current, font) = (face, _used[number]);
            }
            _content.Hex16(font!.Cid(rune, glyph));
        }
        if (current is not null) _content.Raw(">Tj "u8);
        if (spacing != 0) _content.Raw("0 Tc "u8);
        _content.Raw("ET\n"u8);
    }

    /// <summary>Adds a rectangle to the path that <see cref="Stroke"/> draws.</summary>
    public void Rectangle(double left, double top, double width, double height) =>
        _content.Num(left).Num(_format.Height - top - height).Num(width).Num(height).Raw("re "u8);

    public void Stroke(double lineWidth) => _content.Num(lineWidth).Raw("w S\n"u8);

    /// <summary>Makes an area of the page lead to another page.</summary>
    /// <param name="element">The Link that the area belongs to.</param>
    /// <param name="says">What a reading aid says of it (ISO 14289-1, 7.18.5).</param>
    public void Link(StructElement element, double left, double top, double width, double height, int page, string says)
    {
        var annotation = _file.Reserve();
        var key = Structure.Link(element, _page, annotation);
        _annotations.Add(annotation);
        // F 4: the annotation prints (ISO 19005-2, 6.3.2).
        _file.Begin(annotation).Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8).Num(left).Num(_format.Height - top - height)
            .Num(left + width).Num(_format.Height - top).Raw("]/Dest["u8).Ref(page).Raw("/Fit]/StructParent "u8).Int(key)
            .Raw("/Contents "u8).Text(says).Raw(">>"u8);
    }

    /// <summary>Draws words as light grey shapes across the page.</summary>
    public void Watermark(string text)
    {
        if (!_watermarkNumbers.TryGetValue(text, out var number))
        {
            _watermarkNumbers[text] = number = _watermarks.Count;
            _watermarks.Add(Pdf.Watermark.Write(_file, _fonts, text));
        }
        // A background artifact says where it is (ISO 32000-1, table 330).
        _content.Raw("/Artifact<</Type/Background/BBox[0 0 "u8).Num(_format.Width).Num(_format.Height).Raw("]>>BDC\n"u8);
        _content.Raw(Pdf.Watermark.Placement(_fonts, text, _format)).Raw("/W"u8).Int(number).Raw(" Do Q\n"u8);
        EndTag();
    }

    /// <summary>Writes what all pages share.</summary>
    public void Finish()
    {
        foreach (var font in _used) font.Write(_file);
        Structure.Finish();
        WriteResources(_file.Begin(_resources));
        var kids = _file.Begin(_tree).Raw("<</Type/Pages/Count "u8).Int(_pages.Count).Raw("/Kids["u8);
        foreach (var page in _pages) kids.Ref(page).Raw(" "u8);
        kids.Raw("]>>"u8);
    }

    public void Dispose() => _content.Dispose();

    void WriteResources(PdfBuffer to)
    {
        to.Raw("<</Font<<"u8);
        for (var i = 0; i < _used.Count; i++) to.Raw("/F"u8).Int(i).Raw(" "u8).Ref(_used[i].Id);
        to.Raw(">>/XObject<<"u8);
        for (var i = 0; i < _watermarks.Count; i++) to.Raw("/W"u8).Int(i).Raw(" "u8).Ref(_watermarks[i]);
        to.Raw(">>>>"u8);
    }

    int NumberOf(FontFace face)
    {
        if (_fontNumbers.TryGetValue(face, out var number)) return number;
        _used.Add(new PdfFont(face, _file.Reserve()));
        return _fontNumbers[face] = _used.Count - 1;
    }
}
