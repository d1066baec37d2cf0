using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

public sealed class YearNumbersTests
{
    [Theory]
    [InlineData("2025 年培训企业 20 家", 2025)]
    [InlineData("2025年度", 2025)]
    [InlineData("２０２５ 年底前", 2025)]
    [InlineData("2025.12 前", 2025)]
    [InlineData("2025-12-31 前", 2025)]
    [InlineData("按财预〔2021〕101 号执行", 2021)]
    [InlineData("资助 2025 届毕业生", 2025)]
    [InlineData("2025、2026 年各 5 次", 2025)]
    [InlineData("改造 2000 年以前的老旧小区", 2000)]
    [InlineData("完成时间（2025）", 2025)]
    [InlineData("2025", 2025)]
    public void A_year_that_is_not_the_forms_is_found_however_it_is_written(string text, int year)
    {
        var found = Assert.Single(YearNumbers.OtherThan(2026, text));

        Assert.Equal(year, found.Year);
    }

    [Theory]
    [InlineData("2026 年 12 月底前")]
    [InlineData("≥2025 人次")]
    [InlineData("≥2025")]
    [InlineData("2025 户")]
    [InlineData("2000")]
    [InlineData("2025.5 万元")]
    [InlineData("12025 米")]
    [InlineData("20250 米")]
    [InlineData("≤2025 万元")]
    [InlineData("")]
    public void The_forms_own_year_and_amounts_are_no_other_years(string text) => Assert.Empty(YearNumbers.OtherThan(2026, text));

    [Fact]
    public void What_stands_out_is_the_number_as_it_was_typed()
    {
        const string text = "其中 ２０２５ 年 5 月、2024—2025 年各一次";

        var found = YearNumbers.OtherThan(2026, text);

        Assert.Equal(["２０２５", "2024", "2025"], found.Select(year => text.Substring(year.Start, year.Length)));
    }
}
