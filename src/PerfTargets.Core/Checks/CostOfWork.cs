using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>F9: where the costs are told by work, all work that the goal numbers has a cost.</summary>
public sealed class WorkHasACost : Check
{
    public override string Code => "F9";
    public override string Title => "总体目标中的工作有对应的成本指标";
    public override string Explanation =>
        "成本指标是按工作逐项列的（至少两行说的是目标里的工作），总体目标里写明数量的一项工作却没有对应的一行。项目本身的总任务、受益的人和户不算；"
        + "列有“其他”“工作经费”等综合性费用的不判断。";
    public override string Example => "目标写“聘请第三方咨询 5 次”，成本指标逐项列了监察、宣传、检查，没有咨询。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private const int FewestByWork = 2;

    private static readonly WordList Bought = new("F9", "bought", "表示购买服务的词");
    private static readonly WordList General = new("F9", "general", "包含各项工作的费用");
    private static readonly WordList People = new("F9", "people", "数人和户的单位（不是要花钱的工作）");

    public override IReadOnlyList<WordList> Lists => [Bought, General, People, CostSum.CostWords];

    public override CheckOutcome Run(CheckContext context)
    {
        // What is still owed for earlier years pays for nothing that is planned.
        List<PlacedRow> costs = [.. context.RowsOfKind(IndicatorKind.Cost).Where(row => row.Reading.Main is { Unit.Kind: UnitKind.Amount or UnitKind.UnitCost }
            && Texts.FirstIn(row.CompactName.Text, DeadlinesInBudgetYear.CarriedOver.Of(context)) is null)];
        if (costs.Count < FewestByWork || costs.Exists(row => Texts.FirstIn(row.CompactName.Text, General.Of(context)) is not null))
            return CheckOutcome.Passed;
        var tasks = Tasks(context);
        var words = CostSum.CostWords.Of(context);
        var paid = tasks.FindAll(task => costs.Exists(cost => task.IsPaidBy(cost, words)));
        var missing = tasks.FindAll(task => !paid.Contains(task) && !IsUmbrella(context, task, tasks[0]));
        // Where most work has no cost, the costs are told in another way.
        return missing.Count == 0 || missing.Count > paid.Count || paid.Count < FewestByWork || costs.Count(cost => paid.Exists(task => task.IsPaidBy(cost, words))) < FewestByWork
            ? CheckOutcome.Passed
            : CheckOutcome.Of(missing.Select(task => Found(context, Place.Head(HeadField.OverallGoal),
                $"{context.Template.Labels.OverallGoal}：“{Quoted.Short(task.Typed)}”在成本指标中没有对应的一行，请补充，或核对费用列在哪一行", task.Typed)));
    }

    private static List<NumberedTask> Tasks(CheckContext context)
    {
        List<NumberedTask> tasks = [];
        foreach (var statement in context.Reading.Statements(context))
        {
            foreach (var number in statement.Clause.Numbers)
            {
                if (NumberedTask.Of(context, statement, number, Bought.Of(context)) is { } task)
                    tasks.Add(task);
            }
        }
        return tasks;
    }

    /// <summary>The project as a whole, of which the costs are parts, and whom it serves: 改造小区 7 个, 扶持养殖户 860 户. What is bought is neither.</summary>
    private static bool IsUmbrella(CheckContext context, NumberedTask task, NumberedTask first) =>
        !task.IsBought
        && (Phrases.ShareWord(task.What, context.Reading.ProjectName, GoalStatement.Fillers.Of(context))
            || (task.Activity is null && (task == first || People.Of(context).Contains(task.Number.Measure.Unit!.Base))));
}

/// <summary>An amount of work in the goal: 聘请第三方咨询≥5次.</summary>
/// <param name="What">The words before the number.</param>
/// <param name="Activity">The activity in which they end, 咨询; null where they end in a thing.</param>
/// <param name="Typed">As typed, with the number.</param>
internal sealed record NumberedTask(GoalNumber Number, string What, string? Activity, bool IsBought, string Typed)
{
    public static NumberedTask? Of(CheckContext context, GoalStatement statement, GoalNumber number, IReadOnlyList<string> bought)
    {
        var word = number.Measure.Unit!.Kind is UnitKind.Amount or UnitKind.UnitCost or UnitKind.Rate or UnitKind.Time ? null : Texts.FirstIn(number.Before, bought);
        if (word is null && !statement.IsAmountOfWork(context, number))
            return null;
        var from = word is null ? 0 : number.Before.IndexOf(word, StringComparison.Ordinal);
        var start = number.Measure.Start - number.Before.Length + from;
        return new NumberedTask(
            number, number.Before[from..], Texts.TailOf(number.Before, GoalStatement.Activities.Of(context)), word is not null,
            context.Reading.Goal.Text.Typed(start, number.Measure.Start + number.Measure.Length - start));
    }

    /// <summary>Whether a cost may be that of the task: they have a word in common, or the cost is named by characters of the task.</summary>
    /// <param name="words"><see cref="CostSum.CostWords"/>.</param>
    public bool IsPaidBy(PlacedRow cost, IReadOnlyList<string> words)
    {
        var name = cost.CompactName.Text;
        var core = Texts.TailOf(name, words) is { Length: var end } && name.Length > end + 1 ? name[..^end] : name;
        // 未保站建设费 is for the 未成年人保护工作站.
        return Phrases.ShareWord(What, name, words) || Phrases.SharedCharacters(core, What) * 2 >= core.Length;
    }
}
