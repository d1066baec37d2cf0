using System.Globalization;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>G1: an amount of work in the goal that no indicator measures.</summary>
public sealed class NumberedTasksMeasured : Check
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
        GoalStatement.Openers, GoalStatement.Verbs, GoalStatement.Activities, GoalStatement.Background, GoalStatement.Scope, GoalStatement.Fillers,
    ];

    public override CheckOutcome Run(CheckContext context)
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
                || (TasksMeasured.Mentions(context, name, activity) && Phrases.ShareWord(number.Before, name, fillers));
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
public sealed class TasksMeasured : Check
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

    public override CheckOutcome Run(CheckContext context)
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

    /// <summary>Whether a text speaks of an activity, by its name or by one of like meaning.</summary>
    internal static bool Mentions(CheckContext context, string text, string activity)
    {
        if (text.Contains(activity, StringComparison.Ordinal))
            return true;
        foreach (var group in Activities.Of(context))
        {
            if (!group.Contains(activity, StringComparison.Ordinal))
                continue;
            var words = group.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Array.IndexOf(words, activity) >= 0 && Texts.FirstIn(text, words) is not null)
                return true;
        }
        return false;
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
                if (!context.Rows().Any(row => IsOf(context, row, activity) && (thing.Length < ShortestThing || IsAbout(context, row, thing))))
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

    private static bool IsOf(CheckContext context, PlacedRow row, string activity) =>
        Mentions(context, row.CompactName.Text, activity) || Mentions(context, row.Reading.Text.Text, activity);

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

/// <summary>G3: a number under 数量 or 效益 of which the goal says nothing.</summary>
public sealed class NumbersInGoal : Check
{
    public override string Code => "G3";
    public override string Title => "数量、效益指标的数值在目标中有依据";
    public override string Explanation => "数量指标和效益指标的数值，总体目标里没有写。100%、成本、质量、时效和满意度的数值不必写进目标；几行相加等于目标中的数的也算有。";
    public override string Example => "数量指标“兑现奖补资金缺口企业 3 家”，目标里没有 3 家。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private const decimal Whole = 100;

    public override CheckOutcome Run(CheckContext context)
    {
        var goal = context.Reading.GoalReading;
        if (goal.IsBlank)
            return GoalChecks.NoGoal;
        return CheckOutcome.Of(context.Rows()
            .Where(row => row.Group.Kind is IndicatorKind.Quantity or IndicatorKind.Benefit && IsToBeSaid(row.Reading.Main)
                && !row.Reading.Measures.Any(measure => Sums.IsMentioned(context, measure)) && !Sums.IsPart(context, row)
                // A number that contradicts the goal's is G4's: one cause, one finding.
                && !NumbersAgree.Reports(context, row))
            .Select(row => Found(context, row.ValuePlace,
                $"{row.Called}：“{Quoted.Short(row.Value)}”在{context.Template.Labels.OverallGoal}中没有写，请核对目标与指标是否一致", row.Value)));
    }

    private static bool IsToBeSaid(Measure? main) =>
        main is { Unit: { } unit } && !(unit is { Kind: UnitKind.Rate, Base: "%" } && main.Low == Whole);
}

/// <summary>G4: one thing with one number in the goal and another among the rows.</summary>
public sealed class NumbersAgree : Check
{
    public override string Code => "G4";
    public override string Title => "同一事项在目标和指标中的数值一致";
    public override string Explanation => "总体目标和三级指标写的是同一件事、同一单位，数值不同。名称须基本相同才作比较；“每”“其中”、括号里和说明现状的数值不比较，几行相加等于目标的数值也不算不一致。";
    public override string Example => "目标写“培训教师 300 人”，数量指标“培训教师人数”填“≥280 人”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList Endings = new("G4", "endings", "比较名称时去掉的词尾");
    private static readonly WordList Links = new("G4", "links", "名称与数值之间的词");

    public override IReadOnlyList<WordList> Lists => [Endings, Links];

    /// <summary>Shorter names, such as 培训 or 学校, are about too many things.</summary>
    private const int ShortestName = 3;

    /// <summary>Shorter numbers have the same digits by chance: 12 and 21.</summary>
    private const int FewestDigits = 4;

    public override CheckOutcome Run(CheckContext context)
    {
        if (GoalChecks.Lacking(context) is { } lacking)
            return lacking;
        return CheckOutcome.Of(context.Rows().Select(row => Other(context, row) is { } other
            ? Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”与{context.Template.Labels.OverallGoal}中的“{Quoted.Short(other.Phrase)}”不一致，"
                + "请核对后统一", $"{row.Value}/{other.Typed}")
            : null).OfType<Finding>());
    }

    /// <summary>Whether this check speaks of a row.</summary>
    internal static bool Reports(CheckContext context, PlacedRow row) =>
        !new NumbersAgree().IsOff(context.Template) && GoalChecks.Lacking(context) is null && Other(context, row) is not null;

    /// <summary>The number that the goal has for what the row names, where it is surely the same thing and no other row is about it.</summary>
    private static GoalNumber? Other(CheckContext context, PlacedRow row)
    {
        if (row is not { HasName: true, Reading: { Main: { Unit: { } rowUnit, High: null, Operator: not ValueOperator.About } main, Measures.Count: 1 } })
            return null;
        foreach (var statement in context.Reading.Statements(context))
        {
            if (statement.IsBackground)
                continue;
            foreach (var number in statement.Clause.Numbers)
            {
                if (number is { IsInBrackets: false, Measure: { High: null, Operator: not ValueOperator.About, Unit: { } unit } } && IsSame(unit, rowUnit)
                    && Texts.FirstIn(number.Before, GoalStatement.Scope.Of(context)) is null && IsAbout(context, row, number)
                    && !Sums.IsMentioned(context, main) && !Sums.AddUpTo(context, number.Measure) && !Sums.IsPart(context, row) && !IsElsewhere(context, row, number))
                {
                    return number;
                }
            }
        }
        return null;
    }

    private static bool IsAbout(CheckContext context, PlacedRow row, GoalNumber number)
    {
        var (name, endings, links) = (row.CompactName.Text, Endings.Of(context), Links.Of(context));
        var bare = Texts.TailOf(name, endings) is { } ending ? name[..^ending.Length] : name;
        return IsNamed(number, name, endings, links) || IsNamed(number, bare, endings, links)
            || (IsLike(row, number, bare, endings, links) && IsOnly(context, row, number));
    }

    /// <summary>
    /// 培训文艺骨干 and 文艺骨干培训, 改造小区 and 改造老旧小区; 绿化面积 for 墓区绿化面积; or 12480 and 12840 of what has a word in common: two digits changed places.
    /// </summary>
    private static bool IsLike(PlacedRow row, GoalNumber number, string bare, IReadOnlyList<string> endings, IReadOnlyList<string> links)
    {
        if (bare.Length > ShortestName && Phrases.IsMadeOf(bare, number.Before + number.Behind))
            return true;
        var before = number.Before.AsSpan();
        while (Texts.TailOf(before, links) is { } link)
            before = before[..^link.Length];
        return (before.Length > ShortestName && bare.AsSpan().EndsWith(before[^GoalChecks.HeadLength..], StringComparison.Ordinal) && Phrases.IsMadeOf(before, bare))
            || (before.Length >= ShortestName && Texts.TailOf(before, endings) is { } ending && before.Length > ending.Length + 1 && row.PlainName.AsSpan().EndsWith(before, StringComparison.Ordinal))
            || (HasSameDigits(row.Reading.Main!.Low, number.Measure.Low) && Phrases.ShareWord(row.PlainName, number.Before, endings));
    }

    private static bool HasSameDigits(decimal one, decimal other)
    {
        var (digits, others) = (one.ToString(CultureInfo.InvariantCulture), other.ToString(CultureInfo.InvariantCulture));
        return digits.Length == others.Length && digits.Length >= FewestDigits && string.Concat(digits.Order()) == string.Concat(others.Order());
    }

    private static bool IsSame(ValueUnit one, ValueUnit other) => one.Base == other.Base && one.Kind == other.Kind;

    /// <summary>培训乡村教师 300 人 or 1 家自治区企业技术中心: the row's whole name stands next to the number.</summary>
    private static bool IsNamed(GoalNumber number, string name, IReadOnlyList<string> endings, IReadOnlyList<string> links)
    {
        if (name.Length < ShortestName)
            return false;
        var before = number.Before.AsSpan();
        while (!before.EndsWith(name, StringComparison.Ordinal) && (Texts.TailOf(before, links) ?? Texts.TailOf(before, endings)) is { } word)
            before = before[..^word.Length];
        return before.EndsWith(name, StringComparison.Ordinal) || number.Behind.StartsWith(name, StringComparison.Ordinal);
    }

    /// <summary>No other number of the unit is about such a thing, so that 培训文艺骨干 120 人次 and 文艺骨干培训 150 人次 can only be one.</summary>
    private static bool IsOnly(CheckContext context, PlacedRow row, GoalNumber number)
    {
        var (unit, what, fillers) = (number.Measure.Unit!, number.Before + number.Behind, GoalStatement.Fillers.Of(context));
        return !context.Reading.GoalReading.Numbers.Any(other => other != number && IsSame(other.Measure.Unit!, unit)
                && Phrases.ShareWord(row.CompactName.Text, other.Before + other.Behind, fillers))
            && !context.Rows().Any(other => other != row && other.Reading.Measures.Any(measure => measure.Unit is { } its && IsSame(its, unit))
                && Phrases.ShareWord(what, other.CompactName.Text, fillers));
    }

    /// <summary>Another row has the goal's number for something that may be meant.</summary>
    private static bool IsElsewhere(CheckContext context, PlacedRow row, GoalNumber number)
    {
        var (what, fillers) = (number.Before + number.Behind, GoalStatement.Fillers.Of(context));
        return context.Rows().Any(other => other != row && other.Reading.Measures.Any(measure => Quantity.AreSame(measure, number.Measure))
            && Phrases.ShareWord(what, other.CompactName.Text, fillers));
    }
}

/// <summary>Numbers that add up: rows of one group, 培训教师 300 人 and 培训学生 200 人, to the goal's 500 人; or those of the goal to the number of a row.</summary>
internal static class Sums
{
    /// <summary>Whether the goal says a number, or numbers of its unit that add up to it.</summary>
    public static bool IsMentioned(CheckContext context, Measure measure)
    {
        var goal = context.Reading.GoalReading;
        if (goal.Mentions(measure))
            return true;
        var sum = 0m;
        foreach (var number in goal.Numbers)
        {
            if (number.Measure.Unit is { } unit && unit.Kind == measure.Unit?.Kind && unit.Base == measure.Unit.Base)
                sum += Quantity.Size(number.Measure);
        }
        return sum > 0 && sum == Quantity.Size(measure);
    }

    /// <summary>Whether rows of some group add up to a number.</summary>
    public static bool AddUpTo(CheckContext context, Measure total) =>
        total.Unit is { } unit && context.Template.Groups.Any(group => Sum(context, group, unit) is { } sum && sum == Quantity.Size(total));

    /// <summary>Whether a row is one of several that add up to a number of the goal.</summary>
    public static bool IsPart(CheckContext context, PlacedRow row) =>
        row.Reading.Main?.Unit is { } unit && Sum(context, row.Group, unit) is { } sum
        && context.Reading.GoalReading.Numbers.Any(number => number.Measure.Unit is { } other && Quantity.AreComparable(unit, other) && Quantity.Size(number.Measure) == sum);

    private static decimal? Sum(CheckContext context, IndicatorGroup group, ValueUnit unit)
    {
        var (sum, count) = (0m, 0);
        foreach (var row in context.RowsIn(group))
        {
            if (row.Reading.Main is { Unit: { } other } main && other.Base == unit.Base && other.Kind == unit.Kind)
            {
                sum += Quantity.Size(main);
                count++;
            }
        }
        return count > 1 ? sum : null;
    }
}

/// <summary>What the checks of the goal against the rows need.</summary>
internal static class GoalChecks
{
    /// <summary>What a thing is stands at its name's end: 路灯 in 太阳能路灯.</summary>
    public const int HeadLength = 2;

    public static readonly CheckOutcome NoGoal = new CheckOutcome.Undetermined("年度总体目标未填写，无法与指标比较");

    public static CheckOutcome? Lacking(CheckContext context) =>
        context.Reading.GoalReading.IsBlank ? NoGoal
        : context.RowsOfKind(IndicatorKind.Quantity).Any(row => row.HasName) ? null
        : new CheckOutcome.Undetermined("还没有填写数量指标，无法与年度总体目标比较");
}
