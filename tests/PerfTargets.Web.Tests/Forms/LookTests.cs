using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>查看: text that a browser has kept is shown where its form is in other hands, and saved by it nowhere.</summary>
public sealed class LookTests
{
    private static readonly (string, string?) Look = ("action", "look"), Kept = ("overallGoal", "浏览器里的目标");

    [Theory, EachDatabase]
    public async Task The_text_is_shown_to_be_copied_where_the_form_is_in_other_hands(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await scene.SendUpAsync(id);

        var shown = await scene.SaveAsync(page, null, Kept, Look);

        Assert.Equal((HttpStatusCode.Forbidden, "没有保存"), (shown.Status, shown.Find("#problems h2").TextContent));
        Assert.Equal("浏览器里的目标", Assert.Single(shown.Document.QuerySelectorAll("main textarea")).TextContent.Trim());
    }

    [Theory, EachDatabase]
    public async Task Where_the_form_has_come_back_it_leads_to_the_editor_and_saves_nothing(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        await scene.ActAsync(scene.County.UnitReviewer, id, "退回修改", ("opinion", "请补充。"));
        var before = await scene.StoredAsync(id);

        var led = await scene.SaveAsync(await scene.EditAsync(id), null, Kept, Look);

        Assert.Equal((HttpStatusCode.Redirect, $"/forms/{id}/edit"), (led.Status, led.Location?.AbsolutePath));
        var after = await scene.StoredAsync(id);
        Assert.Equal((before.Version, before.OverallGoal), (after.Version, after.OverallGoal));
    }
}
