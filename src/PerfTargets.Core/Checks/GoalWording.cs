using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>G5: a goal that says no amount at all.</summary>
public sealed class GoalQuantified : GoalAndRowsCheck
{
    public override string Code => "G5";
    public override string Title => "总体目标有数量";
    public override string Explanation => "总体目标里没有一个带单位的数（日期、序号、“一批”不算），看不出做多少、做到什么程度。";
    public override string Example => "“持续开展企业培育认定工作，促进中小企业高质量发展。”";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    internal override CheckOutcome RunOn(CheckContext context)
    {
        var goal = context.Reading.GoalReading;
        if (goal.IsBlank)
            return GoalChecks.NoGoal;
        return goal.Value.Measures.Any(measure => measure.Unit is not null || !IsOrdinal(goal.Text, measure)) || goal.InWords.Count > 0
            ? CheckOutcome.Passed
            : CheckOutcome.Of([Found(context, Place.Head(HeadField.OverallGoal),
                $"{context.Template.Labels.OverallGoal}：没有一个数量，看不出要完成多少、达到什么程度，请写明主要任务的数量", context.Form.OverallGoal)]);
    }

    /// <summary>1. and （2） of a list, 目标1: a number that orders and counts nothing.</summary>
    private static bool IsOrdinal(string text, Measure measure)
    {
        var end = measure.Start + measure.Length;
        return (end < text.Length && text[end] is '.' or '、' or ')' or ':') || (measure.Start > 0 && text[measure.Start - 1] is '(' or '标' or '务');
    }
}

/// <summary>G6: a goal that is long, or that wishes more than it plans.</summary>
public sealed class GoalToThePoint : GoalAndRowsCheck
{
    public override string Code => "G6";
    public override string Title => "总体目标简明、以任务为主";
    public override string Explanation => "总体目标的字数超过设定的字数，或者“促进……”“提高……”之类没有数量的口号占了大部分。";
    public override string Example => "168 字的目标，任务只占两句。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly Threshold Characters = new("G6", "characters", "总体目标最多的字数", "字");
    private static readonly Threshold WishShare = new("G6", "wishes", "口号占总体目标的比例达到", "%");

    public override IReadOnlyList<WordList> Lists => [GoalStatement.Wishes];

    public override IReadOnlyList<Threshold> Thresholds => [Characters, WishShare];

    internal override CheckOutcome RunOn(CheckContext context)
    {
        var goal = context.Reading.GoalReading;
        if (goal.IsBlank)
            return GoalChecks.NoGoal;
        var label = context.Template.Labels.OverallGoal;
        var most = Characters.Of(context);
        string? message = goal.Text.Length > most ? $"{label}：共 {goal.Text.Length} 字，超过 {most} 字，请精简，突出主要任务和数量"
            : Share(context) >= WishShare.Of(context) ? $"{label}：大部分是“促进”“提高”一类的口号，请写明具体任务和数量"
            : null;
        return message is null ? CheckOutcome.Passed : CheckOutcome.Of([Found(context, Place.Head(HeadField.OverallGoal), message, context.Form.OverallGoal)]);
    }

    /// <summary>In percent of the characters.</summary>
    private static int Share(CheckContext context)
    {
        var (wishes, all) = (0, 0);
        foreach (var statement in context.Reading.Statements(context))
        {
            all += statement.Clause.Text.Length;
            if (statement.IsWish && statement.Clause.Numbers.Count == 0)
                wishes += statement.Clause.Text.Length;
        }
        return all == 0 ? 0 : wishes * 100 / all;
    }
}

/// <summary>G7: what is planned is told as done.</summary>
public sealed partial class PlannedNotDone : CheckByRow
{
    public override string Code => "G7";
    public override string Title => "目标和指标不用完成时";
    public override string Explanation => "总体目标、指标名称或指标值里写“激发了”“已完成”等，像是总结而不是目标。“为了”“了解”和“在已完成……的基础上”不算。";
    public override string Example => "“进一步激发了企业活力”；应写“激发企业活力”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Past = new("G7", "past", "完成时的词");

    public override IReadOnlyList<WordList> Lists => [Past];

    internal override void FindBesideRows(CheckContext context, List<Finding> findings)
    {
        foreach (var clause in context.Reading.GoalReading.Clauses)
        {
            if (Word(context, clause.Text) is { } word)
                findings.Add(Said(context, Place.Head(HeadField.OverallGoal), context.Template.Labels.OverallGoal, word, clause.Typed));
        }
    }

    internal override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        if (Word(context, row.CompactName.Text) is { } inName)
            findings.Add(Said(context, row.NamePlace, row.Numbered + "指标名称", inName, row.Name));
        if (Word(context, row.Reading.Text.Text) is { } inValue)
            findings.Add(Said(context, row.ValuePlace, row.Called, inValue, row.Value));
    }

    private Finding Said(CheckContext context, Place place, string where, string word, string typed) =>
        Found(context, place, $"{where}：“{Quoted.Short(typed)}”中的“{word}”说的是已经做完的事，请改写成要达到的目标", typed);

    private static string? Word(CheckContext context, string text)
    {
        if (!text.AsSpan().ContainsAny('了', '已') || text.Contains("基础上", StringComparison.Ordinal))
            return null;
        if (text.Contains('了', StringComparison.Ordinal) && Done().Match(text) is { Success: true } done)
            return done.Value;
        // 已建成的管网 is what is there to work on.
        return text.Contains('已', StringComparison.Ordinal) && Texts.FirstIn(text, Past.Of(context)) is { } word
            && !text.AsSpan(text.IndexOf(word, StringComparison.Ordinal)).Contains('的') ? word : null;
    }

    /// <summary>A verb with 了; not 为了, 了解, 了结 and the like.</summary>
    [GeneratedRegex("[\\p{L}][\\p{L}-[为除罢末明未知终得不]]了(?![解结断却然如])", RegexOptions.CultureInvariant)]
    private static partial Regex Done();
}
