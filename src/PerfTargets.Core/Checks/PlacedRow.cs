using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>A third-level row where it stands: its group and its number in it, from 1.</summary>
public sealed record PlacedRow(IndicatorGroup Group, IndicatorRow Row, int Number)
{
    public Place Name => Place.RowName(Group.Key, Row.Id);

    public Place Value => Place.RowValue(Group.Key, Row.Id);

    public bool HasName => !CompactText.IsBlank(Row.Name);

    public bool HasValue => !CompactText.IsBlank(Row.Value);

    public bool IsBlank => !HasName && !HasValue;

    /// <summary>时效指标第 1 行“拨付企业奖补资金时限”.</summary>
    public string Called => HasName ? $"{Numbered}“{Quoted.Short(Row.Name)}”" : Numbered;

    /// <summary>时效指标第 1 行.</summary>
    public string Numbered => $"{Group.Label}第 {Number} 行";
}

public static class PlacedRows
{
    public static IEnumerable<PlacedRow> RowsIn(this CheckContext context, IndicatorGroup group) =>
        context.Form.RowsOf(group.Key).Select((row, index) => new PlacedRow(group, row, index + 1));

    public static IEnumerable<PlacedRow> Rows(this CheckContext context) => context.Template.Groups.SelectMany(context.RowsIn);

    public static IEnumerable<PlacedRow> RowsOfKind(this CheckContext context, IndicatorKind kind) =>
        context.Template.Groups.Where(group => group.Kind == kind).SelectMany(context.RowsIn);

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
