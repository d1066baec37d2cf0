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

    [Theory]
    [InlineData(FindingSeverity.Error, "E", "错误")]
    [InlineData(FindingSeverity.Warning, "W", "警告")]
    [InlineData(FindingSeverity.Hint, "H", "提示")]
    public void A_severity_has_a_letter_and_a_word(FindingSeverity severity, string letter, string word)
    {
        Assert.Equal((letter, word), (severity.Letter(), severity.Word()));
        Assert.Equal(severity, FindingSeverityWords.OfLetter(letter));
    }

    [Fact]
    public void A_correction_is_known_by_what_it_corrects_and_to_what()
    {
        var finding = new Finding("Q3", FindingSeverity.Hint, Place.Head("x"), "", "≧3");

        Assert.Null(finding.CorrectionKey);
        Assert.NotEqual((finding with { Correction = "≥3" }).CorrectionKey, (finding with { Correction = ">3" }).CorrectionKey);
        Assert.NotEqual(finding.Key, (finding with { Correction = "≥3" }).CorrectionKey);
        Assert.Matches("^[0-9a-f]{16}$", finding.Key);
    }

    [Fact]
    public void A_line_of_the_funds_is_told_from_other_fields()
    {
        Assert.True(Place.Funds("total").IsFunds);
        Assert.False(Place.Head(HeadField.ProjectName).IsFunds);
        Assert.False(Place.Group("output.cost").IsFunds);
        Assert.False(new Place("funds-total", "output.cost").IsFunds);
    }

    [Fact]
    public void What_only_an_administrator_can_mend_is_no_finding_of_the_form()
    {
        var report = FormChecks.Run(CheckForms.Sound.With(form => form with { Department = "县水务局", ProjectPeriod = "" }));

        Assert.Equal(["C5"], report.OfMasterData.Select(finding => finding.Code));
        Assert.Equal(["C1"], report.OfForm.Select(finding => finding.Code));
        Assert.Empty(report.Hints);
    }

    [Fact]
    public void Counts_are_none_only_without_any()
    {
        Assert.True(FindingCounts.Of(FormChecks.Run(CheckForms.Sound)).IsNone);
        Assert.False(new FindingCounts(0, 0, 1).IsNone);
    }

    [Theory]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    public void A_text_is_quoted_up_to_40_characters(int length, int shown) =>
        Assert.Equal(new string('长', shown) + (shown < length ? "…" : ""), Quoted.Short(new string('长', length)));

    [Fact]
    public void A_quotation_cuts_no_character_in_two()
    {
        var text = new string('长', 39);

        Assert.Equal(text + "…", Quoted.Short(text + "😀"));
        Assert.Equal(text[1..] + "😀…", Quoted.Short(text[1..] + "😀长"));
    }
}
