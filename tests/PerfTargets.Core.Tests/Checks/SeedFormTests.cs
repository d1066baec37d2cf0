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

    /// <summary>The four are each other's bureau, as in their file; their department's approved total is not known.</summary>
    [Fact]
    public void Every_check_has_its_data_on_the_seed_forms_but_the_one_of_the_approved_total() => Assert.All(CheckForms.SeedFile, context =>
        Assert.Equal(["X3"], FormChecks.Run(context).Undetermined.Select(check => check.Code)));

    [Theory]
    [InlineData(1, "C5 F8 F9 K6")]
    [InlineData(2, "C5 C7 F8")]
    [InlineData(3, "C5 C7 F8")]
    [InlineData(4, "C5 C7 F8 K6")]
    public void The_seed_forms_give_exactly_these_codes_of_completeness_funds_and_other_forms(int table, string codes) => Assert.Equal(codes,
        string.Join(' ', FormChecks.Run(CheckForms.SeedFile[table - 1]).Findings.Select(finding => finding.Code).Where(Mine.Contains).Distinct().Order(StringComparer.Ordinal)));

    private static readonly string[] Mine = ["C5", "C7", "F4", "F5", "F6", "F7", "F8", "F9", "K6", "X1", "X2", "X3", "X4", "X5"];

    [Fact]
    public void The_date_in_the_fourth_form_is_told_in_the_sentence_of_the_catalogue()
    {
        var finding = CheckForms.SeedFile[3].Only("D1");

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
