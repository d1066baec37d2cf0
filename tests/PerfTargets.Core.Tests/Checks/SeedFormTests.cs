using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

public class SeedFormTests
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "")]
    [InlineData(4, "D1E")]
    public void The_seed_forms_give_exactly_these_codes(int table, string codes)
    {
        var context = new CheckContext(CheckForms.Seed[table - 1], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable);

        Assert.Equal(codes, context.Codes(CheckForms.Submission));
    }

    [Fact]
    public void Every_check_has_its_data_on_the_seed_forms() => Assert.All(CheckForms.Seed, form =>
        Assert.Empty(FormChecks.Run(new CheckContext(form, CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable)).Undetermined));

    [Fact]
    public void The_date_in_the_fourth_form_is_told_in_the_sentence_of_the_catalogue()
    {
        var finding = new CheckContext(CheckForms.Seed[3], CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable).Only("D1");

        Assert.Equal("时效指标第 1 行“拨付企业奖补资金时限”：日期“2022 年 3 月底”早于预算年度 2023 年，请核对", finding.Message);
        Assert.Equal("2022 年 3 月底", finding.Raw);
        Assert.StartsWith("row-", finding.Place.Anchor, StringComparison.Ordinal);
        Assert.EndsWith("-value", finding.Place.Anchor, StringComparison.Ordinal);
    }

    /// <summary>No year is in the code: the dates are judged by the form's year alone.</summary>
    [Theory]
    [InlineData(2022, "D1W", "D1W", "D1W", "")]
    [InlineData(2024, "D1E", "D1E", "D1W", "D1E")]
    [InlineData(2031, "D1E", "D1E", "D1W", "D1E")]
    public void The_same_forms_in_another_year_are_judged_by_that_year(int year, params string[] codes) =>
        Assert.Equal(codes, CheckForms.Seed.Select(form => new CheckContext(form, CheckForms.Ningxia, year, CheckForms.Unprintable).Codes(CheckForms.Submission)));
}
