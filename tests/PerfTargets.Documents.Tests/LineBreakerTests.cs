using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Documents.Tests;

public partial class LineBreakerTests
{
    const string Closing = "，。、；：？！）》」』】”’％℃…";
    const string Opening = "（《「『【“‘";

    [Theory]
    [InlineData("资金支付及时，专款专用。", 6, "资金支付及|时，专款专|用。")]
    [InlineData("带动企业持续走“专精特新”之路", 8, "带动企业持续走|“专精特新”之路")]
    [InlineData("（一）完成（二）验收", 6, "（一）完成|（二）验收")]
    [InlineData("节能监察≥20 户，完成", 5, "节能监察|≥20 户，|完成")]
    [InlineData("奖补资金 36.7 万元整", 6, "奖补资金 |36.7 万元整")]
    [InlineData("淘汰产能 106.7 万吨以上", 6, "淘汰产能 |106.7 万吨以|上")]
    [InlineData("新建绿地 1200 平方米", 9, "新建绿地 |1200 平方米")]
    [InlineData("增长 20%以上", 4, "增长 20%|以上")]
    [InlineData("服务人员……继续", 4, "服务人|员……继|续")]
    public void Marks_and_numbers_stay_together(string text, int ems, string expected) =>
        Assert.Equal(expected, string.Join('|', Break(text, ems)));

    [Theory]
    [InlineData("使用 PerfTargets 系统", 6, "使用 |PerfTargets |系统")]
    [InlineData("GB/T-9704-2012-附录A", 6, "GB/T-9704-|2012-附录A")]
    [InlineData("ABCDEFGHIJKLMNOP", 5, "ABCDEFGHIJ|KLMNOP")]
    public void Latin_words_stay_whole_and_long_codes_break_after_a_hyphen(string text, int ems, string expected) =>
        Assert.Equal(expected, string.Join('|', Break(text, ems)));

    [Fact]
    public void A_line_feed_ends_a_paragraph_and_empty_paragraphs_stay()
    {
        Assert.Equal(["甲", "", "乙", ""], Break("甲\n\n乙\n", 10));
        Assert.Equal([""], Break("", 10));
        Assert.Equal([false, true, true], LineBreaker.Break("甲乙丙\n丁", 2000, Measure).Select(line => line.EndsParagraph));
    }

    [Fact]
    public void Blanks_hang_over_the_edge_and_are_not_lost() => Assert.Equal(["甲乙  ", "丙丁"], Break("甲乙  丙丁", 2));

    [Theory]
    [InlineData(BracketBreak.None, 8, "数量指标（必填硬|性指标）")]
    [InlineData(BracketBreak.WhenNeeded, 8, "数量指标|（必填硬性指标）")]
    [InlineData(BracketBreak.WhenNeeded, 12, "数量指标（必填硬性指标）")]
    [InlineData(BracketBreak.Always, 12, "数量指标|（必填硬性指标）")]
    public void A_label_breaks_before_its_bracket(BracketBreak bracket, int ems, string expected) =>
        Assert.Equal(expected, string.Join('|', Break("数量指标（必填硬性指标）", ems, bracket)));

    [Fact]
    public void A_character_wider_than_the_line_stands_alone() => Assert.Equal(["产", "出", "𬭎"], Break("产出𬭎", 0));

    [Fact]
    public void No_line_begins_with_a_closing_or_ends_with_an_opening_mark() => Texts.Sample(sample =>
    {
        var lines = Break(sample.Text, sample.Width);

        Assert.Equal(sample.Text.Replace("\n", ""), string.Concat(lines));
        Assert.All(lines.Where(line => line.Length > 0), line =>
        {
            Assert.DoesNotContain(line[0], Closing);
            Assert.DoesNotContain(line[^1], Opening);
        });
    });

    [Fact]
    public void No_line_is_wider_than_its_room() => Texts.Sample(sample =>
        Assert.All(
            LineBreaker.Break(sample.Text, sample.Width * 1000, Measure),
            line => Assert.InRange(line.Width, 0, sample.Width * 1000)));

    /// <summary>Whatever stands around them, and however often: no line begins inside ≥36.7 万元.</summary>
    [Fact]
    public void No_number_leaves_its_sign_or_its_unit() => Gen.Select(Gen.Select(Before, Quantity, Between).Array[1, 25], Gen.Int[9, 30]).Sample((pieces, width) =>
    {
        var (text, quantities) = ("", new List<(int Start, int End)>());
        foreach (var (word, quantity, between) in pieces)
        {
            text += word;
            quantities.Add((text.Length, text.Length + quantity.Length));
            text += quantity + between;
        }

        Assert.All(LineBreaker.Break(text, width * 1000, Measure), line =>
            Assert.DoesNotContain(quantities, quantity => quantity.Start < line.Start && line.Start < quantity.End));
    });

    /// <summary>The texts of 200 forms in the columns in which they are printed.</summary>
    [Theory]
    [InlineData(PageOrientation.Landscape), InlineData(PageOrientation.Portrait)]
    public void The_corpus_breaks_by_the_rules(PageOrientation orientation)
    {
        var format = PageFormat.Of(orientation);
        var cells = FormCorpus.Forms(200, orientation)
            .SelectMany(form => FormLayout.AtFullSize(TableGrid.From(form), FontSet.Embedded, format.TextWidth, format.TextHeight).Cells)
            .Where(cell => cell.Lines.Count > 1).ToArray();

        Assert.NotEmpty(cells);
        Assert.All(cells, cell =>
        {
            var text = cell.Cell.Text;
            var quantities = Quantities().Matches(text);
            Assert.All(cell.Lines.Where(line => line.Length > 0), line =>
            {
                Assert.DoesNotContain(text[line.Start], Closing);
                Assert.DoesNotContain(text[line.Start + line.Length - 1], Opening);
                Assert.DoesNotContain(quantities, one => one.Index < line.Start && line.Start < one.Index + one.Length);
            });
        });
    }

    [Fact]
    public void Any_text_breaks_into_itself() => Gen.Select(Gen.String, Gen.Int[0, 12]).Sample((text, ems) =>
        Assert.Equal(text.Replace("\n", ""), string.Concat(Break(text, ems))));

    // Sentences as people write them: a mark follows a word, an opening one has a closing partner.
    static Gen<string> Word { get; } = Gen.OneOf(
        Gen.OneOf("绩效", "目标", "资金", "企业", "推动高质量发展", "𬭎"),
        Gen.OneOf("≥20 户", "36.7 万元", "95%", "12 个", "PerfTargets"),
        Gen.OneOf("（必填）", "《办法》", "“小巨人”", "【绩效】"));

    static Gen<string> Quantity { get; } = Gen.Select(
        Gen.OneOf("", "≥", "≤", "＞", "约", "≧ "),
        Gen.OneOf("5", "20", "106.7", "1,200", "95.00"),
        Gen.OneOf("%", "％", "℃", "㎡", "‰", "户", " 户", "万元", " 万元", " 万吨", "平方米", " 公里", "人次", "年", " 月"),
        (sign, number, unit) => sign + number + unit);

    /// <summary>Ends with no letter or digit, which would make one word with the number.</summary>
    static Gen<string> Before { get; } = Gen.OneOf("", "绩效", "资金", "推动高质量发展", "（必填）", "《办法》", "“小巨人”", "GB/T 9704 规定");

    /// <summary>What follows a quantity: never a sign or a letter that would be part of it.</summary>
    static Gen<string> Between { get; } = Gen.OneOf("，", "。", "、", "；", "）", "\n");

    [GeneratedRegex(@"[≥≤]?\d+(\.\d+)? ?(%|万元|万人|公里|人次|批次|户|个|份|期|座|处|㎡|亩|吨|年|月)")]
    private static partial Regex Quantities();

    static Gen<(string Text, int Width)> Texts { get; } = Gen.Select(
        Gen.Select(Word, Gen.OneOf("", "", "，", "。", "、", "；", "\n", "……")).Array[0, 40],
        Gen.Int[8, 30],
        (words, width) => (string.Concat(words.Select(word => word.Item1 + word.Item2)), width));

    static string[] Break(string text, int ems, BracketBreak bracket = BracketBreak.None) =>
        [.. LineBreaker.Break(text, ems * 1000, Measure, bracket).Select(line => text.Substring(line.Start, line.Length))];

    static int Measure(Rune rune) => rune.IsAscii ? 500 : 1000;
}
