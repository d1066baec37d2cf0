using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>The rows of a sheet as they are filled from top to bottom, with the cells merged in them. Rows and columns count from 0.</summary>
sealed class SheetRows(SheetStyles styles)
{
    /// <summary>Excel keeps heights in whole pixels of 1/96 inch.</summary>
    const double HeightStep = 0.75;

    /// <summary>What the text format shows in every version.</summary>
    const int LongestOfTextFormat = 255;

    readonly List<Row> _rows = [];
    readonly List<MergeCell> _merges = [];

    public int Count => _rows.Count;

    /// <summary>In points.</summary>
    public IReadOnlyList<double> Heights => [.. _rows.Select(row => row.Height!.Value)];

    public SheetData Data => new(_rows);

    public MergeCells? Merges => _merges.Count > 0 ? new MergeCells(_merges) { Count = (uint)_merges.Count } : null;

    /// <summary>Adds a row, or several that take its height together.</summary>
    /// <param name="height">In points.</param>
    /// <returns>How many rows were added.</returns>
    public int Add(double height, int parts = 1)
    {
        for (var i = 0; i < parts; i++)
        {
            _rows.Add(new Row
            {
                RowIndex = (uint)Count + 1,
                Height = Math.Round(height / parts / HeightStep) * HeightStep,
                CustomHeight = true,
            });
        }
        return parts;
    }

    /// <summary>Fills a rectangle whose rows are there already, and merges it when it is more than one cell.</summary>
    /// <param name="style">The style of each of its cells; only the first has the text.</param>
    /// <exception cref="ArgumentException">The text is longer than a cell can hold.</exception>
    public void Fill(int row, int rows, int col, int cols, string text, Func<int, int, CellStyle> style)
    {
        text = SheetText(text);
        for (var r = row; r < row + rows; r++)
        {
            for (var c = col; c < col + cols; c++)
            {
                var isFirst = r == row && c == col;
                var look = style(r, c) with { IsLong = text.Length > LongestOfTextFormat };
                Put(_rows[r], Cell(r, c, isFirst ? text : "", styles.Of(look)));
            }
        }
        if (rows * cols > 1) _merges.Add(new MergeCell { Reference = $"{Reference(row, col)}:{Reference(row + rows - 1, col + cols - 1)}" });
    }

    public static string Reference(int row, int col) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{(char)('A' + col)}{row + 1}");

    /// <summary>
    /// A text, never a formula or a number, whatever it begins with: the string stands in the cell itself. Amounts too: they are printed
    /// as they were typed and checked, to their last zero, a blank is not 0, and no program may round or regroup them.
    /// </summary>
    static Cell Cell(int row, int col, string text, uint style)
    {
        var cell = new Cell { CellReference = Reference(row, col), StyleIndex = style };
        if (text.Length == 0) return cell;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    /// <summary>Cells must stand in the order of their columns, and a merged label's come before those that began in earlier rows.</summary>
    static void Put(Row row, Cell cell)
    {
        var after = row.Elements<Cell>().LastOrDefault(one => one.CellReference!.Value![0] < cell.CellReference!.Value![0]);
        if (after is null) row.PrependChild(cell);
        else row.InsertAfter(cell, after);
    }

    /// <summary>In the strings of a sheet _x0041_ is the character with this number (ECMA-376, part 1, 22.9.2.19), unless its _ is escaped itself.</summary>
    static string SheetText(string text)
    {
        text = OfficeText.Clean(text);
        if (text.Length > SpreadsheetWriter.LongestText)
            throw new ArgumentException($"A cell of a spreadsheet holds {SpreadsheetWriter.LongestText} characters, not {text.Length}.");
        return Escapes.Value.Replace(text, "_x005F_");
    }

    static Lazy<System.Text.RegularExpressions.Regex> Escapes { get; } =
        new(() => new System.Text.RegularExpressions.Regex("_(?=x[0-9A-Fa-f]{4}_)"));
}
