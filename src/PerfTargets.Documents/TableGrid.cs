namespace PerfTargets.Documents;

/// <summary>A row of the grid with the cells that begin in it, from left to right.</summary>
public sealed record GridRow(int Index, IReadOnlyList<GridCell> Cells);

/// <summary>
/// The one grid that every output draws. Five columns 名称 | 一级 | 二级 | 三级 | 指标值; the labels above the indicators span the first two,
/// the goal spans the other three.
/// </summary>
public sealed class TableGrid
{
    /// <summary>How many columns the table has.</summary>
    public const int ColumnCount = 5;

    const string NotApplicableMark = "—";
    const int SecondLevel = 2, ThirdLevel = 3, ValueColumn = 4, EmPerIndent = 3;

    // In points of a page's text width at 10.5 pt: two-em 名称, five-em 满意度指标, thirteen-em 服务对象满意度指标（必填）; landscape leaves
    // 三级 23 em, 指标值 21 em and the goal 58 em, about where the lines of the real forms break.
    static double[] LandscapeWidths { get; } = [36, 72, 144.5, 250, 229.5];
    static double[] PortraitWidths { get; } = [28, 60, 144, 161, 113];

    readonly List<GridCell> _cells = [];
    readonly List<GridRow> _rows = [];
    int _row, _rowStart;

    TableGrid(OfficialTable table)
    {
        ColumnWidths = table.Orientation == PageOrientation.Landscape ? LandscapeWidths : PortraitWidths;
        foreach (var row in table.Head) AddHead(row);
        AddFunds(table.FundsLabel, table.Funds);
        AddGoal(table.Goal);
        HeaderRow = _row;
        AddColumnHeadings(table.Columns);
        AddBody(table.BodyLabel, table.Levels);
    }

    /// <summary>The cells in reading order, row by row.</summary>
    public IReadOnlyList<GridCell> Cells => _cells;

    /// <summary>The rows, each with the cells that begin in it, as an HTML table wants them.</summary>
    public IReadOnlyList<GridRow> Rows => _rows;

    /// <summary>Widths of the five columns, relative to their sum.</summary>
    public IReadOnlyList<double> ColumnWidths { get; }

    /// <summary>The row with the column headings; it is repeated after a page break.</summary>
    public int HeaderRow { get; }

    /// <summary>Lays a form out as a grid.</summary>
    /// <param name="table">Any content: missing rows, groups and levels print as blank cells.</param>
    public static TableGrid From(OfficialTable table) => new(table);

    void AddHead(HeadRow row)
    {
        AddLabel(row.First.Label);
        if (row.Second is null)
        {
            Add(SecondLevel, row.First.Value, colSpan: 3, align: CellAlign.CenterSingle);
        }
        else
        {
            Add(SecondLevel, row.First.Value, align: CellAlign.CenterSingle);
            Add(ThirdLevel, row.Second.Label, align: CellAlign.Center, bold: true, scope: HeaderScope.Row);
            Add(ValueColumn, row.Second.Value, align: CellAlign.CenterSingle);
        }
        EndRow();
    }

    void AddFunds(string label, IReadOnlyList<FundsLine> lines)
    {
        if (lines.Count == 0) return;
        AddLabel(label, lines.Count, BracketBreak.Always);
        foreach (var line in lines)
        {
            var indent = Math.Max(0, line.Indent) * EmPerIndent;
            _cells.Add(new GridCell(_row, SecondLevel, Clean(line.Label)) { Scope = HeaderScope.Row, IndentEm = indent });
            Add(ThirdLevel, line.Amount, colSpan: 2, align: CellAlign.Center);
            EndRow();
        }
    }

    void AddGoal(TableField goal)
    {
        AddLabel(goal.Label);
        Add(SecondLevel, goal.Value, colSpan: 3);
        EndRow();
    }

    void AddColumnHeadings(ColumnHeadings columns)
    {
        string[] headings = [columns.Name, columns.First, columns.Second, columns.Third, columns.Value];
        for (var col = 0; col < headings.Length; col++)
            Add(col, headings[col], align: CellAlign.Center, bold: true, scope: HeaderScope.Column);
        EndRow();
    }

    void AddBody(string label, IReadOnlyList<IndicatorLevel> levels)
    {
        if (levels.Count == 0) levels = [new("", [])];
        _cells.Add(new GridCell(_row, 0, Clean(label))
        {
            RowSpan = levels.Sum(RowCount),
            Align = CellAlign.Center,
            Bold = true,
            Scope = HeaderScope.Row,
        });
        foreach (var level in levels)
        {
            AddSpan(1, level.Label, RowCount(level));
            foreach (var group in GroupsOf(level)) AddGroup(group);
        }
    }

    void AddGroup(IndicatorGroup group)
    {
        var rows = RowsOf(group);
        AddSpan(SecondLevel, group.Label, rows.Count);
        foreach (var row in rows)
        {
            Add(ThirdLevel, row.Name, align: group.NotApplicable ? CellAlign.Center : CellAlign.Left);
            Add(ValueColumn, row.Value, align: CellAlign.CenterSingle);
            EndRow();
        }
    }

    void EndRow()
    {
        _rows.Add(new GridRow(_row++, _cells.GetRange(_rowStart, _cells.Count - _rowStart)));
        _rowStart = _cells.Count;
    }

    static int RowCount(IndicatorLevel level) => GroupsOf(level).Sum(group => RowsOf(group).Count);

    static IReadOnlyList<IndicatorGroup> GroupsOf(IndicatorLevel level) => level.Groups.Count > 0 ? level.Groups : [new("", [])];

    static IReadOnlyList<IndicatorRow> RowsOf(IndicatorGroup group) =>
        group.NotApplicable ? [new(NotApplicableMark, NotApplicableMark)] : group.Rows.Count > 0 ? group.Rows : [new("", "")];

    void AddLabel(string text, int rowSpan = 1, BracketBreak bracket = BracketBreak.WhenNeeded) =>
        _cells.Add(new GridCell(_row, 0, Clean(text))
        {
            RowSpan = rowSpan,
            ColSpan = 2,
            Align = CellAlign.Center,
            Bold = true,
            Scope = HeaderScope.Row,
            Bracket = bracket,
        });

    void AddSpan(int col, string text, int rowSpan) => _cells.Add(new GridCell(_row, col, Clean(text))
    {
        RowSpan = rowSpan,
        Align = CellAlign.Center,
        Scope = HeaderScope.Row,
        Bracket = BracketBreak.WhenNeeded,
    });

    void Add(
        int col, string text, int colSpan = 1, CellAlign align = CellAlign.Left, bool bold = false, HeaderScope scope = HeaderScope.None) =>
        _cells.Add(new GridCell(_row, col, Clean(text)) { ColSpan = colSpan, Align = align, Bold = bold, Scope = scope });

    static string Clean(string text) => text.ReplaceLineEndings("\n");
}
