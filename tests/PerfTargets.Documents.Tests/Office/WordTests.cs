using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.TestKit.Office;

namespace PerfTargets.Documents.Tests.Office;

public class WordTests
{
    [Fact]
    public void The_column_headings_begin_a_table_and_are_repeated_and_no_row_is_cut()
    {
        using var document = Open(Prints.WithRows(5, 60));
        var tables = Body(document).Elements<Table>().ToArray();

        Assert.Equal(2, tables.Length);
        var rows = tables.SelectMany(table => table.Elements<TableRow>()).ToArray();
        Assert.All(rows, row => Assert.Single(row.TableRowProperties!.Elements<CantSplit>()));
        var heading = Assert.Single(rows, row => row.TableRowProperties!.Elements<TableHeader>().Any());
        Assert.Same(tables[1].Elements<TableRow>().First(), heading);
        Assert.StartsWith("名称一级指标", heading.InnerText, StringComparison.Ordinal);
        Assert.IsType<Paragraph>(tables[0].NextSibling());
        Assert.Same(tables[1], tables[0].NextSibling()!.NextSibling());
    }

    [Fact]
    public void A_row_taller_than_a_third_of_a_page_may_be_divided()
    {
        using var document = Open(SeedForms.All[0] with { Goal = new("年度总体目标", new string('绩', 2500)) });

        var row = Body(document).Descendants<TableRow>().Single(row => row.InnerText.StartsWith("年度总体目标", StringComparison.Ordinal));

        Assert.Empty(row.TableRowProperties!.Elements<CantSplit>());
    }

    [Fact]
    public void Columns_are_fixed_at_the_widths_of_the_grid()
    {
        using var document = Open(SeedForms.All[0]);

        foreach (var table in Body(document).Elements<Table>())
        {
            var widths = table.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TableGrid>()!.Elements<GridColumn>()
                .Select(column => double.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture) / 20).ToArray();
            Assert.All(TableGrid.From(SeedForms.All[0]).ColumnWidths.Zip(widths), pair => Assert.Equal(pair.First, pair.Second, 0.1));
            Assert.Equal("fixed", table.GetFirstChild<TableProperties>()!.TableLayout!.Type!.InnerText);
        }
    }

    [Fact]
    public void Each_form_is_a_section_on_a_page_of_its_own_that_lies_as_the_PDF_does()
    {
        using var document = Open(SeedForms.All[0], SeedForms.All[1] with { Orientation = PageOrientation.Portrait });

        var pages = Body(document).Descendants<SectionProperties>().ToArray();

        Assert.All(pages, page => Assert.Equal("nextPage", page.GetFirstChild<SectionType>()!.Val!.InnerText));
        Assert.Equal(
            [(16838u, 11906u, "landscape"), (11906u, 16838u, "portrait")],
            pages.Select(page => page.GetFirstChild<PageSize>()!).Select(size => (size.Width!.Value, size.Height!.Value, size.Orient!.InnerText)));
    }

    [Fact]
    public void A_drafts_status_stands_in_its_own_headers_only()
    {
        using var document = Open(SeedForms.All[0] with { Purpose = PrintPurpose.Draft, StatusText = "草稿" }, SeedForms.All[1]);

        var headers = Body(document).Descendants<SectionProperties>().Select(section => section.Elements<HeaderReference>()
            .Select(header => document.MainDocumentPart!.GetPartById(header.Id!.Value!).RootElement!.InnerText).ToArray()).ToArray();

        Assert.Equal(["草稿", "续表草稿单位：万元"], headers[0]);
        Assert.Equal(["", "续表单位：万元"], headers[1]);
    }

    [Fact]
    public void The_page_number_is_a_field_in_the_footer_of_all_pages()
    {
        using var document = Open(SeedForms.All[0]);
        var footers = Body(document).Descendants<FooterReference>().ToArray();

        Assert.Equal(["default", "first"], footers.Select(footer => footer.Type!.InnerText));
        Assert.All(footers, footer =>
        {
            var part = document.MainDocumentPart!.GetPartById(footer.Id!.Value!).RootElement!;
            Assert.Equal(("— 1 —", " PAGE "), (part.InnerText, part.Descendants<SimpleField>().Single().Instruction!.Value));
        });
    }

    [Fact]
    public void The_lines_to_sign_follow_the_table()
    {
        var file = OfficePrints.Write(OfficeFormat.Docx, SeedForms.All[0] with { Purpose = PrintPurpose.Submission });

        Assert.EndsWith("填报人：\t负责人：\t填报日期：　　　　年　　月　　日\n（单位盖章）\n", DocumentText.Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_is_in_Chinese_and_its_title_a_heading()
    {
        using var document = Open(SeedForms.All[0]);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;

        var languages = styles.DocDefaults!.Descendants<Languages>().Single();
        Assert.Equal(("zh-CN", "zh-CN"), (languages.Val!.Value, languages.EastAsia!.Value));
        var title = Body(document).Elements<Paragraph>().Single(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Title");
        Assert.Equal("部门项目支出预算绩效目标表", title.InnerText);
        Assert.Equal(0, styles.Elements<Style>().Single(style => style.StyleId == "Title").Descendants<OutlineLevel>().Single().Val!.Value);
    }

    static WordprocessingDocument Open(params OfficialTable[] tables) =>
        (WordprocessingDocument)OfficePrints.Open(OfficeFormat.Docx, OfficePrints.Write(OfficeFormat.Docx, tables));

    static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;
}
