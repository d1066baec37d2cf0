using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Forms;

/// <summary>A form in which corrections were taken that checks offer.</summary>
/// <param name="Taken">Where.</param>
/// <param name="Missed">How many were chosen and are offered no more, because what they would correct has changed since.</param>
public sealed record CorrectedForm(FormContent Content, IReadOnlyList<Place> Taken, int Missed);

public static class FormCorrections
{
    /// <summary>
    /// Takes what was chosen into the form, where it is still offered as it was shown. Of several at one place each changes the whole text, so
    /// that the next is asked for anew.
    /// </summary>
    /// <param name="chosen">The corrections by <see cref="Finding.CorrectionKey"/>.</param>
    public static CorrectedForm Take(CheckContext context, IReadOnlyCollection<string> chosen)
    {
        var offered = Offered(context).Where(finding => chosen.Contains(finding.CorrectionKey)).ToList();
        var content = context.Form;
        foreach (var at in offered.GroupBy(finding => finding.Place))
        {
            content = content.WithText(at.Key, at.First().Correction!);
            for (var more = at.Count() - 1; more > 0; more--)
            {
                if (Offered(context with { Form = content }).FirstOrDefault(finding => finding.Place == at.Key) is { } next)
                    content = content.WithText(at.Key, next.Correction!);
            }
        }
        return new CorrectedForm(content, [.. offered.Select(finding => finding.Place).Distinct()], chosen.Count - offered.Count);
    }

    private static IEnumerable<Finding> Offered(CheckContext context) => FormChecks.Run(context).OfForm.Where(finding => finding.Correction is not null);

    /// <summary>Only texts of rows are ever corrected.</summary>
    private static FormContent WithText(this FormContent content, Place place, string text) => place switch
    {
        { RowId: { } id } => content with
        {
            Indicators = [.. content.Indicators.Select(row => row.Id != id ? row : place.Field == "name" ? row with { Name = text } : row with { Value = text })],
        },
        _ => throw new ArgumentException($"No correction can change {place.Anchor}.", nameof(place)),
    };
}
