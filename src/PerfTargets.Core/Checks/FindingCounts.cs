namespace PerfTargets.Core.Checks;

/// <summary>How much the checks found in a form, as it is stored with the form for lists: they find it anew at every save and at 送审.</summary>
/// <param name="Unfilled">Errors that say only that something is not filled in yet; <paramref name="Errors"/> are the others.</param>
public sealed record FindingCounts(int Errors, int Unfilled, int Warnings)
{
    public bool IsNone => this is (0, 0, 0);

    public static FindingCounts Of(CheckReport report)
    {
        var unfilled = report.Errors.Count(finding => finding.IsUnfilled);
        return new(report.Errors.Count - unfilled, unfilled, report.Warnings.Count);
    }
}
