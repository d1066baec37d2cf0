using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>What the editor says at the foot of the window and at the head of the page is never in the way, and never about what is past.</summary>
public sealed class NoticeTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Quantity = "数量指标";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS");

    [Fact]
    public async Task A_notice_never_covers_the_field_that_has_the_hand()
    {
        var (clerk, edit) = await EditAsync();
        var sheet = new SheetPage(clerk);
        await sheet.Value(Quantity).FillAsync("≧２０ 户");
        var low = sheet.Name("时效指标");
        await low.EvaluateAsync("(field) => scrollBy(0, field.getBoundingClientRect().bottom - innerHeight + 8)");

        await low.FocusAsync();

        Assert.Single(await sheet.Notices.AllInnerTextsAsync());
        Assert.False(await IsCoveredAsync(low));
        if (Pictures is { Length: > 0 })
            await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, "notice-above.png") });

        await low.EvaluateAsync("(field) => scrollBy(0, field.getBoundingClientRect().top - 8)");
        await clerk.Page.WaitForFunctionAsync("() => !document.querySelector('.foot-notices.above')");

        Assert.False(await IsCoveredAsync(low));
        Assert.Equal("时效指标 三级指标", await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task What_asks_for_nothing_goes_by_itself_and_what_can_be_taken_back_stays()
    {
        var (clerk, edit) = await EditByTheClockAsync();
        var sheet = new SheetPage(clerk);
        await Office.ActAsync(FormAction.Submit, Office.Colleague);
        await Office.ActAsync(FormAction.Return, Account.UnitReviewer, "请补充。");
        await sheet.Value(Quantity).FillAsync("≧２０ 户");
        await edit.FocusNameAsync(Quantity);
        await clerk.Page.Clock.RunForAsync(5_000);
        await sheet.Notices.Nth(1).WaitForAsync();

        await clerk.Page.Clock.RunForAsync(15_000);

        Assert.Equal(["“≧２０ 户”已改写为“≥20 户”。"], await sheet.Notices.AllInnerTextsAsync());
    }

    [Fact]
    public async Task What_was_saved_before_is_said_no_more_once_something_is_typed_and_nothing_moves_by_that()
    {
        var (clerk, edit) = await EditAsync();
        await edit.SaveAsync();
        Assert.Equal("草稿已保存。", await edit.NoteAsync());
        var goal = new SheetPage(clerk).Goal;
        var top = (await goal.BoundingBoxAsync())!.Y;
        await CutOffAsync(clerk);

        await edit.TypeGoalAsync(Goal);

        Assert.Equal("", await edit.NoteAsync());
        Assert.Equal(top, (await goal.BoundingBoxAsync())!.Y);
        await edit.SaysAsync("未能保存");
        Assert.Equal("", await edit.NoteAsync());
    }

    [Fact]
    public async Task What_was_saved_is_said_where_it_takes_no_room_and_covers_nothing()
    {
        var (clerk, edit) = await EditAsync();
        var goal = new SheetPage(clerk).Goal;
        var top = (await goal.BoundingBoxAsync())!.Y;

        await edit.SaveAsync();

        Assert.Equal("草稿已保存。", await edit.NoteAsync());
        Assert.Equal(top, (await goal.BoundingBoxAsync())!.Y);
        Assert.Empty(await CoveredByNoteAsync(clerk));
        if (Pictures is { Length: > 0 })
            await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, "saved-note.png") });
    }

    /// <summary>At 200 % on the usual screen, on a small one, and as narrow as it stands beside the crumb.</summary>
    [Theory]
    [InlineData(683, 384)]
    [InlineData(1024, 768)]
    [InlineData(1200, 800)]
    public async Task The_longest_that_is_said_of_saving_covers_nothing_either(int width, int height)
    {
        var (clerk, edit) = await EditAsync();
        await clerk.Page.SetViewportSizeAsync(width, height);
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });
        await edit.TypeGoalAsync(Goal);
        await edit.SaveAsync();
        var conflict = new ConflictPage(clerk);
        await conflict.TakeBothAsync(County.Template.Labels.OverallGoal);

        await conflict.ResolveAsync();

        Assert.Contains("选了“两边都要”的地方", await edit.NoteAsync(), StringComparison.Ordinal);
        Assert.Empty(await CoveredByNoteAsync(clerk));
        if (Pictures is { Length: > 0 })
            await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"long-note-{width}.png") });
    }

    private static Task<string[]> CoveredByNoteAsync(Person clerk) => clerk.Page.EvaluateAsync<string[]>(
        """
        () => {
          const note = document.querySelector("main > .notice-done").getBoundingClientRect();
          return Array.from(document.querySelectorAll(".topbar, .crumb a, .page-head *, .columns"), (one) => [one, one.getBoundingClientRect()])
            .filter(([, box]) => box.bottom > note.top && box.top < note.bottom && box.right > note.left && box.left < note.right).map(([one]) => one.outerHTML);
        }
        """);

    private static Task<bool> IsCoveredAsync(ILocator field) => field.EvaluateAsync<bool>(
        """
        (field) => {
          const one = field.getBoundingClientRect();
          return Array.from(document.querySelectorAll(".foot-notices .notice"), (notice) => notice.getBoundingClientRect()).some((other) =>
            one.bottom > other.top && one.top < other.bottom && one.right > other.left && one.left < other.right);
        }
        """);
}
