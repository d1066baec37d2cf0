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
    readonly List<StructElement> _below = [];

    public double Height { get; private set; }

    public void Add(string role, TextBlock block)
    {
        _blocks.Add((block, canvas.Structure.Add(role, section)));
        Height += block.Height;
    }

    /// <summary>The year and the unit, on one line.</summary>
    public void AddYearAndUnit()
    {
        for (var i = 0; i < 2; i++) _below.Add(canvas.Structure.Add("P", section));
        Height += YearHeight + Gap;
    }

    public void Paint(OfficialTable table)
    {
        var top = format.Top;
        foreach (var (block, element) in _blocks)
        {
            canvas.Paint(element, block.Lines(format.Side, top));
            top += block.Height;
        }
        foreach (var (element, line) in _below.Zip(YearAndUnit(table, format, canvas.Fonts, top))) canvas.Paint(element, [line]);
    }

    /// <summary>The year in the middle and the unit at the right.</summary>
    public static PlacedLine[] YearAndUnit(OfficialTable table, PageFormat format, FontSet fonts, double top)
    {
        var baseline = top + YearHeight - 3;
        return [
            PlacedLine.Centred(table.YearLine, baseline, YearSize, format, fonts),
            PlacedLine.AtRight(table.MoneyUnit, baseline, UnitSize, format, fonts)];
    }

    /// <summary>续表 and the unit, above the table of the pages after the first.</summary>
    public static PlacedLine[] Continued(OfficialTable table, PageFormat format, FontSet fonts)
    {
        var baseline = format.Top + UnitSize;
        return [new(Continuation, format.Side, baseline, UnitSize), PlacedLine.AtRight(table.MoneyUnit, baseline, UnitSize, format, fonts)];
    }

    /// <summary>At the foot of every page.</summary>
    public static PlacedLine PageNumber(int number, PageFormat format, FontSet fonts) => PlacedLine.Centred(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"— {number} —"), format.Height - PageNumberRise, UnitSize, format, fonts);

    const double PageNumberRise = 26;
}
