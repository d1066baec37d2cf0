using System.Text;
using PerfTargets.Documents.Pdf;
using UglyToad.PdfPig;

namespace PerfTargets.Documents.Tests;

public class PdfFileTests
{
    [Fact]
    public void Another_date_gives_another_file()
    {
        var later = Prints.Info with { CreatedUtc = Prints.Info.CreatedUtc.AddDays(1) };

        Assert.NotEqual(Prints.Render(SeedForms.All[0]), new PdfEngine().Render([SeedForms.All[0]], later));
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        using var document = PdfDocument.Open(new PdfEngine().Render([SeedForms.All[0]], Prints.Info with { Author = "平罗县<局>" }));

        Assert.Equal("部门项目支出预算绩效目标表", document.Information.Title);
        Assert.Equal("平罗县<局>", document.Information.Author);
        Assert.Equal("D:20230131080000Z", document.Information.CreationDate);
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        Assert.Contains("部门项目支出预算绩效目标表", Encoding.UTF8.GetString(metadata!.GetXmlBytes()));
    }

    [Fact]
    public void A_form_is_smaller_than_100_KB() => Assert.InRange(Prints.Render(SeedForms.All[0]).Length, 20_000, 100_000);

    [Fact]
    public void Qpdf_finds_no_fault() => Assert.Contains("No syntax or stream encoding errors", Run("qpdf", "--check"));

    [Fact]
    public void Pdffonts_sees_every_font_embedded_as_a_subset_with_unicode()
    {
        var fonts = Run("pdffonts").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToArray();

        Assert.Equal(3, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+Noto.*CID TrueType +Identity-H +yes yes yes", font));
    }

    [Fact]
    public void Pdftotext_finds_the_words()
    {
        var text = Run("pdftotext", "-raw", "-enc", "UTF-8");

        Assert.Contains("服务对象满意度指标（必填）", text);
        Assert.Contains("䶮𬭎㎡", text);
        Assert.DoesNotContain("草稿", text);
    }

    static string Run(string tool, params string[] options) => Tools.Run(tool, AllKinds(), options);

    /// <summary>All fonts (only the sans has 𰻞), page breaks, a watermark, both orientations.</summary>
    static byte[] AllKinds()
    {
        var goal = new TableField("年度总体目标", "䶮𬭎㎡" + new string('绩', 3000) + "𰻞");
        return Prints.Render(
            SeedForms.All[0] with { Goal = goal, Purpose = PrintPurpose.Draft, StatusText = "草稿" },
            SeedForms.All[1] with { Orientation = PageOrientation.Portrait, Purpose = PrintPurpose.Submission });
    }
}
