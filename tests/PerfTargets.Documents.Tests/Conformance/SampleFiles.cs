using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>One file of each kind that the product hands out, read once for all the tests.</summary>
static class SampleFiles
{
    static Dictionary<string, Lazy<RawPdf>> Files { get; } = new()
    {
        ["one form"] = File(SeedForms.All[0]),
        ["three forms"] = File([.. SeedForms.All.Take(3)]),
        ["twelve forms with contents"] = File([.. Many(12)]),
        ["sixty forms with contents on several pages"] = File([.. Many(60)]),
        ["draft"] = File(SeedForms.All[1] with { Purpose = PrintPurpose.Draft, StatusText = "待单位审核" }),
        ["submission"] = File(SeedForms.All[2] with { Purpose = PrintPurpose.Submission, Orientation = PageOrientation.Portrait }),
        ["form of several pages"] = File(Prints.WithRows(5, 60) with { Goal = new("年度总体目标", "第一段\n\n第三段" + new string('绩', 3000)) }),
        ["empty file"] = File(),
        ["awkward characters"] = File(Awkward),
        ["another font"] = new(() => Read(new PdfEngine(WithTinyFont()), SeedForms.All[1] with { Goal = new("年度总体目标", "甲乙丙丁") })),
    };

    /// <summary>No glyph, Unicode's non-characters, a byte order mark, controls, half a surrogate pair, the third face (𰻞).</summary>
    static OfficialTable Awkward => SeedForms.All[3] with
    {
        Goal = new("年度总体目标", "一\0二\uFEFF三\uFFFE四\uFFFF五\u0001六\uD800七\U0001F600八\u0378九𰻞十䶮𬭎①㎡℃≥“”"),
        Head = [new(new("项目名称", "名\0称\u000B<&>\"\uFEFF"))],
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    public static IReadOnlyList<RawPdf> All => [.. Files.Values.Select(file => file.Value)];

    public static RawPdf Read(string name) => Files[name].Value;

    public static IEnumerable<OfficialTable> Many(int count) => Enumerable.Range(0, count).Select(i => SeedForms.All[i % 4] with
    {
        Head = [new(new("项目名称", i == 5 ? new string('长', 70) : $"第 {i + 1} 个项目")), .. SeedForms.All[i % 4].Head.Skip(1)],
    });

    static Lazy<RawPdf> File(params OfficialTable[] tables) => new(() => Read(new PdfEngine(), tables));

    static RawPdf Read(PdfEngine engine, params OfficialTable[] tables) =>
        new(engine.Render(tables, Prints.Info with { Author = "平罗县<工业>和信息化局\u0002" }));

    /// <summary>As of a site: a face that has composite glyphs and few characters, before one of ours.</summary>
    static FontSet WithTinyFont()
    {
        var (tiny, serif) = (TinyFont.Face(), new FontFace("NotoSerifSC-Regular", EmbeddedFile.Open("NotoSerifSC-Regular.ttf")));
        return new FontSet([tiny, serif], [serif], [serif], serif);
    }
}
