using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>One form as a sheet: headings, the grid, and the lines to sign.</summary>
sealed class FormSheet
{
    /// <summary>From line to line in em, as in the fonts that stand in for 宋体 where it is missing; its own lines are nearer.</summary>
    const double LineSpacing = 1.45;

    /// <summary>A pixel, in points, and the width in pixels of a digit of the style Normal, the unit of widths (18.3.1.13).</summary>
    const double Pixel = 0.75, DigitPixels = 7;

    /// <summary>Three blanks of the style Normal (18.8.1), in points.</summary>
    const double PointsPerIndent = 3 * 0.25 * SheetStyles.NormalSize;

    const double YearHeight = 16, UnitHeight = 17;

    readonly FormPlan _plan;
    readonly FormLayout _layout;
    readonly SheetRows _rows;
    int _tableTop, _tableBottom;

    /// <summary>Year and unit take a row each, in the PDF one line.</summary>
    public const double Spare = YearHeight + UnitHeight - Heading.YearHeight - Heading.Gap;

    public FormSheet(FormPlan plan, SheetStyles styles)
    {
        (_plan, _layout, _rows) = (plan, plan.Layout.Spaced(LineSpacing), new SheetRows(styles));
        AddHeadings();
        AddTable();
        if (plan.HasSignatures) AddSignatures();
        Pages = new SheetPages(_rows.Heights, HeaderRows, plan.Format.TextHeight, plan.PageCount);
    }

    /// <summary>How many rows the sheet has.</summary>
    public int RowCount => _rows.Count;

    /// <summary>The rows, from 0, that are repeated on each page; null when they would fill it.</summary>
    public (int First, int Last)? HeaderRows { get; private set; }

    public SheetPages Pages { get; }

    /// <param name="firstPage">The number of the sheet's first page, from 1.</param>
    public Worksheet Build(int firstPage)
    {
        var isFirst = firstPage == 1;
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{SheetRows.Reference(RowCount - 1, TableGrid.ColumnCount - 1)}" },
            new SheetViews(new SheetView { ShowGridLines = false, TabSelected = isFirst, WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(_plan.ColumnWidths.Select(Column)),
            _rows.Data);
        if (_rows.Merges is { } merges) sheet.Append(merges);
        sheet.Append(PrintSetup.Of(_plan, Pages, firstPage));
        // Amounts are text on purpose.
        sheet.Append(new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new([new($"A1:{SheetRows.Reference(RowCount - 1, TableGrid.ColumnCount - 1)}")]),
            NumberStoredAsText = true,
        }));
        return sheet;
    }

    static Column Column(double width, int index) => new()
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = Math.Floor(width / Pixel) / DigitPixels,
        CustomWidth = true,
    };

    void AddHeadings()
    {
        if (_plan.Attachment is { } attachment) AddLine(attachment, HorizontalAlignmentValues.Left);
        AddLine(_plan.Title, HorizontalAlignmentValues.Center);
        // No cell of the five columns has its middle in the middle of the page and another right of it, hence two rows.
        AddLine(new(_plan.Table.YearLine, Heading.YearSize, FontRole.Text, YearHeight), HorizontalAlignmentValues.Center);
        AddLine(new(_plan.Table.MoneyUnit, Heading.UnitSize, FontRole.Text, UnitHeight), HorizontalAlignmentValues.Right);
    }

    /// <summary>A text over the whole width.</summary>
    void AddLine(PlannedLine line, HorizontalAlignmentValues align, uint indent = 0) =>
        Fill(_rows.Count, _rows.Add(line.Height), 0, TableGrid.ColumnCount, line.Text, new(line.Size, line.Role, align, Indent: indent));

    void AddTable()
    {
        _tableTop = _rows.Count;
        var starts = new List<int> { _tableTop };
        for (var row = 0; row < _layout.RowHeights.Length; row++)
        {
            // Excel breaks pages between rows only and has none above 409 points: a row for each line of a cell that pages may divide.
            _rows.Add(_layout.RowHeights[row], _plan.IsDivided(row) ? (int)Math.Ceiling(_layout.RowHeights[row] / _layout.LineHeight) : 1);
            starts.Add(_rows.Count);
        }
        _tableBottom = _rows.Count;
        var header = _plan.Grid.HeaderRow;
        if (!_plan.IsDivided(header)) HeaderRows = (starts[header], starts[header + 1] - 1);
        foreach (var cell in _layout.Cells)
        {
            var (top, bottom) = (starts[cell.Cell.Row], starts[cell.Cell.Row + cell.Cell.RowSpan]);
            _rows.Fill(top, bottom - top, cell.Cell.Col, cell.Cell.ColSpan, cell.Cell.Text, (row, col) => Style(cell, row, col));
        }
    }

    CellStyle Style(CellLayout cell, int row, int col) => new(
        _layout.Size,
        cell.Cell.Role,
        cell.IsCentred && !IsNarrow(cell) ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left,
        (row == _tableTop ? Edges.Top : Edges.None) | (row == _tableBottom - 1 ? Edges.Bottom : Edges.None)
            | (col == 0 ? Edges.Left : Edges.None) | (col == TableGrid.ColumnCount - 1 ? Edges.Right : Edges.None),
        Indents(IsNarrow(cell) ? SideOf(cell) : cell.Indent(_layout.Size)),
        _plan.IsDivided(cell.Cell.Row) && cell.Cell.Scope == HeaderScope.None);

    /// <summary>
    /// Whether an indent brings a label of even lines into the middle with the right breaks, 绩效／指标: a centred one is broken where it
    /// is full, 绩效指／标.
    /// </summary>
    bool IsNarrow(CellLayout cell) => cell.Cell.Align == CellAlign.Center && cell.Lines.Count > 1
        && cell.Lines.All(line => line.Width == cell.Lines[0].Width) && SideOf(cell) < _layout.Size && Indents(SideOf(cell)) > 0;

    double SideOf(CellLayout cell) => (cell.Width - cell.Lines[0].Width * _layout.Size / 1000) / 2;

    /// <summary>Three lines to sign in a row, each from the column nearest to where the PDF has it.</summary>
    void AddSignatures()
    {
        int[] slots = _plan.Table.Orientation == PageOrientation.Landscape ? [0, 3, 4, 5] : [0, 2, 3, 5];
        Fill(_rows.Count, _rows.Add(SignatureBlock.Above), 0, TableGrid.ColumnCount, "", new(SignatureBlock.Size));
        foreach (var line in _plan.Table.Signatures.Chunk(slots.Length - 1))
        {
            var row = _rows.Count;
            var rows = _rows.Add(SignatureBlock.LineHeight);
            for (var i = 0; i < line.Length; i++)
                Fill(row, rows, slots[i], slots[i + 1] - slots[i], line[i].Label + line[i].Value, new(SignatureBlock.Size));
        }
        var seal = new PlannedLine(_plan.Table.SealLabel, SignatureBlock.Size, FontRole.Text, SignatureBlock.SealRoom);
        AddLine(seal, HorizontalAlignmentValues.Right, Indents(SignatureBlock.SealInset));
    }

    static uint Indents(double points) => (uint)Math.Round(points / PointsPerIndent);

    void Fill(int row, int rows, int col, int cols, string text, CellStyle style) => _rows.Fill(row, rows, col, cols, text, (_, _) => style);
}
