using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Forms;

namespace PerfTargets.Web.Tests.Pages;

/// <summary>What one page says on the next one.</summary>
public sealed class NoteTests
{
    [Fact]
    public async Task A_note_is_told_once_and_then_forgotten()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.CompleteFormAsync();
        var saved = await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "改过的目标"), ("action", "save"));
        var browser = await scene.AsAsync(scene.County.Filler);

        var first = await browser.FollowAsync(saved);
        var second = await scene.EditAsync(id);

        Assert.Equal("草稿已保存。", first.Note);
        Assert.Contains(NoteCookiesOf(first), cookie => cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        Assert.Null(second.Note);
    }

    [Fact]
    public async Task A_browser_without_notes_is_not_told_to_forget_them()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var page = await scene.EditAsync(await scene.CompleteFormAsync());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(NoteCookiesOf(await scene.OpenAsync(scene.County.Filler, page.Address.PathAndQuery)));
    }

    private static IEnumerable<string> NoteCookiesOf(TestPage page) =>
        page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Where(cookie => cookie.StartsWith("perftargets-note=", StringComparison.Ordinal)) : [];
}
