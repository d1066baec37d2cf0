using System.Text;
using System.Text.RegularExpressions;
using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests;
using PerfTargets.TestKit.Pdf;
using PerfTargets.TestKit.Printing;
using UglyToad.PdfPig;

namespace PerfTargets.QuestPdf.Tests;

public partial class FileTests
{
    [Fact]
    public void The_file_says_what_it_is_and_who_made_it()
    {
        using var file = PdfDocument.Open(Renders.Engine.Render([SeedForms.All[0]], Prints.Info with { Author = "平罗县<局>" }));

        Assert.Equal((Prints.Info.Title, "平罗县<局>", Renders.Engine.Name), (file.Information.Title, file.Information.Author, file.Information.Creator));
        Assert.StartsWith("D:20230131080000", file.Information.CreationDate);
        Assert.Contains(QuestPdfLibrary.Version, Renders.Engine.Name);
    }

    [Fact]
    public void The_file_claims_PDF_A_2()
    {
        var text = Encoding.Latin1.GetString(Renders.Render(SeedForms.All[0]));

        Assert.Equal("2", PdfAPart().Match(text).Groups["part"].Value);
    }

    [Fact]
    public void Six_forms_have_contents_that_lead_to_them_and_number_one_is_the_first_form_s()
    {
        using var file = PdfDocument.Open(Renders.Render([.. FormCorpus.Forms(6)]));

        Assert.Equal(7, file.NumberOfPages);
        Assert.Contains("目　录", PageText(1));
        Assert.DoesNotContain("—", PageText(1));
        Assert.Equal(6, file.GetPage(1).GetAnnotations().Count());
        Assert.EndsWith("— 1 —", PageText(2));

        string PageText(int page) => string.Concat(file.GetPage(page).Letters.Select(letter => letter.Value));
    }

    [Fact]
    public void No_forms_give_an_empty_page() => Assert.Equal([""], PdfText.Pages(Renders.Engine.Render([], Prints.Info)));

    /// <summary>Versions before 2023 stop at 250 pages unless they are told otherwise.</summary>
    [Fact]
    public void A_file_may_have_hundreds_of_pages()
    {
        using var file = PdfDocument.Open(Renders.Render([.. Enumerable.Repeat(SeedForms.All[1], 256)]));

        Assert.True(file.NumberOfPages > 256);
    }

    [Fact]
    public void A_licence_that_the_library_does_not_have_is_refused()
    {
        var backend = new QuestPdfBackend();

        Assert.Throws<ArgumentException>(() => backend.Create(FontSet.Embedded, "Evaluation"));
        Assert.DoesNotContain("Evaluation", backend.Licenses);
        Assert.EndsWith($"/{QuestPdfLibrary.Version}/LICENSE.md", backend.LicenseText.AbsolutePath);
    }

    [GeneratedRegex(@"pdfaid:part(?:=""|>)(?<part>\d)")]
    private static partial Regex PdfAPart();
}
