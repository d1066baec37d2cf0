using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class DraftRulesTests
{
    private static readonly FormTemplate Template = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023"));
    private static readonly IndicatorRow Row = new(Guid.CreateVersion7(), "output.timeliness", "完工时限", "2024 年底前");
    private static readonly FindingReason Reason = new("D1", Place.RowValue(Row.GroupKey, Row.Id).Anchor, "2024 年底前", "跨年实施");

    [Fact]
    public void A_reason_of_the_longest_length_is_stored() => Assert.Empty(Check(Reason with { Text = new string('长', Template.Limits.Reason) }));

    [Fact]
    public void What_cannot_be_stored_of_a_reason_is_said_at_its_own_field()
    {
        var tooLong = Assert.Single(Check(Reason with { Text = new string('长', Template.Limits.Reason + 1) }));
        var half = Assert.Single(Check(Reason with { Text = "\ud83d" }));

        Assert.Equal((Place.Reason(Reason.Key), "时效指标第 1 行的指标值的填写说明：最多 500 个字，现在有 501 个字，请删减后再保存"), (tooLong.Place, tooLong.Message));
        Assert.Equal(Place.Reason(Reason.Key), half.Place);
    }

    public static TheoryData<FindingReason> Forged =>
    [
        Reason with { Code = new string('D', 21) }, Reason with { Place = new string('p', 201) }, Reason with { Raw = new string('r', 20_001) },
        Reason with { Raw = "\0" }, Reason with { Code = "\ud83d" },
    ];

    [Theory, MemberData(nameof(Forged))]
    public void What_no_page_has_made_is_refused(FindingReason reason) =>
        Assert.Contains(Check(reason), violation => violation.Message.StartsWith("填写说明“跨年实施”不对应任何校验结果", StringComparison.Ordinal));

    [Fact]
    public void Two_reasons_for_one_finding_and_too_many_are_refused()
    {
        Assert.StartsWith("同一条校验结果有两条填写说明", Assert.Single(Check(Reason, Reason)).Message, StringComparison.Ordinal);
        Assert.StartsWith("填写说明最多 1000 条", Assert.Single(Check([.. Enumerable.Range(0, 1001).Select(number => Reason with { Raw = $"{number}" })])).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DraftViolation> Check(params FindingReason[] reasons) =>
        DraftRules.Check(new FormContent { Indicators = [Row], Reasons = reasons }, Template);
}
