using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>C1: a required head field, the goal or the total is blank.</summary>
public sealed class RequiredFields : Check
{
    public override string Code => "C1";
    public override string Title => "基本信息、资金总额、总体目标必填";
    public override string Explanation => "项目名称、主管部门、实施单位、项目属性、项目期、年度资金总额、年度总体目标，哪一项空着就指出哪一项。";
    public override string Example => "“项目期”空着；应填“1 年”等。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        var fields = HeadTexts.Of(context).Where(field => CompactText.IsBlank(field.Text)).Select(field => (field.Place, field.Label));
        // A blank total is a field left out, and belongs here; F2 judges amounts, F1 sums, and neither has one to judge.
        var totals = context.Template.Funds.Where(line => line.Kind == FundsLineKind.Total && context.Form.FundsOf(line.Key).IsBlank)
            .Select(line => (Place: Place.Funds(line.Key), Label: FundsWords.Name(line)));
        return CheckOutcome.Of(fields.Concat(totals)
            .Select(field => Unfilled(context, field.Place, $"{field.Label}：未填写，请填写")));
    }
}

/// <summary>C2: a group that must have a row has none, or says 不涉及 where it may not.</summary>
public sealed class RequiredGroups : Check
{
    public override string Code => "C2";
    public override string Title => "必填的二级指标须有三级指标";
    public override string Explanation => "模板规定必填的二级指标至少要有一行三级指标；模板允许填“不涉及”的，也可以标明不涉及并写明原因。";
    public override string Example => "“生态效益指标”没有一行，也没有标明不涉及。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context) => CheckOutcome.Of(context.Template.Levels.SelectMany(level => InLevel(context, level)));

    /// <summary>Whether the group lacks the row that it must have; rows left wholly blank are none.</summary>
    internal static bool Lacks(CheckContext context, IndicatorGroup group) =>
        group.Requirement != GroupRequirement.Optional
        && context.RowsIn(group).All(row => row.IsBlank)
        && context.Form.NotApplicableOf(group.Key) is null;

    private List<Finding> InLevel(CheckContext context, IndicatorLevel level)
    {
        var findings = level.Groups.Select(group => InGroup(context, group)).OfType<Finding>().ToList();
        var empty = level.Groups.SelectMany(context.RowsIn).All(row => row.IsBlank);
        if (level.AtLeastOneRow && empty && findings.Count == 0 && level.Groups.Count > 0)
            findings.Add(Unfilled(context, Place.Group(level.Groups[0].Key), $"{level.Label}：各二级指标均未填写三级指标，请至少填写一行"));
        return findings;
    }

    private Finding? InGroup(CheckContext context, IndicatorGroup group)
    {
        var mark = context.Form.NotApplicableOf(group.Key);
        if (mark is null && !Lacks(context, group))
            return null;
        var (place, label) = (Place.Group(group.Key), context.Template.PrintedLabel(group));
        if (mark is null)
        {
            return Unfilled(context, place, group.NotApplicableAllowed
                ? $"{label}：未填写三级指标，请至少填写一行；确不涉及的，请标明“不涉及”并写明原因"
                : $"{label}：未填写三级指标，请至少填写一行");
        }
        if (!group.NotApplicableAllowed)
            return Found(context, place, $"{label}：不能填“不涉及”，请取消“不涉及”并填写三级指标", "不涉及");
        // The table prints either “—” or the rows; which of the two is meant, only the clerk knows.
        if (context.RowsIn(group).Any(row => !row.IsBlank))
            return Found(context, place, $"{label}：已标明“不涉及”，又填有三级指标，请取消“不涉及”或删除所填的行", "不涉及");
        return CompactText.IsBlank(mark.Reason)
            ? Unfilled(context, place, $"{label}：标明“不涉及”但未写明原因，请写明原因或填写三级指标", "不涉及")
            : null;
    }
}

/// <summary>C3: a row with a name and no value, a value and no name, or neither.</summary>
public sealed class CompleteRows : Check
{
    public override string Code => "C3";
    public override string Title => "三级指标的名称和指标值均须填写";
    public override string Explanation => "一行里只填了名称或只填了指标值，或者整行空着。";
    public override string Example => "名称“培训人数”，指标值空着。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context) => CheckOutcome.Of(context.Template.Groups
        // A group whose rows are all blank is told by C2 to be filled in; that its empty row is empty says nothing more.
        .Where(group => !RequiredGroups.Lacks(context, group))
        .SelectMany(context.RowsIn)
        .Select(row => InRow(context, row))
        .OfType<Finding>());

    private Finding? InRow(CheckContext context, PlacedRow row)
    {
        if (row.IsBlank)
            return Unfilled(context, row.NamePlace, $"{row.Called}：名称和指标值均为空，请填写，不需要的请删除此行");
        if (!row.HasName)
            return Unfilled(context, row.NamePlace, $"{row.Called}：未填写指标名称（指标值为“{Quoted.Short(row.Value)}”），请填写名称");
        return row.HasValue ? null : Unfilled(context, row.ValuePlace, $"{row.Called}：未填写指标值，请填写");
    }
}

/// <summary>C4: something that only keeps the place of a value.</summary>
public sealed class NoPlaceholders : CheckByRow
{
    public override string Code => "C4";
    public override string Title => "不得以占位符代替内容";
    public override string Explanation => "指标值或金额里出现占位符，年度总体目标的单位前面该写数值的地方是占位符（“XX 公里”），或者名称、基本信息整个是占位符；指标写“不涉及”“不适用”的也算。“元/人”“80-90%”“长*宽”里的符号不算，“接待定额”“若干政策”里的字不算；没有的资金项目填“无”“—”也不算。";
    public override string Example => "指标值“≥XX 户”；应填实际数值。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    private static readonly WordList PlaceholderWords = new("C4", "placeholders", "占位符");

    /// <summary>As a whole name or value; 无 is none of them, since 安全事故 has it for a target.</summary>
    private static readonly WordList NotApplicable = new("C4", "notApplicable", "整个名称或指标值是它、等于不涉及的词");

    public override IReadOnlyList<WordList> Lists => [PlaceholderWords, NotApplicable];

    internal override void FindBesideRows(CheckContext context, List<Finding> findings)
    {
        var placeholders = Reported(context);
        // Head fields and names are longer texts, in which XX may well be part of what is meant: only what is nothing else counts there.
        foreach (var (place, label, text) in HeadTexts.Of(context))
        {
            if (placeholders.IsOnly(text))
                findings.Add(IsWhole(context, place, label, text));
        }
        foreach (var line in context.Template.Funds)
        {
            if (HasIn(context, placeholders, line) && context.Form.FundsOf(line.Key).Text is var text)
                findings.Add(Found(context, Place.Funds(line.Key), $"{FundsWords.Name(line)}：“{Quoted.Short(text)}”是占位符，请改填金额{FundsWords.OrBlank(line)}", text));
        }
        findings.AddRange(InGoal(context, placeholders));
    }

    internal override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        var (placeholders, none) = (Reported(context), NotApplicable.Of(context));
        if (placeholders.IsOnly(row.CompactName))
            findings.Add(IsWhole(context, row.NamePlace, row.Numbered + "指标名称", row.Name));
        if (placeholders.In(row.Reading.Text) is { } word)
            findings.Add(Found(context, row.ValuePlace, $"{row.Called}：指标值“{Quoted.Short(row.Value)}”中的“{word}”是占位符，请改填实际内容", row.Value));
        if (none.Contains(row.CompactName.Text) || none.Contains(row.Reading.Text.Text))
            findings.Add(IsNone(context, row));
    }

    private Finding IsNone(CheckContext context, PlacedRow row) => Found(context, row.ValuePlace,
        $"{row.Called}：写的是不涉及，{(row.Group.NotApplicableAllowed ? $"请勾选{row.Group.Label}的“不涉及”并写明原因，再删去这一行" : "没有的指标请删去这一行，改填有的指标")}", row.Value);

    private IEnumerable<Finding> InGoal(CheckContext context, Placeholders placeholders)
    {
        var goal = context.Reading.Goal.Text;
        if (!placeholders.IsOnly(goal) && placeholders.InPlaceOfNumber(goal) is { } word)
        {
            yield return Found(context, Place.Head(HeadField.OverallGoal),
                $"{context.Template.Labels.OverallGoal}：“{Quoted.Short(word)}”是占位符，请改填实际数值", word);
        }
    }

    /// <summary>Whether a placeholder stands where an amount should. A part of which it is said that there is none has no place to keep.</summary>
    internal static bool HasIn(CheckContext context, Placeholders placeholders, FundsLineTemplate line) =>
        context.Form.FundsOf(line.Key).UnreadText is { } text && !FundsWords.SaysNothing(context, line, text) && placeholders.In(text) is not null;

    /// <summary>The placeholders that this check reports in the form, none where the template has it switched off.</summary>
    internal static Placeholders Reported(CheckContext context) =>
        context.Settings.Reading.Placeholders ??= new(new NoPlaceholders().IsOff(context.Template) ? [] : PlaceholderWords.Of(context));

    private Finding IsWhole(CheckContext context, Place place, string label, string text) =>
        Found(context, place, $"{label}：“{Quoted.Short(text)}”是占位符，请改填实际内容", text);
}

/// <summary>C5: 主管部门及代码 has a code.</summary>
public sealed partial class DepartmentHasCode : Check
{
    public override string Code => "C5";
    public override string Title => "主管部门写明代码";
    public override string Explanation => "模板要求填主管部门及代码，而主管部门只有名称。代码在单位信息里维护，填报人不能改，只向管理员提示。";
    public override string Example => "“县水务局”；管理员录入代码后印作“301-县水务局”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;
    public override bool IsMasterData => true;

    public override CheckOutcome Run(CheckContext context)
    {
        var (label, department) = (context.Template.Labels.Department, context.Form.Department);
        var asked = label.Contains("代码", StringComparison.Ordinal) || label.Contains("编码", StringComparison.Ordinal);
        return !asked || CompactText.IsBlank(department) || DepartmentCode().IsMatch(CompactText.Of(department).Text)
            ? CheckOutcome.Passed
            : CheckOutcome.Of([Found(context, Place.Head(HeadField.Department), $"{label}：“{Quoted.Short(department)}”没有代码，请管理员在单位信息中补上", department)]);
    }

    /// <summary>Letters and digits of which three or more stand together, or fewer that a bracket or dash sets apart from the name.</summary>
    [GeneratedRegex(@"(?=[A-Za-z.]*[0-9])[0-9A-Za-z.]{3,}|(^|[(\[-])[A-Za-z.]*[0-9][0-9A-Za-z.]*($|[)\]-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DepartmentCode();
}

/// <summary>C7: a single 数量 row hardly tells all the work that a goal describes.</summary>
public sealed class EnoughQuantities : Check
{
    public override string Code => "C7";
    public override string Title => "数量指标足以反映所写的工作";
    public override string Explanation => "总体目标已经填写，数量指标却只有一行。审核人通常会问还有没有可以计量的工作；确实只有一项的，不用改。";
    public override string Example => "目标写“新认定 1 家，完成现有技术中心评价工作”，数量指标只有“新认定技术中心 1 家”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly Threshold Fewest = new("C7", "rows", "数量指标少于多少行时提示", "行");

    public override IReadOnlyList<Threshold> Thresholds => [Fewest];

    public override CheckOutcome Run(CheckContext context)
    {
        // A row begun is one that will be there: what it lacks is C3's.
        var rows = context.RowsOfKind(IndicatorKind.Quantity).ToList();
        // A group without any row is C2's.
        if (rows.Count >= Fewest.Of(context) || !rows.Exists(row => row.HasName))
            return CheckOutcome.Passed;
        if (context.Reading.GoalReading.IsBlank || NoPlaceholders.Reported(context).IsOnly(context.Form.OverallGoal))
            return new CheckOutcome.Undetermined("年度总体目标未填写，无法判断数量指标是否足够");
        var group = rows[0].Group;
        return CheckOutcome.Of([Found(context, Place.Group(group.Key),
            $"{group.Label}：只有 {rows.Count} 行，请核对总体目标中是否还有可以计量的工作", string.Join('、', rows.Select(row => row.Name)))]);
    }
}

/// <summary>The texts of the head with the words that the template has for them.</summary>
internal static class HeadTexts
{
    public static IEnumerable<(Place Place, string Label, string Text)> Of(CheckContext context)
    {
        var (form, labels) = (context.Form, context.Template.Labels);
        return
        [
            (Place.Head(HeadField.ProjectName), labels.ProjectName, form.ProjectName),
            (Place.Head(HeadField.Department), labels.Department, form.Department),
            (Place.Head(HeadField.ImplementingUnit), labels.ImplementingUnit, form.ImplementingUnit),
            (Place.Head(HeadField.ProjectAttribute), labels.ProjectAttribute, form.ProjectAttribute),
            (Place.Head(HeadField.ProjectPeriod), labels.ProjectPeriod, form.ProjectPeriod),
            (Place.Head(HeadField.OverallGoal), labels.OverallGoal, form.OverallGoal),
        ];
    }
}
