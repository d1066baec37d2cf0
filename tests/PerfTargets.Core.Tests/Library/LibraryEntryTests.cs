using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Core.Tests.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Library;

public class LibraryEntryTests
{
    [Theory]
    [InlineData("≥", "人", "≥__ 人")]
    [InlineData("=", "%", "=__%")]
    [InlineData("", "台(套)", "__ 台(套)")]
    [InlineData("≥", "", "≥__")]
    [InlineData("", "日期", "__ 年 __ 月底前")]
    [InlineData("", "", "")]
    public void The_value_begins_with_sign_and_unit_and_a_gap_for_the_number(string sign, string unit, string skeleton) =>
        Assert.Equal(skeleton, new LibraryEntry(LibraryCategory.Quantity, "x", sign, unit).Skeleton);

    [Theory]
    [InlineData("≥95%", "≥", "%")]
    [InlineData("20 户以上", "≥", "户")]
    [InlineData("不超过 36.7 万元", "≤", "万元")]
    [InlineData("约 20 户", "", "户")]
    [InlineData("3 期", "", "期")]
    [InlineData("200元/人", "", "元/人")]
    [InlineData("2023 年 3 月底", "", "日期")]
    [InlineData("明显提升", "", "")]
    public void Of_an_approved_value_only_sign_and_unit_are_kept(string value, string sign, string unit)
    {
        var entry = LibraryEntry.Of(LibraryCategory.Quantity, "指标", value, "");

        Assert.Equal((sign, unit), (entry.Operator, entry.Unit));
        Assert.DoesNotContain(entry.Skeleton, char.IsAsciiDigit);
    }

    public static TheoryData<string, string> EveryGroup =>
        [.. CheckForms.Ningxia.Groups.Select(group => ("ningxia-2023", group.Key)).Concat(CheckForms.Mof.Groups.Select(group => ("mof-2021", group.Key)))];

    [Theory, MemberData(nameof(EveryGroup))]
    public void A_form_in_which_a_gap_still_stands_is_not_sent_up(string template, string group)
    {
        foreach (var skeleton in ShippedIndicators.All.Select(one => one.Entry.Skeleton).Append("≥__").Where(text => text.Length > 0).Distinct())
        {
            var form = Form(FormTemplate.Parse(ShippedTemplates.Json(template)), group, "指标", skeleton);

            var said = FormChecks.Run(form).Findings.Where(finding => finding.Place == Place.RowValue(group, form.Form.Indicators[0].Id));

            Assert.Contains(said, finding => finding is { Code: "C4", Severity: FindingSeverity.Error });
        }
    }

    [Theory]
    [InlineData("ningxia-2023")]
    [InlineData("mof-2021")]
    public void Every_shipped_indicator_has_a_group_in_the_template(string template)
    {
        var categories = FormTemplate.Parse(ShippedTemplates.Json(template)).Groups.Select(LibraryCategories.Of).ToHashSet();

        Assert.All(ShippedIndicators.All, one => Assert.Contains(one.Category, categories));
    }

    public static TheoryData<string> Shipped => [.. ShippedIndicators.All.Select(one => one.Key)];

    /// <summary>What the program offers is nothing that it objects to, once there is a number.</summary>
    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_indicator_filled_in_is_found_no_fault_with(string key)
    {
        var entry = ShippedIndicators.All.Single(one => one.Key == key).Entry;
        var group = CheckForms.Ningxia.Groups.First(one => LibraryCategories.Of(one) == entry.Category).Key;
        var value = entry.Unit switch
        {
            LibraryEntry.DateUnit => $"{CheckForms.Year} 年 11 月底前",
            "" => "设备故障停机由 10 次减少到 5 次以内",
            "万元" => entry.Skeleton.Replace(LibraryEntry.Gap, "36", StringComparison.Ordinal),
            "%" => entry.Skeleton.Replace(LibraryEntry.Gap, "95", StringComparison.Ordinal),
            _ => entry.Skeleton.Replace(LibraryEntry.Gap, "6", StringComparison.Ordinal),
        };
        var form = CheckForms.Sound.With(content => content with
        {
            // Costs are judged by their sum.
            Indicators = [.. content.Indicators.Where(row => row.GroupKey != group || entry.Category != LibraryCategory.Cost), CheckForms.Row(group, entry.Name, value)],
        });
        var row = form.Form.Indicators[^1].Id;

        var said = FormChecks.Run(form).Findings.Where(finding => finding.Place.RowId == row && finding.Severity != FindingSeverity.Hint);

        Assert.Empty(said.Select(finding => finding.Code + " " + finding.Message));
    }

    private static CheckContext Form(FormTemplate template, string group, string name, string value) => new(
        new FormContent { Indicators = [CheckForms.Row(group, name, value)] }, template, CheckForms.Year, CheckForms.Unprintable);
}
