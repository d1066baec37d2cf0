using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>K5: of one enterprise, 95 % cannot be satisfied, and of one bridge 95 % cannot pass.</summary>
public sealed class PercentageOfMany : GoalAndRowsCheck
{
    public override string Code => "K5";
    public override string Title => "百分比与所说事物的数量相称";
    public override string Explanation => "目标或数量指标里满意度的调查对象只有 1 个（1 户、1 家、1 人），或者合格率说的事物只有 1 个（1 座、1 辆），只能是 0 或 100%，却填了其间的百分比。"
        + "许多人对一件事物的满意度，以及学校、村等可以调查许多人的不算。";
    public override string Example => "奖补企业 1 户，企业满意度≥95%；购置吸粪车 1 辆，吸粪车验收合格率≥98%。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private const int SubjectLength = 2;

    private static readonly WordList Bodies = new("K5", "bodies", "数调查对象的单位");
    private static readonly WordList Things = new("K5", "things", "数工程、设备等事物的单位");
    private static readonly WordList Buildings = new("K5", "buildings", "数建筑物的单位");
    private static readonly WordList Passing = new("K5", "passing", "验收、检验结果的词尾");
    private static readonly WordList Whole = new("K5", "whole", "合格率前不说明哪一件的词");

    private static readonly WordList Works = new("K5", "works", "说明合格率说的是整个工程的词");
    private static readonly WordList Hired = new("K5", "hired", "数量前面说明请来做事、不是调查对象的词");
    private static readonly WordList Whom = new("K5", "whom", "后面是服务对象、不是所数事物的词");

    public override IReadOnlyList<WordList> Lists => [Bodies, Things, Buildings, Passing, Whole, Works, Hired, Whom];

    internal override CheckOutcome RunOn(CheckContext context)
    {
        List<Finding> findings = [];
        foreach (var row in context.Rows())
        {
            if (row.Group.Kind is IndicatorKind.Satisfaction or IndicatorKind.Quality && row.Reading.Main is { } main && Percent.Of(main) is > 0 and < 100
                && (row.Group.Kind == IndicatorKind.Satisfaction ? OneAsked(context, row) : OnePassing(context, row)) is { } one)
            {
                findings.Add(Found(context, row.ValuePlace, row.Group.Kind == IndicatorKind.Satisfaction
                    ? $"{row.Called}：调查对象只有“{one}”，满意度只能是 0 或 100%，请核对“{Quoted.Short(row.Value)}”，调查其中多人的请写明是哪些人"
                    : $"{row.Called}：所说的事物只有“{one}”，合格率只能是 0 或 100%，请核对“{Quoted.Short(row.Value)}”", row.Value));
            }
        }
        return CheckOutcome.Of(findings);
    }

    /// <summary>受益企业满意度 is about 企业, the last word before; the only one that is counted, as typed.</summary>
    private static string? OneAsked(CheckContext context, PlacedRow row)
    {
        var name = row.CompactName.Text;
        return name.IndexOf("满意", StringComparison.Ordinal) is var at and >= SubjectLength ? OnlyOne(context, name[(at - SubjectLength)..at], Bodies.Of(context)) : null;
    }

    /// <summary>吸粪车验收合格率 is about 吸粪车; 工程验收合格率 is about all that is built.</summary>
    private static string? OnePassing(CheckContext context, PlacedRow row)
    {
        if (Texts.TailOf(row.PlainName, Passing.Of(context)) is not { } end)
            return null;
        var whole = Whole.Of(context);
        var thing = row.PlainName.AsSpan(0, row.PlainName.Length - end.Length);
        while (Texts.TailOf(thing, whole) is { } word)
            thing = thing[..^word.Length];
        while (Texts.LeadOf(thing, whole) is { } word)
            thing = thing[word.Length..];
        return thing.Length >= SubjectLength ? OnlyOne(context, thing.ToString(), Things.Of(context))
            : thing.Length > 0 ? null
            // Beside what is built, what is put into it does not make it more than one.
            : OnlyOne(context, "", Texts.FirstIn(row.PlainName, Works.Of(context)) is not null ? Buildings.Of(context) : Things.Of(context));
    }

    /// <summary>The one thing of that name that is counted, as typed; null where there are more, or none is counted. ≥1 says neither.</summary>
    private static string? OnlyOne(CheckContext context, string subject, IReadOnlyList<string> units)
    {
        string? one = null;
        foreach (var (measure, what, typed) in Counted(context))
        {
            if (measure.Unit is not { } unit || !units.Contains(unit.Base) || !what.Contains(subject, StringComparison.Ordinal))
                continue;
            if (measure is not { Low: 1, High: null, Unit.Factor: 1, Operator: ValueOperator.None or ValueOperator.Equal or ValueOperator.AtLeast })
                return null;
            if (measure.Operator != ValueOperator.AtLeast)
                one ??= typed;
        }
        return one;
    }

    /// <summary>What is counted: 律师 of 1 名律师为企业提供法律服务.</summary>
    private static string Named(string behind, IReadOnlyList<string> whom)
    {
        foreach (var word in whom)
        {
            if (behind.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
                behind = behind[..at];
        }
        return behind;
    }

    private static IEnumerable<(Measure Measure, string What, string Typed)> Counted(CheckContext context)
    {
        foreach (var number in context.Reading.GoalReading.Numbers)
        {
            if (Texts.TailOf(number.Before, Hired.Of(context)) is null)
                yield return (number.Measure, number.Before + Named(number.Behind, Whom.Of(context)), number.Typed);
        }
        foreach (var row in context.RowsOfKind(IndicatorKind.Quantity))
        {
            foreach (var measure in row.Reading.Measures)
                yield return (measure, row.CompactName.Text, row.Value);
        }
    }
}
