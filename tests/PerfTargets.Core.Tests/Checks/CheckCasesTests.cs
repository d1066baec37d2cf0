using System.Reflection;
using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Each check has a test in which it fires and one of a near miss, and both are what they say.</summary>
public class CheckCasesTests
{
    private static readonly List<CheckCaseAttribute> Cases =
        [.. typeof(CheckCasesTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<CheckCaseAttribute>())];

    public static TheoryData<string> Codes => [.. FormChecks.Catalogue.Select(check => check.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Each_check_has_a_case_in_which_it_fires(string code) =>
        Assert.True(Cases.OfType<FiresAttribute>().Any(one => one.Code == code), $"No test is marked [Fires(\"{code}\")].");

    [Theory, MemberData(nameof(Codes))]
    public void Each_check_has_a_near_miss(string code) =>
        Assert.True(Cases.OfType<NearMissAttribute>().Any(one => one.Code == code), $"No test is marked [NearMiss(\"{code}\")].");

    [Fact]
    public void Cases_speak_of_checks_that_there_are() =>
        Assert.Subset(FormChecks.Catalogue.Select(check => check.Code).ToHashSet(), Cases.Select(one => one.Code).ToHashSet());

    [Fact]
    public void A_case_that_no_run_has_shown_is_refused()
    {
        var test = TestContext.Current.Test!.UniqueID;
        CheckForms.Sound.WithRows("output.cost", ("管材费用", "40 万元")).Codes("F3");
        CheckForms.Sound.Codes("F4");

        new FiresAttribute("F3").Require(test);
        new NearMissAttribute("F4").Require(test);
        Assert.All<CheckCaseAttribute>([new FiresAttribute("F4"), new NearMissAttribute("F3"), new NearMissAttribute("F1")],
            one => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => one.Require(test)));
    }
}
