using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>What stands above the table on a form's first page. The elements are made in reading order.</summary>
sealed class Heading(PdfCanvas canvas, PageFormat format, StructElement section)
{
    public const double TitleSize = 18, AttachmentSize = 12, YearSize = 12, UnitSize = 10.5, YearHeight = 17, Gap = 4;

    /// <summary>What the pages after the first begin with.</summary>
    public const string Continuation = "续表";

    public const double ContinuationHeight = UnitSize * 1.3 + Gap;

    readonly List<(TextBlock Block, StructElement Element)> _blocks = [];
    (string Text, StructElement Element) _year, _unit;

    public double Height { get; private set; }

    public void Add(string role, string text, double size, FontRole font, CellAlign align)
    {
        var block = new TextBlock(canvas, text, format.TextWidth, size, font, align);
        _blocks.Add((block, canvas.Structure.Add(role, section)));
        Height += block.Height;
    }

    /// <summary>The year in the middle and the unit at the right, on one line.</summary>
    public void AddYearAndUnit(string year, string unit)
    {
        _year = (year, canvas.Structure.Add("P", section));
        _unit = (unit, canvas.Structure.Add("P", section));
        Height += YearHeight + Gap;
    }

    public void Paint()
    {
        var top = format.Top;
        foreach (var (block, element) in _blocks)
        {
            block.Paint(element, format.Side, top);
            top += block.Height;
        }
        Line(_year, YearSize, (format.Width - TextBlock.Width(canvas, _year.Text, YearSize)) / 2, top);
        Line(_unit, UnitSize, format.Width - format.Side - TextBlock.Width(canvas, _unit.Text, UnitSize), top);
    }

    void Line((string Text, StructElement Element) line, double size, double x, double top)
    {
        canvas.BeginTag(line.Element);
        canvas.Text(line.Text, x, top + YearHeight - 3, size);
        canvas.EndTag();
    }
}
