using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>A third-level row where it stands: its group and its number in it, from 1.</summary>
public sealed class PlacedRow(IndicatorGroup group, IndicatorRow row, int number)
{
    private TargetValue? _reading;
    private TargetValue? _nameReading;
    private CompactText? _compactName;
    private string? _plainName;
    private IReadOnlyList<Finding>? _findings;

    public IndicatorGroup Group => group;

    public IndicatorRow Row => row;

    public int Number => number;

    /// <summary>As typed.</summary>
    public string Name => row.Name;

    /// <summary>指标值 as typed.</summary>
    public string Value => row.Value;

    /// <summary>What was read in the value.</summary>
    public TargetValue Reading => _reading ??= TargetValue.Read(row.Value);

    /// <summary>The name without blanks and in one way of writing each glyph.</summary>
    public CompactText CompactName => _compactName ??= CompactText.Of(row.Name);

    /// <summary>What was read in the name.</summary>
    public TargetValue NameReading => _nameReading ??= TargetValue.Read(row.Name);

    /// <summary>The compact name without what people add behind it: 满意度（%）。</summary>
    public string PlainName => _plainName ??= Texts.WithoutBracket(Texts.WithoutEndMarks(CompactName.Text));

    /// <summary>What the checks that go through the rows one by one find in it.</summary>
    /// <param name="checks">Those that the template has switched on.</param>
    /// <param name="settings"><see cref="CheckContext.Settings"/>.</param>
    internal IReadOnlyList<Finding> Findings(IReadOnlyList<CheckByRow> checks, CheckContext settings)
    {
        if (_findings is { } known)
            return known;
        List<Finding> findings = [];
        foreach (var check in checks)
            check.FindInRow(settings, this, findings);
        return _findings = findings;
    }

    /// <summary>A value in words: no number in it and no date.</summary>
    public bool IsQualitative => HasValue && Reading.IsQualitative;

    public Place NamePlace => field ??= Place.RowName(group.Key, row.Id);

    public Place ValuePlace => field ??= Place.RowValue(group.Key, row.Id);

    public bool HasName => !CompactText.IsBlank(row.Name);

    public bool HasValue => !CompactText.IsBlank(row.Value);

    public bool IsBlank => !HasName && !HasValue;

    /// <summary>时效指标第 1 行“拨付企业奖补资金时限”.</summary>
    public string Called => HasName ? $"{Numbered}“{Quoted.Short(row.Name)}”" : Numbered;

    /// <summary>时效指标第 1 行.</summary>
    public string Numbered => $"{group.Label}第 {number} 行";
}

public static class PlacedRows
{
    public static IReadOnlyList<PlacedRow> RowsIn(this CheckContext context, IndicatorGroup group) => context.Reading.RowsIn(group);

    public static IReadOnlyList<PlacedRow> Rows(this CheckContext context) => context.Reading.Rows;

    public static IEnumerable<PlacedRow> RowsOfKind(this CheckContext context, IndicatorKind kind) =>
        context.Reading.Rows.Where(row => row.Group.Kind == kind);

    public static bool HasKind(this CheckContext context, IndicatorKind kind) => context.Template.Groups.Any(group => group.Kind == kind);
}
