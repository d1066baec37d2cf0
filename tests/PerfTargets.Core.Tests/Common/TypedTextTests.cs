using CsCheck;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Tests.Common;

public sealed class TypedTextTests
{
    private static readonly Gen<string> AnyText = Gen.Char["甲a1，\0 　\t\r\n\u00A0\u200B\u2028\uFEFF"].Array[0, 12].Select(chars => new string(chars));

    [Theory]
    [InlineData("  节能培训　\u00A0\u200B", "节能培训")]
    [InlineData("节能\r\n培训\t次数\r\n", "节能 培训 次数")]
    [InlineData("节能 \n\n\t 培训", "节能 培训")]
    [InlineData("节能  培训", "节能  培训")]
    [InlineData("\u200B", "")]
    [InlineData("目标\0", "目标\0")]
    [InlineData(null, "")]
    public void A_field_of_one_line_holds_one_line_without_blanks_at_its_ends(string? typed, string stored) =>
        Assert.Equal(stored, TypedText.Line(typed));

    [Theory]
    [InlineData("\r\n 第一行\r\n第二行 \r\n\r\n", "第一行\n第二行")]
    [InlineData(" \n　　第一段\n　　第二段", "　　第一段\n　　第二段")]
    [InlineData("　　\r\n", "")]
    public void A_field_of_several_lines_keeps_its_paragraphs_and_their_indent(string typed, string stored) =>
        Assert.Equal(stored, TypedText.Lines(typed));

    [Fact]
    public void A_text_from_a_file_that_comes_back_as_it_was_shown_stays_as_it_is() => AnyText.Sample(text =>
    {
        var kept = TypedText.Normalise(text);
        var posted = kept.Replace("\n", "\r\n", StringComparison.Ordinal);
        return TypedText.Line(posted, kept) == kept && TypedText.Lines(posted, kept) == kept;
    });

    [Fact]
    public void What_was_tidied_once_is_tidy() => AnyText.Sample(text =>
        TypedText.Line(TypedText.Line(text)) == TypedText.Line(text) && TypedText.Lines(TypedText.Lines(text)) == TypedText.Lines(text));

    [Fact]
    public void Tidying_takes_nothing_that_can_be_seen() => AnyText.Sample(text =>
        TypedText.Visible(TypedText.Lines(text)) == TypedText.Visible(TypedText.Normalise(text))
        && TypedText.Line(text).Where(c => !TypedText.IsInvisible(c)).SequenceEqual(text.Where(c => !TypedText.IsInvisible(c))));

    [Theory]
    [InlineData("≥5\u00A0次 ", "≥5 次", true)]
    [InlineData("第一行 \n第二行", "第一行\n第二行", true)]
    [InlineData("节\u200B能", "节能", true)]
    [InlineData("节 能", "节能", false)]
    [InlineData("节\n能", "节 能", false)]
    [InlineData("\n第一行　\n \n第二行\u200B \n", "第一行\n\n第二行", true)]
    [InlineData("第一行\n　　第二行", "第一行\n第二行", false)]
    [InlineData("第一行\n第二行\n\n", "第一行\n第二行", true)]
    public void Two_texts_are_the_same_to_people_when_they_look_the_same(string one, string other, bool same) =>
        Assert.Equal(same, TypedText.Visible(one) == TypedText.Visible(other));
}
