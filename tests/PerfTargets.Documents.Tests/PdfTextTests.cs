using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

public class PdfTextTests
{
    public static TheoryData<string> Awkward =>
    [
        "龚䶮 㛃 堃 喆 犇 𬭎 镕玥曌",
        "① ㎡ ℃ ≥ ≧ ≤ ≦ ％ “专精特新” ‘小巨人’ …… — ～",
        "PM2.5≤35 μg/m³, Wi-Fi & GB/T 9704-2012",
        "目工行门一金户方力二支月日用生高", // have twins among the Kangxi radicals
        "  前后有空格  \t制表  ",
        "第一段\n\n第三段\n",
        "\n",
        "全角　空格，ＡＢＣ１２３",
        "无字形：\U0001F600\u0378",
        "半个代理：\uD800。",
    ];

    [Theory, MemberData(nameof(Awkward))]
    public void Awkward_texts_read_back_exactly(string text)
    {
        var table = SeedForms.All[0] with
        {
            Goal = new("年度总体目标", text),
            Levels = [new("产出指标", [new("数量指标", [new(text, text)])])],
        };

        var cells = Assert.Single(PdfText.Cells(Prints.Render(table)));

        Assert.Equal(3, cells.Count(cell => cell == text.Replace('\uD800', '\uFFFD')));
    }

    [Fact]
    public void A_submission_has_lines_to_sign_and_room_for_the_seal()
    {
        var pdf = Prints.Render(SeedForms.All[1] with { Purpose = PrintPurpose.Submission });

        Assert.Equal(["填报人：", "负责人：", "填报日期：　　　　年　　月　　日", "（单位盖章）"], PdfText.Elements(pdf, "P").TakeLast(4));
        Prints.AssertInside(pdf);
    }

    [Fact]
    public void A_publication_has_none_of_it() =>
        Assert.DoesNotContain(PdfText.Elements(Prints.Render(SeedForms.All[1]), "P"), line => line.Contains("填报") || line.Contains("盖章"));

    [Fact]
    public void A_watermark_is_seen_and_leaves_the_text_as_it_is()
    {
        var table = SeedForms.All[1];

        var draft = Prints.Render(table with { Purpose = PrintPurpose.Draft, StatusText = "待单位审核" });

        Assert.Equal(PdfText.Pages(Prints.Render(table)), PdfText.Pages(draft));
        Prints.AssertReadsBack(table, draft);
        Assert.True(draft.Length > Prints.Render(table with { Purpose = PrintPurpose.Draft, StatusText = "" }).Length + 500);
    }

    [Fact]
    public void All_text_stands_inside_the_page()
    {
        foreach (var orientation in Enum.GetValues<PageOrientation>())
            Prints.AssertInside(Prints.Render([.. SeedForms.All.Select(form => form with { Orientation = orientation })]));
    }

    [Fact]
    public void No_forms_give_an_empty_page() => Assert.Equal([""], PdfText.Pages(new PdfEngine().Render([], Prints.Info)));

    [Fact]
    public void Characters_no_font_can_print_are_named()
    {
        Assert.Equal([0x1F600, 0x378], FontSet.Embedded.Missing("合格\U0001F600\u0378\U0001F600率\n\t"));
        Assert.Empty(FontSet.Embedded.Missing("龚䶮㛃堃喆犇𬭎①㎡℃≥≧％“”ABC"));
        Assert.Empty(FontSet.Embedded.Missing(""));
    }
}
