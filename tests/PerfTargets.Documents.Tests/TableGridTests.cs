namespace PerfTargets.Documents.Tests;

public class TableGridTests
{
    [Fact]
    public void Labels_span_two_columns_and_the_goal_three()
    {
        var grid = TableGrid.From(SeedForms.All[0]);

        Assert.Equal((0, 2), Place(grid, "年度总体目标"));
        Assert.Equal((2, 3), Place(grid, SeedForms.All[0].Goal.Value));
        Assert.Equal((2, 3), Place(grid, "工业经济运行等工作经费"));
        Assert.Equal((3, 1), Place(grid, "实施单位"));
    }

    [Fact]
    public void Merged_labels_cover_their_rows()
    {
        var cells = TableGrid.From(SeedForms.All[2]).Cells;

        Assert.Equal(3, cells.Single(cell => cell.Text == "项目资金（万元）").RowSpan);
        Assert.Equal(10, cells.Single(cell => cell.Text == "绩效指标").RowSpan);
        Assert.Equal(5, cells.Single(cell => cell.Text == "产出指标").RowSpan);
        Assert.Equal(2, cells.Single(cell => cell.Text == "质量指标（必填）").RowSpan);
    }

    [Fact]
    public void Cells_say_what_they_head_and_where_their_text_stands()
    {
        var cells = TableGrid.From(SeedForms.All[0]).Cells;

        Assert.Equal((HeaderScope.Row, CellAlign.Center, true), Look("主管部门及代码"));
        Assert.Equal((HeaderScope.Row, CellAlign.Center, true), Look("实施单位"));
        Assert.Equal((HeaderScope.None, CellAlign.CenterSingle, false), Look("工业经济运行等工作经费"));
        Assert.Equal((HeaderScope.Row, CellAlign.Left, false), Look("其中：财政拨款"));
        Assert.Equal((HeaderScope.None, CellAlign.Center, false), Look("36.00"));
        Assert.Equal((HeaderScope.None, CellAlign.Left, false), Look(SeedForms.All[0].Goal.Value));
        Assert.Equal((HeaderScope.Column, CellAlign.Center, true), Look("三级指标"));
        Assert.Equal((HeaderScope.Row, CellAlign.Center, true), Look("绩效指标"));
        Assert.Equal((HeaderScope.Row, CellAlign.Center, false), Look("质量指标（必填）"));
        Assert.Equal((HeaderScope.None, CellAlign.Left, false), Look("节能监察"));
        Assert.Equal((HeaderScope.None, CellAlign.CenterSingle, false), Look("≧20 户"));

        (HeaderScope, CellAlign, bool) Look(string text)
        {
            var cell = cells.First(cell => cell.Text == text);
            return (cell.Scope, cell.Align, cell.Bold);
        }
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Every_place_of_the_table_is_covered_once(int form) => AssertCovered(TableGrid.From(SeedForms.All[form]));

    [Fact]
    public void Other_funds_are_indented_by_layout_and_blank_stays_blank()
    {
        var cells = TableGrid.From(SeedForms.All[0]).Cells;

        var label = cells.Single(cell => cell.Text == "其他资金");
        Assert.Equal(3, label.IndentEm);
        Assert.Equal("", cells.Single(cell => cell.Row == label.Row && cell.Col == 3).Text);
    }

    [Fact]
    public void A_group_without_rows_prints_one_blank_row_and_one_that_does_not_apply_a_dash()
    {
        var table = SeedForms.All[0] with
        {
            Levels = [new("效益指标", [new("经济效益指标（必填）", []), new("生态效益指标（必填）", [new("甲", "乙")], NotApplicable: true)])],
        };

        var rows = TableGrid.From(table).Rows;

        Assert.Equal(["绩效指标", "效益指标", "经济效益指标（必填）", "", ""], rows[^2].Cells.Select(cell => cell.Text));
        Assert.Equal(["生态效益指标（必填）", "—", "—"], rows[^1].Cells.Select(cell => cell.Text));
        AssertCovered(TableGrid.From(table));
    }

    [Fact]
    public void A_form_without_anything_is_still_a_table()
    {
        var table = SeedForms.All[0] with { Head = [], Funds = [], Levels = [], Goal = new("", "") };

        AssertCovered(TableGrid.From(table));
        AssertCovered(TableGrid.From(table with { Levels = [new("产出指标", [])] }));
    }

    [Fact]
    public void Line_ends_of_other_systems_become_line_feeds()
    {
        var grid = TableGrid.From(SeedForms.All[0] with { Goal = new("年度总体目标", "甲\r\n乙\r丙") });

        Assert.Contains(grid.Cells, cell => cell.Text == "甲\n乙\n丙");
    }

    [Fact]
    public void The_year_stands_in_full_width_brackets_without_blanks() => Assert.Equal("（2023年度）", SeedForms.All[0].YearLine);

    static (int Col, int ColSpan) Place(TableGrid grid, string text)
    {
        var cell = grid.Cells.First(cell => cell.Text == text);
        return (cell.Col, cell.ColSpan);
    }

    static void AssertCovered(TableGrid grid)
    {
        var covered = new int[grid.Rows.Count, TableGrid.ColumnCount];
        foreach (var cell in grid.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (var col = cell.Col; col < cell.Col + cell.ColSpan; col++) covered[row, col]++;
            }
        }
        Assert.All(covered.Cast<int>(), count => Assert.Equal(1, count));
    }
}
