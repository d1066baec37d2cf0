using System.Buffers;
using System.Globalization;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>G3: a number under 数量 or 效益 of which the goal says nothing.</summary>
public sealed class NumbersInGoal : GoalAndRowsCheck
{
    public override string Code => "G3";
    public override string Title => "数量、效益指标的数值在目标中有依据";
    public override string Explanation => "数量指标和效益指标的数值，总体目标里没有写。100%、成本、质量、时效和满意度的数值不必写进目标；几行相加等于目标中的数的也算有。";
    public override string Example => "数量指标“兑现奖补资金缺口企业 3 家”，目标里没有 3 家。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private const decimal Whole = 100;

    internal override CheckOutcome RunOn(CheckContext context)
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
public sealed class NumbersAgree : GoalAndRowsCheck
{
    public override string Code => "G4";
    public override string Title => "同一事项在目标和指标中的数值一致";
    public override string Explanation => "总体目标和三级指标写的是同一件事、同一单位，数值不同。名称须基本相同才作比较；“每”“其中”、括号里和说明现状的数值不比较，几行相加等于目标的数值也不算不一致。";
    public override string Example => "目标写“培训教师 300 人”，数量指标“培训教师人数”填“≥280 人”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList Endings = new("G4", "endings", "比较名称时去掉的词尾");
    private static readonly WordList Links = new("G4", "links", "名称与数值之间的词");

    public override IReadOnlyList<WordList> Lists => [Endings, Links];

    private static readonly SearchValues<char> Conjunctions = SearchValues.Create("和及与、");

    /// <summary>Shorter names, such as 培训 or 学校, are about too many things.</summary>
    private const int ShortestName = 3;

    /// <summary>Shorter numbers have the same digits by chance: 12 and 21.</summary>
    private const int FewestDigits = 4;

    internal override CheckOutcome RunOn(CheckContext context)
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
        return IsNamed(context, number, name, endings, links) || IsNamed(context, number, bare, endings, links)
            || (Own(context, number) is { } own && IsLike(row, number, own, bare, endings, links) && IsOnly(context, row, number));
    }

    /// <summary>
    /// 培训文艺骨干 and 文艺骨干培训, 改造小区 and 改造老旧小区; 绿化面积 for 墓区绿化面积; or 12480 and 12840 of what has a word in common: two digits changed places.
    /// </summary>
    private static bool IsLike(PlacedRow row, GoalNumber number, string own, string bare, IReadOnlyList<string> endings, IReadOnlyList<string> links)
    {
        if (bare.Length > ShortestName && Phrases.IsMadeOf(bare, own))
            return true;
        var before = number.Before.AsSpan();
        while (Texts.TailOf(before, links) is { } link)
            before = before[..^link.Length];
        // 骨干教师 are some of the 教师: fewer of them contradict nothing.
        var mayBeSome = before.Length < bare.Length && row.Reading.Main!.Low < number.Measure.Low;
        return (!mayBeSome && before.Length > ShortestName && bare.AsSpan().EndsWith(before[^GoalChecks.HeadLength..], StringComparison.Ordinal) && Phrases.IsMadeOf(before, bare))
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
    private static bool IsNamed(CheckContext context, GoalNumber number, string name, IReadOnlyList<string> endings, IReadOnlyList<string> links)
    {
        if (name.Length < ShortestName)
            return false;
        var before = number.Before.AsSpan();
        while (!before.EndsWith(name, StringComparison.Ordinal) && (Texts.TailOf(before, links) ?? Texts.TailOf(before, endings)) is { } word)
            before = before[..^word.Length];
        return before.EndsWith(name, StringComparison.Ordinal) ? !IsOneOfSeveral(context, before[..^name.Length], name) : number.Behind.StartsWith(name, StringComparison.Ordinal);
    }

    /// <summary>培训教师和乡村医生 300 人 counts both; 新建泵站和改造管网 12 公里 counts what is done last.</summary>
    private static bool IsOneOfSeveral(CheckContext context, ReadOnlySpan<char> before, string name) =>
        before.Length > 0 && Conjunctions.Contains(before[^1]) && Texts.LeadOf(name, GoalStatement.Verbs.Of(context)) is null;

    /// <summary>The words of the number alone: 培训乡村教师 300 人和村医 is about teachers. Null where it counts several things together.</summary>
    private static string? Own(CheckContext context, GoalNumber number)
    {
        var (last, next) = (number.Before.AsSpan().LastIndexOfAny(Conjunctions), number.Behind.AsSpan().IndexOfAny(Conjunctions));
        var before = number.Before[(last + 1)..];
        return IsOneOfSeveral(context, number.Before.AsSpan(0, last + 1), before) ? null : before + (next < 0 ? number.Behind : number.Behind[..next]);
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
