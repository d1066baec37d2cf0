using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.QuestPdf.Tests;

/// <summary>The text of each cell, read by another library from the place of the cell on the page.</summary>
public class TextTests
{
    public static TheoryData<int, PageOrientation> Forms =>
        new(from form in Enumerable.Range(0, 4) from orientation in Enum.GetValues<PageOrientation>() select (form, orientation));

    [Theory, MemberData(nameof(Forms))]
    public void Every_cell_of_the_real_forms_reads_back_as_the_grid_has_it(int form, PageOrientation orientation) =>
        AssertReadsBack(SeedForms.All[form] with { Orientation = orientation });

    [Theory]
    [InlineData("目工行门一金户方力二支月日用生高")] // have twins among the radicals
    [InlineData("⽬⼯⾏⾨⼀⾦⼾⽅⼒⼆⽀⽉⽇⽤⽣⾼")]    // those twins
    [InlineData("龚䶮 㛃 堃 喆 犇 𬭎 镕玥曌")]
    [InlineData("① ㎡ ℃ ≥ ≧ ≤ ≦ ％ “专精特新” ‘小巨人’ …… — ～")]
    [InlineData("PM2.5≤35 μg/m³, Wi-Fi & GB/T 9704-2012, office")]
    [InlineData("　全角　空格，ＡＢＣ１２３")]
    public void Awkward_texts_read_back_exactly(string text) =>
        AssertReadsBack(SeedForms.All[0] with { Levels = [new("产出指标", [new("数量指标", [new(text, text)])])] });

    [Fact]
    public void What_stands_around_the_table_reads_back_too()
    {
        var form = SeedForms.All[2] with { Purpose = PrintPurpose.Submission, Signatures = [new("填报人：", "张三"), new("负责人：", "欧阳上官")] };

        var page = Assert.Single(PdfText.Pages(Renders.Render(form)));

        Assert.StartsWith(form.AttachmentLine + form.Title + form.YearLine + form.MoneyUnit, page);
        Assert.EndsWith("填报人：张三负责人：欧阳上官" + form.SealLabel + "— 1 —", page);
    }

    [Fact]
    public void A_watermark_is_no_text()
    {
        var form = SeedForms.All[1];

        Assert.Equal(
            PdfText.Pages(Renders.Render(form)),
            PdfText.Pages(Renders.Render(form with { Purpose = PrintPurpose.Draft, StatusText = "待单位审核" })));
    }

    [Fact]
    public void Pages_after_the_first_repeat_the_column_headings_and_are_numbered()
    {
        var pages = PdfText.Pages(Renders.Render(Prints.WithRows(5, 60)));

        Assert.Equal(3, pages.Count);
        Assert.All(pages.Skip(1), page => Assert.StartsWith("续表单位：万元名称一级指标二级指标三级指标指标值", page));
        Assert.All(pages.Index(), page => Assert.EndsWith($"— {page.Index + 1} —", page.Item));
    }

    static void AssertReadsBack(OfficialTable table)
    {
        var plan = new FormPlan(table, FontSet.Embedded, isFirst: true, _ => 0);
        var page = Assert.Single(PdfText.Letters(Renders.Render(table)));
        var rows = plan.Layout.RowHeights;
        var top = plan.Top(0);

        Assert.Equal(plan.Grid.Cells.Select(cell => cell.Text), plan.Layout.Cells.Select(TextIn));

        string TextIn(CellLayout layout)
        {
            var (cell, left) = (layout.Cell, plan.Format.Side + layout.Left);
            var from = top + rows[..cell.Row].Sum();
            var to = from + rows[cell.Row..(cell.Row + cell.RowSpan)].Sum();
            return string.Concat(page.Letters
                .Where(letter => letter.StartBaseLine.X > left && letter.StartBaseLine.X < left + layout.Width
                    && page.Height - letter.StartBaseLine.Y > from && page.Height - letter.StartBaseLine.Y < to)
                .GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key)
                .SelectMany(line => line.OrderBy(letter => letter.StartBaseLine.X)).Select(letter => letter.Value));
        }
    }
}
