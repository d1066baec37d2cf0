using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Spreadsheet;
using PerfTargets.Documents.Word;
using PerfTargets.TestKit.Office;
using Cells = DocumentFormat.OpenXml.Spreadsheet;

namespace PerfTargets.Documents.Tests.Office;

/// <summary>XLSX and DOCX name the fonts that the PDF is printed with: 宋体, or what the site has put in its place.</summary>
public sealed class OfficeFontTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("fonts").FullName;

    public static TheoryData<OfficeFormat> Formats => [.. Enum.GetValues<OfficeFormat>()];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Formats))]
    public void Without_a_sites_own_fonts_all_is_in_SimSun_heading_and_labels_bold(OfficeFormat format) =>
        Assert.Equal((("宋体", true), ("宋体", true), ("宋体", false)), Named(format, FontSet.Embedded));

    [Theory, MemberData(nameof(Formats))]
    public void The_heading_is_in_the_usual_font_where_the_site_has_it_and_not_made_bolder(OfficeFormat format)
    {
        Put("xbs.ttf", TinyFont.Build("方正小标宋简体"));

        var named = Named(format, FontSet.From(new FontFolder(_folder), new FontChoice([], [], [])));

        Assert.Equal((("方正小标宋简体", false), ("宋体", true), ("宋体", false)), named);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Every_part_is_in_the_font_that_was_chosen_for_it(OfficeFormat format)
    {
        Put("fs.ttf", TinyFont.Build("仿宋"));
        Put("ht.ttf", TinyFont.Build("黑体", isBold: true));

        var named = Named(format, FontSet.From(new FontFolder(_folder), new FontChoice(["仿宋"], ["黑体"], ["仿宋"])));

        Assert.Equal((("仿宋", false), ("黑体", true), ("仿宋", false)), named);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_name_that_a_file_cannot_hold_is_not_written(OfficeFormat format)
    {
        Put("long.ttf", TinyFont.Build(new('长', 32)));
        Put("quoted.ttf", TinyFont.Build("引\"号"));

        var named = Named(format, FontSet.From(new FontFolder(_folder), new FontChoice(["long.ttf"], [], ["quoted.ttf"])));

        Assert.Equal((("宋体", true), ("宋体", true), ("宋体", false)), named);
    }

    void Put(string name, byte[] file) => File.WriteAllBytes(Path.Combine(_folder, name), file);

    /// <summary>The fonts of the heading, of the label 项目名称 and of the project's name.</summary>
    static ((string, bool) Title, (string, bool) Label, (string, bool) Text) Named(OfficeFormat format, FontSet fonts)
    {
        IFormsWriter writer = format == OfficeFormat.Xlsx ? new SpreadsheetWriter(fonts) : new WordWriter(fonts);
        var file = writer.Render([SeedForms.All[0]], Prints.Info);
        OfficePrints.AssertValid(format, file);
        using var package = OfficePrints.Open(format, file);
        Func<string, (string, bool)> font = package is SpreadsheetDocument workbook ? text => FontIn(workbook, text) : text => FontIn((WordprocessingDocument)package, text);
        return (font(SeedForms.All[0].Title), font("项目名称"), font(SeedForms.All[0].Name));
    }

    static (string, bool) FontIn(SpreadsheetDocument workbook, string text)
    {
        var styles = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var cell = workbook.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cells.Cell>().First(cell => WorkbookText.TextOf(cell) == text);
        var format = (Cells.CellFormat)styles.CellFormats!.ChildElements[(int)cell.StyleIndex!.Value];
        var font = (Cells.Font)styles.Fonts!.ChildElements[(int)format.FontId!.Value];
        return (font.FontName!.Val!.Value!, font.Bold is not null);
    }

    static (string, bool) FontIn(WordprocessingDocument document, string text)
    {
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        var paragraph = document.MainDocumentPart.Document!.Body!.Descendants<Paragraph>().First(paragraph => paragraph.InnerText == text);
        var id = paragraph.Descendants<RunStyle>().FirstOrDefault()?.Val ?? paragraph.ParagraphProperties!.ParagraphStyleId?.Val;
        OpenXmlCompositeElement look = id is null
            ? styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!
            : styles.Elements<Style>().Single(style => style.StyleId == id.Value).StyleRunProperties!;
        return (look.GetFirstChild<RunFonts>()!.EastAsia!.Value!, look.GetFirstChild<Bold>() is not null);
    }
}
