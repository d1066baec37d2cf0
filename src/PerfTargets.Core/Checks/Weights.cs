using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>K7: where weights are written beside the rows, they add up to 100.</summary>
public sealed partial class WeightsAddUp : GoalAndRowsCheck
{
    public override string Code => "K7";
    public override string Title => "各行权重合计为 100";
    public override string Explanation =>
        "三级指标的名称或指标值里写有权重（如“（权重 20%）”“权重：20”，或者多数行写“（10 分）”）的，各行合计应为 100。几行均分而四舍五入的（33.33 三行）不算差错；"
        + "一句话里提到权重的不算，没有写权重的表不检查。";
    public override string Example => "各行权重相加为 110。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    private const int Whole = 100;

    /// <summary>One 权重 may be part of a name; two are weights.</summary>
    private const int FewestRows = 2;

    internal override CheckOutcome RunOn(CheckContext context)
    {
        var (named, bare, rows) = (0, 0, 0);
        List<Weight> weights = [];
        Place? first = null;
        foreach (var row in context.Rows())
        {
            if (row.IsBlank)
                continue;
            rows++;
            // Said again behind the value, it is the same row's weight.
            var (place, found) = In(row.CompactName) is { Count: > 0 } inName ? (row.NamePlace, inName) : (row.ValuePlace, In(row.Reading.Text));
            if (found.Count == 0)
                continue;
            first ??= place;
            (named, bare) = found.Any(weight => weight.IsNamed) ? (named + 1, bare) : (named, bare + 1);
            weights.AddRange(found);
        }
        // （90 分） in one or two rows is a mark to reach; in most rows it is a weight.
        var used = named >= FewestRows || ((named + bare) * 2 > rows && bare > FewestRows);
        if (first is null || !used || Sum(weights) == Whole)
            return CheckOutcome.Passed;
        var written = weights.Sum(weight => weight.Number).ToString("0.####", CultureInfo.InvariantCulture);
        return CheckOutcome.Of([Found(context, first, $"{context.Template.Labels.Indicators}：{named + bare} 行写有权重，合计 {written}，应为 {Whole}，请核对各行的权重", written)]);
    }

    /// <summary>However it is written, a weight is called 权重 or 分值, or given in 分.</summary>
    private static IReadOnlyList<Weight> In(CompactText text) => !text.Text.AsSpan().ContainsAny('权', '分') ? [] : [.. Weights().Matches(text.Text).Select(match => new Weight(
        decimal.Parse(match.Groups["weight"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), match.Groups["word"].Success))];

    /// <summary>Equal parts of a whole number count as what they were before they were rounded: three times 33.33 is 100.</summary>
    private static decimal Sum(List<Weight> weights)
    {
        var sum = 0m;
        foreach (var equal in weights.GroupBy(weight => weight.Number))
        {
            var (count, written) = (equal.Count(), equal.Key * equal.Count());
            var shared = Math.Round(written);
            sum += Math.Round(shared / count, equal.Key.Scale, MidpointRounding.AwayFromZero) == equal.Key ? shared : written;
        }
        return sum;
    }

    private readonly record struct Weight(decimal Number, bool IsNamed);

    /// <summary>（权重 20%）, 权重：20, 权重（20%）, （20 分）; 按考核权重20%计 only speaks of one.</summary>
    [GeneratedRegex("\\((?<word>权重|分值)[:为]?(?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)[%分]?\\)"
        + "|(?<word>权重|分值)(\\(%\\))?:(?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)(?![0-9.])"
        + "|(?<![\\u3400-\\u9FFF])(?<word>权重)为?(?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)%?(?=$|[,;。、)])"
        + "|(?<word>权重)\\((?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)[%分]?\\)"
        + "|\\((?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)分\\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Weights();
}
