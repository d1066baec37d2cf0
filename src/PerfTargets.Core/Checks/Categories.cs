using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>K1: a row that by its own words belongs under another second-level group, or is no effect at all.</summary>
public sealed class RowsUnderTheirGroup : RowCheck
{
    public override string Code => "K1";
    public override string Title => "指标填在对应的类别";
    public override string Explanation => "从字面看明显填错类别的行：满意度、合格率、时限、人数、费用填在别的类别里；“开展……宣传”等工作填在效益指标里；"
        + "生态效益、经济效益的名称和指标值都没有提到生态或经济，写的却是另一类的内容。拿不准的不提示。";
    public override string Example => "生态效益指标填“信息化投入”；“验收合格率”填在数量指标里。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly WordList Satisfaction = new("K1", "satisfaction", "满意度指标名称的词尾");
    private static readonly WordList Quality = new("K1", "quality", "质量指标名称的词尾");
    private static readonly WordList Rates = new("K1", "rates", "不是数量的比率的词尾");
    private static readonly WordList Timeliness = new("K1", "timeliness", "时效指标名称的词尾");
    private static readonly WordList Quantity = new("K1", "quantity", "数量指标名称的词尾");
    private static readonly WordList Cost = new("K1", "cost", "成本指标名称的词尾");
    private static readonly WordList Saving = new("K1", "saving", "表示节约的词（不算成本）");
    private static readonly WordList Activities = new("K1", "activities", "工作的动词（不是效益）");
    private static readonly WordList Acceptance = new("K1", "acceptance", "填在效益里也是质量指标的词尾");
    private static readonly WordList Times = new("K1", "times", "数做了几次的单位");
    private static readonly WordList Ecological = new("K1", "ecological", "生态的词");
    private static readonly WordList NotEcological = new("K1", "notEcological", "不属于生态的词");
    private static readonly WordList Economic = new("K1", "economic", "经济的词");
    private static readonly WordList NotEconomic = new("K1", "notEconomic", "不属于经济的词");

    public override IReadOnlyList<WordList> Lists =>
        [Satisfaction, Quality, Rates, Timeliness, Quantity, Cost, Saving, Activities, Acceptance, Times, Ecological, NotEcological, Economic, NotEconomic];

    protected override Finding? InRow(CheckContext context, PlacedRow row) =>
        row.HasName && Advice(context, row) is { } advice ? Found(context, row.NamePlace, $"{row.Called}：{advice}", row.Name) : null;

    private static string? Advice(CheckContext context, PlacedRow row)
    {
        if (KindOf(context, row) is { } kind)
        {
            return context.Template.Groups.FirstOrDefault(group => group.Kind == kind) is { } right
                ? $"从名称看属于{right.Label}，请核对类别，填错的请移到{right.Label}"
                : null;
        }
        if (row.Group.Benefit is null)
            return null;
        if ((row.Reading.IsQualitative || IsTimes(context, row)) && Texts.LeadOf(row.CompactName.Text, Activities.Of(context)) is { } activity)
            return $"“{activity}……”是要做的工作，不是{row.Group.Label}，请改写成工作带来的效果";
        return row.Group.Benefit switch
        {
            BenefitKind.Ecological => Foreign(context, row, "生态环境", Ecological, NotEcological),
            BenefitKind.Economic => Foreign(context, row, "经济", Economic, NotEconomic),
            _ => null,
        };
    }

    /// <summary>How often something is done is an output, wherever it stands.</summary>
    private static bool IsTimes(CheckContext context, PlacedRow row) => row.Reading.Main?.Unit is { } unit && Times.Of(context).Contains(unit.Base);

    private static string? Foreign(CheckContext context, PlacedRow row, string subject, WordList own, WordList foreign)
    {
        var (name, value, words) = (row.CompactName.Text, row.Reading.Text.Text, own.Of(context));
        return Texts.FirstIn(name, foreign.Of(context)) is { } word && Texts.FirstIn(name, words) is null && Texts.FirstIn(value, words) is null
            ? $"写的是“{word}”，没有说对{subject}的影响，请核对类别或改写"
            : null;
    }

    /// <summary>The kind to which a row surely belongs, where that is not the one that it stands under.</summary>
    private static IndicatorKind? KindOf(CheckContext context, PlacedRow row)
    {
        var (name, here, unit) = (Bare(row.CompactName.Text), row.Group.Kind, row.Reading.Main?.Unit?.Kind);
        // 投诉次数 says how satisfied people are, though not in percent.
        if (here == IndicatorKind.Satisfaction && Texts.FirstIn(name, SatisfactionPercentage.OtherMeasures.Of(context)) is not null)
            return null;
        var kind = EndsIn(name, Satisfaction) ? IndicatorKind.Satisfaction
            // 食品抽检合格率 and 救助及时率 may be what society gains; 工程验收合格率 and 完工时限 may not.
            : EndsIn(name, Quality) && (here != IndicatorKind.Benefit || EndsIn(name, Acceptance)) ? IndicatorKind.Quality
            : EndsIn(name, Timeliness) && (here != IndicatorKind.Benefit || !name.EndsWith('率')) ? IndicatorKind.Timeliness
            : here == IndicatorKind.Quantity && unit == UnitKind.Rate && EndsIn(name, Rates) ? IndicatorKind.Quality
            : EndsIn(name, Quantity) && here != IndicatorKind.Benefit && unit is UnitKind.Count or UnitKind.Length or UnitKind.Area ? IndicatorKind.Quantity
            : EndsIn(name, Cost) && here != IndicatorKind.Benefit && unit is UnitKind.Amount or UnitKind.UnitCost
                && Texts.FirstIn(name, Saving.Of(context)) is null ? IndicatorKind.Cost
            : here;
        return kind == here ? null : kind;

        bool EndsIn(string text, WordList words) => Texts.TailOf(text, words.Of(context)) is not null;
    }

    /// <summary>Without what people add to a name: 受益群众满意度（%）, 满意度指标.</summary>
    private static string Bare(string name)
    {
        var bracket = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        var plain = bracket > 0 ? name[..bracket] : name;
        return plain.EndsWith("指标", StringComparison.Ordinal) ? plain[..^2] : plain;
    }
}

/// <summary>K2: no indicator stands twice in one second-level group. The same name in 数量 and in 成本 is how costs are matched to work.</summary>
public sealed class NoDuplicateRows : GoalAndRowsCheck
{
    public override string Code => "K2";
    public override string Title => "同一二级指标内无重复指标";
    public override string Explanation => "同一个二级指标里两行名称相同、单位也相同。数量指标和成本指标里用同一名称是正常的。";
    public override string Example => "数量指标里两行“管网巡查”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    private static readonly char[] EndMarks = ['。', '.', ';', ',', '、'];

    internal override CheckOutcome RunOn(CheckContext context) =>
        CheckOutcome.Of(context.Template.Groups.SelectMany(group => InGroup(context, group)));

    private IEnumerable<Finding> InGroup(CheckContext context, IndicatorGroup group)
    {
        var rows = context.RowsIn(group);
        // Mostly every row has a name of its own.
        var names = new HashSet<string>(rows.Count, StringComparer.Ordinal);
        if (rows.All(row => !row.HasName || names.Add(Key(row))))
            yield break;
        foreach (var same in rows.Where(row => row.HasName).GroupBy(Key, StringComparer.Ordinal))
        {
            List<(PlacedRow Row, TargetValue Value)> seen = [];
            foreach (var row in same)
            {
                var value = row.Reading;
                if (seen.Find(earlier => AreSame(earlier.Value, value)) is { Row: { } first })
                {
                    yield return Found(context, row.NamePlace,
                        $"{row.Called}：与第 {first.Number} 行名称相同，同一指标不能重复，请合并或删除", row.Name);
                }
                else
                {
                    seen.Add((row, value));
                }
            }
        }
    }

    /// <summary>Numbers in different units under one name, 培训 5 期 and 培训 200 人, are two things measured.</summary>
    private static bool AreSame(TargetValue one, TargetValue other) =>
        one.Main?.Unit is not { } unit || other.Main?.Unit is not { } otherUnit || unit.Base == otherUnit.Base;

    private static string Key(PlacedRow row) => row.CompactName.Text.TrimEnd(EndMarks);
}
