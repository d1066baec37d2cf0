using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

public sealed class AutosaveTests
{
    [Theory, EachDatabase]
    public async Task It_stores_the_text_and_leaves_no_line_in_the_forms_history(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        await scene.ActAsync(scene.County.UnitReviewer, id, "退回修改", ("opinion", "请补充。"));
        var before = (await scene.EventsAsync(id)).Select(one => one.Id).ToList();

        var answer = await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "自动保存的目标"), ("action", "autosave"));

        Assert.Equal((HttpStatusCode.OK, "自动保存的目标"), (answer.Status, (await scene.StoredAsync(id)).OverallGoal));
        Assert.NotEmpty(before);
        Assert.Equal(before, (await scene.EventsAsync(id)).Select(one => one.Id));
    }

    /// <summary>A post's fields come before its address where it is not said which of them is meant.</summary>
    [Theory, EachDatabase]
    public async Task It_stores_the_form_of_its_address_whatever_fields_are_posted(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, other) = (await scene.NewFormAsync(), await scene.NewFormAsync(await scene.County.AddProjectAsync("另一个项目", scene.County.Department)));

        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "自动保存的目标"), ("action", "autosave"), ("id", other.ToString()));

        Assert.Equal(("自动保存的目标", false), ((await scene.StoredAsync(id)).OverallGoal, (await scene.StoredAsync(other)).OverallGoal == "自动保存的目标"));
    }
}
