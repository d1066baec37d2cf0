using System.Globalization;
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
        var unread = context.Template.Funds.Where(line => context.Form.FundsOf(line.Key).UnreadText is { } text && !FundsWords.SaysNothing(line, text))
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
public sealed class FundsAmounts : Check
{
    public override string Code => "F2";
    public override string Title => "资金须为有效金额，总额大于 0";
    public override string Explanation => "各项资金应是以万元为单位、不超过六位小数的数字，不为负数；年度资金总额应大于 0。没有的项目留空，写“无”“—”的不提示；占位符由 C4 指出。";
    public override string Example => "年度资金总额“36 万”；应填“36”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

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
            { UnreadText: { } text } when FundsWords.SaysNothing(line, text) => null,
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

/// <summary>F5: a total that the goal names is the total of the funds.</summary>
public sealed partial class GoalNamesTheTotal : Check
{
    /// <summary>What may stand between the word and the amount.</summary>
    private const string Between = "共计合约为达:";

    public override string Code => "F5";
    public override string Title => "总体目标写明的资金总额与年度资金总额一致";
    public override string Explanation =>
        "年度总体目标里只写了一个资金数，前面是“共安排”“总投入”“奖补资金”等词，它却不是年度资金总额。收入、节约等不是资金的数不计；跨年度项目、写有几个资金数或只写其中一部分的不比较。";
    public override string Example => "年度资金总额 36.7 万元，目标里写“奖补资金 30 万元”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    private static readonly WordList Totals = new("F5", "totals", "后面的金额是资金总额的词");
    private static readonly WordList Others = new("F5", "others", "后面的金额不是资金的词");

    public override IReadOnlyList<WordList> Lists => [Totals, Others];

    public override CheckOutcome Run(CheckContext context)
    {
        if (FundsWords.Total(context.Template) is not { } line || OnlyAmount(context) is not { } amount || (IsOfSeveralYears(context) && !IsOfTheYear(context, amount))
            || Named(context, amount) is not { } start)
        {
            return CheckOutcome.Passed;
        }
        var name = FundsWords.Name(line);
        if (context.Form.FundsOf(line.Key).Value is not { } total)
            return new CheckOutcome.Undetermined($"{name}未填写或无法识别，无法与总体目标中的金额比较");
        var text = context.Reading.Goal.Text.Typed(start, amount.Start + amount.Length - start);
        // 共安排 and 总投入 say that it is all; 奖补资金 may be one cost of several.
        if (Agrees(amount, total) || (text[0] is not ('共' or '总') && IsOneCostOfSeveral(context, amount)))
            return CheckOutcome.Passed;
        return CheckOutcome.Of([Found(context, Place.Head(HeadField.OverallGoal),
            $"{context.Template.Labels.OverallGoal}：“{Quoted.Short(text)}”与{name} {total}不一致，请核对，确有原因的请写明", text)]);
    }

    private static Measure? OnlyAmount(CheckContext context)
    {
        Measure? only = null;
        foreach (var number in context.Reading.GoalReading.Numbers)
        {
            if (!number.Measure.IsAmount || Texts.FirstIn(number.Before, Others.Of(context)) is not null)
                continue;
            if (only is not null)
                return null;
            only = number.Measure;
        }
        return only;
    }

    /// <summary>Where the word begins that makes the amount a total; null when none stands before it.</summary>
    private static int? Named(CheckContext context, Measure amount)
    {
        var before = context.Reading.Goal.Text.Text.AsSpan(0, amount.Start);
        if (Together().Match(before.ToString()) is { Success: true } together)
            return together.Index;
        foreach (var word in Totals.Of(context))
        {
            // 共安排 is a word of the list and ends in none of those that may stand between.
            if (before.TrimEnd(Between).EndsWith(word, StringComparison.Ordinal))
                return before.TrimEnd(Between).Length - word.Length;
            if (before.EndsWith(word, StringComparison.Ordinal))
                return before.Length - word.Length;
        }
        return null;
    }

    /// <summary>共安排水毁修复, 落实学前教育资金共: all of it, whatever it is called.</summary>
    [GeneratedRegex("((?<!公)(共|共计|合计|总计)(安排|投入|落实|下达|拨付|需要?|支付|兑现|发放)[^0-9,;。、]{0,10}|(安排|投入|落实|下达|拨付|兑现)[^0-9,;。、]{0,12}(资金|经费))(共|计|合计|约|为|达|:)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Together();

    /// <summary>A bound is kept by whatever lies within it; only what is said outright can be wrong.</summary>
    private static bool Agrees(Measure amount, Money total) => amount.Money is not { } money || amount.MostMoney is not { } most || amount.Operator switch
    {
        ValueOperator.None or ValueOperator.Equal => money <= total && total <= most,
        ValueOperator.AtMost or ValueOperator.LessThan => total <= most,
        ValueOperator.AtLeast or ValueOperator.MoreThan => money <= total,
        _ => true,
    };

    private static bool IsOneCostOfSeveral(CheckContext context, Measure amount)
    {
        var (same, others) = (false, false);
        foreach (var row in context.RowsOfKind(IndicatorKind.Cost))
        {
            if (row.Reading.Main is { IsAmount: true } cost)
                (same, others) = (same || cost.Money == amount.Money, others || cost.Money != amount.Money);
        }
        return same && others;
    }

    /// <summary>本年度投入 2600 万元; what is 安排 or 下达 is a budget, and budgets are of a year.</summary>
    private static bool IsOfTheYear(CheckContext context, Measure amount) => context.Reading.GoalReading.Numbers.Any(number =>
        number.Measure == amount && Texts.FirstIn(number.Before, ["本年", "今年", "当年", "年度", "安排", "下达", "拨付"]) is not null);

    /// <summary>What a project costs in all its years is no year's total.</summary>
    private static bool IsOfSeveralYears(CheckContext context) =>
        context.Form.ProjectAttribute.Contains("跨年", StringComparison.Ordinal)
        || TargetValue.Read(context.Form.ProjectPeriod).Measures.Any(measure => measure.Unit is { Kind: UnitKind.Time, Base: "年" } && measure.Low > 1);
}

/// <summary>The words for the lines of the funds, without the punctuation that the printed table gives them.</summary>
internal static class FundsWords
{
    /// <summary>What people write where there is no money.</summary>
    private static readonly string[] Nothing = ["-", "--", "/", "无", "没有", "暂无"];

    /// <summary>Whether the words in a part of the total say that there is no such money. They are still no amount, and never 0.</summary>
    public static bool SaysNothing(FundsLineTemplate line, string text) =>
        line.Kind == FundsLineKind.Part && Array.IndexOf(Nothing, CompactText.Of(text).Text) >= 0;

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
