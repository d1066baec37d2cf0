using System.Buffers;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Q1: 必填硬性指标, a number and its unit in every value.</summary>
public sealed class HardValuesQuantified : Check
{
    public override string Code => "Q1";
    public override string Title => "必填硬性指标须填数值和单位";
    public override string Explanation => "必填硬性的二级指标，每一行的指标值都要有数值和单位；前面可以有 ≥、≤、不低于等，后面可以有以上、以内等，也可以是区间。";
    public override string Example => "数量指标“培训教师”填“若干期”；应填数值和单位。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        List<PlacedRow> lacking =
        [
            .. context.Rows().Where(row => row.Group.Requirement == GroupRequirement.Hard && row.HasValue && !row.Reading.IsQuantified
                && !(row.Group.Kind == IndicatorKind.Timeliness && row.Reading.Dates.Count > 0)),
        ];
        if (lacking.Count == 0)
            return CheckOutcome.Passed;
        // Blank values are C3's and placeholders C4's: one cause, one finding.
        var placeholders = NoPlaceholders.Reported(context);
        return CheckOutcome.Of(lacking.Where(row => placeholders.In(row.Value) is null).Select(row => Lacks(context, row)));
    }

    private Finding Lacks(CheckContext context, PlacedRow row)
    {
        var lack = row.Reading.Measures.Count > 0 ? "只有数值，没有可以识别的单位" : "没有数值和单位";
        return Found(context, row.ValuePlace,
            $"{row.Called}：“{Quoted.Short(row.Value)}”{lack}，{row.Group.Label}是必填硬性指标，须填数值和单位，请补充", row.Value);
    }
}

/// <summary>Q2: a number that does not say whether it is the least, the most or exact.</summary>
public sealed class ValuesWithOperator : Check
{
    public override string Code => "Q2";
    public override string Title => "指标值写明 ≥、≤ 或 =";
    public override string Explanation => "指标值只有数值和单位，没有写明是至少、至多还是等于，按“等于”理解。区间、约数、“几个工作日内”和文字里的数值不算。";
    public override string Example => "“2 次”；宜写“≥2 次”或“=2 次”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    public override CheckOutcome Run(CheckContext context) =>
        CheckOutcome.Of(context.Rows().Select(row => InRow(context, row)).OfType<Finding>());

    private Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Reading.Sole is { Operator: ValueOperator.None, High: null, Unit: not null } bare ? Found(context, row.ValuePlace,
            $"{row.Called}：“{Quoted.Short(row.Value)}”没有写明关系，只能理解为正好 {row.Reading.Typed(bare)}，请写明 ≥、≤ 或 =", row.Value)
        : null;
}

/// <summary>Q4: 以上, 超过, 不低于 where a sign says the same.</summary>
public sealed class OperatorsAsSigns : Check
{
    public override string Code => "Q4";
    public override string Title => "数值关系用符号表示";
    public override string Explanation => "指标值用“以上”“超过”“不低于”等文字表示数值关系，系统和报表里宜用 ≥、≤、>、<、=。约数和“几个工作日内”不算。";
    public override string Example => "“8 家以上”；宜写“≥8 家”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    public override CheckOutcome Run(CheckContext context) =>
        CheckOutcome.Of(context.Rows().Select(row => InRow(context, row)).OfType<Finding>());

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        foreach (var measure in row.Reading.Measures)
        {
            if (Prose(measure) is not { } word)
                continue;
            var instead = IsSign(measure.Front) ? $"与“{measure.Front}”重复，请只保留符号" : $"是文字，请改用符号 {measure.Operator.Sign()}";
            return Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”中的“{word}”{instead}", row.Value);
        }
        return null;
    }

    private static string? Prose(Measure measure)
    {
        // 90 岁以上 says whom it is about.
        if (measure.Operator is ValueOperator.None or ValueOperator.About || measure.Unit?.Base is "岁" or "周岁")
            return null;
        if (measure.Front.Length > 0 && !IsSign(measure.Front))
            return measure.Front;
        return measure.Behind.Length > 1 ? measure.Behind : null;
    }

    private static bool IsSign(string written) => written.Length > 0 && !char.IsLetter(written[0]);
}

/// <summary>Q5: two thresholds in one value, of which only one can be the one that is judged.</summary>
public sealed class OneThreshold : Check
{
    public override string Code => "Q5";
    public override string Title => "一个指标值只有一个标准";
    public override string Explanation => "一个指标值里有两个要分别达到的数值。区间、由多少到多少、每次多少、括号里的说明、分阶段的进度不算。";
    public override string Example => "“中小企业不低于 100 万元，小巨人企业不低于 150 万元”；宜分成两行。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    /// <summary>What parts two statements.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;。、/且和及并\n");

    public override CheckOutcome Run(CheckContext context) =>
        CheckOutcome.Of(context.Rows().Where(row => row.Reading.Measures.Count > 1).Select(row => InRow(context, row)).OfType<Finding>());

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        var value = row.Reading;
        // 6月底前50%，12月底前100% is the progress of one thing.
        if (value.Dates.Count > 1)
            return null;
        var thresholds = value.Measures.Where(measure => IsThreshold(value.Text.Text, measure)).ToList();
        if (thresholds.Exists(measure => measure.Unit!.Kind != UnitKind.Time))
            thresholds.RemoveAll(measure => measure.Unit!.Kind == UnitKind.Time);
        for (var i = 1; i < thresholds.Count; i++)
        {
            var (one, other) = (thresholds[i - 1], thresholds[i]);
            if (!AreApart(value.Text.Text, one, other) || AreOneRange(one, other) || AreOneSum(one, other))
                continue;
            return Found(context, row.ValuePlace,
                $"{row.Called}：“{Quoted.Short(row.Value)}”有两个标准（{value.Typed(one)}、{value.Typed(other)}），一个指标值只能有一个，请分成两行", row.Value);
        }
        return null;
    }

    private static bool IsThreshold(string text, Measure measure)
    {
        if (measure.Unit is not { } unit || (unit.Kind == UnitKind.Time && measure.Operator == ValueOperator.None))
            return false;
        if (measure.Operator == ValueOperator.None && IsInBrackets(text, measure.Start))
            return false;
        var before = text.AsSpan(0, measure.Start);
        var clause = before[(before.LastIndexOfAny(Separators) + 1)..];
        // 由 3 家 and 较 80% say where it began, 其中 what is part of another, 宽 3.5 米 what it is like.
        return clause.IndexOfAny('由', '从') < 0 && !clause.Contains("其中", StringComparison.Ordinal)
            && !(clause.Length > 0 && "较比宽高厚长深径".Contains(clause[^1], StringComparison.Ordinal)) && !IsOfEach(clause);
    }

    /// <summary>每户 2000 元 says how much one of them gets; 每年 3 次 is a threshold.</summary>
    private static bool IsOfEach(ReadOnlySpan<char> clause)
    {
        var each = clause.LastIndexOf('每');
        return each >= 0 && each + 1 < clause.Length && !"年月日天周季学".Contains(clause[each + 1], StringComparison.Ordinal);
    }

    private static bool IsInBrackets(string text, int at) => text.LastIndexOf('(', at) > text.LastIndexOf(')', at);

    /// <summary>覆盖 5 个乡镇 20 个村 is one statement.</summary>
    private static bool AreApart(string text, Measure one, Measure other)
    {
        var from = one.Start + one.Length;
        return other.Front.Length > 0 || text.AsSpan(from, other.Start - from).IndexOfAny(Separators) >= 0;
    }

    /// <summary>≥80%，≤90%.</summary>
    private static bool AreOneRange(Measure one, Measure other) => one.Unit!.Base == other.Unit!.Base && (IsLower(one) && IsUpper(other) || IsUpper(one) && IsLower(other));

    private static bool IsLower(Measure measure) => measure.Operator is ValueOperator.AtLeast or ValueOperator.MoreThan;

    private static bool IsUpper(Measure measure) => measure.Operator is ValueOperator.AtMost or ValueOperator.LessThan;

    /// <summary>200 人，500 元/人: how a sum is made.</summary>
    private static bool AreOneSum(Measure one, Measure other) =>
        one.Unit!.Base != other.Unit!.Base && (IsBareMoney(one) || IsBareMoney(other));

    private static bool IsBareMoney(Measure measure) =>
        measure.Unit!.Kind is UnitKind.Amount or UnitKind.UnitCost && measure.Operator == ValueOperator.None;
}

/// <summary>Q6: a share of more than the whole, or without its %.</summary>
public sealed class RatesPossible : Check
{
    public override string Code => "Q6";
    public override string Title => "比率、满意度写明 %，不超过 100%";
    public override string Explanation => "名称是比率或满意度，指标值超过 100%，或者只有数字没有 %。增长率、负债率等可以超过 100% 的，频率、容积率等不用 % 的不算。";
    public override string Example => "“群众满意度”填“≥95”或“≥105%”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    private static readonly WordList MayExceed = new("Q6", "mayExceed", "可以超过 100% 的比率");

    public override IReadOnlyList<WordList> Lists => [RateNames.Rates, RateNames.NoRates, MayExceed];

    public override CheckOutcome Run(CheckContext context) =>
        CheckOutcome.Of(context.Rows().Where(row => row.HasValue && RateNames.Has(context, row)).Select(row => InRow(context, row)).OfType<Finding>());

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (row.Reading.Main is not { } main)
            return null;
        if (main.Unit is null)
        {
            // What lacks a unit in a hard group is Q1's.
            return row.Group.Requirement != GroupRequirement.Hard && IsOnlyNumber(row)
                ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”没有单位，{Kind(row)}应写明 %，请补充", row.Value)
                : null;
        }
        return main.Unit.Base is "%" or "百分比" && IsAbove100(main) && Texts.FirstIn(row.PlainName, MayExceed.Of(context)) is null
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”超过 100%，{Kind(row)}最高是 100%，请核对", row.Value)
            : null;
    }

    private static string Kind(PlacedRow row) => row.PlainName.EndsWith('度') ? "满意度" : "比率";

    private static bool IsAbove100(Measure measure) => (measure.High ?? measure.Low) is var most
        && (most > 100 || (most == 100 && measure.Operator == ValueOperator.MoreThan));

    /// <summary>1:15 and 3/10万 have their own way; the name may have said %.</summary>
    private static bool IsOnlyNumber(PlacedRow row) => row.Reading.Sole is not null
        && !row.CompactName.Text.Contains('%', StringComparison.Ordinal) && !row.CompactName.Text.Contains("百分", StringComparison.Ordinal);
}

/// <summary>Q7: a percentage of what is no rate, or a count of what cannot be counted.</summary>
public sealed class UnitsFitNames : Check
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
    private static readonly string[] Grades = ["分", "级", "类", "档", "成", "倍", "条", "种"];

    public override IReadOnlyList<WordList> Lists => [NoShares, Uncounted, Changes];

    public override CheckOutcome Run(CheckContext context) => CheckOutcome.Of(context.Rows()
        .Where(row => row.HasName).Select(row => InRow(context, row)).OfType<Finding>());

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (row.Reading.Sole?.Unit is not { } unit)
            return null;
        var name = row.PlainName;
        if (unit.Base is "%" or "百分比")
        {
            return Texts.TailOf(name, NoShares.Of(context)) is { } thing && !RateNames.Has(context, row)
                ? Say(context, row, $"“{thing}”不是比率，单位与名称不符，请改填与名称相符的数量或标准，或者把名称改为比率")
                : null;
        }
        if (unit.Kind != UnitKind.Count || unit.Text.AsSpan().IndexOfAny('/', '·', '每') >= 0 || Array.IndexOf(Grades, unit.Base) >= 0)
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
public sealed class SameUnitAsGoal : Check
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

    public override CheckOutcome Run(CheckContext context)
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
