using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>What a clause of the goal says: something to do, a wish, or how things stand.</summary>
/// <param name="Core">The clause without what opens it: 持续开展…, 2023年底前完成…, 一是….</param>
/// <param name="Verb">The verb of a task with which the core begins, or the list that it goes on; null where it begins otherwise.</param>
/// <param name="IsWish">It begins with the verb of a wish: 促进, 提高, 营造.</param>
/// <param name="IsBackground">It tells of what is or was: 目前, 截至, 现有.</param>
internal sealed record GoalStatement(GoalClause Clause, string Core, string? Verb, bool IsWish, bool IsBackground)
{
    public static readonly WordList Openers = new("G1", "openers", "任务前的修饰词");
    public static readonly WordList Verbs = new("G1", "verbs", "任务的动词");
    public static readonly WordList Activities = new("G1", "activities", "任务的名词（数量之前）");
    public static readonly WordList Background = new("G1", "background", "说明现状或以往的词");
    public static readonly WordList Scope = new("G1", "scope", "说明范围、标准而非任务量的词");
    public static readonly WordList Teams = new("G1", "teams", "做这项工作的人（不是任务量）");
    public static readonly WordList Uncounted = new("G1", "uncounted", "不计数量的单位");
    public static readonly WordList Fillers = new("G1", "fillers", "比较名称时不计的词");
    public static readonly WordList Wishes = new("G6", "wishes", "口号的动词");

    /// <summary>What may follow the date that opens a clause.</summary>
    private static readonly string[] AfterDate = ["以前", "之前", "前", "内", "度", "完成前"];

    public static IReadOnlyList<GoalStatement> Read(CheckContext context, GoalReading goal)
    {
        var (openers, verbs, wishes, background) = (Openers.Of(context), Verbs.Of(context), Wishes.Of(context), Background.Of(context));
        var statements = new GoalStatement[goal.Clauses.Count];
        for (var i = 0; i < statements.Length; i++)
        {
            var clause = goal.Clauses[i];
            var (core, verb) = Open(clause, openers, verbs);
            if (clause.GoesOn && i > 0)
                verb ??= statements[i - 1].Verb;
            statements[i] = new GoalStatement(clause, core, verb, verb is null && Texts.LeadOf(core, wishes) is not null,
                Texts.FirstIn(clause.Text, background) is not null);
        }
        return statements;
    }

    /// <summary>
    /// The amount of work that the number says: by the verb before it when it is the clause's first number, or by the activity directly before it.
    /// Null for what describes instead: 每期 5 天, 全县 41 所学校, 20 人以上的企业, 分 3 批, 3 个检查组.
    /// </summary>
    public bool IsAmountOfWork(CheckContext context, GoalNumber number)
    {
        if (IsBackground || number.IsInBrackets || number.Measure is not { Low: > 0, Unit: { } unit } || !IsCounted(context, unit)
            || number.Behind.Contains('的', StringComparison.Ordinal) || number.Before.EndsWith('分') || Texts.FirstIn(number.Before, Scope.Of(context)) is not null
            || Texts.LeadOf(number.Behind, Teams.Of(context)) is not null)
        {
            return false;
        }
        return (number.IsFirst && Verb is not null) || Texts.TailOf(number.Before, Activities.Of(context)) is not null;
    }

    private static bool IsCounted(CheckContext context, ValueUnit unit) => unit.Kind switch
    {
        UnitKind.Count => !Uncounted.Of(context).Contains(unit.Base),
        UnitKind.Length or UnitKind.Area or UnitKind.Volume or UnitKind.Mass or UnitKind.Energy or UnitKind.Other => true,
        _ => false,
    };

    private static (string Core, string? Verb) Open(GoalClause clause, IReadOnlyList<string> openers, IReadOnlyList<string> verbs)
    {
        var rest = clause.Text.AsSpan(clause.Opening);
        if (clause.Opening > 0 && Texts.LeadOf(rest, AfterDate) is { } behind)
            rest = rest[behind.Length..];
        while (true)
        {
            // (1) and 1. of a list; a number that is part of the sentence does not open it.
            rest = rest.TrimStart("()[].、0123456789①②③④⑤⑥⑦⑧⑨");
            if (Texts.LeadOf(rest, verbs) is { } verb)
                return (rest.ToString(), verb);
            if (Texts.LeadOf(rest, openers) is not { } opener)
                return (rest.ToString(), null);
            rest = rest[opener.Length..];
        }
    }
}
