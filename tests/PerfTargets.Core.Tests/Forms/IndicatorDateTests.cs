using CsCheck;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Forms;

public class IndicatorDateTests
{
    [Theory]
    [InlineData("2023年3月底", "2023-03-01", "2023-03-31")]
    [InlineData("2022 年 3 月底", "2022-03-01", "2022-03-31")]
    [InlineData("２０２３年３月", "2023-03-01", "2023-03-31")]
    [InlineData("2023 年 12 月 31 日", "2023-12-31", "2023-12-31")]
    [InlineData("2023年12月31号", "2023-12-31", "2023-12-31")]
    [InlineData("23年6月", "2023-06-01", "2023-06-30")]
    [InlineData("二〇二三年十二月底", "2023-12-01", "2023-12-31")]
    [InlineData("2023.12", "2023-12-01", "2023-12-31")]
    [InlineData("2023-12-31", "2023-12-31", "2023-12-31")]
    [InlineData("2023/6/30", "2023-06-30", "2023-06-30")]
    [InlineData("20230630", "2023-06-30", "2023-06-30")]
    [InlineData("12月底", "2025-12-01", "2025-12-31")]
    [InlineData("次年3月", "2026-03-01", "2026-03-31")]
    [InlineData("上年12月", "2024-12-01", "2024-12-31")]
    [InlineData("第一季度", "2025-01-01", "2025-03-31")]
    [InlineData("2023年四季度", "2023-10-01", "2023-12-31")]
    [InlineData("上半年", "2025-01-01", "2025-06-30")]
    [InlineData("2024年下半年", "2024-07-01", "2024-12-31")]
    [InlineData("年底", "2025-01-01", "2025-12-31")]
    [InlineData("2023年年底", "2023-01-01", "2023-12-31")]
    [InlineData("2023年度", "2023-01-01", "2023-12-31")]
    [InlineData("2023年全年", "2023-01-01", "2023-12-31")]
    [InlineData("23年底", "2023-01-01", "2023-12-31")]
    [InlineData("2023年12月31日24时", "2023-12-31", "2023-12-31")]
    [InlineData("12月31日18:00", "2025-12-31", "2025-12-31")]
    [InlineData("2023年5月中旬", "2023-05-01", "2023-05-31")]
    [InlineData("2023年第4季度", "2023-10-01", "2023-12-31")]
    [InlineData("2023年2月30日", "2023-02-28", "2023-02-28")]
    public void A_date_is_read_in_all_the_ways_people_write_it(string text, string first, string last)
    {
        var date = Assert.Single(TargetValue.Read(text).Dates);

        Assert.Equal((DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd")), date.Span(2025));
        Assert.Equal(DateRole.Deadline, date.Role);
        Assert.Equal(text, date.Text);
    }

    [Theory]
    [InlineData("2023年12月31日前", "2023-12-30", "2023-12-31")]
    [InlineData("2024年1月1日之前", "2023-12-31", "2024-01-01")]
    [InlineData("2024年前", "2023-12-31", "2024-12-31")]
    [InlineData("12月以前", "2025-11-30", "2025-12-31")]
    [InlineData("12月底以前", "2025-12-01", "2025-12-31")]
    [InlineData("2024年底前", "2024-01-01", "2024-12-31")]
    [InlineData("年底前", "2025-01-01", "2025-12-31")]
    public void Before_a_date_may_mean_with_it_or_without_unless_its_end_is_named(string text, string first, string last) =>
        Assert.Equal((DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd")),
            Assert.Single(TargetValue.Read(text).Dates).Span(2025));

    [Theory]
    [InlineData("2022年10月至2023年6月", "2022年10月", "2023年6月")]
    [InlineData("2023年1-12月", "2023年1", "12月")]
    [InlineData("2023年1月1日—12月31日", "2023年1月1日", "12月31日")]
    [InlineData("自2023年1月1日起至2023年12月31日止", "2023年1月1日", "2023年12月31日")]
    [InlineData("2022-2023年", "2022", "2023年")]
    [InlineData("2022—2023学年", "2022", "2023学年")]
    public void A_period_has_a_beginning_and_a_deadline_and_one_year_serves_both(string text, string beginning, string deadline)
    {
        var dates = TargetValue.Read(text).Dates;

        Assert.Equal([(beginning, DateRole.Beginning), (deadline, DateRole.Deadline)], dates.Select(date => (date.Text, date.Role)));
        Assert.Equal(2023, dates[1].Span(2030).Last.Year);
    }

    [Theory]
    [InlineData("2022年度奖补项目全部兑现", DateRole.Mention)]
    [InlineData("不低于2022年", DateRole.Comparison)]
    [InlineData("较2022年12月提前", DateRole.Comparison)]
    [InlineData("高于2022年3月水平", DateRole.Comparison)]
    [InlineData("达到2022年度平均水平", DateRole.Comparison)]
    [InlineData("2022年底的水平", DateRole.Comparison)]
    public void A_year_that_names_or_compares_is_no_deadline(string text, DateRole role) =>
        Assert.Equal(role, Assert.Single(TargetValue.Read(text).Dates).Role);

    [Theory]
    [InlineData("2023年内完成")]
    [InlineData("2023年完成")]
    [InlineData("2023年底前全部完工")]
    public void A_year_in_which_something_is_done_is_a_deadline(string text) =>
        Assert.Equal(DateRole.Deadline, Assert.Single(TargetValue.Read(text).Dates).Role);

    [Theory]
    [InlineData("3个月内")]
    [InlineData("3年内")]
    [InlineData("三年内")]
    [InlineData("15 个工作日")]
    [InlineData("2023.12 万元")]
    [InlineData("2000-3000元")]
    [InlineData("100%")]
    [InlineData("95%以上年度目标")]
    [InlineData("宁财〔2022〕15号")]
    [InlineData("及时完成")]
    public void Periods_amounts_and_document_numbers_are_no_dates(string text) => Assert.Empty(TargetValue.Read(text).Dates);

    [Theory]
    [InlineData("年底前", true)]
    [InlineData("12月底前", false)]
    [InlineData("2023年底前", false)]
    public void What_names_neither_year_nor_month_is_vague(string text, bool vague) =>
        Assert.Equal(vague, Assert.Single(TargetValue.Read(text).Dates).IsVague);

    [Fact]
    public void A_date_of_any_year_is_read_in_its_year() => Gen.Select(Gen.Int[1950, 2099], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[1950, 2099])
        .Sample((year, month, day, formYear) =>
        {
            var date = TargetValue.Read($"{year} 年 {month} 月 {day} 日").Dates.Single();
            return date.Span(formYear) == (new DateOnly(year, month, day), new DateOnly(year, month, day));
        });
}
