using System.Text;
using System.Text.RegularExpressions;
using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>
/// docs/checks.md has the list of all checks, made from the code. With the variable PERFTARGETS_APPROVE_DOCS the list as it is now becomes the
/// document's.
/// </summary>
public sealed partial class CatalogueDocumentTests
{
    /// <summary>The agreed catalogue: codes, severities, and ® where a reason is required.</summary>
    private const string Agreed = """
        C1 E, C2 E, C3 E, C4 E, C5 H, C7 H, F1 E, F2 E, F3 W®, F4 W®, F5 W®, F6 W®, F7 W, F8 H, F9 H,
        Q1 E, Q2 H, Q3 H, Q4 H, Q5 W, Q6 E, Q7 W, Q8 H, Q9 W, Q10 W, Q11 H, Q12 H, Q13 H, Q14 H, Q15 H, Q16 W,
        L1 W, L2 H, L3 W, L4 H, L5 H, D1 E®, D2 H, D3 W, D4 H, D5 W®, D6 W, D7 H,
        G1 W, G2 H, G3 H, G4 W, G5 W, G6 H, G7 H, K1 H, K2 E, K3 W, K4 H, K5 H, K6 H, K7 E, X1 E, X2 W®, X3 W, X4 H, X5 E
        """;

    /// <summary>Beyond the agreed ones: what cannot be printed could not be approved.</summary>
    private static readonly string[] Ours = ["C8 E"];

    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "docs", "checks.md");

    [GeneratedRegex("(?<=<!-- the catalogue, made from the code -->\n).*?(?=<!-- end of the catalogue -->)", RegexOptions.Singleline)]
    private static partial Regex Catalogue();

    [Fact]
    public void The_catalogue_is_the_agreed_one() => Assert.Equal(
        Agreed.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(Ours).Order(StringComparer.Ordinal),
        FormChecks.Catalogue.Select(check => $"{check.Code} {check.DefaultSeverity.Letter()}{(check.NeedsReason ? "®" : "")}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_check_belongs_to_a_family() =>
        Assert.Equal(FormChecks.Catalogue, CheckFamily.All.SelectMany(family => family.Checks));

    [Fact]
    public void The_document_has_the_catalogue_of_the_code()
    {
        var document = File.ReadAllText(Path);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PERFTARGETS_APPROVE_DOCS")))
            File.WriteAllText(Path, document = Catalogue().Replace(document, Written().Replace("$", "$$", StringComparison.Ordinal)));

        Assert.Equal(Written(), Catalogue().Match(document).Value);
    }

    private static string Written()
    {
        var text = new StringBuilder("\n");
        foreach (var family in CheckFamily.All)
        {
            text.Append($"### {family.Letter} {family.Title}\n\n| code | severity | when it passes | when it speaks | example |\n|---|---|---|---|---|\n");
            foreach (var check in family.Checks)
            {
                var level = string.Join('/', check.Severities.Select(one => one.Letter())) + (check.NeedsReason ? " ®" : "") + (ShippedCheckSettings.Of(check.Code).Off == true ? ", off" : "");
                text.Append($"| {check.Code} | {level} | {Cell(check.Title)} | {Cell(check.Explanation)} | {Cell(check.Example)} |\n");
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
