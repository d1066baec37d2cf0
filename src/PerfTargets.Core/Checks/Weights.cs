using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>K7: where weights are written beside the rows, they add up to 100.</summary>
public sealed partial class WeightsAddUp : Check
{
    public override string Code => "K7";
    public override string Title => "各行权重合计为 100";
    public override string Explanation => "三级指标的名称或指标值里写有权重（如“（权重 20%）”“（10 分）”）的，各行合计应为 100。没有写权重的表不检查。";
    public override string Example => "各行权重相加为 110。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    private const int Whole = 100;

    /// <summary>One 权重 may be part of a name; two are weights.</summary>
    private const int FewestRows = 2;

    public override CheckOutcome Run(CheckContext context)
    {
        var (sum, named, bare, rows) = (0m, 0, 0, 0);
        Place? first = null;
        foreach (var row in context.Rows())
        {
            if (row.IsBlank)
                continue;
            rows++;
            var inName = Weight().Match(row.CompactName.Text);
            var match = inName.Success ? inName : Weight().Match(row.Reading.Text.Text);
            if (!match.Success)
                continue;
            first ??= inName.Success ? row.NamePlace : row.ValuePlace;
            (named, bare) = match.Groups["word"].Success ? (named + 1, bare) : (named, bare + 1);
            sum += decimal.Parse(match.Groups["weight"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }
        // （90 分） in one or two rows is a mark to reach; in most rows it is a weight.
        var used = named >= FewestRows || (named + bare) * 2 > rows && bare > FewestRows;
        return first is null || !used || sum == Whole
            ? CheckOutcome.Passed
            : CheckOutcome.Of([Found(context, first, $"{context.Template.Labels.Indicators}：{named + bare} 行写有权重，合计 {Plain(sum)}，应为 {Whole}，请核对各行的权重", Plain(sum))]);
    }

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<word>权重)[:为]?(?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)|\\((?<word>分值:?)?(?<weight>[0-9]{1,3}(\\.[0-9]{1,4})?)分\\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Weight();
}
