using System.Text;
using System.Text.RegularExpressions;
using PerfTargets.Documents;
using PerfTargets.Documents.Tests;
using PerfTargets.TestKit.Pdf;
using UglyToad.PdfPig;

namespace PerfTargets.QuestPdf.Tests;

public partial class FileTests
{
    static Dictionary<string, OfficialTable[]> Files { get; } = new()
    {
        ["no form"] = [],
        ["one form"] = [SeedForms.All[0]],
        ["a draft"] = [SeedForms.All[1] with { Purpose = PrintPurpose.Draft, StatusText = "待单位审核" }],
        ["several pages, with lines to sign"] = [Prints.WithRows(5, 60) with { Purpose = PrintPurpose.Submission }],
        ["contents before six"] = [.. Enumerable.Range(0, 6).Select(i => SeedForms.All[i % 4])],
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Fact]
    public void The_file_says_what_it_is_and_who_made_it()
    {
        using var file = PdfDocument.Open(Renders.Engine.Render([SeedForms.All[0]], Prints.Info with { Author = "平罗县<局>" }));

        Assert.Equal((Prints.Info.Title, "平罗县<局>", Renders.Engine.Name), (file.Information.Title, file.Information.Author, file.Information.Creator));
        Assert.StartsWith("D:20230131080000", file.Information.CreationDate);
    }

    /// <summary>The versions under the MIT licence have no tags, which conformance A asks for.</summary>
    [Theory, MemberData(nameof(Names))]
    public void The_file_claims_PDF_A_2_with_tags_where_the_version_has_them(string name)
    {
        var text = Encoding.Latin1.GetString(Renders.Render(Files[name]));

        Assert.Equal(("2", Renders.IsMit ? "B" : "A"), (PdfAPart().Match(text).Groups["part"].Value, PdfAConformance().Match(text).Groups["conformance"].Value));
    }

    [Theory, MemberData(nameof(Names))]
    public void Qpdf_finds_no_fault(string name) =>
        Assert.Contains("No syntax or stream encoding errors", Tools.Run("qpdf", Renders.Render(Files[name]), "--check"));

    [Fact]
    public void No_forms_give_an_empty_page() => Assert.Equal([""], PdfText.Pages(Renders.Render()));

    /// <summary>Versions before 2023 stop at 250 pages unless they are told otherwise.</summary>
    [Fact]
    public void A_file_may_have_hundreds_of_pages()
    {
        using var file = PdfDocument.Open(Renders.Render([.. Enumerable.Repeat(SeedForms.All[1], 256)]));

        Assert.True(file.NumberOfPages > 256);
    }

    [GeneratedRegex(@"pdfaid:part(?:=""|>)(?<part>\d)")]
    private static partial Regex PdfAPart();

    [GeneratedRegex(@"pdfaid:conformance(?:=""|>)(?<conformance>\w)")]
    private static partial Regex PdfAConformance();
}
