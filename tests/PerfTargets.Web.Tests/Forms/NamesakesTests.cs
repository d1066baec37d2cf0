using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>Two people of one name are two people: nobody is told that what the other saved came from their own other window.</summary>
public sealed class NamesakesTests
{
    private const string Elsewhere = "您在别处";

    [Theory, EachDatabase]
    public async Task A_choice_is_between_mine_and_the_others_on_both_pages(DatabaseProvider provider)
    {
        var (scene, id, namesake) = await SceneAsync(provider);
        using var ends = scene;
        var reason = new FindingReason("D1", HeadField.ProjectPeriod, "3 月", "我的说明");
        (string, string?) entry = (PostedForm.ReasonField, PostedForm.ReasonEntry(reason));
        var (edit, check) = (await scene.EditAsync(id), await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check"));
        await scene.SaveAsync(await scene.EditAsync(id, namesake), namesake, ("overallGoal", "对方的目标"), entry, (Place.Reason(reason.Key).Anchor, "对方的说明"));

        var clerk = await scene.AsAsync(scene.County.Filler);
        var asked = new[]
        {
            await scene.SaveAsync(edit, null, ("overallGoal", "我的目标")),
            await clerk.SubmitAsync(check, Send(check), entry, (Place.Reason(reason.Key).Anchor, reason.Text)),
        };

        Assert.All(asked, page =>
        {
            Assert.Contains($"，{namesake.DisplayName}保存过，", page.Body, StringComparison.Ordinal);
            Assert.Equal(["位置", "我的", $"对方的（{namesake.DisplayName}）"], page.Document.QuerySelectorAll("thead th").Select(head => head.TextContent));
        });
    }

    [Theory, EachDatabase]
    public async Task What_the_other_saved_is_said_to_be_theirs(DatabaseProvider provider)
    {
        var (scene, id, namesake) = await SceneAsync(provider);
        using var ends = scene;
        var (mine, automatic) = (await scene.EditAsync(id), await scene.EditAsync(id));
        await scene.SaveAsync(await scene.EditAsync(id, namesake), namesake, ("overallGoal", "对方的目标"));

        Assert.EndsWith($"（{namesake.DisplayName}）", SavedLine(await scene.EditAsync(id)), StringComparison.Ordinal);
        Assert.DoesNotContain("（", SavedLine(await scene.EditAsync(id, namesake)), StringComparison.Ordinal);
        var answer = JsonDocument.Parse((await scene.SaveAsync(automatic, null, ("overallGoal", "我的目标"), ("action", "autosave"))).Text).RootElement;
        Assert.Equal(("conflict", namesake.DisplayName), (answer.GetProperty("state").GetString(), answer.GetProperty("by").GetString()));
        var saved = await (await scene.AsAsync(scene.County.Filler)).SubmitAndFollowAsync(mine, "保存草稿", ("projectPeriod", "2 年"));
        Assert.StartsWith($"草稿已保存，并与{namesake.DisplayName}保存的内容合并。", saved.Note, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Of_a_form_last_saved_before_ids_were_stored_the_name_decides(DatabaseProvider provider)
    {
        var (scene, id, _) = await SceneAsync(provider);
        using var ends = scene;
        var (first, second) = (await scene.EditAsync(id), await scene.EditAsync(id));
        await scene.SaveAsync(first, null, ("overallGoal", "一个窗口的目标"));
        await scene.App.WithAsync<PerfTargetsDbContext>(db =>
            db.Forms.Where(form => form.Id == id).ExecuteUpdateAsync(set => set.SetProperty(form => form.UpdatedById, (Guid?)null)));

        Assert.Contains(Elsewhere, (await scene.SaveAsync(second, null, ("overallGoal", "另一窗口的目标"))).Body, StringComparison.Ordinal);
    }

    private static async Task<(FormScene Scene, Guid Form, StaffMember Namesake)> SceneAsync(DatabaseProvider provider)
    {
        var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.CompleteFormAsync();
        scene.App.Time.Advance(TimeSpan.FromMinutes(1));
        return (scene, id, await scene.County.AddStaffAsync("同名", scene.County.Department, Role.Filler, one => one.DisplayName = scene.County.Filler.DisplayName));
    }

    private static string Send(TestPage check) =>
        check.Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).First(words => words.StartsWith("送审", StringComparison.Ordinal));

    private static string SavedLine(TestPage page) => page.Find("#saved").TextContent.Trim();
}
