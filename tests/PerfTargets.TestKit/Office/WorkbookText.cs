using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PerfTargets.TestKit.Office;

/// <summary>Reads the tables of a workbook: what has borders is the table.</summary>
public static partial class WorkbookText
{
    /// <summary>For each sheet the cells of its table in reading order. Rows in which no cell begins count with the one above.</summary>
    public static IReadOnlyList<IReadOnlyList<OfficeCell>> Tables(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        var workbook = document.WorkbookPart!;
        var formats = workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToArray();
        return [.. Sheets(workbook).Select(sheet => Table(sheet, formats))];
    }

    /// <summary>All texts of a workbook, sheet by sheet.</summary>
    public static string Text(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        return string.Join('\n', Sheets(document.WorkbookPart!).SelectMany(sheet => sheet.Descendants<Cell>()).Select(TextOf));
    }

    public static string TextOf(Cell cell) => Escape().Replace(
        cell.InlineString?.Text?.Text ?? "",
        match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static IEnumerable<Worksheet> Sheets(WorkbookPart workbook) => workbook.Workbook!.Sheets!.Elements<Sheet>()
        .Select(sheet => ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet!);

    private static List<OfficeCell> Table(Worksheet sheet, CellFormat[] formats)
    {
        var merges = sheet.Descendants<MergeCell>().Select(merge => merge.Reference!.Value!.Split(':'))
            .Select(ends => (First: Place(ends[0]), Last: Place(ends[1]))).ToArray();
        var spans = merges.ToDictionary(merge => merge.First, merge => merge.Last);
        var covered = merges.SelectMany(merge => Inside(merge.First, merge.Last)).Except(spans.Keys).ToHashSet();
        var cells = sheet.Descendants<Cell>().Where(cell => formats[cell.StyleIndex!.Value].BorderId!.Value != 0)
            .Select(cell => (Place: Place(cell.CellReference!.Value!), Text: TextOf(cell))).ToArray();
        if (cells.Any(cell => covered.Contains(cell.Place) && cell.Text.Length > 0))
            throw new InvalidDataException("A merged cell has a text that nobody sees.");
        var begins = cells.Where(cell => !covered.Contains(cell.Place)).ToArray();
        var rows = begins.Select(cell => cell.Place.Row).Distinct().Order().ToList();
        return [.. begins.Select(cell =>
        {
            var (first, last) = (cell.Place, spans.GetValueOrDefault(cell.Place, cell.Place));
            return new OfficeCell(
                rows.IndexOf(first.Row), first.Col, cell.Text, rows.Count(row => row >= first.Row && row <= last.Row), last.Col - first.Col + 1);
        })];
    }

    private static IEnumerable<(int Row, int Col)> Inside((int Row, int Col) first, (int Row, int Col) last) =>
        from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
        from col in Enumerable.Range(first.Col, last.Col - first.Col + 1)
        select (row, col);

    private static (int Row, int Col) Place(string reference) => (int.Parse(reference.AsSpan(1), CultureInfo.InvariantCulture) - 1, reference[0] - 'A');

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
