using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Q9: a value that only says the name again: 经营管理能力 – 管理水平逐年提高.</summary>
public sealed class ValuesSayMoreThanNames : RowCheck
{
    public override string Code => "Q9";
    public override string Title => "指标值不重复指标名称";
    public override string Explanation => "指标值是文字，内容只是名称里的事物加上“提高”“改善”等词，没有说出要达到什么。指标值只有“不断提高”等词的由 L1 提示，可以核实的不算。";
    public override string Example => "“经营管理能力”填“管理水平逐年提高”；应写达到的标准。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList General = new("Q9", "general", "不能说明事物的泛称");

    public override IReadOnlyList<WordList> Lists => [General];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (!row.HasName || !row.IsQualitative)
            return null;
        var value = row.Reading.Text.Text.TrimEnd('。', ';', '.');
        if (value.AsSpan().IndexOfAny(",;、") >= 0 || !Repeats(context, value, row.PlainName))
            return null;
        return Found(context, row.ValuePlace, $"{row.Called}：指标值“{Quoted.Short(row.Value)}”只是重复指标名称，没有说明要达到什么，请写明可以核实的标准", row.Name + "|" + row.Value);
    }

    private static bool Repeats(CheckContext context, string value, string name)
    {
        if (value == name)
            return true;
        var thing = VagueWords.Strip(context, value);
        if (thing.Length < 2 || thing.Length == value.Length)
            return false;
        var own = Texts.TailOf(thing, General.Of(context)) is { } general ? thing[..^general.Length] : thing;
        // 台账健全 says the name again and can be verified all the same.
        return own.Length >= 2 && name.AsSpan().Contains(own, StringComparison.Ordinal) && VerifiableWords.IsVague(context, value);
    }
}

/// <summary>Q10: the number to be reached stands in the name already: 村组干部230人 – ≥230个.</summary>
public sealed class NamesWithoutTarget : RowCheck
{
    public override string Code => "Q10";
    public override string Title => "指标名称不含目标数";
    public override string Explanation => "指标名称里写了与指标值相同的数。年份、期次、编号，以及“65 岁以上”这样的条件不算。";
    public override string Example => "“村组干部 230 人”填“≥230 个”；名称宜写“补助村组干部人数”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    /// <summary>Units of which a number in a name says which one and not how many.</summary>
    private static readonly WordList Ordinals = new("Q10", "ordinals", "说明是哪一个而不是多少的单位");

    public override IReadOnlyList<WordList> Lists => [Ordinals];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (!row.CompactName.Text.AsSpan().ContainsAnyInRange('0', '9') || row.Reading.Main is not { Unit: { } unit } main)
            return null;
        foreach (var measure in row.NameReading.Measures)
        {
            if (measure.Low != main.Low || measure.High != main.High || measure.Unit is not { } its || !IsTarget(context, row, measure, its, unit))
                continue;
            return Found(context, row.NamePlace,
                $"{row.Called}：名称里的“{row.NameReading.Typed(measure)}”就是指标值，目标数只在指标值里写，请从名称中删去", row.Name + "|" + row.Value);
        }
        return null;
    }

    /// <summary>In another unit than the value's only at the name's end: 3 个乡镇培训场次 says where.</summary>
    private static bool IsTarget(CheckContext context, PlacedRow row, Measure measure, ValueUnit its, ValueUnit unit) => its.Text == unit.Text
        || (measure.Start + measure.Length == row.PlainName.Length && its.Kind == UnitKind.Count && unit.Kind == UnitKind.Count && measure.Operator == ValueOperator.None && its.Factor == unit.Factor
            && !Ordinals.Of(context).Contains(its.Base));
}

/// <summary>Q11: several measures in one name.</summary>
public sealed class OneMeasurePerName : RowCheck
{
    public override string Code => "Q11";
    public override string Title => "一个指标只衡量一件事";
    public override string Explanation => "指标名称有三个以上的分句，或者并列了三个以上的指标（如“入学率、巩固率、升学率”）或要做的事，一个指标值无法说明。";
    public override string Example => "“减少用能消耗，降低生产成本，提高利用效率”；宜分成几行。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList MeasureEnds = new("Q11", "measures", "指标名称的词尾");
    private static readonly Threshold Most = new("Q11", "parts", "提示的分句或并列指标数", "个");

    public override IReadOnlyList<WordList> Lists => [MeasureEnds];

    public override IReadOnlyList<Threshold> Thresholds => [Most];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        var name = row.PlainName;
        var least = Most.Of(context);
        var clauses = Parts(context, name, ",;", least, anything: true);
        var measures = clauses >= least ? 0 : Parts(context, name, ",;、/和及与并", least, anything: false);
        return clauses < least && measures < least ? null : Found(context, row.NamePlace,
            $"{row.Called}：名称里有 {Math.Max(clauses, measures)} 个要衡量的方面，一个指标值说明不了，请分成几行", row.Name);
    }

    /// <summary>The parts between marks that are more than a character: all of them, or those that are a measure or an action by themselves.</summary>
    private static int Parts(CheckContext context, string name, string marks, int least, bool anything)
    {
        if (name.Length < 2 * least || name.AsSpan().IndexOfAny(marks) < 0)
            return 0;
        var (count, depth, start) = (0, 0, 0);
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length)
            {
                depth += name[i] switch { '(' or '“' or '《' => 1, ')' or '”' or '》' => -1, _ => 0 };
                if (depth > 0 || !marks.Contains(name[i], StringComparison.Ordinal))
                    continue;
            }
            var part = name.AsSpan(start, i - start);
            if (part.Length > 1 && (anything || Texts.TailOf(part, MeasureEnds.Of(context)) is not null || NamesAreNotActions.LeadingAction(context, part, weakToo: true) is not null))
                count++;
            start = i + 1;
        }
        return count;
    }
}

/// <summary>Q12: a name that says what is done instead of what is measured.</summary>
public sealed class NamesAreNotActions : RowCheck
{
    public override string Code => "Q12";
    public override string Title => "指标名称是衡量的事物，不是要做的事";
    public override string Explanation => "指标名称以“开展”“推动”“提高”“减少”等动词开头，又不以“数”“率”“情况”等结尾。以“保障”“带动”等开头的，只在指标值是文字时提示。";
    public override string Example => "“推动企业节能降耗”；宜写“单位产品能耗下降率”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Leads = new("Q12", "leads", "动词前的修饰词");
    private static readonly WordList Actions = new("Q12", "actions", "动作词");
    private static readonly WordList WeakActions = new("Q12", "weakActions", "指标值是文字时才算的动作词");
    private static readonly WordList Abilities = new("Q12", "abilities", "使较弱的动作词只作修饰的词尾");
    private static readonly WordList MeasureEnds = new("Q12", "measures", "使名称成为衡量事物的词尾");

    private static readonly WordList Nouns = new("Q12", "nouns", "以动词开头的事物名");
    private static readonly WordList NoMeasures = new("Q12", "noMeasures", "看似衡量事物而不是的词尾");

    public override IReadOnlyList<WordList> Lists => [Leads, Actions, WeakActions, Abilities, MeasureEnds, NoMeasures, Nouns];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (!row.HasName)
            return null;
        var name = row.PlainName.AsSpan();
        if (Texts.LeadOf(name, Leads.Of(context)) is { } lead)
            name = name[lead.Length..];
        var action = LeadingAction(context, name, row.IsQualitative);
        return action is null || IsMeasure(context, name) || Texts.LeadOf(name, Nouns.Of(context)) is not null ? null : Found(context, row.NamePlace,
            $"{row.Called}：名称以动词“{action}”开头，说的是要做的事，请改为要衡量的事物", row.Name);
    }

    /// <summary>The verb that a name begins with; null when none does, or when no more than a character is left of the name.</summary>
    internal static string? LeadingAction(CheckContext context, ReadOnlySpan<char> name, bool weakToo)
    {
        var action = Texts.LeadOf(name, Actions.Of(context));
        // 服务能力 and 保障机制 are things.
        if (action is null && weakToo && Texts.TailOf(name, Abilities.Of(context)) is null)
            action = Texts.LeadOf(name, WeakActions.Of(context));
        return action is null || name.Length < action.Length + 2 ? null : action;
    }

    /// <summary>提高幅度 and 保障人数 measure, 提高利用效率 does not.</summary>
    private static bool IsMeasure(CheckContext context, ReadOnlySpan<char> name) =>
        Texts.TailOf(name, MeasureEnds.Of(context)) is not null && Texts.TailOf(name, NoMeasures.Of(context)) is null;
}

/// <summary>Q13: texts longer than the finance system takes, or than is easily read.</summary>
public sealed class ShortTexts : CheckByRow
{
    public override string Code => "Q13";
    public override string Title => "指标名称和指标值简短";
    public override string Explanation => "指标名称或指标值过长，不便阅读；超过预算管理一体化系统字数的还无法导入。空格不计。";
    public override string Example => "35 个字的指标值。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly Threshold SoftName = new("Q13", "softName", "指标名称宜不超过", "字");
    private static readonly Threshold SoftValue = new("Q13", "softValue", "指标值宜不超过", "字");
    private static readonly Threshold HardName = new("Q13", "hardName", "一体化系统的指标名称字数", "字");
    private static readonly Threshold HardValue = new("Q13", "hardValue", "一体化系统的指标值字数", "字");

    public override IReadOnlyList<Threshold> Thresholds => [SoftName, SoftValue, HardName, HardValue];

    internal override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        if (Say(row.CompactName.Text.Length, SoftName.Of(context), HardName.Of(context)) is { } ofName)
            findings.Add(Found(context, row.NamePlace, $"{row.Called}：名称有 {ofName}", row.Name));
        if (Say(row.Reading.Text.Text.Length, SoftValue.Of(context), HardValue.Of(context)) is { } ofValue)
            findings.Add(Found(context, row.ValuePlace, $"{row.Called}：指标值有 {ofValue}", row.Value));
    }

    private static string? Say(int length, int soft, int hard) =>
        length > hard ? $"{length} 字，超过一体化系统的 {hard} 字，请精简"
        : length > soft ? $"{length} 字，宜不超过 {soft} 字，请精简"
        : null;
}

/// <summary>Q14: a name that does not say what is measured: 生态环境, 单位工业增加值.</summary>
public sealed class NamesAreWhole : RowCheck
{
    public override string Code => "Q14";
    public override string Title => "指标名称说明衡量什么";
    public override string Explanation => "指标名称整个是“生态环境”“社会效益”等泛称，或者像“单位工业增加值”那样少了后半截，或者是“主营业务收入”而指标值却不是金额。";
    public override string Example => "“单位工业增加值”；宜写“单位工业增加值能耗下降率”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Vague = new("Q14", "vague", "泛称");
    private static readonly WordList Cut = new("Q14", "cut", "不完整的名称");
    private static readonly WordList Amounts = new("Q14", "amounts", "指标值应是金额的名称");

    public override IReadOnlyList<WordList> Lists => [Vague, Cut, Amounts];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (!row.HasName)
            return null;
        var name = row.PlainName;
        var what = Stands(Vague.Of(context), name) || IsGroup(row, name) ? "名称过于笼统，看不出衡量什么"
            : Stands(Cut.Of(context), name) ? "名称不完整，看不出衡量什么"
            : Stands(Amounts.Of(context), name) && row.HasValue && row.Reading.Main?.Unit?.Kind is not (UnitKind.Amount or UnitKind.UnitCost) ? "名称是金额，指标值却不是，看不出衡量什么"
            : null;
        return what is null ? null : Found(context, row.NamePlace, $"{row.Called}：{what}，请写完整", row.Name);
    }

    /// <summary>The name of the group again; 服务对象满意度 does say what is measured.</summary>
    private static bool IsGroup(PlacedRow row, string name) => row.Group.Kind != IndicatorKind.Satisfaction
        && row.Group.Label.StartsWith(name, StringComparison.Ordinal) && row.Group.Label.AsSpan(name.Length) is "" or "指标";

    private static bool Stands(IReadOnlyList<string> words, string name)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == name)
                return true;
        }
        return false;
    }
}

/// <summary>Q16: what is put in, where what comes out is to be told.</summary>
public sealed class InputsAreNoResults : RowCheck
{
    public override string Code => "Q16";
    public override string Title => "投入不作为产出和效益";
    public override string Explanation => "数量、质量或效益指标以“投入”“投入资金”“工作经费”等结尾，或者以“投入”开头、以“人员”“资金”等结尾，说的是投入的人、财、物，不是产出或效益。投入使用，带动、吸引、节约的投入和社会资本、研发投入不算。";
    public override string Example => "生态效益指标“信息化投入”；应写投入带来的结果。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;

    private static readonly WordList Inputs = new("Q16", "inputs", "表示投入的词尾");
    private static readonly WordList Leads = new("Q16", "leads", "名称开头表示投入的词");
    private static readonly WordList Means = new("Q16", "means", "所投入的人、财、物");
    private static readonly WordList Results = new("Q16", "results", "使投入成为结果的词");

    public override IReadOnlyList<WordList> Lists => [Inputs, Leads, Means, Results];

    protected override Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (row.Group.Kind is not (IndicatorKind.Quantity or IndicatorKind.Quality or IndicatorKind.Benefit))
            return null;
        var name = row.PlainName;
        if (Texts.TailOf(name, Inputs.Of(context)) is null && !(Texts.LeadOf(name, Leads.Of(context)) is not null && Texts.TailOf(name, Means.Of(context)) is not null) || CostGroups.Is(context, row.Group))
            return null;
        var results = Results.Of(context);
        return Texts.FirstIn(name, results) is not null || Texts.FirstIn(row.Value, results) is not null ? null : Found(context, row.NamePlace,
            $"{row.Called}：说的是投入，不是{context.Template.LevelOf(row.Group).Label.Replace("指标", "", StringComparison.Ordinal)}，请改为投入带来的结果", row.Name);
    }
}

/// <summary>Which groups stand under a first level of costs, whatever they are about: 社会成本.</summary>
internal static class CostGroups
{
    public static bool Is(CheckContext context, IndicatorGroup group) =>
        context.Template.LevelOf(group).Groups is [{ Kind: IndicatorKind.Cost }, ..];
}
