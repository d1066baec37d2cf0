using CsCheck;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("2022 年 3 月底", "2023 年 3 月底前", "[-2022][+2023] 年 3 月底[+前]")]
    [InlineData("1 家", "≥8 家", "[-1][+≥8] 家")]
    [InlineData("", "新增", "[+新增]")]
    [InlineData("删去", "", "[-删去]")]
    [InlineData("不变", "不变", "不变")]
    [InlineData("36.70 万元", "36.7 万元", "[-36.70][+36.7] 万元")]
    [InlineData("企业满意度", "受益企业满意度", "[+受益]企业满意度")]
    [InlineData("开展节能培训 5 次。", "开展节能宣传和培训 8 次。", "开展节能[+宣传和]培训 [-5][+8] 次。")]
    [InlineData(
        "完成绩效评价工作，进一步发挥财政资金效益。", "新建厂房两栋并购置设备，安排补助用于工程。",
        "[-完成绩效评价工作，进一步发挥财政资金效益][+新建厂房两栋并购置设备，安排补助用于工程]。")]
    public void Changes_are_shown_by_characters_with_numbers_whole(string before, string after, string expected)
    {
        var shown = string.Concat(TextDiff.Between(before, after).Select(piece => piece.Kind switch
        {
            DiffKind.Added => $"[+{piece.Text}]",
            DiffKind.Removed => $"[-{piece.Text}]",
            _ => piece.Text,
        }));

        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Both_texts_can_be_read_from_the_pieces() =>
        Gen.Select(Text(), Text()).Sample((before, after) =>
        {
            var pieces = TextDiff.Between(before, after);
            return before == string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Added).Select(piece => piece.Text))
                && after == string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Removed).Select(piece => piece.Text));
        });

    [Fact]
    public void Two_long_texts_without_anything_in_common_are_shown_as_replaced()
    {
        var pieces = TextDiff.Between(new string('甲', 5000), new string('乙', 5000));

        Assert.Equal([DiffKind.Removed, DiffKind.Added], pieces.Select(piece => piece.Kind));
    }

    private static Gen<string> Text() => Gen.Char["甲乙丙1 2.a😀"].Array[0, 30].Select(chars => new string(chars));
}
