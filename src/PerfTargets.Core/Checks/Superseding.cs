using System.Collections.Frozen;

namespace PerfTargets.Core.Checks;

/// <summary>One fault is told once: where two checks speak of it at one place, by the one that tells more.</summary>
public static class Superseding
{
    /// <summary>Which codes say nothing more at a place where another code speaks.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> ByCode { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        // What is no share at all is not asked for its sign.
        ["Q6"] = ["Q2"],
        // A cost without any sign lacks its ≤.
        ["F8"] = ["Q2"],
        // What says the name again cannot be verified either, and a name of three clauses is long.
        ["Q9"] = ["L1"],
        ["Q11"] = ["Q13"],
        // A row of inputs, or one of work among the effects, goes or is written anew, whatever its name is like.
        ["Q16"] = ["K1", "Q12", "Q14"],
        ["K1"] = ["Q12"],
        // A date out of the year is in another year.
        ["D1"] = ["D4"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Superseded = ByCode.Values.SelectMany(codes => codes).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The findings, those marked that another one makes superfluous. None gives way to one that weighs less.</summary>
    /// <param name="findings">In reading order: those of one place of the template one after the other.</param>
    internal static IEnumerable<Finding> Apply(IReadOnlyList<Finding> findings) =>
        findings.Select((finding, at) => Superseded.Contains(finding.Code) && Better(findings, at) is { } better ? finding with { SupersededBy = better.Code } : finding);

    private static Finding? Better(IReadOnlyList<Finding> findings, int at)
    {
        var finding = findings[at];
        var first = at;
        while (first > 0 && findings[first - 1].Place == finding.Place)
            first--;
        for (var i = first; i < findings.Count && findings[i].Place == finding.Place; i++)
        {
            if (Supersedes(findings[i], finding))
                return findings[i];
        }
        return null;
    }

    private static bool Supersedes(Finding one, Finding other) =>
        one.Severity <= other.Severity && ByCode.TryGetValue(one.Code, out var codes) && codes.Contains(other.Code);
}
