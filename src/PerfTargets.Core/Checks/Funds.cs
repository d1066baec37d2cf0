using System.Globalization;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>F1: the total is the sum of its parts, to the 分.</summary>
public sealed class FundsBalance : Check
{
    public override string Code => "F1";
    public override string Title => "年度资金总额等于各项之和";
    public override string Explanation => "年度资金总额应等于财政拨款、其他资金等各项之和，精确到分；有一项不是金额时无法判断。";
    public override string Example => "总额 100，财政拨款 80，其他资金 10。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        var parts = context.Template.Funds.Where(line => line.Kind == FundsLineKind.Part).ToList();
        if (FundsWords.Total(context.Template) is not { } totalLine || parts.Count == 0)
            return CheckOutcome.Passed;
        var unread = context.Template.Funds.Where(line => context.Form.FundsOf(line.Key).UnreadText is not null).ToList();
        if (unread.Count > 0)
            return new CheckOutcome.Undetermined($"{string.Join('、', unread.Select(FundsWords.Name))}不是可以识别的金额，无法核对合计");
        var name = FundsWords.Name(totalLine);
        if (context.Form.FundsOf(totalLine.Key).Value is not { } total)
            return new CheckOutcome.Undetermined($"{name}未填写，无法核对合计");
        Int128 sum = 0;
        foreach (var part in parts)
            sum += context.Form.FundsOf(part.Key).Value?.Fen ?? 0;
        if (sum == total.Fen)
            return CheckOutcome.Passed;
        var unit = context.Template.MoneyUnit;
        return CheckOutcome.Of([Found(context, Place.Funds(totalLine.Key),
            $"{name}：{total.ToWanText()} {unit}，与{string.Join('、', parts.Select(part => Said(context, part)))}之和 {FundsWords.Wan(sum)} {unit}不相等，请核对",
            context.Form.FundsOf(totalLine.Key).Text)]);
    }

    private static string Said(CheckContext context, FundsLineTemplate part)
    {
        var amount = context.Form.FundsOf(part.Key);
        return FundsWords.Name(part) + (amount.IsBlank ? "（未填）" : $"（{amount.Text}）");
    }
}

/// <summary>F2: what stands in the funds is an amount, none of them negative, the total more than nothing.</summary>
public sealed class FundsAmounts : Check
{
    public override string Code => "F2";
    public override string Title => "资金须为有效金额，总额大于 0";
    public override string Explanation => "各项资金应是以万元为单位、不超过六位小数的数字，不为负数；年度资金总额应大于 0。没有的项目留空。";
    public override string Example => "年度资金总额“36 万”；应填“36”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    /// <summary>What people write where there is no money.</summary>
    private static readonly string[] Nothing = ["-", "--", "－", "—", "——", "/", "无", "没有"];

    public override CheckOutcome Run(CheckContext context) =>
        CheckOutcome.Of(context.Template.Funds.Select(line => InLine(context, line)).OfType<Finding>());

    private Finding? InLine(CheckContext context, FundsLineTemplate line)
    {
        var amount = context.Form.FundsOf(line.Key);
        var name = FundsWords.Name(line);
        var unit = context.Template.MoneyUnit;
        var message = amount switch
        {
            { UnreadText: { } text } when line.Kind != FundsLineKind.Total && Nothing.Contains(text.Trim()) => $"{name}：“{text.Trim()}”不是金额，没有就留空",
            { UnreadText: { } text } when unit == "万元" && Money.TryReadYuan(text, out var money) =>
                $"{name}：“{Quoted.Short(text)}”的单位是元，请换算成万元，如 {money.ToShortWanText()}",
            { UnreadText: { } text } => $"{name}：“{Quoted.Short(text)}”不是有效的金额，应为以{unit}为单位的数字（整数最多 12 位，小数最多 6 位），请改正",
            { Value.Fen: < 0 } => $"{name}：{amount.Text} {unit}为负数，金额不能小于 0，请改正",
            { Value.Fen: 0 } when line.Kind == FundsLineKind.Total => $"{name}：为 0，应大于 0，请核对",
            _ => null,
        };
        return message is null ? null : Found(context, Place.Funds(line.Key), message, amount.Text);
    }
}

/// <summary>F3: the costs do not add up to more than the total.</summary>
public sealed class CostsWithinTotal : Check
{
    private static readonly string[] TotalNames = ["总成本", "总投资"];
    private static readonly string[] Additions = ["", "额", "数", "控制", "控制数", "控制额"];

    public override string Code => "F3";
    public override string Title => "成本指标合计不超过年度资金总额";
    public override string Explanation => "把成本指标里的金额都换算成万元相加，与年度资金总额比较；单位成本、标准（元/人 等）不参加合计。写明“总成本”“总投资”的一行超过总额是错误。";
    public override string Example => "总额 36 万元，成本指标 20 万元、18 万元。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    /// <summary>What says, in name or value, that an amount is meant for one of something.</summary>
    private static readonly WordList PerUnit = new("F3", "perUnit", "表示单位成本或标准的词");

    public override IReadOnlyList<WordList> Lists => [PerUnit];

    public override CheckOutcome Run(CheckContext context)
    {
        if (!context.HasKind(IndicatorKind.Cost) || FundsWords.Total(context.Template) is not { } line)
            return CheckOutcome.Passed;
        var name = FundsWords.Name(line);
        if (context.Form.FundsOf(line.Key).Value is not { } total)
            return new CheckOutcome.Undetermined($"{name}未填写或无法识别，无法与成本指标比较");
        var costs = context.RowsOfKind(IndicatorKind.Cost).Select(row => (Row: row, Value: row.Reading))
            .Where(cost => IsSum(context, cost.Row, cost.Value)).ToList();
        if (costs.Count == 0)
            return new CheckOutcome.Undetermined("成本指标中没有可以合计的金额，无法与年度资金总额比较");
        if (costs.Find(cost => cost.Value.Main!.Money is null) is { Row: { } odd })
            return new CheckOutcome.Undetermined($"{odd.Called}的金额不是整分，无法合计");

        var findings = costs.Where(cost => NamesTotal(cost.Row) && cost.Value.Main!.Money > total)
            .Select(cost => Found(context, cost.Row.ValuePlace,
                $"{cost.Row.Called}：“{Quoted.Short(cost.Row.Value)}”超过{name} {total}，请核对成本和资金", cost.Row.Value, FindingSeverity.Error))
            .ToList();
        // A row that names the total would be counted twice beside the rows that it is the sum of.
        var parts = costs.Where(cost => !NamesTotal(cost.Row)).ToList();
        Int128 sum = 0;
        foreach (var part in parts)
            sum += part.Value.Main!.Money!.Value.Fen;
        if (sum > total.Fen)
        {
            var sumText = $"{FundsWords.Wan(sum)} {context.Template.MoneyUnit}";
            findings.Add(Found(context, Place.Group(parts[0].Row.Group.Key),
                $"{parts[0].Row.Group.Label}：{parts.Count} 行金额合计 {sumText}，超过{name} {total}，请核对", sumText));
        }
        return CheckOutcome.Of(findings);
    }

    /// <summary>Whether a row names a sum of money: no rate, no 元/人, no standard.</summary>
    private static bool IsSum(CheckContext context, PlacedRow row, TargetValue value)
    {
        if (value.Main is not { IsAmount: true })
            return false;
        var name = row.CompactName.Text;
        // 每人 and 人均 say it wherever they stand; 标准 only as what the name is about: 高标准农田 is none.
        return !PerUnit.Of(context).Any(word => word.StartsWith('每') || word.EndsWith('均')
            ? name.Contains(word, StringComparison.Ordinal) || value.Words.Contains(word, StringComparison.Ordinal)
            : IsAbout(name, word));
    }

    private static bool NamesTotal(PlacedRow row)
    {
        var name = row.CompactName.Text;
        return TotalNames.Any(total => IsAbout(name, total));
    }

    /// <summary>The name ends in the word, but for what people add: 总成本控制数（万元）.</summary>
    private static bool IsAbout(string name, string word)
    {
        var bracket = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        var plain = bracket > 0 ? name[..bracket] : name;
        return Additions.Any(addition => plain.EndsWith(word + addition, StringComparison.Ordinal));
    }
}

/// <summary>The words for the lines of the funds, without the punctuation that the printed table gives them.</summary>
internal static class FundsWords
{
    public static FundsLineTemplate? Total(FormTemplate template) => template.Funds.FirstOrDefault(line => line.Kind == FundsLineKind.Total);

    public static string Name(FundsLineTemplate line)
    {
        var name = line.Label.Trim().TrimEnd('：', ':');
        return name.StartsWith("其中", StringComparison.Ordinal) ? name[2..].TrimStart('：', ':') : name;
    }

    /// <summary>A sum as amounts are printed; sums may be beyond what one amount holds.</summary>
    public static string Wan(Int128 fen) => fen > long.MinValue && fen <= long.MaxValue
        ? new Money((long)fen).ToWanText()
        : (fen / Money.FenPerWan).ToString(CultureInfo.InvariantCulture);
}
