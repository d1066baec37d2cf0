using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>A workbook while it is made, sheet by sheet.</summary>
sealed class WorkbookFile(FontSet fonts, DocumentInfo info, Stream to) : IFormsFile
{
    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    readonly OfficePackage _package = new(to, "xl/workbook.xml");
    readonly SheetStyles _styles = new(fonts);
    readonly SheetNames _names = new();
    readonly Sheets _sheets = new();
    readonly DefinedNames _defined = new();
    int _pages;

    public void Add(OfficialTable table)
    {
        var sheet = new FormSheet(new FormPlan(table, fonts, isFirst: _pages == 0, _ => FormSheet.Spare), _styles);
        var name = _names.Of(table.Name);
        Define(name, _sheets.ChildElements.Count, sheet);
        Add(name, sheet.Build(_pages + 1));
        _pages += sheet.Pages.Count;
    }

    public void Finish()
    {
        if (!_sheets.HasChildren) Add(_names.Of(""), new Worksheet(new SheetData()));
        _package.Add("xl/styles.xml", Types + "styles+xml", _styles.Build().WriteTo);
        var workbook = new Workbook(new BookViews(new WorkbookView()), _sheets);
        if (_defined.HasChildren) workbook.Append(_defined);
        _package.Add("xl/workbook.xml", Types + "sheet.main+xml", workbook.WriteTo);
        _package.Relate(("xl", "workbook.xml"), [
            .. _sheets.Elements<Sheet>().Select(sheet => (sheet.Id!.Value!, "worksheet", $"worksheets/sheet{sheet.SheetId}.xml")),
            ("rIdStyles", "styles", "styles.xml")]);
        _package.Finish(info);
    }

    public void Dispose() => _package.Dispose();

    void Add(string name, Worksheet worksheet)
    {
        var number = (uint)_sheets.ChildElements.Count + 1;
        _package.Add($"xl/worksheets/sheet{number}.xml", Types + "worksheet+xml", worksheet.WriteTo);
        _sheets.Append(new Sheet { Name = name, SheetId = number, Id = $"rId{number}" });
    }

    /// <summary>What is printed, and the rows that each page repeats (ECMA-376, part 1, 18.2.5).</summary>
    void Define(string name, int index, FormSheet sheet)
    {
        var quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!";
        var last = (char)('A' + TableGrid.ColumnCount - 1);
        Append("Print_Area", $"$A$1:${last}${sheet.RowCount}");
        if (sheet.HeaderRows is var (first, end)) Append("Print_Titles", $"${first + 1}:${end + 1}");

        void Append(string what, string where) =>
            _defined.Append(new DefinedName(quoted + where) { Name = "_xlnm." + what, LocalSheetId = (uint)index });
    }
}
