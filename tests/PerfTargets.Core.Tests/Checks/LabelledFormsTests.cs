using PerfTargets.Core.Checks;
using PerfTargets.TestKit.Labelled;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>A warning that fires on a sound row teaches people to ignore the list: what the checks find is held against what careful reviewers would raise.</summary>
public sealed class LabelledFormsTests
{
    private static readonly Dictionary<string, CheckAccuracy> Accuracy = CheckAccuracy.Of(LabelledForms.All).ToDictionary(one => one.Check.Code);

    public static TheoryData<string> ErrorsAndWarnings =>
        [.. FormChecks.Catalogue.Where(check => check.DefaultSeverity != FindingSeverity.Hint && !check.IsAboutTemplate).Select(check => check.Code)];

    [Fact]
    public void There_are_at_least_forty_forms_of_nine_bureaus()
    {
        Assert.True(LabelledForms.All.Count() >= 40);
        Assert.True(LabelledForms.Bureaus.Count >= 9);
    }

    [Fact]
    public void A_finding_weighs_what_its_check_says_that_findings_weigh() => Assert.All(LabelledForms.All.SelectMany(form => FormChecks.Run(form.Context).Findings),
        finding => Assert.Contains(finding.Severity, FormChecks.Catalogue.Single(check => check.Code == finding.Code).Severities));

    [Theory, MemberData(nameof(ErrorsAndWarnings))]
    public void Nineteen_of_twenty_errors_and_warnings_are_rightly_raised(string code)
    {
        var accuracy = Accuracy[code];

        Assert.True(accuracy.Precision >= 0.95, $"{code} fires wrongly on {string.Join('、', accuracy.False)}.");
    }

    [Theory]
    [InlineData("F3")]
    [InlineData("D1")]
    [InlineData("D3")]
    [InlineData("X5")]
    public void What_is_an_error_here_and_a_warning_there_weighs_as_it_should(string code)
    {
        var weighed = Accuracy[code].Weighed;

        Assert.True(weighed.Select(form => form.Labelled).Distinct().Count() > 1);
        Assert.All(weighed, form => Assert.Equal(form.Labelled, form.Found));
    }
}
