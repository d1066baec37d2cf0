using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>How a sheet is printed: as the PDF is, on A4, as wide as the page, on as many pages.</summary>
static class PrintSetup
{
    const double PointsPerInch = 72;
    const uint A4 = 9;

    /// <summary>From the edge of the paper to the header and to the page number, in points; leaves room for lines of 1.5 em.</summary>
    const double HeaderMargin = 16, FooterMargin = 18;

    const uint LastColumn = 16_383;

    const int LongestInHeader = 60;

    /// <summary>The elements in the order of a worksheet (ECMA-376, part 1, 18.3.1.99).</summary>
    /// <param name="firstPage">
    /// The number of the sheet's first page. It is written down, though programs count on by themselves: LibreOffice takes a page for the
    /// first of its sheet, which has no 续表, only where its number is given.
    /// </param>
    public static IEnumerable<OpenXmlElement> Of(FormPlan plan, SheetPages pages, int firstPage)
    {
        var format = plan.Format;
        yield return new PrintOptions { HorizontalCentered = true };
        yield return new PageMargins
        {
            Left = format.Side / PointsPerInch,
            Right = format.Side / PointsPerInch,
            Top = format.Top / PointsPerInch,
            Bottom = format.Bottom / PointsPerInch,
            Header = HeaderMargin / PointsPerInch,
            Footer = FooterMargin / PointsPerInch,
        };
        yield return new PageSetup
        {
            PaperSize = A4,
            Orientation = plan.Table.Orientation == PageOrientation.Portrait ? OrientationValues.Portrait : OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = pages.FitToHeight,
            FirstPageNumber = (uint)firstPage,
            UseFirstPageNumber = true,
        };
        yield return HeaderFooter(plan, pages.Count);
        if (pages.Breaks.Count > 0) yield return Breaks(pages.Breaks);
    }

    static RowBreaks Breaks(IReadOnlyList<int> rows) => new(rows.Select(row => new Break { Id = (uint)row, Max = LastColumn, ManualPageBreak = true }))
    {
        Count = (uint)rows.Count,
        ManualBreakCount = (uint)rows.Count,
    };

    static HeaderFooter HeaderFooter(FormPlan plan, int pageCount)
    {
        // The size first: a text that begins with a digit would otherwise change it.
        var font = $"&10&\"{plan.Fonts.NameOf(FontRole.Text).Name},常规\"";
        var status = plan.Status.Length > 0 ? $"&C{font}{Escaped(plan.Status)}" : "";
        var number = $"&C{font}— &P —";
        if (pageCount == 1) return new HeaderFooter(new OddHeader(status), new OddFooter(number)) { ScaleWithDoc = false };
        return new HeaderFooter(
            new OddHeader($"&L{font}{Heading.Continuation}{status}&R{font}{Escaped(plan.Table.MoneyUnit)}"),
            new OddFooter(number),
            new FirstHeader(status),
            new FirstFooter(number))
        {
            DifferentFirst = true,
            ScaleWithDoc = false,
        };
    }

    /// <summary>A text in which &amp; begins no code (ECMA-376, part 1, 18.3.1.39), on one line and short: a header holds 255 characters.</summary>
    static string Escaped(string text)
    {
        text = OfficeText.Clean(text).Replace('\n', ' ');
        if (text.Length > LongestInHeader) text = text[..LongestInHeader];
        return OfficeText.Clean(text).Replace("&", "&&", StringComparison.Ordinal);
    }
}
