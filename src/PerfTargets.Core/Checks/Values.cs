using System.Buffers;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Q1: 必填硬性指标, a number and its unit in every value.</summary>
public sealed class HardValuesQuantified : RowCheck
{
    public override string Code => "Q1";
    public override string Title => "必填硬性指标须填数值和单位";
    public override string Explanation => "必填硬性的二级指标，每一行的指标值都要有数值和单位；前面可以有 ≥、≤、不低于等，后面可以有以上、以内等，也可以是区间。";
    public override string Example => "数量指标“培训教师”填“若干期”；应填数值和单位。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Group.Requirement == GroupRequirement.Hard && row.HasValue && !row.Reading.IsQuantified
        && !(row.Group.Kind == IndicatorKind.Timeliness && row.Reading.Dates.Count > 0)
        // Blank values are C3's and placeholders C4's: one cause, one finding.
        && NoPlaceholders.Reported(context).In(row.Reading.Text) is null
            ? Lacks(context, row)
            : null;

    private Finding Lacks(CheckContext context, PlacedRow row)
    {
        var lack = row.Reading.Measures.Count == 0 ? "没有数值和单位"
            : row.Reading.Text.Text[^1] is '万' or '亿' ? $"“{row.Reading.Text.Text[^1]}”后面没有单位，看不出是万元还是别的"
            : "只有数值，没有可以识别的单位";
        return Found(context, row.ValuePlace,
            $"{row.Called}：“{Quoted.Short(row.Value)}”{lack}，{row.Group.Label}是必填硬性指标，须填数值和单位，请补充", row.Value);
    }
}

/// <summary>Q2: a number that does not say whether it is the least, the most or exact.</summary>
public sealed class ValuesWithOperator : RowCheck
{
    public override string Code => "Q2";
    public override string Title => "指标值写明 ≥、≤ 或 =";
    public override string Explanation => "指标值只有数值和单位，没有写明是至少、至多还是等于，按“等于”理解。区间、约数、“几个工作日内”和文字里的数值不算。";
    public override string Example => "“2 次”；宜写“≥2 次”或“=2 次”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.Reading.Sole is { Operator: ValueOperator.None, High: null, Unit: not null } bare ? Found(context, row.ValuePlace,
            $"{row.Called}：“{Quoted.Short(row.Value)}”没有写明关系，只能理解为正好 {row.Reading.Typed(bare)}，请写明 ≥、≤ 或 =", row.Value)
        : null;
}

/// <summary>Q4: 以上, 超过, 不低于 where a sign says the same.</summary>
public sealed class OperatorsAsSigns : RowCheck
{
    public override string Code => "Q4";
    public override string Title => "数值关系用符号表示";
    public override string Explanation => "指标值用“以上”“超过”“不低于”等文字表示数值关系，系统和报表里宜用 ≥、≤、>、<、=。约数、“几个工作日内”和等级（“2 级以上”）不算。指标值只有这一个数值的，可以一键采纳。";
    public override string Example => "“8 家以上”；宜写“≥8 家”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        foreach (var measure in row.Reading.Measures)
        {
            if (Prose(measure) is not { } word)
                continue;
            var instead = IsSign(measure.Front) ? $"与“{measure.Front}”重复，请只保留符号" : $"是文字，请改用符号 {measure.Operator.Sign()}";
            return Found(context, row.ValuePlace, $"{row.Called}：“{Quoted.Short(row.Value)}”中的“{word}”{instead}", row.Value) with
            {
                Correction = measure == row.Reading.Sole ? Correct(row.Reading, measure) : null,
            };
        }
        return null;
    }

    /// <summary>The sign and the number of a value that says nothing else; null where a sign might say something else than the words.</summary>
    private static string? Correct(TargetValue value, Measure measure)
    {
        // 80—90% 以上 has two ends, 100 余人 none that a sign could bound; 十日 and 10 日以前 are not what ≤10 日 says.
        if (measure.High is not null || !char.IsAsciiDigit(measure.Quantity[0]) || measure.Quantity.AsSpan().IndexOfAny('余', '多', '几') >= 0 || measure.Behind.EndsWith('前'))
            return null;
        // 不低于 95%以下 contradicts itself.
        if (measure.Front.Length > 0 && measure.Behind.Length > 0 && TargetValue.Read(measure.Quantity + measure.Behind).Sole?.Operator != measure.Operator)
            return null;
        var corrected = measure.Operator.Sign() + value.Typed(measure);
        return CanonicalSigns.Correct(corrected, out _) ?? corrected;
    }

    private static string? Prose(Measure measure)
    {
        // 90 岁以上 says whom it is about, and what is above 2 级 may be 1 or 3.
        if (measure.Operator is ValueOperator.None or ValueOperator.About || measure.Unit?.Base is "岁" or "周岁" or "级" or "类" or "等" or "档")
            return null;
        if (measure.Front.Length > 0 && !IsSign(measure.Front))
            return measure.Front;
        return measure.Behind.Length > 1 ? measure.Behind : null;
    }

    private static bool IsSign(string written) => written.Length > 0 && !char.IsLetter(written[0]);
}

/// <summary>Q5: two thresholds in one value, of which only one can be the one that is judged.</summary>
public sealed class OneThreshold : RowCheck
{
    public override string Code => "Q5";
    public override string Title => "一个指标值只有一个标准";
    public override string Explanation => "一个指标值里有两个要分别达到的数值。区间、由多少到多少、每次多少、括号里的说明、分阶段的进度不算。";
    public override string Example => "“中小企业不低于 100 万元，小巨人企业不低于 150 万元”；宜分成两行。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList Asides = new("Q5", "asides", "同一分句里说明数值不是标准的词");
    private static readonly WordList Descriptions = new("Q5", "descriptions", "紧接在数值前、说明数值不是标准的词");
    private static readonly WordList Periods = new("Q5", "periods", "“每”后面表示时间的词");

    private static readonly WordList Stages = new("Q5", "stages", "说明数值是分阶段进度的词");

    public override IReadOnlyList<WordList> Lists => [Asides, Descriptions, Periods, Stages];

    /// <summary>What parts two statements.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;。、/且和及并\n");

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        var value = row.Reading;
        if (value.Measures.Count < 2)
            return null;
        // 6月底前50%，12月底前100% is the progress of one thing.
        if (value.Dates.Count + Stages.Of(context).Count(stage => value.Text.Text.Contains(stage, StringComparison.Ordinal)) > 1)
            return null;
        var thresholds = value.Measures.Where(measure => IsThreshold(context, value.Text.Text, measure)).ToList();
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

    private static bool IsThreshold(CheckContext context, string text, Measure measure)
    {
        if (measure.Unit is not { } unit || (unit.Kind == UnitKind.Time && measure.Operator == ValueOperator.None))
            return false;
        if (measure.Operator == ValueOperator.None && IsInBrackets(text, measure.Start))
            return false;
        var before = text.AsSpan(0, measure.Start);
        var clause = before[(before.LastIndexOfAny(Separators) + 1)..];
        // 由 3 家 and 较 80% say where it began, 其中 what is part of another, 宽 3.5 米 what it is like.
        return !Texts.HasAny(clause, Asides.Of(context)) && Texts.TailOf(clause, Descriptions.Of(context)) is null && !IsOfEach(context, clause);
    }

    /// <summary>每户 2000 元 says how much one of them gets; 每年 3 次 is a threshold.</summary>
    private static bool IsOfEach(CheckContext context, ReadOnlySpan<char> clause)
    {
        var each = clause.LastIndexOf('每');
        return each >= 0 && each + 1 < clause.Length && Texts.LeadOf(clause[(each + 1)..], Periods.Of(context)) is null;
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
