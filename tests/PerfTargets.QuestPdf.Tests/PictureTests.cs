using PerfTargets.Documents;
using PerfTargets.Documents.Tests;
using PerfTargets.Documents.Tests.Pictures;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.QuestPdf.Tests;

/// <summary>Pages drawn by both engines and compared, within the tolerance that the built-in engine's own pictures have.</summary>
public class PictureTests
{
    static Dictionary<string, OfficialTable[]> Files { get; } = new()
    {
        ["the first real form"] = [SeedForms.All[0]],
        ["the second"] = [SeedForms.All[1]],
        ["the third"] = [SeedForms.All[2]],
        ["the fourth"] = [SeedForms.All[3]],
        ["portrait, with lines to sign"] = [SeedForms.All[2] with { Purpose = PrintPurpose.Submission, Orientation = PageOrientation.Portrait }],
        ["a draft with its status"] = [SeedForms.All[1] with { Purpose = PrintPurpose.Draft, StatusText = "待单位审核" }],
        ["several pages with headers and labels repeated"] = [Prints.WithRows(5, 60)],
        ["a row taller than a page"] = [SeedForms.All[0] with { Goal = new("年度总体目标", string.Concat(Enumerable.Range(1, 600).Select(i => $"第{i}项工作，"))) }],
        ["lines to sign on a page of their own"] = [Prints.WithRows(19) with { Purpose = PrintPurpose.Submission, Goal = new("年度总体目标", string.Join('\n', Enumerable.Range(1, 12))) }],
        ["paragraphs, blank lines and blank cells"] = [SeedForms.All[0] with { Goal = new("年度总体目标", "第一段\n\n第三段"), Levels = [] }],
        ["contents before many"] = [.. FormCorpus.Forms(8)],
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_page_looks_like_the_built_in_engine_s(string name) => Assert.Null(Difference(Files[name], Files[name]));

    [Fact]
    public void Another_text_does_not_look_like_it()
    {
        var form = SeedForms.All[0];

        Assert.NotNull(Difference([form], [form with { FundsLabel = "" }]));
    }

    /// <summary>A watermark so light is within the tolerance of the pictures above, there or not.</summary>
    [Fact]
    public void A_draft_s_status_makes_its_page_as_much_darker_as_in_the_built_in_engine_s()
    {
        var bare = SeedForms.All[1] with { Purpose = PrintPurpose.Draft, StatusText = "" };
        var draft = bare with { StatusText = "待单位审核" };
        var (ours, builtIn) = (Darker(table => Renders.Render(table)), Darker(table => Prints.Render(table)));

        Assert.True(builtIn.Mean > 0.2 && builtIn.Most > 15, $"{builtIn}");
        Assert.InRange(ours.Mean, builtIn.Mean * 0.95, builtIn.Mean * 1.05);
        Assert.InRange(ours.Most, builtIn.Most - 3, builtIn.Most + 3);

        (double Mean, double Most) Darker(Func<OfficialTable, byte[]> render) =>
            ApprovedPicture.Draw(render(draft)).DifferenceFrom(ApprovedPicture.Draw(render(bare)));
    }

    static string? Difference(OfficialTable[] ours, OfficialTable[] builtIn) =>
        ApprovedPicture.Difference(ApprovedPicture.Draw(Renders.Render(ours)), ApprovedPicture.Draw(Prints.Render(builtIn)));
}
