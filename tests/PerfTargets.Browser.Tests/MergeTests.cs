using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Randomised;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>What is typed while a save with others' texts in it is under way.</summary>
public sealed class MergeTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Mine = "我这时写下的总体目标。";
    private const string Theirs = "同事先保存的总体目标。";
    private static readonly string Project = County.SeedContents[1].ProjectName;

    [Fact]
    public async Task A_text_typed_where_a_colleagues_comes_in_at_that_moment_is_asked_about()
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        var ((clerk, edit), (_, other)) = (await EditAsync(county), await EditAsync(county));
        await other.TypeGoalAsync(Theirs);
        await other.SaveAsync();
        var (wire, typed) = (new Wire(clerk.Page), new TaskCompletionSource());
        await wire.AttachAsync();
        wire.Delay = typed.Task;

        var answered = wire.NextAsync();
        await edit.TypePeriodAsync("2 年");
        Assert.Equal("merged", (await answered).State);
        await edit.TypeGoalAsync(Mine);
        typed.SetResult();

        await edit.SaysAsync("别处也作了修改");
        await clerk.GoOnAsync(() => edit.AnswerAsync("查看并选择"));
        Assert.Equal([("年度总体目标", Mine, Theirs)], await new ConflictPage(clerk).QuestionsAsync());
    }

    private async Task<(Person Clerk, EditPage Edit)> EditAsync(County county)
    {
        var clerk = await PersonAsync(county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return (clerk, await new EditPage(clerk).OpenAsync(await county.FormIdAsync(Project)));
    }
}
