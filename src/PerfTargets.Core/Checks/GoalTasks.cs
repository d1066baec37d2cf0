using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>G1: an amount of work in the goal that no indicator measures.</summary>
public sealed class NumberedTasksMeasured : GoalAndRowsCheck
{
    public override string Code => "G1";
    public override string Title => "目标中的任务量有对应的指标";
    public override string Explanation => "总体目标写了“任务 + 数量”，三级指标里既没有同样的数量，产出指标里也没有这项工作。数量相同而名称完全不同的只提示。"
        + "金额、比率、日期、“每期 5 天”之类的标准、“全县 41 所学校”之类的范围不算任务量。";
    public override string Example => "目标写“聘请第三方咨询≥5 次”，数量指标里没有这一项。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Hint];

    public override IReadOnlyList<WordList> Lists =>
    [
        GoalStatement.Openers, GoalStatement.Verbs, GoalStatement.Activities, GoalStatement.Background, GoalStatement.Scope, GoalStatement.Teams,
        GoalStatement.Uncounted, GoalStatement.Fillers,
    ];

    internal override CheckOutcome RunOn(CheckContext context)
    {
        if (GoalChecks.Lacking(context) is { } lacking)
            return lacking;
        List<Finding> findings = [];
        foreach (var statement in context.Reading.Statements(context))
        {
            foreach (var number in statement.Clause.Numbers)
            {
                if (statement.IsAmountOfWork(context, number) && Judge(context, statement, number) is { } finding)
                    findings.Add(finding);
            }
        }
        return CheckOutcome.Of(findings);
    }

    private Finding? Judge(CheckContext context, GoalStatement statement, GoalNumber number)
    {
        var said = Quoted.Short(statement.Clause.Typed);
        var label = context.Template.Labels.OverallGoal;
        var (sameUnit, anySame) = WithSameNumber(context, number);
        if (sameUnit.Count > 0)
        {
            return sameUnit.Exists(row => MayBe(context, row.CompactName.Text, number)) ? null
                : Found(context, Place.Head(HeadField.OverallGoal), $"{label}：“{said}”没有同名的指标，{sameUnit[0].Called}数值相同而名称不同，"
                    + "请核对是否同一项工作，是的请统一名称，不是的请补充指标", statement.Clause.Typed, FindingSeverity.Hint);
        }
        var activity = Texts.TailOf(number.Before, GoalStatement.Activities.Of(context));
        return anySame || Sums.AddUpTo(context, number.Measure) || context.Rows().Any(row => Measures(row) && IsAbout(context, row, number, activity))
            ? null
            : Found(context, Place.Head(HeadField.OverallGoal), $"{label}：“{said}”没有对应的三级指标，请补充指标或核对目标", statement.Clause.Typed);
    }

    /// <summary>
    /// 改厕技术培训 is measured by a row that speaks of training, and not by one of 改厕档案; 宣传资料 by one that has the thing, or two words in common,
    /// and not by 宣传活动.
    /// </summary>
    private static bool IsAbout(CheckContext context, PlacedRow row, GoalNumber number, string? activity)
    {
        var (name, fillers) = (row.CompactName.Text, GoalStatement.Fillers.Of(context));
        if (activity is not null)
        {
            return name.Contains(activity, StringComparison.Ordinal) || row.Reading.Text.Text.Contains(activity, StringComparison.Ordinal)
                || (Texts.FirstIn(name, TasksMeasured.NamesOf(context, activity)) is not null && Phrases.ShareWord(number.Before, name, fillers));
        }
        var what = number.Before.Length > 0 ? number.Before : number.Behind;
        return name.AsSpan().Contains(what.AsSpan(Math.Max(0, what.Length - GoalChecks.HeadLength)), StringComparison.Ordinal) || Phrases.SharedWords(what, name, fillers) > 1;
    }

    private static (List<PlacedRow> SameUnit, bool Any) WithSameNumber(CheckContext context, GoalNumber number)
    {
        List<PlacedRow> same = [];
        var any = false;
        foreach (var row in context.Rows())
        {
            foreach (var measure in row.Reading.Measures)
            {
                if (!Quantity.AreSame(measure, number.Measure))
                    continue;
                any = true;
                if (measure.Unit?.Base == number.Measure.Unit?.Base && row.HasName)
                    same.Add(row);
            }
        }
        return (same, any);
    }

    /// <summary>With the number in common it is the same work, unless both name an activity and have no character of their own in common: 前期考察 and 核查.</summary>
    private static bool MayBe(CheckContext context, string name, GoalNumber number)
    {
        var (fillers, activities) = (GoalStatement.Fillers.Of(context), GoalStatement.Activities.Of(context));
        return Texts.TailOf(name, activities) is null || Texts.TailOf(number.Before, activities) is null
            || Phrases.ShareCharacter(Phrases.Content(name, fillers), Phrases.Content(number.Before, fillers));
    }

    /// <summary>Whether a row measures work: a share of schools that keep records does not say how often they are inspected.</summary>
    private static bool Measures(PlacedRow row) => row.Group.Kind switch
    {
        IndicatorKind.Satisfaction => false,
        IndicatorKind.Benefit => row.Reading.Main?.Unit?.Kind is not (UnitKind.Rate or null),
        _ => true,
    };
}

/// <summary>G2: work that the goal names without an amount, and of which the rows say nothing.</summary>
public sealed class TasksMeasured : GoalAndRowsCheck
{
    public override string Code => "G2";
    public override string Title => "目标中的任务在指标中有反映";
    public override string Explanation => "总体目标写“开展……工作”“完成……工作”，或者“建设……”“编制……”等具体的事物，没有数量，三级指标的名称和指标值里也都没有提到（近义词算提到）。"
        + "机制、体系、环境等不是具体的事物。";
    public override string Example => "目标写“完成企业技术中心评价工作”，指标里没有与评价有关的一行。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private const int ShortestThing = 2;
    private const int LongestThing = 12;

    private static readonly WordList Carriers = new("G2", "carriers", "引出任务的动词");
    private static readonly WordList Activities = new("G2", "activities", "工作，一组近义词一行，以空格分开");
    private static readonly WordList Tails = new("G2", "tails", "工作名称后面的词");
    private static readonly WordList Physical = new("G2", "physical", "须看做在什么上的工作");
    private static readonly WordList Makers = new("G2", "makers", "引出具体事物的动词");
    private static readonly WordList NoThings = new("G2", "noThings", "不是具体事物的词");

    public override IReadOnlyList<WordList> Lists => [Carriers, Activities, Tails, Physical, Makers, NoThings];

    internal override CheckOutcome RunOn(CheckContext context)
    {
        if (GoalChecks.Lacking(context) is { } lacking)
            return lacking;
        List<Finding> findings = [];
        foreach (var statement in context.Reading.Statements(context))
        {
            if (statement.IsBackground || statement.Verb is null || statement.Clause.Numbers.Any(number => number.Measure.Unit!.Kind != UnitKind.Rate))
                continue;
            List<string> missing = [];
            foreach (var part in Parts(context, statement.Core))
                Look(context, statement, part, missing);
            if (missing.Count > 0)
            {
                var words = string.Join('、', missing);
                findings.Add(Found(context, Place.Head(HeadField.OverallGoal), $"{context.Template.Labels.OverallGoal}："
                    + $"“{Quoted.Short(statement.Clause.Typed)}”中的“{words}”没有对应的三级指标，请补充指标或核对目标", $"{words}/{statement.Clause.Typed}"));
            }
        }
        return CheckOutcome.Of(findings);
    }

    /// <summary>The name of an activity and those of like meaning.</summary>
    internal static IReadOnlyList<string> NamesOf(CheckContext context, string activity)
    {
        List<string> names = [activity];
        foreach (var group in Activities.Of(context))
        {
            if (group.Contains(activity, StringComparison.Ordinal) && group.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && words.Contains(activity))
                names.AddRange(words);
        }
        return names;
    }

    /// <summary>完成排查并建立台账 is two tasks in one; 合并学校 is one.</summary>
    private static IEnumerable<string> Parts(CheckContext context, string core)
    {
        var start = 0;
        for (var at = core.IndexOf('并', StringComparison.Ordinal); at >= 0; at = core.IndexOf('并', at + 1))
        {
            if (Texts.LeadOf(core.AsSpan(at + 1), GoalStatement.Verbs.Of(context)) is null)
                continue;
            yield return core[start..at];
            start = at + 1;
        }
        yield return core[start..];
    }

    private static void Look(CheckContext context, GoalStatement statement, string part, List<string> missing)
    {
        if (Lead(statement, part, Carriers.Of(context)) is { } carrier)
        {
            var rest = part[carrier.Length..];
            foreach (var activity in Named(context, rest))
            {
                var thing = Physical.Of(context).Contains(activity) ? rest[..Math.Max(0, rest.IndexOf(activity, StringComparison.Ordinal))] : "";
                var names = NamesOf(context, activity);
                if (!context.Rows().Any(row => IsOf(row, names) && (thing.Length < ShortestThing || IsAbout(context, row, thing))))
                    missing.Add(activity);
            }
        }
        else if (Lead(statement, part, Makers.Of(context)) is { } maker && Texts.FirstIn(part, NoThings.Of(context)) is null)
        {
            foreach (var thing in part[maker.Length..].Split(['、', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (thing.Length is >= ShortestThing and <= LongestThing && !context.Rows().Any(row => IsAbout(context, row, thing)))
                    missing.Add(thing);
            }
        }
    }

    /// <summary>The word of the list that leads; nothing where the clause goes on a list that such a word leads.</summary>
    private static string? Lead(GoalStatement statement, string part, IReadOnlyList<string> words) =>
        Texts.LeadOf(part, words) ?? (statement.Clause.GoesOn && words.Contains(statement.Verb!) ? "" : null);

    private static bool IsOf(PlacedRow row, IReadOnlyList<string> names) =>
        Texts.FirstIn(row.CompactName.Text, names) is not null || Texts.FirstIn(row.Reading.Text.Text, names) is not null;

    private static bool IsAbout(CheckContext context, PlacedRow row, string thing)
    {
        var fillers = GoalStatement.Fillers.Of(context);
        return Phrases.ShareWord(thing, row.CompactName.Text, fillers) || Phrases.ShareWord(thing, row.Reading.Text.Text, fillers);
    }

    /// <summary>The activities in which a clause ends: 企业宣传、评价工作 names 宣传 and 评价.</summary>
    private static List<string> Named(CheckContext context, ReadOnlySpan<char> text)
    {
        var (groups, tails) = (Activities.Of(context), Tails.Of(context));
        List<string> named = [];
        while (Texts.TailOf(text, tails) is { } tail)
            text = text[..^tail.Length];
        while (Last(text, groups) is { } activity)
        {
            named.Insert(0, activity);
            text = text[..^activity.Length].TrimEnd("和及与、");
        }
        return named;
    }

    private static string? Last(ReadOnlySpan<char> text, IReadOnlyList<string> groups)
    {
        string? last = null;
        foreach (var group in groups)
        {
            foreach (var range in group.AsSpan().Split(' '))
            {
                var word = group.AsSpan(range);
                if (word.Length > (last?.Length ?? 0) && text.EndsWith(word, StringComparison.Ordinal))
                    last = word.ToString();
            }
        }
        return last;
    }
}
