using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>较上次审核: a step of review is shown what changed since it last acted itself, whatever others have returned in between.</summary>
public sealed class ComparisonTests
{
    [Theory, EachDatabase]
    public async Task A_step_that_sees_the_form_for_the_first_time_is_shown_no_changes(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.SentFormAsync();
        var first = await scene.OpenAsync(county.UnitReviewer, $"/forms/{id}");
        await scene.ActAsync(county.UnitReviewer, id, "退回修改", ("opinion", "请改次数"));
        await ChangeQuantityAsync(scene, id, "6 次");
        await scene.SendUpAsync(id);

        var unit = await scene.OpenAsync(county.UnitReviewer, $"/forms/{id}");
        await scene.ActAsync(county.UnitReviewer, id, "通过");
        var section = await scene.OpenAsync(county.SectionReviewer, $"/forms/{id}");

        Assert.Equal((null, ""), Changes(first));
        Assert.Equal(("较上次审核：修改 1 处", "5 6"), Changes(unit));
        Assert.Equal(("本步骤首次审核", ""), Changes(section));
    }

    [Theory, EachDatabase]
    public async Task A_step_is_shown_all_that_changed_since_it_acted_not_only_since_the_last_sending_up(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.FormAtSectionAsync();
        await scene.ActAsync(county.SectionReviewer, id, "通过");
        await scene.ActAsync(county.PerformanceReviewer, id, "退回修改", ("opinion", "请改次数"));
        await ChangeQuantityAsync(scene, id, "6 次");
        await scene.SendUpAsync(id);
        await scene.ActAsync(county.Filler, id, "撤回");
        await ChangeQuantityAsync(scene, id, "7 次");
        await scene.SendUpAsync(id);

        var performance = await scene.OpenAsync(county.PerformanceReviewer, $"/forms/{id}");
        await scene.ActAsync(county.PerformanceReviewer, id, "通过");
        var passed = await scene.OpenAsync(county.PerformanceReviewer, $"/forms/{id}");

        Assert.Equal(("较上次审核：修改 1 处", "5 7"), Changes(performance));
        Assert.Equal((null, ""), Changes(passed));
    }

    [Theory, EachDatabase]
    public async Task A_pass_taken_back_and_a_colleague_of_the_step_count_as_the_step_having_seen_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var colleague = await county.AddStaffAsync("企业股二", county.Section, Role.SectionReviewer);
        var id = await scene.FormAtSectionAsync();
        await scene.ActAsync(county.SectionReviewer, id, "通过");
        await scene.ActAsync(county.SectionReviewer, id, "取消审核");

        var unchanged = await scene.OpenAsync(colleague, $"/forms/{id}");
        await scene.ActAsync(colleague, id, "退回修改", ("opinion", "请改次数"));
        var returned = await scene.OpenAsync(county.Filler, $"/forms/{id}");
        await ChangeQuantityAsync(scene, id, "6 次");
        var clerk = await scene.OpenAsync(county.Filler, $"/forms/{id}");
        await scene.SendUpAsync(id);
        var check = await scene.OpenAsync(county.Filler, $"/forms/{id}/check");

        Assert.Equal(("较上次审核：没有修改", ""), Changes(unchanged));
        Assert.Equal((null, ""), Changes(returned));
        Assert.Equal(("较上次送审：修改 1 处", "5 6"), Changes(clerk));
        Assert.Contains("这份目标表已经送审，现在是“待业务股室审核”", check.Body, StringComparison.Ordinal);
        Assert.NotNull(check.Document.QuerySelector($".rail a[href='/forms/{id}']"));
        Assert.Equal(("较上次审核：修改 1 处", "5 6"), Changes(await scene.OpenAsync(county.SectionReviewer, $"/forms/{id}")));
    }

    private static async Task ChangeQuantityAsync(FormScene scene, Guid id, string value)
    {
        var edit = await scene.EditAsync(id);
        await scene.SaveAsync(edit, null, ($"row-{FormScene.RowOf(edit, FormScene.Quantity)}-value", value));
    }

    /// <summary>The tag of the comparison, and the marked texts in the table.</summary>
    private static (string? Tag, string Marked) Changes(TestPage page) => (
        page.Document.QuerySelectorAll(".page-head .tag").Select(tag => tag.TextContent)
            .SingleOrDefault(tag => tag.StartsWith("较上次", StringComparison.Ordinal) || tag == "本步骤首次审核"),
        string.Join(' ', page.Document.QuerySelectorAll(".sheet del, .sheet ins").Select(one => one.TextContent)));
}
