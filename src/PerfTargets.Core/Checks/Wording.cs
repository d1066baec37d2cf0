using System.Globalization;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>L1: words by which nobody can tell whether the target was met: 不断提高, 作用明显.</summary>
public sealed class VerifiableWords : RowCheck
{
    public override string Code => "L1";
    public override string Title => "定性的指标值可以核实";
    public override string Explanation => "指标值只有“不断提高”“作用明显”“效益显著”一类的词，到年底无法核实是否达到。写明标准、验收、制度、文件等依据的不算；硬性指标由 Q1 提示。";
    public override string Example => "“企业核心竞争力”填“不断增强”；应写数值或可以核实的标准。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    // Each word stands in one list, which alone decides about it.
    internal static readonly WordList Degrees = new("L1", "degrees", "程度词，与变化、作用词同用即为空泛");
    internal static readonly WordList Closing = new("L1", "closing", "程度词，放在末尾即为空泛");
    internal static readonly WordList Results = new("L1", "results", "变化、作用词，与程度词同用即为空泛");
    internal static readonly WordList Changes = new("L1", "changes", "变化词，放在开头或末尾即为空泛");
    private static readonly WordList Facts = new("L1", "facts", "使这样的词不空泛的词");
    private static readonly WordList Whole = new("L1", "whole", "单独成为指标值即为空泛的词");
    private static readonly WordList Grounds = new("L1", "grounds", "使指标值可以核实的词");

    public override IReadOnlyList<WordList> Lists => [Degrees, Closing, Results, Changes, Facts, Whole, Grounds];

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.HasValue && row.Group.Requirement != GroupRequirement.Hard && row.Reading.Measures.Count == 0
        && (row.Reading.Dates.Count == 0 || row.Group.Kind == IndicatorKind.Benefit) && IsVague(context, row.Reading.Text.Text)
        ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”无法核实是否达到，请改为数值，或者写明可以核实的标准", row.Value)
        : null;

    /// <summary>Whether nothing in the words of a value can be held against anything.</summary>
    internal static bool IsVague(CheckContext context, string value)
    {
        if (Texts.FirstIn(value, Grounds.Of(context)) is not null)
            return false;
        value = value.TrimEnd('。', ';', '.', ',');
        foreach (var whole in Whole.Of(context))
        {
            if (value == whole)
                return true;
        }
        // 健全完善, 逐步增强: words of degree and change and nothing else.
        if (VagueWords.Strip(context, value).Length == 0)
            return true;
        var rest = value.AsSpan();
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny(",;。");
            var clause = end < 0 ? rest : rest[..end];
            if (Texts.TailOf(clause, Closing.Of(context)) is not null || HasBoth(context, clause, Degrees) || HasBoth(context, clause, Closing) || IsBareChange(context, clause))
                return true;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return false;
    }

    /// <summary>促进社会和谐稳定, 服务能力提升; but not 提升到二级 and 提升工程全部完工.</summary>
    private static bool IsBareChange(CheckContext context, ReadOnlySpan<char> clause)
    {
        var changes = Changes.Of(context);
        return (Texts.LeadOf(clause, changes) ?? Texts.TailOf(clause, changes)) is not null && !Texts.HasAny(clause, Facts.Of(context));
    }

    /// <summary>A degree and, elsewhere in the clause, what it is a degree of.</summary>
    private static bool HasBoth(CheckContext context, ReadOnlySpan<char> clause, WordList words)
    {
        var (degrees, results, changes) = (words.Of(context), Results.Of(context), Changes.Of(context));
        for (var i = 0; i < degrees.Count; i++)
        {
            var at = clause.IndexOf(degrees[i], StringComparison.Ordinal);
            if (at < 0)
                continue;
            var before = clause[..at];
            // 无明显影响 can be seen to be so.
            if (before[Math.Max(0, at - 3)..].IndexOfAny('无', '未') >= 0)
                continue;
            var behind = clause[(at + degrees[i].Length)..];
            if (Texts.HasAny(behind, results) || Texts.HasAny(before, results) || Texts.HasAny(behind, changes) || Texts.HasAny(before, changes))
                return true;
        }
        return false;
    }
}

/// <summary>L2: too few rows of the form have a number or a date.</summary>
public sealed class ShareQuantified : GoalAndRowsCheck
{
    public override string Code => "L2";
    public override string Title => "多数指标值是数值";
    public override string Explanation => "全表指标值里有数值或日期的行，占填了指标值的行不到设定的百分比。";
    public override string Example => "9 行指标里只有 5 行有数值或日期，占 55%。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly Threshold Least = new("L2", "percent", "有数值或日期的行所占百分比不低于", "%");

    public override IReadOnlyList<Threshold> Thresholds => [Least];

    internal override CheckOutcome RunOn(CheckContext context)
    {
        var (rows, quantified) = (0, 0);
        PlacedRow? first = null;
        foreach (var row in context.Rows())
        {
            if (!row.HasValue)
                continue;
            rows++;
            if (row.IsQualitative)
                first ??= row;
            else
                quantified++;
        }
        var least = Least.Of(context);
        return first is null || 100 * quantified >= least * rows ? CheckOutcome.Passed : CheckOutcome.Of([Found(context, Place.Group(first.Group.Key),
            $"绩效指标：{rows} 行指标值里有数值或日期的只有 {quantified} 行，占 {100 * quantified / rows}%，宜不低于 {least}%，请把能量化的指标值改为数值", $"{quantified}/{rows}")]);
    }
}

/// <summary>L3: none of the benefits has a number.</summary>
public sealed class SomeBenefitQuantified : GoalAndRowsCheck
{
    public override string Code => "L3";
    public override string Title => "至少一个效益指标有数值";
    public override string Explanation => "效益指标的指标值全是文字，没有一行有数值。";
    public override string Example => "经济、社会、生态效益和可持续影响都填“作用明显”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    internal override CheckOutcome RunOn(CheckContext context)
    {
        PlacedRow? first = null;
        var rows = 0;
        foreach (var row in context.RowsOfKind(IndicatorKind.Benefit))
        {
            if (!row.HasValue || CostGroups.Is(context, row.Group))
                continue;
            if (row.Reading.Measures.Count > 0)
                return CheckOutcome.Passed;
            first ??= row;
            rows++;
        }
        return first is null ? CheckOutcome.Passed : CheckOutcome.Of([Found(context, Place.Group(first.Group.Key),
            $"{context.Template.LevelOf(first.Group).Label}：{rows} 行指标值都没有数值，请至少把一行改为数值", rows.ToString(CultureInfo.InvariantCulture))]);
    }
}

/// <summary>L4: more, less or better than something that is not said: 高于全区平均水平, 增长 20%.</summary>
public sealed class ComparisonsWithBase : RowCheck
{
    public override string Code => "L4";
    public override string Title => "相对的指标值写明基数";
    public override string Explanation => "指标值是“增长 20%”却没有说与什么相比，或者“高于全区平均水平”却没有给出那个水平的数值。写明“较上年”“同比”的、名称里已写明的不算。";
    public override string Example => "“增长 20%以上”；宜写“较上年增长 20%以上”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Changes = new("L4", "changes", "表示增减的词");
    private static readonly WordList Bases = new("L4", "bases", "说明与什么相比的词");
    private static readonly WordList Relations = new("L4", "relations", "表示高低的词");
    private static readonly WordList Unknown = new("L4", "unknown", "没有数值的比较对象");

    public override IReadOnlyList<WordList> Lists => [Changes, Bases, Relations, Unknown];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (!row.HasValue)
            return null;
        var value = row.Reading;
        var what = value.Measures.Count == 0 ? IsAboveUnknown(context, value.Text.Text) ? "没有给出用来比较的数值，请补充" : null
            : value.Main!.Unit is { Kind: UnitKind.Rate } && IsChange(context, value) && !HasBase(context, row) ? "没有写明与什么相比，请补充基数"
            : null;
        return what is null ? null : Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”{what}", row.Value);
    }

    private static bool IsAboveUnknown(CheckContext context, string text)
    {
        foreach (var relation in Relations.Of(context))
        {
            var at = text.IndexOf(relation, StringComparison.Ordinal);
            if (at >= 0 && Texts.FirstIn(text[(at + relation.Length)..], Unknown.Of(context)) is not null)
                return true;
        }
        return false;
    }

    /// <summary>Whether a change leads the rate: 增长 20%, but not 提高到 90%.</summary>
    private static bool IsChange(CheckContext context, TargetValue value)
    {
        var before = value.Text.Text.AsSpan(0, value.Main!.Start);
        before = before.TrimEnd("率了约达");
        return Texts.TailOf(before, Changes.Of(context)) is not null;
    }

    private static bool HasBase(CheckContext context, PlacedRow row)
    {
        var bases = Bases.Of(context);
        return Texts.FirstIn(row.Reading.Text.Text, bases) is not null || Texts.FirstIn(row.CompactName.Text, bases) is not null;
    }
}

/// <summary>L5: what is to be reached is for another body to say, and it has not said it here.</summary>
public sealed class OwnTargets : RowCheck
{
    public override string Code => "L5";
    public override string Title => "指标值不取决于他人下达的目标";
    public override string Explanation => "指标值是“完成上级下达任务”“达到上级要求”一类，看不出目标是多少。写明数值的不算。";
    public override string Example => "“达到自治区下达目标任务”；应写下达的数值。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Bodies = new("L5", "bodies", "下达目标的单位");
    private static readonly WordList Given = new("L5", "given", "表示由他人确定的词");
    private static readonly WordList Targets = new("L5", "targets", "目标、任务的说法");
    private static readonly WordList Phrases = new("L5", "phrases", "他人所定目标的完整说法");

    public override IReadOnlyList<WordList> Lists => [Bodies, Given, Targets, Phrases];

    protected override Finding? InRow(CheckContext context, PlacedRow row) => row.HasValue && SaysNoNumber(row.Reading) && IsGiven(context, row.Reading.Text.Text)
        ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”看不出目标是多少，请写明下达的数值", row.Value)
        : null;

    /// <summary>Nor does all of a target that is not said: 完成上级下达任务的 100%.</summary>
    private static bool SaysNoNumber(TargetValue value) =>
        value.Measures.Count == 0 || value.Measures is [{ Low: 100, High: null, Unit: { Kind: UnitKind.Rate, Base: "%" } }];

    /// <summary>达到自治区下达目标任务: who, that it was given, and what, in this order.</summary>
    private static bool IsGiven(CheckContext context, string text)
    {
        if (Texts.FirstIn(text, Phrases.Of(context)) is not null)
            return true;
        foreach (var given in Given.Of(context))
        {
            var at = text.IndexOf(given, StringComparison.Ordinal);
            if (at > 0 && Texts.FirstIn(text[..at], Bodies.Of(context)) is not null && Texts.FirstIn(text[(at + given.Length)..], Targets.Of(context)) is not null)
                return true;
        }
        return false;
    }
}

/// <summary>Words that say how much better something becomes, taken off a value.</summary>
internal static class VagueWords
{
    /// <summary>管理水平逐年提高 without its degrees and changes at both ends: 管理水平.</summary>
    public static string Strip(CheckContext context, string value)
    {
        var (degrees, closing) = (VerifiableWords.Degrees.Of(context), VerifiableWords.Closing.Of(context));
        var (results, changes) = (VerifiableWords.Results.Of(context), VerifiableWords.Changes.Of(context));
        var rest = value.AsSpan();
        while ((Texts.TailOf(rest, results) ?? Texts.TailOf(rest, changes) ?? Texts.TailOf(rest, degrees) ?? Texts.TailOf(rest, closing)) is { } tail)
            rest = rest[..^tail.Length];
        while ((Texts.LeadOf(rest, degrees) ?? Texts.LeadOf(rest, closing) ?? Texts.LeadOf(rest, results) ?? Texts.LeadOf(rest, changes)) is { } lead)
            rest = rest[lead.Length..];
        return rest.ToString();
    }
}
