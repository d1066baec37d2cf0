using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests.Reading;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

public class SeedPrintTests
{
    public static TheoryData<int, PageOrientation> Forms =>
        new(from form in Enumerable.Range(0, 4) from orientation in Enum.GetValues<PageOrientation>() select (form, orientation));

    [Theory, MemberData(nameof(Forms))]
    public void Every_cell_reads_back_as_the_grid_has_it(int form, PageOrientation orientation)
    {
        var table = SeedForms.All[form] with { Orientation = orientation };

        var pdf = Prints.Render(table);

        Prints.AssertReadsBack(table, pdf);
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_usual_form_stands_on_one_page_at_full_size(int form, PageOrientation orientation)
    {
        var pdf = Prints.Render(SeedForms.All[form] with { Orientation = orientation });

        var page = Assert.Single(PdfText.Letters(pdf));
        Assert.Equal(orientation == PageOrientation.Landscape, page.Width > page.Height);
        Assert.Contains(page.Letters, letter => letter.PointSize == FormLayout.FullSize && letter.Value == "满");
    }

    // The source text of the four forms: where its lines break tells how many lines each cell has.
    [Theory]
    [InlineData(0, "传统产业改造升级", 2)]
    [InlineData(0, "减少企业用能消耗", 2)]
    [InlineData(0, "发挥地区、重点企业", 1)]
    [InlineData(0, "服务对象满意度指标（必填）", 1)]
    [InlineData(0, "项目资金（万元）", 2)]
    [InlineData(1, "开展 2023 年自治区", 2)]
    [InlineData(1, "全区一般工业固废", 1)]
    [InlineData(2, "持续开展自治区", 1)]
    [InlineData(2, "每年研发创新费用", 2)]
    [InlineData(2, "带动企业持续走", 3)]
    [InlineData(3, "年度新认定 1 家", 3)]
    public void Landscape_has_the_lines_of_the_real_form(int form, string begins, int lines)
    {
        var cell = Layout(SeedForms.All[form]).Cells.First(cell => cell.Cell.Text.StartsWith(begins, StringComparison.Ordinal));

        Assert.Equal(lines, cell.Lines.Count);
    }

    [Fact]
    public void All_other_cells_of_the_real_forms_have_one_line()
    {
        string[] wrapped = ["传统产业", "减少企业", "项目资金", "开展 2023", "每年研发", "带动企业", "年度新认", "绩效指标"];

        var lines = SeedForms.All.SelectMany(form => Layout(form).Cells)
            .Where(cell => !wrapped.Any(begin => cell.Cell.Text.StartsWith(begin, StringComparison.Ordinal)));

        Assert.All(lines, cell => Assert.Single(cell.Lines));
    }

    [Theory, InlineData(PageOrientation.Landscape), InlineData(PageOrientation.Portrait)]
    public void Full_lines_at_the_left_reach_both_edges_and_the_last_one_and_centred_lines_are_ragged(PageOrientation orientation)
    {
        var page = new PlacedPage(new RawPdf(Prints.Render(SeedForms.All[0] with { Orientation = orientation })).Pages[0]);

        var goal = Lines("传统产业改造升级");
        Assert.All(goal[..^1], line => Assert.InRange(line.Right, -0.6, 0.6));
        Assert.True(goal[^1].Right > 20);
        Assert.All(goal, line => Assert.InRange(line.Left, -0.2, 0.2));
        var label = Assert.Single(Lines("数量指标（必填硬性指标）"));
        Assert.Equal(label.Left, label.Right, 0.2);

        // How far the lines of the cell that begins so stand from its padding.
        (double Left, double Right)[] Lines(string begins)
        {
            var first = page.Texts.Single(text => text.Text.StartsWith(begins, StringComparison.Ordinal));
            var box = page.Cells.Single(cell => cell.Meets(first.Box));
            return [.. page.Texts.Where(text => box.Meets(text.Box)).OrderByDescending(text => text.Box.Bottom)
                .Select(text => (text.Box.Left - box.Left - FormLayout.SidePadding, box.Right - FormLayout.SidePadding - text.Box.Right))];
        }
    }

    [Fact]
    public void Portrait_breaks_a_label_before_its_bracket_never_inside()
    {
        var labels = SeedForms.All.SelectMany(form => Layout(form with { Orientation = PageOrientation.Portrait }, width: 420).Cells)
            .Where(cell => cell.Cell.Text.EndsWith('）') && cell.Lines.Count > 1).ToArray();

        Assert.NotEmpty(labels);
        Assert.All(labels, cell => Assert.Equal('（', cell.Cell.Text[cell.Lines[^1].Start]));
    }

    [Fact]
    public void An_attachment_has_its_line_once_and_a_page_for_each_project()
    {
        var pdf = Prints.Render([.. SeedForms.All]);

        var pages = PdfText.Pages(pdf);
        Assert.Equal(4, pages.Count);
        Assert.StartsWith("附件 2：平罗县工业和信息化局项目支出预算绩效目标表部门项目支出预算绩效目标表（2023年度）单位：万元", pages[0]);
        Assert.All(pages.Skip(1), page => Assert.StartsWith("部门项目支出预算绩效目标表（2023年度）单位：万元", page));
        Assert.Equal(["— 1 —", "— 2 —", "— 3 —", "— 4 —"], PdfText.Artifacts(pdf));
        Assert.Equal(4, PdfText.Cells(pdf).Count);
    }

    [Fact]
    public void Headings_are_paragraphs_and_the_title_is_a_heading()
    {
        var pdf = Prints.Render(SeedForms.All[0]);

        Assert.Equal(["部门项目支出预算绩效目标表"], PdfText.Elements(pdf, "H1"));
        Assert.Equal(["附件 2：平罗县工业和信息化局项目支出预算绩效目标表", "（2023年度）", "单位：万元"], PdfText.Elements(pdf, "P"));
    }

    [Fact]
    public void Cells_say_what_they_head_and_span()
    {
        var rows = PdfText.Tables(Prints.Render(SeedForms.All[0]))[0];

        Assert.Equal(new PdfCell("TH", "项目名称", 1, 2, "Row"), rows[0][0]);
        Assert.Equal(new PdfCell("TD", "工业经济运行等工作经费", 1, 3, null), rows[0][1]);
        Assert.Equal(new PdfCell("TH", "项目资金（万元）", 3, 2, "Row"), rows[3][0]);
        Assert.Equal(new PdfCell("TH", "三级指标", 1, 1, "Column"), rows[7][3]);
        Assert.Equal(new PdfCell("TH", "绩效指标", 17, 1, "Row"), rows[8][0]);
        Assert.Equal(new PdfCell("TH", "数量指标（必填硬性指标）", 5, 1, "Row"), rows[8][2]);
    }

    static FormLayout Layout(OfficialTable table, double width = 0)
    {
        var format = PageFormat.Of(table.Orientation);
        return FormLayout.AtFullSize(
            TableGrid.From(table), FontSet.Embedded, width > 0 ? width : format.TextWidth, format.TextHeight);
    }
}
