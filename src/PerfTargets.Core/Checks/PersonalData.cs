using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>X5: what will be published tells no one's phone, identity or bank number, and no person's name.</summary>
public sealed class NoPersonalData : Check
{
    public override string Code => "X5";
    public override string Title => "公开的内容里没有个人信息";
    public override string Explanation =>
        "目标表要公开。电话、身份证号、银行卡号是错误；人名是警告，只在有把握时提示：“负责人：”“管理员”等后面的姓名，或者“某某同志”“某某老师”。金额、编码、年份、文号不算，地名不算人名。";
    public override string Example => "“联系人：王建国 13812345678”；应删去，或写科室和职务。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;
    public override IReadOnlyList<FindingSeverity> OtherSeverities => [FindingSeverity.Warning];

    public override IReadOnlyList<WordList> Lists => [.. PersonalNames.Lists, .. PersonalNumbers.Lists];

    public override CheckOutcome Run(CheckContext context)
    {
        var names = new PersonalNames(context);
        var findings = new List<Finding>();
        foreach (var (place, label, text) in HeadTexts.Of(context))
            InText(context, names, place, text, () => label, findings);
        var labels = context.Template.Labels;
        foreach (var row in context.Rows())
        {
            // A row's name may itself hold what must not be repeated: the row is called by its number.
            InText(context, names, row.NamePlace, row.Name, () => $"{row.Numbered}的{labels.LevelThree}", findings);
            InText(context, names, row.ValuePlace, row.Value, () => $"{row.Numbered}的{labels.TargetValue}", findings);
        }
        return CheckOutcome.Of(findings);
    }

    private void InText(CheckContext context, PersonalNames names, Place place, string text, Func<string> label, List<Finding> findings)
    {
        if (PersonalNumbers.MayStandIn(text))
        {
            foreach (var number in PersonalNumbers.In(context, CompactText.Of(text).Text))
            {
                findings.Add(Found(context, place,
                    $"{label()}：其中的“{number.Masked}”是{number.Kind}，公开后会泄露个人信息，请删去", number.Masked));
            }
        }
        if (names.MayStandIn(text))
        {
            foreach (var name in names.In(CompactText.Of(text).Text))
                findings.Add(Found(context, place, $"{label()}：“{name}”像是人名，目标表要公开，请改写为科室或职务", name, FindingSeverity.Warning));
        }
    }
}
