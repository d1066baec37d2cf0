using PerfTargets.Core.Checks;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>What a row's field shows when something is said of itself and of its group: the group's sentences stand in the group's cell.</summary>
public sealed class FieldMarksTests
{
    private static readonly FormNote LastYear = new("培训 3 次", null, null, "数量指标第 1 行");

    [Theory]
    [InlineData(FindingSeverity.Warning, FindingSeverity.Error, "bad", "true")]
    [InlineData(FindingSeverity.Error, FindingSeverity.Warning, "bad", "true")]
    [InlineData(FindingSeverity.Warning, FindingSeverity.Warning, "warn", null)]
    public void A_field_is_described_by_its_own_sentences_and_then_its_groups_and_looks_like_the_worse(
        FindingSeverity own, FindingSeverity group, string looks, string? invalid)
    {
        var marks = Marks("row-1-name", own) with { OfGroup = Marks("group-1", group) };

        Assert.Equal("row-1-name-says group-1-says", marks.Said);
        Assert.Equal((looks, invalid), (marks.CellClass, marks.Invalid));
    }

    [Fact]
    public void Last_years_text_beside_a_field_describes_it_together_with_what_is_said_of_its_group()
    {
        var marks = new FieldMarks("row-1-name", [], LastYear) { OfGroup = Marks("group-1", FindingSeverity.Error) };

        Assert.Equal(("row-1-name-says group-1-says", "bad", "true"), (marks.Said, marks.CellClass, marks.Invalid));
    }

    [Fact]
    public void A_group_of_which_nothing_is_said_is_not_pointed_at()
    {
        var marks = Marks("row-1-name", FindingSeverity.Warning) with { OfGroup = FieldMarks.None };

        Assert.Equal(("row-1-name-says", "warn", null), (marks.Said, marks.CellClass, marks.Invalid));
    }

    [Fact]
    public void A_note_at_the_group_describes_the_field_and_is_no_fault()
    {
        var marks = FieldMarks.None with { OfGroup = new FieldMarks("group-1", [], LastYear) };

        Assert.Equal(("group-1-says", null, null), (marks.Said, marks.CellClass, marks.Invalid));
    }

    private static FieldMarks Marks(string anchor, FindingSeverity severity) => new(anchor, [new Finding("T1", severity, Place.Head(anchor), "校验结果")], null);
}
