using System.Collections.Concurrent;
using System.Reflection;
using PerfTargets.Core.Checks;
using Xunit.v3;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>In each case of the test the check finds something. The test's own runs are held to it.</summary>
public sealed class FiresAttribute(string code) : CheckCaseAttribute(code, fires: true);

/// <summary>In each case of the test the check is asked about a form that comes near to what it looks for, and finds nothing.</summary>
public sealed class NearMissAttribute(string code) : CheckCaseAttribute(code, fires: false);

/// <summary>Says of a test what it shows of a check, and fails it when none of its runs by <see cref="CheckForms"/> has shown that.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class CheckCaseAttribute(string code, bool fires) : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<(string Test, string Code, bool Fired), bool> Shown = [];

    public string Code => code;

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Require(test.UniqueID);

    internal void Require(string test) => Assert.True(Shown.ContainsKey((test, code, fires)), fires ? $"{code} finds nothing in this case." : $"{code} is not asked in this case, or finds something.");

    /// <summary>Keeps what the checks asked about have found in the test that is running.</summary>
    /// <param name="of">The codes asked about; all when there are none.</param>
    internal static CheckReport Keep(CheckReport report, params string[] of)
    {
        // Tests of mutants run without a framework, and nobody asks there.
        if (TestContext.Current.Test is not { UniqueID: var test })
            return report;
        var (found, unable) = (report.Findings.Select(finding => finding.Code).ToHashSet(), report.Undetermined.Select(check => check.Code).ToHashSet());
        foreach (var one in of.Length > 0 ? of : FormChecks.Catalogue.Select(check => check.Code))
        {
            if (!unable.Contains(one))
                Shown[(test, one, found.Contains(one))] = true;
        }
        return report;
    }
}
