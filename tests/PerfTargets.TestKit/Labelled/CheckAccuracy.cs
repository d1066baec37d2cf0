using PerfTargets.Core.Checks;

namespace PerfTargets.TestKit.Labelled;

/// <summary>How often one check agrees with the labels: a form counts once, whatever the number of places.</summary>
/// <param name="Right">Forms on which it fires and should.</param>
/// <param name="False">Forms on which it fires and should not.</param>
/// <param name="Missed">Forms on which it should fire and does not.</param>
public sealed record CheckAccuracy(Check Check, IReadOnlyList<string> Right, IReadOnlyList<string> False, IReadOnlyList<string> Missed)
{
    /// <summary>1 where it never fires.</summary>
    public double Precision => Right.Count + False.Count == 0 ? 1 : (double)Right.Count / (Right.Count + False.Count);

    /// <summary>1 where it never should fire.</summary>
    public double Recall => Right.Count + Missed.Count == 0 ? 1 : (double)Right.Count / (Right.Count + Missed.Count);

    public static IReadOnlyList<CheckAccuracy> Of(IEnumerable<LabelledForm> forms)
    {
        var found = forms.Select(form => (Form: form, Codes: FormChecks.Run(form.Context).Findings.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal))).ToList();
        return [.. FormChecks.Catalogue.Where(check => !check.IsAboutTemplate).Select(check => Of(check, found))];
    }

    private static CheckAccuracy Of(Check check, List<(LabelledForm Form, HashSet<string> Codes)> found)
    {
        var code = check.Code;
        var judged = found.Where(one => !one.Form.Doubtful.Contains(code)).ToLookup(
            one => (Fires: one.Codes.Contains(code), Should: one.Form.Expected.Contains(code)), one => one.Form.Id);
        return new(check, [.. judged[(true, true)]], [.. judged[(true, false)]], [.. judged[(false, true)]]);
    }
}
