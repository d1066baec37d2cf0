using System.Buffers;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>F5: a total that the goal names is the total of the funds.</summary>
public sealed class GoalNamesTheTotal : Check
{
    /// <summary>So many characters may stand between the verb and the money: 共安排管网修复资金 35 万元.</summary>
    private const int Reach = 12;

    /// <summary>What nothing that belongs together goes across.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("0123456789,;。、");

    public override string Code => "F5";
    public override string Title => "总体目标写明的资金总额与年度资金总额一致";
    public override string Explanation =>
        "年度总体目标里只写了一个资金数，前面是“共安排”“总投入”“奖补资金”等词，它却不是年度资金总额。收入、节约等不是资金的数不计；跨年度项目、写有几个资金数或只写其中一部分的不比较。";
    public override string Example => "年度资金总额 36.7 万元，目标里写“奖补资金 30 万元”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    private static readonly WordList Totals = new("F5", "totals", "后面的金额是资金总额的词");
    private static readonly WordList Shares = new("F5", "shares", "后面的金额是资金总额，也可能只是其中一项的词");
    private static readonly WordList Wholes = new("F5", "wholes", "动词前面表示合在一起的词");
    private static readonly WordList NoWholes = new("F5", "noWholes", "含有上一项的字而不表示合在一起的词");
    private static readonly WordList Verbs = new("F5", "verbs", "安排资金的动词");
    private static readonly WordList Spending = new("F5", "spending", "花费资金的动词（前面须有合在一起的词）");
    private static readonly WordList Sums = new("F5", "money", "安排的是资金的词");
    private static readonly WordList Between = new("F5", "between", "上述各词与金额之间可以有的词");
    private static readonly WordList OfTheYear = new("F5", "ofTheYear", "说明金额属于本年度的词（跨年度项目）");
    private static readonly WordList Others = new("F5", "others", "后面的金额不是资金的词");

    public override IReadOnlyList<WordList> Lists => [Totals, Shares, Wholes, NoWholes, Verbs, Spending, Sums, Between, OfTheYear, Others];

    public override CheckOutcome Run(CheckContext context)
    {
        if (FundsWords.Total(context.Template) is not { } line || OnlyAmount(context) is not { } amount
            || (AttributeFitsPeriod.IsOfSeveralYears(context) && !IsOfTheYear(context, amount)) || Named(context, amount) is not { } named)
        {
            return CheckOutcome.Passed;
        }
        var name = FundsWords.Name(line);
        if (context.Form.FundsOf(line.Key).Value is not { } total)
            return new CheckOutcome.Undetermined($"{name}未填写或无法识别，无法与总体目标中的金额比较");
        if (Agrees(amount, total) || (!named.IsAll && IsOneCostOfSeveral(context, amount)))
            return CheckOutcome.Passed;
        var text = context.Reading.Goal.Text.Typed(named.Start, amount.Start + amount.Length - named.Start);
        return CheckOutcome.Of([Found(context, Place.Head(HeadField.OverallGoal),
            $"{context.Template.Labels.OverallGoal}：“{Quoted.Short(text)}”与{name} {total}不一致，请核对", $"{text}/{total}")]);
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

    /// <summary>Where the words begin that make the amount a total, and whether they say that it is all; null when there are none before it.</summary>
    private static (int Start, bool IsAll)? Named(CheckContext context, Measure amount)
    {
        var text = context.Reading.Goal.Text.Text.AsSpan(0, amount.Start);
        var whole = WithoutTail(text, Between.Of(context));
        var begin = whole.LastIndexOfAny(Ends) + 1;
        return AllGiven(context, whole, begin) is { } all ? (all, true)
            : MoneyGiven(context, whole, begin) is { } given ? (given, false)
            // A word of the list may itself end in one of those that may stand between.
            : Ending(text, whole, Totals.Of(context)) is { } total ? (total, true)
            : Ending(text, whole, Shares.Of(context)) is { } share ? (share, false)
            : null;
    }

    /// <summary>共安排水毁修复: all of it, whatever it is called.</summary>
    private static int? AllGiven(CheckContext context, ReadOnlySpan<char> text, int begin)
    {
        var (wholes, noWholes) = (Wholes.Of(context), NoWholes.Of(context));
        for (var at = begin; at < text.Length; at++)
        {
            if (Texts.LeadOf(text[at..], wholes) is not { } word || Texts.IsWithin(text, at, noWholes))
                continue;
            var behind = text[(at + word.Length)..];
            if ((Texts.LeadOf(behind, Verbs.Of(context)) ?? Texts.LeadOf(behind, Spending.Of(context))) is { } verb && behind.Length - verb.Length <= Reach)
                return at;
        }
        return null;
    }

    /// <summary>落实学前教育资金: money given, though perhaps not all.</summary>
    private static int? MoneyGiven(CheckContext context, ReadOnlySpan<char> text, int begin)
    {
        if (Texts.TailOf(text[begin..], Sums.Of(context)) is not { } sum)
            return null;
        var end = text.Length - sum.Length;
        for (var at = begin; at < end; at++)
        {
            if (Texts.LeadOf(text[at..end], Verbs.Of(context)) is { } verb && end - at - verb.Length <= Reach)
                return at;
        }
        return null;
    }

    private static int? Ending(ReadOnlySpan<char> text, ReadOnlySpan<char> whole, IReadOnlyList<string> words) =>
        Texts.TailOf(whole, words) is { } word ? whole.Length - word.Length
        : Texts.TailOf(text, words) is { } last ? text.Length - last.Length
        : null;

    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        while (Texts.TailOf(text, words) is { } word)
            text = text[..^word.Length];
        return text;
    }

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
        number.Measure == amount && Texts.FirstIn(number.Before, OfTheYear.Of(context)) is not null);
}
