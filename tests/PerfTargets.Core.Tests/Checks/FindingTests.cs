using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

public class FindingTests
{
    [Theory]
    [InlineData("项目期：未填写，请填写", "未填写，请填写")]
    [InlineData("数量指标第 1 行“培训：次数”：未填写指标值，请填写", "未填写指标值，请填写")]
    [InlineData("资金合计：36 万元，与“财政拨款：30”不符", "36 万元，与“财政拨款：30”不符")]
    [InlineData("请核对", "请核对")]
    public void At_its_place_a_finding_is_said_without_the_place(string message, string said) =>
        Assert.Equal(said, new Finding("C1", FindingSeverity.Error, Place.Head("x"), message).ShortMessage);

    [Fact]
    public void An_empty_form_is_only_not_filled_in_yet()
    {
        var report = FormChecks.Run(new CheckContext(new FormContent(), CheckForms.Ningxia, CheckForms.Year, CheckForms.Unprintable));

        Assert.NotEmpty(report.Errors);
        Assert.All(report.Errors, finding => Assert.True(finding.IsUnfilled, finding.Message));
    }

    [Fact]
    public void A_contradiction_and_a_placeholder_are_wrong_and_not_unfilled()
    {
        var contradicted = CheckForms.Sound.With(form => form with { NotApplicable = [new NotApplicableGroup("benefit.ecological", "不涉及土地")] });
        var placeheld = CheckForms.Sound.With(form => form with { ProjectPeriod = "待定" });

        Assert.False(contradicted.Only("C2").IsUnfilled);
        Assert.False(placeheld.Only("C4").IsUnfilled);
    }
}
