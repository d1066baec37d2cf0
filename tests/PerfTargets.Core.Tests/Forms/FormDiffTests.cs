using CsCheck;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class FormDiffTests
{
    private const string Quantity = "output.quantity";
    private static readonly FormTemplate Template = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023"));

    [Fact]
    public void A_form_compared_with_itself_has_no_change()
    {
        var diff = FormDiff.Between(Content(Row("培训", "1 次")), Content(Row("培训", "1 次")) with { Indicators = [] }, Template);
        var same = Content(Row("培训", "1 次"));

        Assert.True(FormDiff.Between(same, same, Template).IsEmpty);
        Assert.Equal("没有修改", FormDiff.Between(same, same, Template).Summary);
        Assert.Equal("删除 1 行", diff.Summary);
    }

    [Fact]
    public void Rows_are_matched_by_their_id_and_fields_by_their_place()
    {
        var (kept, gone, added) = (Row("培训", "1 次"), Row("检查", "2 次"), Row("宣传", "3 次"));
        var before = Content(kept, gone) with { ProjectPeriod = "1 年", Funds = [new("total", Amount.FromTyped("36"))] };
        var after = Content(kept with { Value = "≥1 次" }, added) with { ProjectPeriod = "2 年", Funds = [new("total", Amount.FromTyped("36.00"))] };

        var diff = FormDiff.Between(before, after, Template);

        Assert.Equal([HeadField.ProjectPeriod, Place.RowValue(Quantity, kept.Id).Anchor], diff.Changes.Keys);
        Assert.Equal([added.Id], diff.AddedRows);
        Assert.Equal([gone.Id], diff.RemovedRows);
        Assert.Equal("修改 2 处，新增 1 行，删除 1 行", diff.Summary);
    }

    [Fact]
    public void A_removed_row_stands_in_the_merged_table_behind_the_row_it_followed()
    {
        var (first, second, third, other) = (Row("甲", ""), Row("乙", ""), Row("丙", ""), Row("丁", "") with { GroupKey = "output.cost" });

        var diff = FormDiff.Between(Content(first, second, third, other), Content(first, third, other), Template);

        Assert.Equal([first.Id, second.Id, third.Id, other.Id], diff.Merged.Indicators.Select(row => row.Id));
    }

    [Theory]
    [InlineData("一、甲\n二、乙", "一、甲二、乙", "一、甲[-\n]二、乙")]
    [InlineData("一、甲二、乙", "一、甲\n二、乙", "一、甲[+\n]二、乙")]
    [InlineData("一、甲 \n二、乙", "　　一、甲\n二、丙  ", "　　一、甲\n二、[-乙][+丙]")]
    public void Without_what_went_a_changed_text_is_the_new_one(string before, string after, string expected)
    {
        var diff = FormDiff.Between(new FormContent { OverallGoal = before }, new FormContent { OverallGoal = after }, Template);

        Assert.Equal(expected, string.Concat(diff.Changes[HeadField.OverallGoal].Select(piece => piece.Kind switch
        {
            DiffKind.Added => $"[+{piece.Text}]",
            DiffKind.Removed => $"[-{piece.Text}]",
            _ => piece.Text,
        })));
    }

    [Fact]
    public void Another_order_and_not_applicable_are_changes_too()
    {
        var (first, second) = (Row("甲", ""), Row("乙", ""));
        var after = Content(second, first) with { NotApplicable = [new("benefit.ecological", "不涉及土地")] };

        var diff = FormDiff.Between(Content(first, second), after, Template);

        Assert.Equal([Quantity], diff.ReorderedGroups);
        Assert.Equal("生态效益指标：不涉及，原因：不涉及土地", diff.NotApplicableChanges["benefit.ecological"]);
        Assert.Equal("修改 1 处，1 组调整了顺序", diff.Summary);
    }

    [Fact]
    public void A_reason_that_was_written_rewritten_or_taken_away_is_a_change()
    {
        var (kept, rewritten, gone, written) = (Reason("F3"), Reason("D1"), Reason("F4"), Reason("X2"));
        var before = Content() with { Reasons = [kept, rewritten, gone] };
        var after = Content() with { Reasons = [written, rewritten with { Text = "跨年实施" }, kept with { Text = kept.Text + " " }] };

        var diff = FormDiff.Between(before, after, Template);

        Assert.Equal([rewritten.Key, gone.Key, written.Key], diff.ReasonChanges.Keys);
        Assert.Equal([new DiffPiece(DiffKind.Removed, gone.Text)], diff.ReasonChanges[gone.Key]);
        Assert.Equal("填写说明改了 3 条", diff.Summary);
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void A_reason_without_its_finding_is_no_change_to_a_reader()
    {
        var finding = new Finding("D1", FindingSeverity.Warning, Place.Head("x"), "", "2024");
        var after = Content() with { Reasons = [new("D1", "x", "2025", "跨年实施"), new("D1", "x", "2024", "跨年实施")] };

        Assert.Equal(["2024"], after.WithReasonsFor([finding]).Reasons.Select(reason => reason.Raw));
    }

    [Fact]
    public void What_nobody_can_see_is_no_change() => Gen.Char[" \t\n\u00A0\u200B　"].Array[0, 4].Select(chars => new string(chars)).Sample(blanks =>
    {
        var row = Row("培训", "1 次");
        var before = Content(row) with { NotApplicable = [new("benefit.ecological", "不涉及土地")], Funds = [new("total", Amount.FromTyped("约三十万"))] };
        var after = new FormContent
        {
            ProjectName = "项目" + blanks,
            ProjectPeriod = blanks,
            OverallGoal = blanks,
            Funds = [new("total", Amount.FromTyped("约三十万" + blanks))],
            Indicators = [row with { Name = blanks + "培训", Value = "1\u00A0次" + blanks }],
            NotApplicable = [new("benefit.ecological", "不涉及土地" + blanks)],
        };

        Assert.True(FormDiff.Between(before, after, Template).IsEmpty);
        Assert.Empty(FormMerge.Questions(before, after, Template, ShownTexts.Unknown));
        Assert.Equal(ShownTexts.Of(before, Template).Pack(), ShownTexts.Of(after, Template).Pack());
    });

    private static FormContent Content(params IndicatorRow[] rows) => new() { ProjectName = "项目", Indicators = rows };

    private static FindingReason Reason(string code) => new(code, "funds-total", "36", "按合同执行");

    private static IndicatorRow Row(string name, string value) => new(Guid.CreateVersion7(), Quantity, name, value);
}
