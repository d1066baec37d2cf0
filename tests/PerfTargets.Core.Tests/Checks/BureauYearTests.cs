using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>What a department's forms of one year answer about one of them.</summary>
public class BureauYearTests
{
    private static BureauForm Form(string name, string? total, params (string Name, string Value)[] rows) => new(
        Guid.CreateVersion7(), null, name, "县水务局", Amount.FromTyped(total), [.. rows.Select(row => CheckForms.Row("output.quality", row.Name, row.Value))]);

    /// <param name="stored">The form's own total as it is stored.</param>
    /// <param name="typed">As it stands now.</param>
    [Theory]
    [InlineData("36", "40", 50, true)]
    [InlineData(null, "40", 50, true)]
    [InlineData("36", null, 10, false)]
    [InlineData(null, null, 10, false)]
    [InlineData("三十六", "36", 46, true)]
    [InlineData("36", "三十六", 10, false)]
    public void The_forms_total_counts_as_it_stands_now(string? stored, string? typed, int sum, bool isComplete)
    {
        var own = Form("供水管网改造", stored);
        var bureau = new BureauYear([own, Form("河道清淤", "10")]);

        Assert.Equal((sum * Money.FenPerWan, isComplete), bureau.SumWith(own.FormId, Amount.FromTyped(typed)));
    }

    [Fact]
    public void Each_form_without_a_total_leaves_the_sum_open()
    {
        var own = Form("供水管网改造", null);
        var bureau = new BureauYear([own, Form("河道清淤", null), Form("水库除险", null)]);

        Assert.False(bureau.SumWith(own.FormId, Amount.FromTyped("36")).IsComplete);
        Assert.False(new BureauYear([own, Form("河道清淤", null)]).SumWith(own.FormId, Amount.FromTyped("36")).IsComplete);
    }

    [Fact]
    public void A_form_that_is_not_among_them_is_added()
    {
        var bureau = new BureauYear([Form("河道清淤", "10")]);

        Assert.Equal((46 * (Int128)Money.FenPerWan, true), bureau.SumWith(Guid.CreateVersion7(), Amount.FromTyped("36")));
        Assert.False((new BureauYear([Form("河道清淤", "10")]) { ProjectsWithoutForm = 1 }).SumWith(Guid.CreateVersion7(), Amount.FromTyped("36")).IsComplete);
    }

    [Fact]
    public void A_row_is_found_once_in_the_forms_of_each_project()
    {
        var (first, second) = (Form("河道清淤", "10", ("合格率", "≥95%"), ("合格率", "≧ 95％")), Form("水库除险", "10", ("合格率", "≥95%")));
        var bureau = new BureauYear([first, Form("河道 清淤", "10", ("合格率", "≥95%")), second, Form("泵站", "10", ("合格率", "≥90%"))]);

        Assert.Equal([first, second], bureau.WithRow("合格率", "≥95%"));
    }

    [Fact]
    public void Blank_rows_are_found_nowhere() => Assert.Empty(new BureauYear([Form("河道清淤", "10", ("", ""))]).WithRow("", ""));
}
