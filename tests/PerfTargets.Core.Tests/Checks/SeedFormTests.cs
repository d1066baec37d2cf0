using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

public class SeedFormTests
{
    /// <summary>The catalogue's column “seed”: per form the exact set of codes, hints among them.</summary>
    [Theory]
    [InlineData(1, "C5", "F8 F9", "Q2 Q3 Q11 Q12 Q13", "L1 L3", "D3", "G1", "K1 K6")]
    [InlineData(2, "C5 C7", "F8", "Q2 Q7 Q8 Q12 Q14", "L1 L2 L3", "D2 D3", "G7", "K5")]
    [InlineData(3, "C5 C7", "F8", "Q2 Q3 Q4 Q5 Q9 Q12 Q13 Q14 Q15", "L1 L4 L5", "D3 D4 D5", "G2 G3 G5", "")]
    [InlineData(4, "C5 C7", "F8", "Q2 Q4 Q7 Q12 Q16", "L1 L4", "D1 D2 D3 D4", "G2 G3 G6", "K1 K5 K6")]
    public void The_seed_forms_give_exactly_these_codes(int table, params string[] families)
    {
        var found = FormChecks.Run(CheckForms.SeedFile[table - 1]).Findings.Select(finding => finding.Code).ToHashSet();

        Assert.Equal(
            families,
            CheckFamily.All.SkipLast(1).Select(family => string.Join(' ', family.Checks.Select(check => check.Code).Where(found.Contains))));
        Assert.DoesNotContain(found, code => code[0] == 'X');
    }

    [Fact]
    public void Of_all_errors_only_the_date_in_the_fourth_form_stands_against_the_seed_forms() => Assert.Equal(
        ["D1"], CheckForms.SeedFile.SelectMany(form => FormChecks.Run(form).Errors).Select(finding => finding.Code));

    /// <summary>The four are each other's bureau, as in their file; neither last year's forms nor their department's approved total is in it.</summary>
    [Fact]
    public void Every_check_has_its_data_on_the_seed_forms_but_those_of_last_year_and_of_the_approved_total() => Assert.All(CheckForms.SeedFile, context =>
        Assert.Equal(["X2", "X3"], FormChecks.Run(context).Undetermined.Select(check => check.Code)));

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
