using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>One fault is found by all checks that see it, and told by one.</summary>
public class SupersedingTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("output.cost", "管网改造费用", "36 万元", "F8")]
    [InlineData("output.timeliness", "完工时限", "2022年3月底前", "D1")]
    [InlineData("output.quality", "培训合格率", "105%", "Q6")]
    [InlineData("benefit.ecological", "信息化投入", "≥20%", "Q16")]
    [InlineData("benefit.ecological", "开展节能宣传", "取得积极进展", "K1 L1")]
    [InlineData("output.quality", "经营管理能力", "管理水平逐年提高", "Q9")]
    [InlineData("benefit.economic", "减少群众用水支出，降低供水成本，提高供水效益", "得到保障", "Q11 Q12 L1")]
    public void A_row_says_one_fault_once(string group, string name, string value, string told) => Assert.Equal(told, Told(Sound.WithRows(group, (name, value)), group));

    [Theory]
    [InlineData("output.quality", "工程验收合格率", "100%", "Q2")]
    [InlineData("output.timeliness", "完工时限", "2023年3月底", "D2")]
    [InlineData("output.timeliness", "完工时限", "2022年3月底", "D1 D2")]
    [InlineData("output.quality", "管理水平", "逐年提高", "L1")]
    [InlineData("benefit.social", "开展宣传的工作", "≥800 户", "Q12")]
    public void Where_the_better_check_is_silent_the_other_speaks(string group, string name, string value, string told) => Assert.Equal(told, Told(Sound.WithRows(group, (name, value)), group));

    [Fact]
    public void What_is_superseded_is_found_and_neither_told_nor_counted()
    {
        var report = FormChecks.Run(Sound.WithValue("output.cost", "36 万元"));

        Assert.Equal(["F8", "Q2"], report.Findings.Select(finding => finding.Code));
        Assert.Equal([null, "F8"], report.Findings.Select(finding => finding.SupersededBy));
        Assert.Equal(("F8", 1), (Assert.Single(report.OfForm).Code, report.Hints.Count));
        Assert.Equal((2, 1), (FormChecks.Run(CheckForms.SeedFile[2]).Findings.Count(finding => finding.Code is "Q9" or "L1"
            && finding.Place.GroupKey == "output.quality"), FormChecks.Run(CheckForms.SeedFile[2]).Warnings.Count(finding => finding.Place.GroupKey == "output.quality")));
    }

    [Fact]
    public void A_finding_gives_way_neither_at_another_place_nor_to_a_lighter_one_nor_to_a_check_that_is_off()
    {
        var cost = Sound.WithValue("output.cost", "36 万元");

        Assert.Equal("F8 Q2", Told(cost.WithSettings("Q2", new CheckSettings("W")), "output.cost"));
        Assert.Equal("Q2", Told(cost.WithSettings("F8", new CheckSettings(Off: true)), "output.cost"));
        Assert.Equal("D4 D1", Told(Sound.WithRows("output.timeliness", ("2022年完工时限", "2022年3月底前")), "output.timeliness"));
    }

    [Fact]
    public void Only_codes_that_there_are_supersede_and_are_superseded() => Assert.Subset(
        FormChecks.Catalogue.Select(check => check.Code).ToHashSet(), Superseding.ByCode.SelectMany(one => one.Value.Prepend(one.Key)).ToHashSet());

    private static string Told(CheckContext context, string group) =>
        string.Join(' ', FormChecks.Run(context).OfForm.Where(finding => finding.Place.GroupKey == group && finding.Code != "G3").Select(finding => finding.Code));
}
