using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>Who may still be typing into the form is said above the sheet, before one begins.</summary>
public sealed class AlsoEditingTests
{
    [Theory, EachDatabase]
    public async Task Each_colleague_who_saved_in_the_last_ten_minutes_is_named_with_the_last_time(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var first = await scene.County.AddStaffAsync("同事甲", scene.County.Department, Role.Filler);
        var second = await scene.County.AddStaffAsync("同事乙", scene.County.Department, Role.Filler);
        await SaveAsync(scene, id, first, "目标一");
        await SaveAsync(scene, id, second, "目标二");
        await SaveAsync(scene, id, first, "目标三");
        await SaveAsync(scene, id, scene.County.Filler, "目标四");

        Assert.Equal($"{first.DisplayName} 11:03、{second.DisplayName} 11:02 刚保存过这份目标表，可能还在修改。您可以照常填写，两人改了同一处时会请您选择。", await SaidAsync(scene, id));

        scene.App.Time.Advance(TimeSpan.FromMinutes(8.5));
        Assert.StartsWith($"{first.DisplayName} 11:03 刚保存过", await SaidAsync(scene, id), StringComparison.Ordinal);
        scene.App.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await SaidAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task Who_only_sent_the_form_up_or_back_is_not_typing(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        scene.App.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.SendUpAsync(id, colleague);
        await scene.ActAsync(scene.County.UnitReviewer, id, "退回修改", ("opinion", "请补充。"));

        Assert.Null(await SaidAsync(scene, id));
    }

    private static async Task SaveAsync(FormScene scene, Guid id, StaffMember staff, string goal)
    {
        scene.App.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.SaveAsync(await scene.EditAsync(id, staff), staff, ("overallGoal", goal));
    }

    private static async Task<string?> SaidAsync(FormScene scene, Guid id) =>
        (await scene.EditAsync(id)).Document.QuerySelector("main > .notice-warn")?.TextContent;
}
