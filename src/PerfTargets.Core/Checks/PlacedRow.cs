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

    public IndicatorGroup Group => group;

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
    public string PlainName => _plainName ??= Plain(CompactName.Text);

    /// <summary>A value in words: no number in it and no date.</summary>
    public bool IsQualitative => HasValue && Reading.IsQualitative;

    public Place NamePlace => Place.RowName(group.Key, row.Id);

    public Place ValuePlace => Place.RowValue(group.Key, row.Id);

    public bool HasName => !CompactText.IsBlank(row.Name);

    public bool HasValue => !CompactText.IsBlank(row.Value);

    public bool IsBlank => !HasName && !HasValue;

    /// <summary>时效指标第 1 行“拨付企业奖补资金时限”.</summary>
    public string Called => HasName ? $"{Numbered}“{Quoted.Short(row.Name)}”" : Numbered;

    /// <summary>时效指标第 1 行.</summary>
    public string Numbered => $"{group.Label}第 {number} 行";

    private static string Plain(string name)
    {
        name = name.TrimEnd('。', '.', ';', ',', '、', ':');
        var bracket = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        return bracket > 0 ? name[..bracket] : name;
    }
}

public static class PlacedRows
{
    public static IReadOnlyList<PlacedRow> RowsIn(this CheckContext context, IndicatorGroup group) => context.Reading.RowsIn(group);

    public static IReadOnlyList<PlacedRow> Rows(this CheckContext context) => context.Reading.Rows;

    public static IEnumerable<PlacedRow> RowsOfKind(this CheckContext context, IndicatorKind kind) =>
        context.Reading.Rows.Where(row => row.Group.Kind == kind);

    public static bool HasKind(this CheckContext context, IndicatorKind kind) => context.Template.Groups.Any(group => group.Kind == kind);
}

/// <summary>Typed text inside a sentence.</summary>
public static class Quoted
{
    private const int Longest = 40;

    /// <summary>On one line, and cut where it would drown the sentence.</summary>
    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest)
            return line;
        var end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..end] + "…";
    }
}
