namespace PerfTargets.Documents.Tests.Reading;

/// <summary>A rectangle on a page, in points from the lower left corner. Numbers in a file are rounded to hundredths.</summary>
readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    const double Rounding = 0.06;

    public double Area => (Right - Left) * (Top - Bottom);

    public bool Meets(PdfBox other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > Rounding
        && Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom) > Rounding;

    public bool Holds(PdfBox other) => Left - Rounding <= other.Left && Bottom - Rounding <= other.Bottom
        && other.Right <= Right + Rounding && other.Top <= Top + Rounding;
}

/// <summary>A line of text on a page.</summary>
/// <param name="Text">Its characters without blanks at the end, which take no room.</param>
/// <param name="Box">As high as the em.</param>
/// <param name="Cell">The object of the TH or TD it belongs to; 0 elsewhere.</param>
sealed record PlacedText(string Text, PdfBox Box, double Size, int Cell);

/// <summary>Where on a page text and cells stand, worked out from its operators.</summary>
sealed class PlacedPage
{
    const double AboveBaseline = 0.88;

    readonly PdfNode _page;
    readonly PdfNode[] _elements;
    readonly Dictionary<int, PlacedFont> _fonts = [];

    public PlacedPage(PdfNode page)
    {
        _page = page;
        _elements = [.. page.File.Catalog["StructTreeRoot"]["ParentTree"]["Nums"].Items
            .SkipWhile((_, at) => at % 2 == 1 || at / 2 != page["StructParents"].Int).Skip(1).First().Items];
        (Width, Height) = (page["MediaBox"].Items.ElementAt(2).Number, page["MediaBox"].Items.ElementAt(3).Number);
        Read();
    }

    public double Width { get; }

    public double Height { get; }

    public List<PlacedText> Texts { get; } = [];

    /// <summary>The boxes with thin rules.</summary>
    public List<PdfBox> Cells { get; } = [];

    /// <summary>The box with the thick rule.</summary>
    public PdfBox? Table { get; private set; }

    void Read()
    {
        var path = new List<PdfBox>();
        var (x, y, size, spacing, thickness) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (font, pieces) = (default(PlacedFont), new List<(string Character, double Width, double After)>());
        foreach (var (name, operands, content) in new MarkedPage(_page).Operators)
        {
            var numbers = operands.OfType<double>().ToArray();
            switch (name)
            {
                case "re": path.Add(new PdfBox(numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3])); break;
                case "w": thickness = numbers[0]; break;
                case "S" when thickness < 1: Cells.AddRange(path); path.Clear(); break;
                case "S": Table = Assert.Single(path); path.Clear(); break;
                case "BT": pieces.Clear(); break;
                case "Td": (x, y) = (numbers[0], numbers[1]); break;
                case "Tc": spacing = numbers[0]; break;
                case "Tf": (font, size) = (Font(((PdfName)operands[0]!).Value), numbers[0]); break;
                case "Tj": pieces.AddRange(font!.Show((PdfString)operands[0]!).Select(one => (one.Character, one.Width * size / 1000, spacing))); break;
                case "ET": Add(pieces, x, y, size, content is { Mcid: >= 0 } ? Cell(_elements[content.Mcid]) : 0); break;
            }
        }
    }

    void Add(List<(string Character, double Width, double After)> pieces, double x, double y, double size, int cell)
    {
        var length = pieces.FindLastIndex(piece => piece.Character is not (" " or "\u3000" or "\t")) + 1;
        var first = pieces.FindIndex(piece => piece.Character is not (" " or "\u3000" or "\t"));
        if (length == 0) return;
        x += pieces.Take(first).Sum(piece => piece.Width + piece.After);
        var right = x + pieces.Take(length).Skip(first).Sum(piece => piece.Width + piece.After) - pieces[length - 1].After;
        var top = y + size * AboveBaseline;
        Texts.Add(new(string.Concat(pieces.Take(length).Skip(first).Select(piece => piece.Character)), new PdfBox(x, top - size, right, top), size, cell));
    }

    PlacedFont Font(string name)
    {
        var font = _page["Resources"]["Font"][name];
        if (!_fonts.TryGetValue(font.Id, out var known)) _fonts[font.Id] = known = PlacedFont.Of(font);
        return known;
    }

    static int Cell(PdfNode element) => element["S"].Name switch
    {
        "TH" or "TD" => element.Id,
        "P" => Cell(element["P"]),
        _ => 0,
    };
}
