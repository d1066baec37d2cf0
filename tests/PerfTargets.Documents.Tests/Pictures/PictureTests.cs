using PerfTargets.Documents.Tests.Conformance;
using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Pictures;

/// <summary>
/// Pages as somebody sees them. The pictures in Approved/ were looked at; a page that looks otherwise fails until its picture is
/// approved again (docs/testing.md).
/// </summary>
public class PictureTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void The_real_forms(int form) => ApprovedPicture.AssertLooksAs($"seed-{form + 1}", Prints.Render(SeedForms.All[form]));

    [Fact]
    public void A_portrait_form_on_one_page() =>
        ApprovedPicture.AssertLooksAs("portrait", Prints.Render(SeedForms.All[0] with { Orientation = PageOrientation.Portrait }));

    [Fact]
    public void A_form_that_needs_9_points_for_one_page() => ApprovedPicture.AssertLooksAs("nine-points", Prints.Render(Smallest()));

    [Fact]
    public void A_group_is_not_broken_for_its_last_row() => ApprovedPicture.AssertLooksAs("group-kept", Prints.Render(Prints.WithRows(8, 7, 8, 8)));

    [Fact]
    public void The_header_does_not_stand_alone_at_the_foot() => ApprovedPicture.AssertLooksAs("header-kept", Prints.Render(HeaderAtTheFoot()));

    [Fact]
    public void A_row_taller_than_a_page_is_divided() => ApprovedPicture.AssertLooksAs(
        "tall-row",
        Prints.Render(SeedForms.All[0] with { Goal = new("年度总体目标", string.Concat(Enumerable.Range(1, 600).Select(i => $"第{i}项工作，"))) }));

    [Fact]
    public void Labels_are_repeated_after_a_break() => ApprovedPicture.AssertLooksAs("labels-repeated", Prints.Render(Prints.WithRows(5, 60)));

    [Fact]
    public void Lines_to_sign_below_the_table() => ApprovedPicture.AssertLooksAs("submission", Prints.Render(
        SeedForms.All[2] with { Purpose = PrintPurpose.Submission, Orientation = PageOrientation.Portrait }));

    [Fact]
    public void Lines_to_sign_move_to_a_page_of_their_own() => ApprovedPicture.AssertLooksAs("submission-moved", Prints.Render(FullPage()));

    [Fact]
    public void A_draft_bears_its_status() => ApprovedPicture.AssertLooksAs("draft", Prints.Render(
        SeedForms.All[1] with { Purpose = PrintPurpose.Draft, StatusText = "待单位审核" }));

    [Fact]
    public void Contents_of_twelve_forms() => ApprovedPicture.AssertLooksAs("contents-12", Prints.Render([.. SampleFiles.Many(12)]), (1, 1));

    [Fact]
    public void Contents_of_sixty_forms() => ApprovedPicture.AssertLooksAs("contents-60", Prints.Render([.. SampleFiles.Many(60)]), (1, 3));

    /// <summary>The tolerance is for rasterizers, not for the page.</summary>
    [Fact]
    public void A_missing_word_and_another_size_are_seen()
    {
        var form = SeedForms.All[0];
        var (whole, last) = (ApprovedPicture.Draw(Prints.Render(form)), form.Levels[^1].Groups[0]);

        Assert.Null(ApprovedPicture.Difference(whole, GrayPicture.FromPng(whole.ToPng())));
        Assert.NotNull(ApprovedPicture.Difference(ApprovedPicture.Draw(Prints.Render(form with { MoneyUnit = "" })), whole));
        Assert.NotNull(ApprovedPicture.Difference(ApprovedPicture.Draw(Prints.Render(form with
        {
            Levels = [.. form.Levels.SkipLast(1), form.Levels[^1] with { Groups = [last with { Rows = [last.Rows[0] with { Value = "" }] }] }],
        })), whole));
        Assert.NotNull(ApprovedPicture.Difference(ApprovedPicture.Draw(Prints.Render(form with { Orientation = PageOrientation.Portrait })), whole));
    }

    /// <summary>The form with the most rows that still stands on one page.</summary>
    static OfficialTable Smallest() => Enumerable.Range(18, 15).Select(rows => Prints.WithRows(rows)).Last(form => Pages(form) == 1);

    /// <summary>A goal just long enough that the column headings would be the last row of the first page.</summary>
    static OfficialTable HeaderAtTheFoot() => Enumerable.Range(1, 40)
        .Select(lines => Prints.WithRows(40) with { Goal = new("年度总体目标", string.Join('\n', Enumerable.Range(1, lines).Select(line => $"目标 {line}"))) })
        .First(form => PlacedTexts(form)[0].All(text => text.Text != "三级指标"));

    /// <summary>A form whose table fills its last page, so that the lines to sign do not fit there.</summary>
    static OfficialTable FullPage() => Enumerable.Range(1, 40)
        .Select(lines => SeedForms.All[0] with
        {
            Goal = new("年度总体目标", string.Join('\n', Enumerable.Range(1, lines).Select(line => $"目标 {line}"))),
            Purpose = PrintPurpose.Submission,
        })
        .First(form => Pages(form) == 2);

    static int Pages(OfficialTable form) => new RawPdf(Prints.Render(form)).Pages.Count;

    static List<List<PlacedText>> PlacedTexts(OfficialTable form) =>
        [.. new RawPdf(Prints.Render(form)).Pages.Select(page => new PlacedPage(page).Texts)];
}
