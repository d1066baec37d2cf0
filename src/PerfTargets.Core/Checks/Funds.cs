using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>F1: the total is the sum of its parts, to the 分.</summary>
public sealed class FundsBalance : Check
{
    public override string Code => "F1";
    public override string Title => "年度资金总额等于各项之和";
    public override string Explanation => "年度资金总额应等于财政拨款、其他资金等各项之和，精确到分；留空或写“无”的一项就是没有，有一项不是金额时无法判断。";
    public override string Example => "总额 100，财政拨款 80，其他资金 10。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        var parts = context.Template.Funds.Where(line => line.Kind == FundsLineKind.Part).ToList();
        if (FundsWords.Total(context.Template) is not { } totalLine || parts.Count == 0)
            return CheckOutcome.Passed;
        // 无 in a part is read: there is no such money, as when the line is left blank.
        var unread = context.Template.Funds.Where(line => context.Form.FundsOf(line.Key).UnreadText is { } text && !FundsWords.SaysNothing(context, line, text))
            .Select(line => $"{FundsWords.Name(line)}“{Quoted.Short(context.Form.FundsOf(line.Key).Text)}”").ToList();
        if (unread.Count > 0)
            return new CheckOutcome.Undetermined($"{string.Join('、', unread)}不是可以识别的金额，无法核对合计，没有的项目可以留空");
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
public sealed partial class FundsAmounts : Check
{
    public override string Code => "F2";
    public override string Title => "资金须为有效金额，总额大于 0";
    public override string Explanation => "各项资金应是以万元为单位的数字，整数最多 12 位、小数最多 6 位，不为负数；年度资金总额应大于 0。数字后面写“万元”“万”的照样认得，写“元”的不换算。没有的项目留空，写“无”“—”的不提示；占位符由 C4 指出。";
    public override string Example => "年度资金总额“360000 元”；应填“36”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override IReadOnlyList<WordList> Lists => [FundsWords.Nothing];

    public override CheckOutcome Run(CheckContext context)
    {
        var placeholders = NoPlaceholders.Reported(context);
        return CheckOutcome.Of(context.Template.Funds.Where(line => !NoPlaceholders.HasIn(context, placeholders, line))
            .Select(line => InLine(context, line)).OfType<Finding>());
    }

    private Finding? InLine(CheckContext context, FundsLineTemplate line)
    {
        var amount = context.Form.FundsOf(line.Key);
        var name = FundsWords.Name(line);
        var unit = context.Template.MoneyUnit;
        var message = amount switch
        {
            // No amount, and none is meant: the parts cannot be added up, which F1 says.
            { UnreadText: { } text } when FundsWords.SaysNothing(context, line, text) => null,
            { UnreadText: { } text } when unit == "万元" && Money.TryReadYuan(text, out var money) =>
                $"{name}：“{Quoted.Short(text)}”的单位是元，这里以万元为单位，请填 {money.ToShortWanText()}",
            { UnreadText: { } text } when IsNumber().IsMatch(text) => $"{name}：“{Quoted.Short(text)}”位数太多，整数最多 12 位，小数最多 6 位，请改正",
            { UnreadText: { } text } => $"{name}：“{Quoted.Short(text)}”不是有效的金额，请只填数字，以{unit}为单位，如 36.7{FundsWords.OrBlank(line)}",
            { Value.Fen: < 0 } => $"{name}：{amount.Text} {unit}为负数，金额不能小于 0，请改正",
            { Value.Fen: 0 } when line.Kind == FundsLineKind.Total => $"{name}：为 0，应大于 0，请核对",
            _ => null,
        };
        return message is null ? null : Found(context, Place.Funds(line.Key), message, amount.Text);
    }

    [GeneratedRegex("^[0-9]+(\\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsNumber();
}
