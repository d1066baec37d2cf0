using PerfTargets.Core.Checks;

namespace PerfTargets.TestKit.Labelled;

/// <summary>How often one check agrees with the labels: a form counts once, whatever the number of places.</summary>
/// <param name="Right">Forms on which it fires and should.</param>
/// <param name="False">Forms on which it fires and should not.</param>
/// <param name="Missed">Forms on which it should fire and does not.</param>
/// <param name="Weighed">Those of <paramref name="Right"/> whose label says a severity.</param>
public sealed record CheckAccuracy(
    Check Check, IReadOnlyList<string> Right, IReadOnlyList<string> False, IReadOnlyList<string> Missed, IReadOnlyList<WeighedForm> Weighed)
{
    /// <summary>1 where it never fires.</summary>
    public double Precision => Right.Count + False.Count == 0 ? 1 : (double)Right.Count / (Right.Count + False.Count);

    /// <summary>1 where it never should fire.</summary>
    public double Recall => Right.Count + Missed.Count == 0 ? 1 : (double)Right.Count / (Right.Count + Missed.Count);

    public static IReadOnlyList<CheckAccuracy> Of(IEnumerable<LabelledForm> forms)
    {
        var found = forms.Select(form => (Form: form, Gravest: FormChecks.Run(form.Context).Findings.GroupBy(finding => finding.Code, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.Min(finding => finding.Severity), StringComparer.Ordinal))).ToList();
        return [.. FormChecks.Catalogue.Where(check => !check.IsAboutTemplate).Select(check => Of(check, found))];
    }

    private static CheckAccuracy Of(Check check, List<(LabelledForm Form, Dictionary<string, FindingSeverity> Gravest)> found)
    {
        var code = check.Code;
        var judged = found.Where(one => !one.Form.Doubtful.Contains(code)).ToLookup(
            one => (Fires: one.Gravest.ContainsKey(code), Should: one.Form.Expected.ContainsKey(code)));
        return new(check, [.. Ids(true, true)], [.. Ids(true, false)], [.. Ids(false, true)],
            [.. from one in judged[(true, true)] where one.Form.Expected[code] is not null select new WeighedForm(one.Form.Id, one.Form.Expected[code]!.Value, one.Gravest[code])]);

        IEnumerable<string> Ids(bool fires, bool should) => judged[(fires, should)].Select(one => one.Form.Id);
    }
}

/// <summary>A form on which a check rightly fires, by the gravest of its findings there.</summary>
public sealed record WeighedForm(string Id, FindingSeverity Labelled, FindingSeverity Found)
{
    public bool Agrees => Labelled == Found;
}
