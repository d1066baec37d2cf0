using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

public sealed class AttachmentNumberTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData(" 附件 ２ ", "2")]
    [InlineData("012", "12")]
    [InlineData("二", "二")]
    [InlineData("附件十二", "十二")]
    [InlineData("", "2")]
    [InlineData(null, "2")]
    public void Digits_and_chinese_numerals_are_numbers_with_or_without_the_word(string? typed, string number) =>
        Assert.Equal(number, AttachmentNumber.Read(typed));

    [Theory]
    [InlineData("abc")]
    [InlineData("附件")]
    [InlineData("0")]
    [InlineData("零")]
    [InlineData("1234")]
    [InlineData("-1")]
    [InlineData("2号")]
    [InlineData("十百")]
    [InlineData("2\0")]
    public void Anything_else_is_none(string typed) => Assert.Null(AttachmentNumber.Read(typed));
}
