using CsCheck;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

public class PageBreakTests
{
    [Fact]
    public void Padding_is_tightened_before_the_text_gets_smaller()
    {
        var (roomy, tight, small) = (OnOnePage(Prints.WithRows(8)), OnOnePage(Prints.WithRows(18)), OnOnePage(Prints.WithRows(22)));

        Assert.Equal(FormLayout.FullSize, roomy!.Size);
        Assert.Equal(FormLayout.FullSize, tight!.Size);
        Assert.True(tight.Padding < roomy.Padding);
        Assert.InRange(small!.Size, FormLayout.LeastSize, FormLayout.FullSize - 0.5);
        Assert.Null(OnOnePage(Prints.WithRows(30)));
    }

    [Fact]
    public void A_form_of_several_pages_is_printed_at_full_size()
    {
        var letters = PdfText.Letters(Prints.Render(Prints.WithRows(60))).SelectMany(page => page.Letters);

        Assert.Contains(letters, letter => letter.Value == "户" && letter.PointSize == FormLayout.FullSize);
    }

    [Fact]
    public void After_a_break_the_page_says_so_and_repeats_header_and_labels_for_the_eye_only()
    {
        var table = Prints.WithRows(5, 60);

        var pdf = Prints.Render(table);

        var pages = PdfText.Artifacts(pdf);
        Assert.Equal(3, pages.Count);
        Assert.Equal("— 1 —", pages[0]);
        Assert.All(pages.Skip(1), page => Assert.StartsWith("续表单位：万元名称一级指标二级指标三级指标指标值绩效指标产出指标第2组指标（必填）", page));
        Prints.AssertReadsBack(table, pdf);
    }

    [Fact]
    public void A_break_before_the_column_header_does_not_repeat_it()
    {
        var table = SeedForms.All[0] with { Goal = new("年度总体目标", new string('绩', 2500)) };

        var pages = PdfText.Artifacts(Prints.Render(table));

        Assert.StartsWith("续表单位：万元年度总体目标", pages[1]);
        Assert.DoesNotContain("一级指标", pages[1]);
    }

    [Fact]
    public void The_column_header_never_stands_alone_at_the_foot() => Gen.Int[1, 30].Sample(lines =>
    {
        var table = Prints.WithRows(60) with { Goal = new("年度总体目标", string.Join('\n', Enumerable.Repeat("目标", lines))) };

        var header = TableGrid.From(table).HeaderRow;

        Assert.DoesNotContain(Pages(table), page => page.Rows[^1].Row == header);
    });

    [Fact]
    public void No_row_of_a_group_goes_to_the_next_page_alone() => Gen.Int[2, 12].Array[4, 12].Sample(groups =>
    {
        var table = Prints.WithRows(groups);
        var grid = TableGrid.From(table);

        foreach (var page in Pages(table).Skip(1))
        {
            var cut = grid.Cells.SingleOrDefault(cell =>
                cell.Col == 2 && cell.RowSpan > 1 && cell.Row < page.Rows[0].Row && page.Rows[0].Row < cell.Row + cell.RowSpan);
            Assert.True(cut is null || page.Rows[0].Row < cut.Row + cut.RowSpan - 1);
        }
    });

    [Fact]
    public void Every_row_stands_on_one_page_or_is_divided_in_order() => Gen.Int[1, 40].Array[1, 12].Sample(groups =>
    {
        var rows = Pages(Prints.WithRows(groups)).SelectMany(page => page.Rows).Select(slice => slice.Row).Distinct().ToArray();

        Assert.Equal(Enumerable.Range(0, rows.Length), rows);
        Assert.Equal(8 + groups.Sum(), rows.Length);
    });

    [Fact]
    public void A_cell_taller_than_a_page_is_divided_by_whole_lines()
    {
        var table = Prints.WithRows(3) with { Goal = new("年度总体目标", string.Concat(Enumerable.Range(0, 2000).Select(i => $"第{i}项，"))) };

        var pdf = Prints.Render(table);

        Prints.AssertReadsBack(table, pdf);
        Prints.AssertInside(pdf);
    }

    [Theory]
    [InlineData(PageOrientation.Landscape), InlineData(PageOrientation.Portrait)]
    public void Five_hundred_rows_and_ten_thousand_characters_print(PageOrientation orientation)
    {
        var huge = string.Concat(Enumerable.Repeat("绩效目标，", 2000));
        var rows = Enumerable.Range(0, 500).Select(i => new IndicatorRow(i == 250 ? huge : $"指标{i}", i == 400 ? huge : "≥95%")).ToArray();
        var table = SeedForms.All[0] with
        {
            Levels = [new("产出指标", [new("数量指标（必填硬性指标）", rows)])],
            Orientation = orientation,
            Purpose = PrintPurpose.Submission,
        };

        var pdf = Prints.Render(table);

        Prints.AssertReadsBack(table, pdf);
        Prints.AssertInside(pdf);
    }

    [Fact]
    public void Absurd_labels_lose_nothing()
    {
        var huge = string.Concat(Enumerable.Repeat("很长的名称（必填）", 300));
        var table = SeedForms.All[0] with
        {
            Title = huge[..300],
            Head = [new(new(huge, huge), new(huge, huge))],
            Funds = [new(huge, huge, 50), new("", "")],
            Levels = [new(huge, [new(huge, [new("", ""), new(huge, "")]), new("", [])])],
            BodyLabel = huge,
        };

        Prints.AssertReadsBack(table, Prints.Render(table));
    }

    static FormLayout? OnOnePage(OfficialTable table)
    {
        var format = PageFormat.Of(table.Orientation);
        return FormLayout.OnOnePage(TableGrid.From(table), FontSet.Embedded, format.TextWidth, format.TextHeight - 67);
    }

    static IReadOnlyList<PageSlice> Pages(OfficialTable table)
    {
        var format = PageFormat.Of(table.Orientation);
        var layout = FormLayout.AtFullSize(
            TableGrid.From(table), FontSet.Embedded, format.TextWidth, format.TextHeight);
        return new Paginator(layout, format.TextHeight - 67, format.TextHeight - 18, tail: 0).Run();
    }
}
