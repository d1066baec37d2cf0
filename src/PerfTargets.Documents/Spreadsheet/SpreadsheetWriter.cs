using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>
/// Writes official tables as an XLSX workbook (ECMA-376, SpreadsheetML, transitional), a sheet for each. Holds no state; one instance
/// serves all threads.
/// </summary>
/// <param name="fonts">The faces by which lines and rows are measured; the file names 宋体.</param>
public sealed class SpreadsheetWriter(FontSet fonts)
{
    /// <summary>The UTF-16 units that a cell can hold.</summary>
    public const int LongestText = 32_767;

    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>A writer that measures with the fonts of this assembly.</summary>
    public SpreadsheetWriter() : this(FontSet.Embedded)
    {
    }

    /// <summary>
    /// Writes forms into one workbook. Every cell of the table is text, merged as <see cref="TableGrid"/> says; what XML cannot hold
    /// stands as U+FFFD.
    /// </summary>
    /// <param name="tables">
    /// The forms in their order, taken one by one; none gives an empty sheet. The attachment line of the first is printed.
    /// </param>
    /// <param name="info">What the file says of itself. The same input gives the same bytes.</param>
    /// <param name="to">Left open; need not be seekable.</param>
    /// <exception cref="ArgumentException">A text is longer than <see cref="LongestText"/>.</exception>
    public void Write(IEnumerable<OfficialTable> tables, PdfInfo info, Stream to)
    {
        using var package = new OfficePackage(to, "xl/workbook.xml");
        var (styles, names, sheets, defined) = (new SheetStyles(), new SheetNames(), new Sheets(), new DefinedNames());
        foreach (var table in tables)
        {
            var isFirst = !sheets.HasChildren;
            var sheet = new FormSheet(new FormPlan(table, fonts, isFirst), styles);
            var name = names.Of(table.Head.Count > 0 ? table.Head[0].First.Value : "");
            Define(defined, name, sheets.ChildElements.Count, sheet);
            Add(package, sheets, name, sheet.Build(isFirst));
        }
        if (!sheets.HasChildren) Add(package, sheets, names.Of(""), new Worksheet(new SheetData()));
        package.Add("xl/styles.xml", Types + "styles+xml", styles.Build().WriteTo);
        var workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
        if (defined.HasChildren) workbook.Append(defined);
        package.Add("xl/workbook.xml", Types + "sheet.main+xml", workbook.WriteTo);
        package.Relate(("xl", "workbook.xml"), [
            .. sheets.Elements<Sheet>().Select(sheet => (sheet.Id!.Value!, "worksheet", $"worksheets/sheet{sheet.SheetId}.xml")),
            ("rIdStyles", "styles", "styles.xml")]);
        package.Finish(info);
    }

    static void Add(OfficePackage package, Sheets sheets, string name, Worksheet worksheet)
    {
        var number = (uint)sheets.ChildElements.Count + 1;
        package.Add($"xl/worksheets/sheet{number}.xml", Types + "worksheet+xml", worksheet.WriteTo);
        sheets.Append(new Sheet { Name = name, SheetId = number, Id = $"rId{number}" });
    }

    /// <summary>What is printed, and the rows that each page repeats (ECMA-376, part 1, 18.2.5).</summary>
    static void Define(DefinedNames defined, string name, int index, FormSheet sheet)
    {
        var quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!";
        var last = (char)('A' + TableGrid.ColumnCount - 1);
        Append("Print_Area", $"$A$1:${last}${sheet.RowCount}");
        if (sheet.HeaderRows is var (first, end)) Append("Print_Titles", $"${first + 1}:${end + 1}");

        void Append(string what, string where) =>
            defined.Append(new DefinedName(quoted + where) { Name = "_xlnm." + what, LocalSheetId = (uint)index });
    }
}
