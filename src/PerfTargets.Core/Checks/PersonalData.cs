using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>X5: what will be published tells no one's phone, identity or bank number, and no person's name.</summary>
public sealed class NoPersonalData : CheckByRow
{
    public override string Code => "X5";
    public override string Title => "公开的内容里没有个人信息";
    public override string Explanation =>
        "目标表要公开。电话、身份证号、银行卡号是错误；人名是警告，只在有把握时提示：“负责人：”“管理员”等后面的姓名，或者“某某同志”“某某老师”。金额、编码、年份、文号不算，地名不算人名。";
    public override string Example => "“联系人：王建国 13812345678”；应删去，或写科室和职务。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Warning];

    public override IReadOnlyList<WordList> Lists => [.. PersonalNames.Lists, .. PersonalNumbers.Lists];

    internal override void FindBesideRows(CheckContext context, List<Finding> findings)
    {
        foreach (var (place, label, text) in HeadTexts.Of(context))
        {
            if (MayStandIn(context, text))
                InText(context, place, text, label, findings);
        }
    }

    internal override void FindInRow(CheckContext context, PlacedRow row, List<Finding> findings)
    {
        // A row's name may itself hold what must not be repeated: the row is called by its number.
        if (MayStandIn(context, row.Name))
            InText(context, row.NamePlace, row.Name, $"{row.Numbered}的{context.Template.Labels.LevelThree}", findings);
        if (MayStandIn(context, row.Value))
            InText(context, row.ValuePlace, row.Value, $"{row.Numbered}的{context.Template.Labels.TargetValue}", findings);
    }

    private static bool MayStandIn(CheckContext context, string text) => PersonalNumbers.MayStandIn(text) || PersonalNames.MayStandIn(context, text);

    private void InText(CheckContext context, Place place, string typed, string label, List<Finding> findings)
    {
        var text = CompactText.Of(typed).Text;
        if (PersonalNumbers.MayStandIn(typed))
        {
            foreach (var number in PersonalNumbers.In(context, text))
                findings.Add(Found(context, place, $"{label}：其中的“{number.Masked}”是{number.Kind}，公开后会泄露个人信息，请删去", number.Masked));
        }
        if (PersonalNames.MayStandIn(context, typed))
        {
            foreach (var name in new PersonalNames(context).In(text))
                findings.Add(Found(context, place, $"{label}：“{name}”像是人名，目标表要公开，请改写为科室或职务", name, FindingSeverity.Warning));
        }
    }
}
