using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>The pages of one document while they are drawn. Lengths in points, y downward from the top of the page.</summary>
sealed class PdfCanvas
{
    readonly FontSet _fonts;
    readonly PdfFile _file = new();
    readonly Dictionary<FontFace, int> _fontNumbers = [];
    readonly List<PdfFont> _used = [];
    readonly Dictionary<string, int> _watermarkNumbers = new(StringComparer.Ordinal);
    readonly List<int> _watermarks = [];
    readonly List<int> _pages = [];
    readonly int _resources, _tree;
    PdfBuffer _content = new();
    PageFormat _format = PageFormat.Of(PageOrientation.Landscape);
    int _page;

    public PdfCanvas(FontSet fonts)
    {
        _fonts = fonts;
        (_resources, _tree) = (_file.Reserve(), _file.Reserve());
        Structure = new StructureTree(_file);
    }

    public StructureTree Structure { get; }

    public int PageNumber => _pages.Count;

    public int Advance(Rune rune, bool bold) => _fonts.Advance(rune, bold);

    public void BeginPage(PageFormat format)
    {
        (_format, _page, _content) = (format, _file.Reserve(), new PdfBuffer());
        _pages.Add(_page);
        var parents = Structure.BeginPage();
        _file.Begin(_page).Raw("<</Type/Page/Parent ").Ref(_tree).Raw("/MediaBox[0 0 ").Num(format.Width).Num(format.Height)
            .Raw("]/Resources ").Ref(_resources).Raw("/Contents ").Ref(_page + 1).Raw("/StructParents ").Int(parents).Raw("/Tabs/S>>");
        // Its number is the one after the page's.
        _ = _file.Reserve();
    }

    public void EndPage() => _file.Stream(_page + 1, "", _content.Written);

    public void BeginTag(StructElement element)
    {
        var mcid = Structure.Mark(element, _page);
        _content.Raw("/").Raw(element.Role).Raw("<</MCID ").Int(mcid).Raw(">>BDC\n");
    }

    /// <param name="type">Layout or Pagination (ISO 32000-1, 14.8.2.2).</param>
    public void BeginArtifact(string type) => _content.Raw("/Artifact<</Type/").Raw(type).Raw(">>BDC\n");

    public void EndTag() => _content.Raw("EMC\n");

    /// <summary>Draws a line of text.</summary>
    /// <param name="spacing">Added after each character, in points.</param>
    public void Text(ReadOnlySpan<char> text, double x, double baseline, double size, bool bold = false, double spacing = 0)
    {
        _content.Raw("BT ").Num(x).Num(_format.Height - baseline).Raw("Td ");
        if (spacing != 0) _content.Num(spacing).Raw("Tc ");
        FontFace? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var (face, glyph) = _fonts.Resolve(rune, bold);
            var number = NumberOf(face);
            if (face != current)
            {
                if (current is not null) _content.Raw(">Tj ");
                _content.Raw("/F").Int(number).Raw(" ").Num(size).Raw("Tf<");
                current = face;
            }
            _content.Hex16(_used[number].Cid(rune, glyph));
        }
        if (current is not null) _content.Raw(">Tj ");
        if (spacing != 0) _content.Raw("0 Tc ");
        _content.Raw("ET\n");
    }

    /// <summary>Adds a rectangle to the path that <see cref="Stroke"/> draws.</summary>
    public void Rectangle(double left, double top, double width, double height) =>
        _content.Num(left).Num(_format.Height - top - height).Num(width).Num(height).Raw("re ");

    public void Stroke(double lineWidth) => _content.Num(lineWidth).Raw("w S\n");

    /// <summary>Draws words as light grey shapes across the page.</summary>
    public void Watermark(string text)
    {
        if (!_watermarkNumbers.TryGetValue(text, out var number))
        {
            _watermarkNumbers[text] = number = _watermarks.Count;
            _watermarks.Add(Pdf.Watermark.Write(_file, _fonts, text));
        }
        BeginArtifact("Background");
        _content.Raw(Pdf.Watermark.Placement(_fonts, text, _format)).Raw("/W").Int(number).Raw(" Do Q\n");
        EndTag();
    }

    public byte[] Finish(PdfInfo info, string producer)
    {
        foreach (var font in _used) font.Write(_file);
        Structure.Write();
        WriteResources(_file.Begin(_resources));
        var kids = _file.Begin(_tree).Raw("<</Type/Pages/Count ").Int(_pages.Count).Raw("/Kids[");
        foreach (var page in _pages) kids.Ref(page).Raw(" ");
        kids.Raw("]>>");
        return PdfTrailer.Finish(_file, _tree, Structure.Id, info, producer);
    }

    void WriteResources(PdfBuffer to)
    {
        to.Raw("<</Font<<");
        for (var i = 0; i < _used.Count; i++) to.Raw("/F").Int(i).Raw(" ").Ref(_used[i].Id);
        to.Raw(">>/XObject<<");
        for (var i = 0; i < _watermarks.Count; i++) to.Raw("/W").Int(i).Raw(" ").Ref(_watermarks[i]);
        to.Raw(">>>>");
    }

    int NumberOf(FontFace face)
    {
        if (_fontNumbers.TryGetValue(face, out var number)) return number;
        _used.Add(new PdfFont(face, _file.Reserve()));
        return _fontNumbers[face] = _used.Count - 1;
    }
}
