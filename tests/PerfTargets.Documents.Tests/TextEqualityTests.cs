using PerfTargets.TestKit.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Documents.Tests;

/// <summary>
/// Text equal (docs/adr/0005-pdf-engine.md): cell by cell, what the structure of the file gives back is ordinally what the grid holds.
/// </summary>
public class TextEqualityTests
{
    const int FormsInAFile = 40;

    /// <summary>1 000 forms in all, each in one file of forty, alternately portrait and landscape.</summary>
    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void A_thousand_generated_forms_read_back(int part) => Parallel.For(part * 5, part * 5 + 5, file =>
    {
        var orientation = file % 2 == 0 ? PageOrientation.Portrait : PageOrientation.Landscape;
        OfficialTable[] forms = [.. Enumerable.Range(file * FormsInAFile, FormsInAFile).Select(number => FormCorpus.Form(number, orientation))];

        AssertReadBack(forms);
    });

    [Fact]
    public void Single_forms_of_every_purpose_read_back() => Parallel.For(2000, 2040, number => AssertReadBack(FormCorpus.Form(number) with
    {
        Purpose = (PrintPurpose)(number % 3),
        StatusText = "待单位审核",
    }));

    public static TheoryData<string> Texts =>
    [
        "龚䶮、㛃堃、喆犇与𬭎𫖮𬬻镕玥曌",
        "① ② ⑩ ㎡ ㎏ ℃ ‰ ≥95% ≤3 ≧ ≦ ± × ÷ ≈ 　全角空格",
        "“小巨人”企业（“专精特新”）——‘示范’……《办法》〔2023〕15号",
        "GB/T 9704—2012附录A，PM2.5≤35μg/m³，3D打印、5G+VR，ISO/IEC 27001:2013，e-mail:abc_DEF@pl.gov.cn",
        "目工行门一金户方力二支月日用生高长马鸟鱼麦黄齐齿龙龟",
        "凉更拉数率说裡女来不参里",
        "  首尾有空格  ",
        "\u200B零宽、\u00A0不换行、\u2060连接、à é ê", // no combining accents: PdfPig puts them together with their letters
        "一\n\n二\n  三  \n",
        "",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void A_hard_text_reads_back_from_every_kind_of_cell(string text)
    {
        var form = FormCorpus.Form(1) with
        {
            Head = [new(new("项目名称", text)), new(new("主管部门及代码", text), new("实施单位", text))],
            Funds = [new("年度资金总额：", text), new(text, "", Indent: 1)],
            Goal = new("年度总体目标", text),
            Levels = [new(text, [new(text, [new(text, text), new("", text), new(text, "")])])],
        };

        AssertReadBack(form);
        AssertReadBack(form with { Orientation = PageOrientation.Landscape });
    }

    [Fact]
    public void Very_long_names_read_back()
    {
        var name = string.Concat(Enumerable.Range(1, 60).Select(i => $"第{i}标段农村供水管网（含 DN{i * 5} 管道）改造工程、"));

        AssertReadBack(FormCorpus.Form(2) with
        {
            Head = [new(new("项目名称", name)), new(new("主管部门及代码", name), new("实施单位", name)), new(new("项目属性", name), new("项目期", name))],
        });
    }

    [Fact]
    public void Forty_rows_in_a_group_read_back_from_several_pages() => AssertReadBack(FormCorpus.Form(3) with
    {
        Levels =
        [
            new("产出指标", [new("数量指标（必填硬性指标）", [.. Enumerable.Range(1, 40).Select(i => new IndicatorRow($"新建第 {i} 处蓄水池", $"≥{i} 座"))])]),
            new("效益指标", [new("社会效益指标（必填）", [], NotApplicable: true), new("经济效益指标（必填）", [])]),
        ],
    });

    [Fact]
    public void Empty_optional_fields_read_back_empty() => AssertReadBack(FormCorpus.Form(4) with
    {
        Head = [new(new("项目名称", "")), new(new("主管部门及代码", ""), new("实施单位", "")), new(new("项目属性", ""))],
        Funds = [new("年度资金总额：", ""), new("其中：财政拨款", ""), new("其他资金", "", Indent: 1)],
        Goal = new("年度总体目标", ""),
        Levels = [],
    });

    static void AssertReadBack(params OfficialTable[] forms)
    {
        var cells = PdfText.Cells(Prints.Render(forms));

        Assert.Equal(forms.Length, cells.Count);
        for (var i = 0; i < forms.Length; i++) Assert.Equal(TableGrid.From(forms[i]).Cells.Select(cell => cell.Text), cells[i]);
    }
}
