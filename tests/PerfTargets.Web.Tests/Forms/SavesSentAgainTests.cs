using System.Net;
using System.Text.Json;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>What becomes of a save that is sent again after others have saved, and of what others have typed where somebody deletes or decides.</summary>
public sealed class SavesSentAgainTests
{
    private static readonly (string, string?) Autosave = ("action", "autosave");

    [Theory, EachDatabase]
    public async Task A_merged_save_sent_again_is_answered_as_before_and_brings_nothing_back_that_others_have_deleted(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, colleague) = (await scene.CompleteFormAsync(), await ColleagueAsync(scene));
        var (mine, row) = (await scene.EditAsync(id), Guid.CreateVersion7().ToString("N"));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("projectPeriod", "2 年"));
        (string, string?)[] typed = [("overallGoal", "我的目标"), ("row", $"{FormScene.Quantity}:{row}"), ($"row-{row}-name", "检查企业数"), ($"row-{row}-value", "9 户"), Autosave];
        var merged = await SaveWithAllRowsAsync(scene, mine, typed);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", "对方改过的目标"), ("action", $"remove:{row}"));
        var version = (await scene.StoredAsync(id)).Version;

        var again = await SaveWithAllRowsAsync(scene, mine, typed);

        Assert.Equal(("merged", "merged"), (StateOf(merged), StateOf(again)));
        var form = await scene.StoredAsync(id);
        Assert.Equal((version, "对方改过的目标", "2 年"), (form.Version, form.OverallGoal, form.ProjectPeriod));
        Assert.DoesNotContain(form.Content.Indicators, one => one.Name == "检查企业数");
    }

    [Theory, EachDatabase]
    public async Task Deleting_a_row_in_which_a_colleague_has_typed_meanwhile_is_asked_about(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, colleague) = (await scene.CompleteFormAsync(), await ColleagueAsync(scene));
        var mine = await scene.EditAsync(id);
        var row = FormScene.RowOf(mine, "output.cost");
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ($"row-{row}-value", "≤8 万元"));

        var asked = await scene.SaveAsync(mine, null, ("action", $"remove:{row}"));

        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Equal(["（这一行已删除）", "培训费用\n≤8 万元"], asked.Document.QuerySelectorAll(".compare .side").Select(side => side.TextContent.Trim()));
        Assert.DoesNotContain("还没有进行", asked.Body, StringComparison.Ordinal);
        Assert.Single((await scene.StoredAsync(id)).Content.RowsOf("output.cost"));
        var deleted = await (await scene.AsAsync(scene.County.Filler)).SubmitAndFollowAsync(asked, "全部用我的");
        Assert.Empty((await scene.StoredAsync(id)).Content.RowsOf("output.cost"));
        Assert.NotNull(deleted.Find($"#undo-{row}"));
    }

    [Theory, EachDatabase]
    public async Task All_theirs_leaves_what_only_I_have_changed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, colleague) = (await scene.CompleteFormAsync(), await ColleagueAsync(scene));
        var mine = await scene.EditAsync(id);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", "对方的目标"));

        var conflict = await scene.SaveAsync(mine, null, ("overallGoal", "我的目标"), ("projectPeriod", "2 年"));
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(conflict, "全部用对方的");

        var form = await scene.StoredAsync(id);
        Assert.Equal(("对方的目标", "2 年"), (form.OverallGoal, form.ProjectPeriod));
    }

    private static Task<StaffMember> ColleagueAsync(FormScene scene) => scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);

    /// <summary>The given rows come beside those of the page.</summary>
    private static Task<TestPage> SaveWithAllRowsAsync(FormScene scene, TestPage page, (string, string?)[] values) =>
        scene.SaveAsync(page, null, [.. FormScene.RowsOf(page).Select(row => ("row", (string?)$"{row.Group}:{row.Id}")), .. values]);

    private static string? StateOf(TestPage answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("state").GetString();
}
