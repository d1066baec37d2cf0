using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Word;

/// <summary>
/// The grid as tables. Only rows at the top of a table are repeated on the next page (ECMA-376, part 1, 17.4.78), so the column headings
/// begin a second one, which a hidden paragraph keeps apart: Word makes one of two that touch.
/// </summary>
sealed class WordTable
{
    /// <summary>Left and right in points: a little less than in the PDF, since the rules take from the room for the text.</summary>
    const double SideMargin = FormLayout.SidePadding - 1;

    /// <summary>In eighths of a point.</summary>
    const uint OuterRule = 8, InnerRule = 4;

    readonly FormPlan _plan;
    readonly FormLayout _layout;
    readonly CellLayout[,] _places;
    readonly int[] _widths;

    public WordTable(FormPlan plan)
    {
        (_plan, _layout) = (plan, plan.Layout);
        _places = new CellLayout[plan.Grid.Rows.Count, Documents.TableGrid.ColumnCount];
        foreach (var cell in _layout.Cells)
        {
            for (var row = cell.Cell.Row; row < cell.Cell.Row + cell.Cell.RowSpan; row++)
            {
                for (var col = cell.Cell.Col; col < cell.Cell.Col + cell.Cell.ColSpan; col++) _places[row, col] = cell;
            }
        }
        _widths = [.. plan.ColumnWidths.Select(WordStyles.Twips)];
    }

    public IEnumerable<OpenXmlElement> Build()
    {
        var (header, end) = (_plan.Grid.HeaderRow, _plan.Grid.Rows.Count);
        if (header > 0)
        {
            yield return Table(0, header);
            yield return WordText.Thin(isHidden: true);
        }
        yield return Table(header, end);
    }

    Table Table(int first, int end)
    {
        var properties = new TableProperties(
            new TableWidth { Width = _widths.Sum().ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                Rule(new TopBorder(), first == 0 ? OuterRule : InnerRule),
                Rule(new LeftBorder(), OuterRule),
                // The next table draws the line between the two.
                end == _plan.Grid.Rows.Count ? Rule(new BottomBorder(), OuterRule) : new BottomBorder { Val = BorderValues.Nil },
                Rule(new RightBorder(), OuterRule),
                Rule(new InsideHorizontalBorder(), InnerRule),
                Rule(new InsideVerticalBorder(), InnerRule)),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = (short)WordStyles.Twips(SideMargin), Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = (short)WordStyles.Twips(SideMargin), Type = TableWidthValues.Dxa }));
        var grid = new DocumentFormat.OpenXml.Wordprocessing.TableGrid(_widths.Select(width => new GridColumn { Width = Text(width) }));
        return new Table([properties, grid, .. Enumerable.Range(first, end - first).Select(Row)]);
    }

    static T Rule<T>(T border, uint size)
        where T : BorderType
    {
        (border.Val, border.Size, border.Space, border.Color) = (BorderValues.Single, size, 0, "auto");
        return border;
    }

    TableRow Row(int row)
    {
        var properties = new TableRowProperties();
        if (!_plan.IsDivided(row))
        {
            properties.Append(
                new CantSplit(),
                new TableRowHeight { Val = (uint)Math.Ceiling(_layout.RowHeights[row] * 20), HeightType = HeightRuleValues.AtLeast });
            if (row == _plan.Grid.HeaderRow) properties.Append(new TableHeader());
        }
        var element = new TableRow(properties);
        for (var col = 0; col < _widths.Length; col += _places[row, col].Cell.ColSpan) element.Append(Cell(_places[row, col], row));
        return element;
    }

    TableCell Cell(CellLayout layout, int row)
    {
        var (cell, isFirst) = (layout.Cell, layout.Cell.Row == row);
        var properties = new TableCellProperties(
            new TableCellWidth { Width = Text(_widths.AsSpan(cell.Col, cell.ColSpan).ToArray().Sum()), Type = TableWidthUnitValues.Dxa });
        if (cell.ColSpan > 1) properties.Append(new GridSpan { Val = cell.ColSpan });
        if (cell.RowSpan > 1) properties.Append(new VerticalMerge { Val = isFirst ? MergedCellValues.Restart : MergedCellValues.Continue });
        if (!_plan.IsDivided(row)) properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell([properties, .. WordText.Paragraphs(isFirst ? cell.Text : "", () => Paragraph(layout, row), _layout.Size, cell.Role)]);
    }

    ParagraphProperties Paragraph(CellLayout layout, int row)
    {
        var properties = new ParagraphProperties();
        if (StaysWithNext(row)) properties.Append(new KeepNext());
        properties.Append(WordText.Exactly(_layout.LineHeight));
        if (Indentation(layout) is { } indentation) properties.Append(indentation);
        properties.Append(new Justification { Val = layout.IsCentred ? JustificationValues.Center : JustificationValues.Both });
        return properties;
    }

    /// <summary>The cell's own indent; a label of several lines is kept narrow, so that they are even and its bracket on a line of its own.</summary>
    Indentation? Indentation(CellLayout layout)
    {
        const double Play = 2;
        if (layout.Cell.Align == CellAlign.Center && layout.Lines.Count > 1)
        {
            var longest = layout.Lines.Max(line => line.Width) * _layout.Size / 1000;
            var side = (layout.Width - 2 * SideMargin - longest) / 2 - Play;
            return side > 0 ? new Indentation { Left = WordStyles.TwipText(side), Right = WordStyles.TwipText(side) } : null;
        }
        return layout.Indent(_layout.Size) is > 0 and var indent ? new Indentation { Left = WordStyles.TwipText(indent) } : null;
    }

    /// <summary>
    /// No break after the column headings, after the first or before the last row of a group, and none between the last row and the
    /// lines to sign.
    /// </summary>
    bool StaysWithNext(int row)
    {
        if (_plan.IsDivided(row) || _plan.PageCount == 1) return false;
        if (row == _plan.Grid.HeaderRow) return true;
        if (row == _plan.Grid.Rows.Count - 1) return _plan.HasSignatures;
        var group = _places[row, 2].Cell;
        return group.RowSpan > 1 && (row == group.Row || row == group.Row + group.RowSpan - 2);
    }

    static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
