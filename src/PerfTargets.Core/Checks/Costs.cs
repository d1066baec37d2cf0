using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>F3: the costs do not add up to more than the total.</summary>
public sealed class CostsWithinTotal : Check
{
    public override string Code => "F3";
    public override string Title => "成本指标合计不超过年度资金总额";
    public override string Explanation => "把成本指标里的金额都换算成万元相加，与年度资金总额比较；单位成本、标准（元/人 等）不参加合计。写明“总成本”“总投资”的一行超过总额是错误；项目跨年度的，可能是各年合计，是警告。";
    public override string Example => "总额 36 万元，成本指标 20 万元、18 万元。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Error];
    public override bool NeedsReason => true;

    public override IReadOnlyList<WordList> Lists => [CostSum.PerUnit, CostSum.TotalNames, CostSum.Additions, CostSum.Shares];

    public override CheckOutcome Run(CheckContext context)
    {
        var (costs, instead) = context.Reading.Costs(context);
        if (costs is null)
            return instead;
        var (advice, severity) = AttributeFitsPeriod.IsOfSeveralYears(context)
            ? ("项目跨年度，请核对是否把各年的合在一起", FindingSeverity.Warning)
            : ("请核对成本和资金", FindingSeverity.Error);
        var findings = costs.Totals.Where(row => row.Reading.Main!.Money > costs.Total)
            .Select(row => Found(context, row.ValuePlace,
                $"{row.Called}：“{Quoted.Short(row.Value)}”{costs.Against(row.Reading.Main!.Money!.Value.Fen)}，{advice}", $"{costs.Said(row.Reading.Main.Money.Value.Fen)}/{costs.Total}", severity))
            .ToList();
        if (costs.Sum > costs.Total.Fen)
            findings.Add(Found(context, costs.PlaceOfParts, $"{costs.SaidOfParts(costs.Sum)}，请核对成本和资金", $"{costs.Said(costs.Sum)}/{costs.Total}"));
        return CheckOutcome.Of(findings);
    }
}

/// <summary>F4: the costs do not leave part of the total unexplained.</summary>
public sealed class CostsReachTotal : Check
{
    public override string Code => "F4";
    public override string Title => "成本指标合计不少于年度资金总额";
    public override string Explanation => "成本指标里的金额相加少于年度资金总额。有单位成本、标准、文字，或金额写“约”“≥”的，合计不完整，不作判断。";
    public override string Example => "总额 36 万元，成本指标只有 20 万元、10 万元两行。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    public override CheckOutcome Run(CheckContext context)
    {
        var (costs, instead) = context.Reading.Costs(context);
        if (costs is null)
            return instead;
        var largest = costs.Totals.MaxBy(row => Most(row));
        if (costs.Most >= costs.Total.Fen || (largest is not null && Most(largest) >= costs.Total.Fen))
            return CheckOutcome.Passed;
        if (costs.IsOpen)
            return new CheckOutcome.Undetermined("成本指标中有单位成本、标准或不是确定金额的行，无法判断合计是否少于年度资金总额");
        return CheckOutcome.Of([largest is not null
            ? Found(context, largest.ValuePlace, $"{largest.Called}：“{Quoted.Short(largest.Value)}”{costs.Against(Most(largest))}，请核对成本和资金", $"{costs.Said(Most(largest))}/{costs.Total}")
            : Found(context, costs.PlaceOfParts, $"{costs.SaidOfParts(costs.Most)}，请补充成本指标或核对金额", $"{costs.Said(costs.Most)}/{costs.Total}")]);
    }

    private static long Most(PlacedRow row) => row.Reading.Main is { } main ? (main.MostMoney ?? main.Money)?.Fen ?? 0 : 0;
}

/// <summary>F6: no amount is a thousand times off what the others leave for it, as when 元 is written for 万元.</summary>
public sealed class NoUnitSlips : Check
{
    public override string Code => "F6";
    public override string Title => "成本金额与资金总额没有元、万元之差";
    public override string Explanation => "成本指标里的一个金额，与年度资金总额减去其他成本所余相差一千倍以上，多半是把元写成了万元或把万元写成了元。单位成本、标准（300 元/人 等）不参加比较。";
    public override string Example => "总额 36 万元，成本指标“20 万元”“16 元”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    private static readonly Threshold Times = new("F6", "times", "相差多少倍算单位写错", "倍");

    public override IReadOnlyList<Threshold> Thresholds => [Times];

    public override CheckOutcome Run(CheckContext context)
    {
        var (costs, instead) = context.Reading.Costs(context);
        if (costs is null)
            return context.RowsOfKind(IndicatorKind.Cost).Any(row => CostSum.IsSum(context, row)) ? instead : CheckOutcome.Passed;
        var times = Times.Of(context);
        var findings = new List<Finding>();
        foreach (var row in costs.Totals)
        {
            if (IsOff(row, costs.Total.Fen, times))
                findings.Add(OfRow(context, costs, row, times));
        }
        foreach (var row in costs.Parts)
        {
            if (IsOff(row, costs, times))
                findings.Add(OfRow(context, costs, row, times));
        }
        // All rows in 万元 and all far too small: then it is the total that was typed in 元.
        var rows = costs.Totals.Concat(costs.Parts);
        return findings.Count == costs.Totals.Count + costs.Parts.Count && rows.All(row => IsInWan(row) && Fen(row) < costs.Total.Fen)
            ? CheckOutcome.Of([OfTotal(context, costs, times)])
            : CheckOutcome.Of(findings);
    }

    private static bool IsOff(PlacedRow row, CostSum costs, int times)
    {
        Int128 amount = Fen(row);
        var left = costs.Total.Fen - (costs.Sum - amount);
        // Others may have taken almost all: then a sum beyond the total is F3's, unless this amount alone is beyond it.
        return left > 0 && (amount >= left * times ? amount > costs.Total.Fen : !costs.IsOpen && amount * times <= left);
    }

    private static bool IsOff(PlacedRow row, Int128 expected, int times) => Fen(row) >= expected * times || Fen(row) * (Int128)times <= expected;

    private static long Fen(PlacedRow row) => row.Reading.Main!.Money!.Value.Fen;

    private static bool IsInWan(PlacedRow row) => row.Reading.Main!.Unit!.Factor >= 10_000;

    private Finding OfRow(CheckContext context, CostSum costs, PlacedRow row, int times) => Found(context, row.ValuePlace,
        $"{row.Called}：“{Quoted.Short(row.Value)}”与{FundsWords.Name(costs.Line)}和其他成本所余相差 {times} 倍以上，请核对单位是元还是万元", row.Value);

    private Finding OfTotal(CheckContext context, CostSum costs, int times) => Found(context, Place.Funds(costs.Line.Key),
        $"{FundsWords.Name(costs.Line)}：{costs.Total}与成本指标的金额相差 {times} 倍以上，请核对单位是元还是万元", costs.Total.ToString());
}

/// <summary>F7: a cost has no lower bound.</summary>
public sealed class CostsAreNoMinimum : RowCheck
{
    public override string Code => "F7";
    public override string Title => "成本指标不用“≥”“>”";
    public override string Explanation => "成本应有上限；写“≥”“>”“不低于”“以上”的金额只定了下限，补助标准也一样。节约额不算。";
    public override string Example => "“培训费”填“≥5 万元”；应写明不超过多少。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    public override IReadOnlyList<WordList> Lists => [Savings];

    /// <summary>What is saved is the better the more it is.</summary>
    private static readonly WordList Savings = new("F7", "savings", "表示节约的词");

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Group.Kind == IndicatorKind.Cost && row.Reading.Main is { Operator: ValueOperator.AtLeast or ValueOperator.MoreThan } && IsSpending(context, row)
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”只定了下限，成本应有上限，请改为“≤”或“不超过”多少", row.Value)
            : null;

    /// <summary>Whether a row of 成本 is money spent, in all or for one of something.</summary>
    internal static bool IsSpending(CheckContext context, PlacedRow row) =>
        row.Reading.Main is { Unit.Kind: UnitKind.Amount or UnitKind.UnitCost } && Texts.FirstIn(row.CompactName.Text, Savings.Of(context)) is null;
}

/// <summary>F8: a cost says that it is an upper bound.</summary>
public sealed class CostsAreAMaximum : RowCheck
{
    public override string Code => "F8";
    public override string Title => "成本指标用“≤”";
    public override string Explanation => "成本指标的金额前没有“≤”“不超过”，也没有“以内”“控制数”等说明上限的词。节约额，以及用“=”写明的标准不算。";
    public override string Example => "“培训费”填“5 万元”；宜写成“≤5 万元”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Ceilings = new("F8", "ceilings", "说明金额是上限的词");

    public override IReadOnlyList<WordList> Lists => [Ceilings];

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Group.Kind == IndicatorKind.Cost
        && row.Reading.Main is { Operator: ValueOperator.None or ValueOperator.Equal or ValueOperator.About, High: null } main
        && CostsAreNoMinimum.IsSpending(context, row) && !SaysCeiling(context, row)
        // What each one receives may well be exactly so much.
        && (main.Operator != ValueOperator.Equal || CostSum.IsSum(context, row))
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”没有说明是上限，请在金额前写明“≤”", row.Value)
            : null;

    private static bool SaysCeiling(CheckContext context, PlacedRow row)
    {
        foreach (var word in Ceilings.Of(context))
        {
            if (row.CompactName.Text.Contains(word, StringComparison.Ordinal) || row.Reading.Text.Text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
