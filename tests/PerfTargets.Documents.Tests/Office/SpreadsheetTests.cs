using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.TestKit.Office;

namespace PerfTargets.Documents.Tests.Office;

public class SpreadsheetTests
{
    [Fact]
    public void A_text_that_begins_like_a_formula_is_text_and_an_amount_keeps_its_zeros()
    {
        var table = SeedForms.All[0] with { Goal = new("年度总体目标", "=SUM(A1)+1"), Funds = [new("-1", "@36.00"), new("+5", "36.00")] };
        using var workbook = Open(table);
        var cells = Sheet(workbook).Descendants<Cell>().ToArray();

        Assert.All(cells, cell => Assert.True(cell.CellFormula is null && cell.CellValue is null));
        Assert.All(cells.Where(cell => cell.HasChildren), cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Superset(
            new HashSet<string> { "=SUM(A1)+1", "-1", "@36.00", "+5", "36.00" }, cells.Select(WorkbookText.TextOf).ToHashSet());
    }

    [Theory]
    [InlineData(PageOrientation.Landscape, "landscape", 0.764), InlineData(PageOrientation.Portrait, "portrait", 0.619)]
    public void A_sheet_prints_on_one_A4_page_as_the_PDF_lies(PageOrientation orientation, string lies, double side)
    {
        using var workbook = Open(SeedForms.All[1] with { Orientation = orientation });
        var sheet = Sheet(workbook);

        var setup = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, 1u, 1u, lies), (setup.PaperSize!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value, setup.Orientation!.InnerText));
        Assert.Equal(side, sheet.GetFirstChild<PageMargins>()!.Left!.Value, 0.001);
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
    }

    [Fact]
    public void The_column_headings_are_repeated_and_the_print_area_is_the_whole_form()
    {
        var quoted = SeedForms.All[0] with { Head = [new(new("项目名称", "甲'乙"))] };
        using var workbook = Open(quoted, SeedForms.All[1]);

        var names = workbook.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>()
            .Select(name => (name.Name!.Value!, name.LocalSheetId!.Value, name.Text));

        Assert.Equal(
            [
                ("_xlnm.Print_Area", 0u, "'甲''乙'!$A$1:$E$27"), ("_xlnm.Print_Titles", 0u, "'甲''乙'!$10:$10"),
                ("_xlnm.Print_Area", 1u, "'2023 年一般工业固废综合利用奖补资金'!$A$1:$E$20"),
                ("_xlnm.Print_Titles", 1u, "'2023 年一般工业固废综合利用奖补资金'!$11:$11"),
            ],
            names);
        var heading = Sheet(workbook).Descendants<Row>().ElementAt(9).Elements<Cell>().Select(WorkbookText.TextOf);
        Assert.Equal(["名称", "一级指标", "二级指标", "三级指标", "指标值"], heading);
    }

    [Fact]
    public void Sheets_have_legal_names_of_their_own()
    {
        string[] projects =
        [
            "", "  ", "'引号'", "[甲]:乙*丙?丁/戊\\己", "history", new('长', 40), new('长', 40), new string('长', 30) + "𬭎", "ABC", "abc", "甲\n乙",
        ];
        using var workbook = Open([.. projects.Select(project => SeedForms.All[0] with { Head = [new(new("项目名称", project))] })]);

        var names = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!);

        Assert.Equal(
            [
                "目标表", "目标表（2）", "引号", "_甲__乙_丙_丁_戊_己", "history（2）", new('长', 31), new string('长', 28) + "（2）",
                new string('长', 30), "ABC", "abc（2）", "甲 乙",
            ],
            names);
    }

    [Fact]
    public void A_row_taller_than_Excel_allows_takes_several_with_its_cells_merged()
    {
        var table = SeedForms.All[0] with { Goal = new("年度总体目标", new string('绩', 5000)) };
        using var workbook = Open(table);
        var sheet = Sheet(workbook);

        Assert.All(sheet.Descendants<Row>(), row => Assert.InRange(row.Height!.Value, 5, 409.5));
        var goal = sheet.Descendants<Cell>().Single(cell => WorkbookText.TextOf(cell).StartsWith("绩绩", StringComparison.Ordinal));
        var merge = sheet.Descendants<MergeCell>().Single(one => one.Reference!.Value!.StartsWith(goal.CellReference!.Value + ":", StringComparison.Ordinal));
        var rows = merge.Reference!.Value!.Split(':').Select(end => int.Parse(end[1..], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var height = sheet.Descendants<Row>().Skip(rows[0] - 1).Take(rows[1] - rows[0] + 1).Sum(row => row.Height!.Value);
        Assert.InRange(height, 5000 / 58 * 13, 2000);
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_refused() => Assert.Throws<ArgumentException>(
        () => OfficePrints.Write(OfficeFormat.Xlsx, SeedForms.All[0] with { Goal = new("年度总体目标", new string('绩', 32_768)) }));

    [Fact]
    public void The_pages_of_a_sheet_are_written_down_and_the_next_sheet_counts_on()
    {
        using var workbook = Open(Prints.WithRows(60), SeedForms.All[1], Prints.WithRows(2));

        var sheets = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(sheet => ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!).ToArray();

        var setups = sheets.Select(sheet => sheet.GetFirstChild<PageSetup>()!).ToArray();
        Assert.All(setups, setup => Assert.True(setup.UseFirstPageNumber!.Value));
        var breaks = sheets[0].GetFirstChild<RowBreaks>()!.Elements<Break>().Select(one => (int)one.Id!.Value).ToArray();
        Assert.Equal([1, breaks.Length + 2, breaks.Length + 3], setups.Select(setup => (int)setup.FirstPageNumber!.Value));
        Assert.Equal([0u, 1u, 1u], setups.Select(setup => setup.FitToHeight!.Value));
        Assert.All(sheets[1..], sheet => Assert.Null(sheet.GetFirstChild<RowBreaks>()));
        // No page takes more than an A4 page across holds, and each as much as it can.
        var heights = sheets[0].Descendants<Row>().Select(row => row.Height!.Value).ToArray();
        int[] starts = [0, .. breaks, heights.Length];
        for (var page = 0; page < breaks.Length; page++)
        {
            var repeated = page == 0 ? 0 : heights[11];
            Assert.InRange(heights[starts[page]..starts[page + 1]].Sum() + repeated, 509 - heights[starts[page + 1]], 509.3);
        }
        OfficePrints.AssertValid(OfficeFormat.Xlsx, OfficePrints.Write(OfficeFormat.Xlsx, Prints.WithRows(60)));
    }

    [Fact]
    public void A_drafts_status_stands_in_the_header_and_the_page_number_in_the_footer()
    {
        var table = Prints.WithRows(60) with { Purpose = PrintPurpose.Draft, StatusText = "2 稿 & 3", MoneyUnit = "单位：万元" };
        using var workbook = Open(table);
        var header = Sheet(workbook).GetFirstChild<HeaderFooter>()!;

        Assert.Equal("&C&10&\"宋体,常规\"2 稿 && 3", header.FirstHeader!.Text);
        Assert.Equal("&L&10&\"宋体,常规\"续表&C&10&\"宋体,常规\"2 稿 && 3&R&10&\"宋体,常规\"单位：万元", header.OddHeader!.Text);
        Assert.Equal(("&C&10&\"宋体,常规\"— &P —", header.FirstFooter!.Text), (header.OddFooter!.Text, header.OddFooter.Text));
        OfficePrints.AssertValid(OfficeFormat.Xlsx, OfficePrints.Write(OfficeFormat.Xlsx, table));
    }

    [Fact]
    public void The_lines_to_sign_follow_the_table()
    {
        var file = OfficePrints.Write(OfficeFormat.Xlsx, SeedForms.All[0] with { Purpose = PrintPurpose.Submission });

        var text = WorkbookText.Text(file);

        Assert.Contains("填报人：\n", text, StringComparison.Ordinal);
        Assert.EndsWith("（单位盖章）", text.TrimEnd('\n'), StringComparison.Ordinal);
        OfficePrints.AssertValid(OfficeFormat.Xlsx, file);
    }

    static SpreadsheetDocument Open(params OfficialTable[] tables) =>
        (SpreadsheetDocument)OfficePrints.Open(OfficeFormat.Xlsx, OfficePrints.Write(OfficeFormat.Xlsx, tables));

    static Worksheet Sheet(SpreadsheetDocument workbook) => ((WorksheetPart)workbook.WorkbookPart!.GetPartById("rId1")).Worksheet!;
}
