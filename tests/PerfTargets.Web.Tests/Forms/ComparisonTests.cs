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
        Assert.Equal(("第一次送到这一步", ""), Changes(section));
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
    public async Task A_colleague_of_the_step_counts_as_the_step_having_seen_it_and_a_pass_taken_back_does_not(DatabaseProvider provider)
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

        Assert.Equal((null, ""), Changes(unchanged));
        Assert.Equal((null, ""), Changes(returned));
        Assert.Equal(("较上次送审：修改 1 处", "5 6"), Changes(clerk));
        Assert.Contains("这份目标表已经送审，现在是“待业务股室审核”", check.Body, StringComparison.Ordinal);
        Assert.NotNull(check.Document.QuerySelector($".rail a[href='/forms/{id}']"));
        Assert.Equal(("较上次审核：修改 1 处", "5 6"), Changes(await scene.OpenAsync(county.SectionReviewer, $"/forms/{id}")));
    }

    [Theory, EachDatabase]
    public async Task After_a_pass_taken_back_the_comparison_is_that_of_before_and_the_opinion_is_back_in_its_box(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.SentFormAsync();
        await scene.ActAsync(county.UnitReviewer, id, "退回修改", ("opinion", "请改次数"));
        await ChangeQuantityAsync(scene, id, "6 次");
        await scene.SendUpAsync(id);
        await scene.ActAsync(county.UnitReviewer, id, "通过", ("opinion", "已改，同意"));

        var again = await scene.ActAsync(county.UnitReviewer, id, "取消审核");

        Assert.Equal(("较上次审核：修改 1 处", "5 6"), Changes(again));
        Assert.Equal("已改，同意", again.Find("#opinion").TextContent.Trim());
    }

    [Theory, EachDatabase]
    public async Task A_sending_up_that_was_withdrawn_does_not_count(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.SentFormAsync();
        await scene.ActAsync(county.Filler, id, "撤回");
        await scene.SendUpAsync(id);
        var first = await scene.OpenAsync(county.UnitReviewer, $"/forms/{id}");
        await scene.ActAsync(county.UnitReviewer, id, "退回修改", ("opinion", "请改次数"));
        await scene.SendUpAsync(id);
        var withdrawn = await scene.ActAsync(county.Filler, id, "撤回");
        await scene.SendUpAsync(id);
        var second = await scene.OpenAsync(county.UnitReviewer, $"/forms/{id}");
        var list = await scene.OpenAsync(county.Filler, "/forms");

        Assert.Equal($"“{county.Project.Name}”：已撤回，可以继续修改。", withdrawn.Note);
        Assert.Contains("首次送审", first.Find(".crumb").TextContent, StringComparison.Ordinal);
        Assert.Contains("第 2 次送审", second.Find(".crumb").TextContent, StringComparison.Ordinal);
        Assert.Contains("第 2 次送审", list.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Equal(["第 2 次送审", "撤回", "第 2 次送审", "退回修改", "送审", "撤回", "送审", "新建"],
            second.Document.QuerySelectorAll(".timeline b").Select(word => word.TextContent));
    }

    [Theory, EachDatabase]
    public async Task A_line_break_that_went_or_came_is_seen_and_the_lines_are_those_of_the_new_text(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "一、培训 5 次。\n二、培训 20 家。三、10 万元。"));
        await scene.SendUpAsync(id);
        await scene.ActAsync(scene.County.UnitReviewer, id, "退回修改", ("opinion", "请改分行"));
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "一、培训 5 次。二、培训 20 家。\n三、10 万元。"));

        var page = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}");

        Assert.Equal("一、培训 5 次。<del>↵</del>二、培训 20 家。<ins>↵\n</ins>三、10 万元。", page.Find("#overallGoal").InnerHtml);
    }

    private static async Task ChangeQuantityAsync(FormScene scene, Guid id, string value)
    {
        var edit = await scene.EditAsync(id);
        await scene.SaveAsync(edit, null, ($"row-{FormScene.RowOf(edit, FormScene.Quantity)}-value", value));
    }

    /// <summary>The tag of the comparison, and the marked texts in the table.</summary>
    private static (string? Tag, string Marked) Changes(TestPage page) => (
        page.Document.QuerySelectorAll(".page-head .tag").Select(tag => tag.TextContent)
            .SingleOrDefault(tag => tag.StartsWith("较上次", StringComparison.Ordinal) || tag == "第一次送到这一步"),
        string.Join(' ', page.Document.QuerySelectorAll(".sheet del, .sheet ins").Select(one => one.TextContent)));
}
