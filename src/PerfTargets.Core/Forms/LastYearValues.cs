namespace PerfTargets.Core.Forms;

/// <summary>What stood in last year's form at the places of this year's: in the rows of the same group and name, whatever year the names speak of.</summary>
public sealed class LastYearValues(FormContent before)
{
    private readonly ILookup<(string, string), string> _values = before.Indicators
        .Where(row => !string.IsNullOrWhiteSpace(row.Value)).ToLookup(KeyOf, row => row.Value);

    /// <summary>The whole form.</summary>
    public FormContent Content => before;

    /// <summary>Null where there was no such row; several of one name are all told.</summary>
    public string? ValueOf(IndicatorRow row) =>
        !string.IsNullOrWhiteSpace(row.Name) && _values[KeyOf(row)].Distinct().ToList() is { Count: > 0 } values ? string.Join('、', values) : null;

    internal static (string, string) KeyOf(IndicatorRow row) => (row.GroupKey, YearNumbers.Without(row.Name));
}
