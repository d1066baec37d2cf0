using PerfTargets.Core.Common;

namespace PerfTargets.Core.Tests.Common;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("2027-02-28", "2027-02-28")]
    [InlineData(" 2027/2/8 ", "2027-02-08")]
    [InlineData("2027.2.8", "2027-02-08")]
    [InlineData("2027 年 2 月 8 日", "2027-02-08")]
    [InlineData("2027年2月8", "2027-02-08")]
    [InlineData("２０２７－０２－０８", "2027-02-08")]
    [InlineData("20270208", "2027-02-08")]
    [InlineData("2028-02-29", "2028-02-29")]
    [InlineData("2027-02-29", null)]
    [InlineData("2027-13-01", null)]
    [InlineData("1999-12-31", null)]
    [InlineData("27-02-08", null)]
    [InlineData("2027-02", null)]
    [InlineData("三月底", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_is_read_as_people_write_it(string? text, string? iso) =>
        Assert.Equal(iso, TypedDate.Read(text)?.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData(" ", "请填写批复日期，如 2023-02-20")]
    [InlineData("2027-13-40", "“2027-13-40”不是有效的日期，请写成 2023-02-20 这样")]
    public void What_is_no_date_is_quoted(string text, string sentence) =>
        Assert.Equal(sentence, TypedDate.Refusal(text, "批复日期", "2023-02-20"));
}
