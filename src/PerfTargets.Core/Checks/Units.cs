using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Q6: a share of more than the whole, or without its %.</summary>
public sealed class RatesPossible : RowCheck
{
    public override string Code => "Q6";
    public override string Title => "比率、满意度写明 %，不超过 100%";
    public override string Explanation => "名称是比率或满意度，指标值超过 100%，或者只有数字没有 %。增长率、负债率等可以超过 100% 的，频率、容积率等不用 % 的，以及比率是 0 的不算；完成率可能超额，超过 100% 是警告。";
    public override string Example => "“群众满意度”填“≥95”或“≥105%”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Warning];

    private static readonly WordList MayExceed = new("Q6", "mayExceed", "“率”“比例”等词前面，使比率可以超过 100% 的词");
    private static readonly WordList Surpassable = new("Q6", "surpassable", "超过 100% 只警告的比率的词尾");

    public override IReadOnlyList<WordList> Lists => [RateNames.Rates, RateNames.NoRates, MayExceed, Surpassable];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (row.Reading.Main is not { } main || !(RateNames.Has(context, row) || IsSatisfaction(row)))
            return null;
        if (main.Unit is null)
        {
            // What lacks a unit in a hard group is Q1's.
            return row.Group.Requirement != GroupRequirement.Hard && IsOnlyNumber(row)
                ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”没有单位，{Kind(row)}应写明 %，请补充", row.Value)
                : null;
        }
        if (main.Unit.Base is not ("%" or "百分比") || !IsAbove100(main) || IsOfWhatMayExceed(context, row.PlainName))
            return null;
        return Texts.TailOf(row.PlainName, Surpassable.Of(context)) is { } rate
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”超过 100%，请核对{rate}是否计划超额", row.Value, FindingSeverity.Warning)
            : Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”超过 100%，{Kind(row)}最高是 100%，请核对", row.Value);
    }

    /// <summary>营业收入增长率; not 流动人口满意度, whose 流动 says nothing of the rate.</summary>
    private static bool IsOfWhatMayExceed(CheckContext context, string name) =>
        Texts.TailOf(name, RateNames.Rates.Of(context)) is { } rate && Texts.TailOf(name.AsSpan(0, name.Length - rate.Length), MayExceed.Of(context)) is not null;

    /// <summary>By its group too, where 企业满意 is all that is said.</summary>
    private static bool IsSatisfaction(PlacedRow row) => row.PlainName.EndsWith("满意度", StringComparison.Ordinal)
        || (row.Group.Kind == IndicatorKind.Satisfaction && row.PlainName.EndsWith("满意", StringComparison.Ordinal));

    private static string Kind(PlacedRow row) => IsSatisfaction(row) ? "满意度" : "比率";

    private static bool IsAbove100(Measure measure) => (measure.High ?? measure.Low) is var most
        && (most > 100 || (most == 100 && measure.Operator == ValueOperator.MoreThan));

    /// <summary>1:15 and 3/10万 have their own way; the name may have said %; and none is none in any unit.</summary>
    private static bool IsOnlyNumber(PlacedRow row) => row.Reading.Sole is { } sole && (sole is not { Low: 0, High: null } || IsSatisfaction(row))
        && !row.CompactName.Text.Contains('%', StringComparison.Ordinal) && !row.CompactName.Text.Contains("百分", StringComparison.Ordinal);
}

/// <summary>Q7: a percentage of what is no rate, or a count of what cannot be counted.</summary>
public sealed class UnitsFitNames : RowCheck
{
    public override string Code => "Q7";
    public override string Title => "指标值的单位与名称相符";
    public override string Explanation => "名称是能力、质量、氛围等，不是比率，却只填百分数；名称是比率却填个数；或者名称说的是成本、能力等数不出个数的事物却填个数。名称或指标值写明增长、下降的不算。";
    public override string Example => "“固废利用能力”填“100%”，“企业成本下降”填“8 家以上”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList NoShares = new("Q7", "noShares", "不能只用百分数表示的事物");
    private static readonly WordList Uncounted = new("Q7", "uncounted", "数不出个数的事物");
    private static readonly WordList Changes = new("Q7", "changes", "表示变化的词");

    /// <summary>What is a grade or a part rather than a number of things.</summary>
    private static readonly WordList Grades = new("Q7", "grades", "表示等级、倍数而不是个数的单位");

    public override IReadOnlyList<WordList> Lists => [NoShares, Uncounted, Changes, Grades];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (!row.HasName || row.Reading.Sole?.Unit is not { } unit)
            return null;
        var name = row.PlainName;
        if (unit.Base is "%" or "百分比")
        {
            return Texts.TailOf(name, NoShares.Of(context)) is { } thing && !RateNames.Has(context, row)
                ? Say(context, row, $"“{thing}”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")
                : null;
        }
        if (unit.Kind != UnitKind.Count || unit.Text.AsSpan().IndexOfAny('/', '·', '每') >= 0 || Grades.Of(context).Contains(unit.Base))
            return null;
        if (RateNames.Has(context, row))
            return Say(context, row, "名称是比率，单位却是个数，请核对名称和单位");
        var what = Texts.TailOf(name, Changes.Of(context)) is { } change ? name[..^change.Length] : name;
        return Texts.TailOf(what, Uncounted.Of(context)) is { } uncounted
            ? Say(context, row, $"“{uncounted}”不能用“{unit.Text}”来数，请核对名称和单位")
            : null;
    }

    private Finding Say(CheckContext context, PlacedRow row, string what) =>
        Found(context, row.ValuePlace, $"{row.Called}：指标值是“{Quoted.Short(row.Value)}”，{what}", row.Name + "|" + row.Value);
}

/// <summary>Q8: what the goal counts in one unit, an indicator counts in another: 企业 1 户, 项目 1 个.</summary>
public sealed class SameUnitAsGoal : GoalAndRowsCheck
{
    public override string Code => "Q8";
    public override string Title => "目标和指标用同一计量单位";
    public override string Explanation => "目标和数量指标说的是同一事物、同一个数，计量单位却不同。人和名、场和场次等是同一单位；目标里另有单位相同的数，或者有几处都可能对应时，不提示。";
    public override string Example => "目标“奖补企业 1 户”，数量指标“综合利用项目”填“1 个”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    /// <summary>An entry holds the units that may count one and the same thing, whatever the goal calls it.</summary>
    private static readonly WordList Alike = new("Q8", "alike", "可能用来数同一事物的单位");

    private static readonly WordList Same = new("Q8", "same", "不同写法的同一单位");

    /// <summary>Four people and four courses are four by chance.</summary>
    private static readonly Threshold Least = new("Q8", "least", "单位不相近时，所数事物不少于", "个");

    public override IReadOnlyList<WordList> Lists => [Alike, Same];

    public override IReadOnlyList<Threshold> Thresholds => [Least];

    internal override CheckOutcome RunOn(CheckContext context)
    {
        List<PlacedRow>? rows = null;
        foreach (var row in context.RowsOfKind(IndicatorKind.Quantity))
        {
            if (Count(row) is { } measure && !StandsIn(context, context.Reading.Goal, measure))
                (rows ??= []).Add(row);
        }
        if (rows is null)
            return CheckOutcome.Passed;
        var open = context.Reading.GoalReading.Numbers.Where(number => IsCount(number.Measure) && !context.Rows().Any(row => StandsIn(context, row.Reading, number.Measure))).ToList();
        return open.Count == 0 ? CheckOutcome.Passed : CheckOutcome.Of(rows.Select(row => InRow(context, row, rows, open)).OfType<Finding>());
    }

    private Finding? InRow(CheckContext context, PlacedRow row, List<PlacedRow> rows, List<GoalNumber> open)
    {
        var size = Quantity.Size(Count(row)!);
        if (rows.Count(other => Quantity.Size(Count(other)!) == size) > 1 || open.FindAll(one => Quantity.Size(one.Measure) == size) is not [var said])
            return null;
        return IsOneThing(context, row, said)
            ? Found(context, row.ValuePlace,
                $"{row.Called}：“{Quoted.Short(row.Value)}”与目标里的“{context.Reading.Goal.Typed(said.Measure)}”单位不同，请核对是不是同一事物，是的请统一单位", $"{said.Measure.Quantity}|{row.Value}")
            : null;
    }

    /// <summary>The number's own words name it, or the goal does somewhere and the units are such as count it.</summary>
    private static bool IsOneThing(CheckContext context, PlacedRow row, GoalNumber said)
    {
        var fillers = GoalStatement.Fillers.Of(context);
        return (Quantity.Size(said.Measure) >= Least.Of(context) && Phrases.ShareWord(row.PlainName, said.Before + said.Behind, fillers))
            || (HaveBoth(Alike.Of(context), Count(row)!.Unit!, said.Measure.Unit!) && Phrases.ShareWord(row.PlainName, context.Reading.GoalReading.Text, fillers));
    }

    /// <summary>The row's number of things; null when it has several or is about something else.</summary>
    private static Measure? Count(PlacedRow row) => row.Reading.Measures is [{ High: null } measure] && IsCount(measure) ? measure : null;

    /// <summary>A unit that the program does not know counts something too: 1600 穴.</summary>
    private static bool IsCount(Measure measure) => measure.Unit?.Kind is UnitKind.Count or UnitKind.Other;

    private static bool StandsIn(CheckContext context, TargetValue text, Measure measure)
    {
        foreach (var one in text.Measures)
        {
            if (one.Unit is { } unit && Quantity.Size(one) == Quantity.Size(measure) && (unit.Base == measure.Unit!.Base || HaveBoth(Same.Of(context), unit, measure.Unit)))
                return true;
        }
        return false;
    }

    private static bool HaveBoth(IReadOnlyList<string> entries, ValueUnit one, ValueUnit other)
    {
        foreach (var entry in entries)
        {
            var units = entry.Split('、');
            if (Array.IndexOf(units, one.Base) >= 0 && Array.IndexOf(units, other.Base) >= 0)
                return true;
        }
        return false;
    }
}

/// <summary>Which names are about a share of something: 合格率, 占比, 满意度.</summary>
internal static class RateNames
{
    public static readonly WordList Rates = new("Q6", "rates", "比率的词尾");
    public static readonly WordList NoRates = new("Q6", "noRates", "不用 % 表示的词尾");

    public static bool Has(CheckContext context, PlacedRow row) =>
        Texts.TailOf(row.PlainName, Rates.Of(context)) is not null && Texts.TailOf(row.PlainName, NoRates.Of(context)) is null;
}
