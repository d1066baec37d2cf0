using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Projects;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>复制上年 for all of a unit's projects at once.</summary>
public sealed class CopyLastYearTests
{
    private const string Make = "建立所选项目的草稿";

    [Theory, EachDatabase]
    public async Task One_button_makes_a_draft_for_each_ticked_project(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (second, third) = (await AddAsync(scene, "第二个项目"), await AddAsync(scene, "第三个项目"));
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PageAsync(scene);

        var done = await clerk.SubmitAndFollowAsync(page, Make, [.. Picks(page).Where(pick => !pick.StartsWith($"{third.Id}", StringComparison.Ordinal)).Select(pick => ("pick", (string?)pick))]);

        Assert.Equal(3, Picks(page).Length);
        Assert.StartsWith($"已建 2 份 {scene.County.Year} 年度的草稿，内容由上年复制、标为“待核对”。", done.Note, StringComparison.Ordinal);
        var made = await FormsAsync(scene);
        Assert.Equal([scene.County.Project.Id, second.Id], made.Select(form => form.ProjectId).Order());
        Assert.All(made, form => Assert.Equal((3, 6, FormStatus.Draft, 0), (form.Indicators.Count, form.Unconfirmed.Count, form.Status, form.Content.Funds.Count)));
        Assert.Equal($"由 {scene.County.Year - 1} 年度的目标表复制", Assert.Single(await scene.EventsAsync(made[0].Id)).Opinion);
        Assert.Equal(["第三个项目"], (await PageAsync(scene)).Document.QuerySelectorAll("label.choice b").Select(name => name.TextContent));
    }

    [Theory, EachDatabase]
    public async Task Each_project_shows_what_would_come_before_anything_is_made(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);

        var page = await PageAsync(scene);

        Assert.Contains($"{scene.County.Year - 1} 年度资金 36.00 万元 复制 3 行指标 2 处其他年份", page.Body, StringComparison.Ordinal);
        Assert.Equal(["项目属性", "项目期", "年度总体目标", "数量指标", "成本指标"], page.Document.QuerySelectorAll("details tbody tr:not(.rest) th").Select(head => head.TextContent));
        Assert.Empty(await FormsAsync(scene));
    }

    [Theory, EachDatabase]
    public async Task The_lists_say_how_much_of_each_draft_is_unconfirmed(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PageAsync(scene);
        await clerk.SubmitAsync(page, Make);

        foreach (var list in new[] { "/", "/forms" })
        {
            var tags = (await clerk.GetAsync(list)).Document.QuerySelectorAll("table.list tbody .tag").Select(tag => tag.TextContent);
            Assert.Equal(["待核对 6"], tags.Where(tag => tag.StartsWith("待核对", StringComparison.Ordinal)));
        }
    }

    [Theory, EachDatabase]
    public async Task A_double_click_makes_them_once(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PageAsync(scene);

        var both = await Task.WhenAll(clerk.SubmitAsync(page, Make), clerk.SubmitAsync(page, Make));

        Assert.All(both, one => Assert.Equal(HttpStatusCode.Redirect, one.Status));
        Assert.Single(await FormsAsync(scene));
    }

    [Theory, EachDatabase]
    public async Task Where_one_has_a_form_by_now_none_is_made_and_it_is_named(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var second = await AddAsync(scene, "第二个项目");
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PageAsync(scene);
        var id = await scene.NewFormAsync(second);

        var refused = await clerk.SubmitAsync(page, Make);

        Assert.Equal((HttpStatusCode.Conflict, $"“第二个项目”已有 {scene.County.Year} 年度的目标表，或者上年没有目标表，已从所选中去掉。"), (refused.Status, Assert.Single(refused.Problems)));
        Assert.Equal([id], (await FormsAsync(scene)).Select(form => form.Id));
        Assert.StartsWith($"{scene.County.Project.Id}", Assert.Single(refused.Document.QuerySelectorAll("input[name=pick][checked]")).GetAttribute("value"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Another_state_of_last_years_form_than_was_seen_is_not_copied(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PageAsync(scene);

        var refused = await clerk.SubmitAsync(page, Make, ("pick", $"{scene.County.Project.Id}:{Guid.CreateVersion7():N}:1"));

        Assert.Contains("上年的目标表在您打开本页之后有了变化", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Empty(await FormsAsync(scene));
    }

    [Theory, EachDatabase]
    public async Task Another_units_project_is_neither_listed_nor_made(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (county, clerk) = (scene.County, await scene.AsAsync(scene.County.Filler));
        var last = await scene.StoreLastYearAsync(county.UnitsProject, county.Unit);
        var page = await PageAsync(scene);

        var forged = await clerk.SubmitAsync(page, Make, ("pick", $"{county.UnitsProject.Id}:{last:N}:1"));

        Assert.DoesNotContain(county.UnitsProject.Name, page.Body, StringComparison.Ordinal);
        Assert.Equal("所选的一个项目不属于您所在的单位，已从所选中去掉。", Assert.Single(forged.Problems));
        Assert.Empty(await FormsAsync(scene));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(county.SectionReviewer, "/forms/copy-last-year")).Status);
    }

    [Theory, EachDatabase]
    public async Task None_ticked_is_a_sentence_and_the_two_small_buttons_tick_without_making(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PageAsync(scene);

        var none = await clerk.SubmitAsync(page, "全不选");
        var refused = await clerk.SubmitAsync(none, Make);
        var all = await clerk.SubmitAsync(refused, "全选");

        Assert.Equal((0, 0, 1), (Ticked(none), Ticked(refused), Ticked(all)));
        Assert.Equal((HttpStatusCode.BadRequest, "请先选择要复制的项目。"), (refused.Status, Assert.Single(refused.Problems)));
        Assert.Empty(await FormsAsync(scene));
    }

    [Theory, EachDatabase]
    public async Task Without_anything_to_copy_the_page_says_so(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        await scene.NewFormAsync();

        Assert.Contains("没有可以一起复制的项目", (await PageAsync(scene)).Body, StringComparison.Ordinal);
    }

    private static async Task<Project> AddAsync(FormScene scene, string name)
    {
        var project = await scene.County.AddProjectAsync(name, scene.County.Department);
        await scene.StoreLastYearAsync(project, scene.County.Department);
        return project;
    }

    private static Task<TestPage> PageAsync(FormScene scene) => scene.OpenAsync(scene.County.Filler, $"/forms/copy-last-year?year={scene.County.Year}");

    private static string[] Picks(TestPage page) => [.. page.Document.QuerySelectorAll("input[name=pick]").Select(pick => pick.GetAttribute("value")!)];

    private static int Ticked(TestPage page) => page.Document.QuerySelectorAll("input[name=pick][checked]").Length;

    private static Task<List<TargetForm>> FormsAsync(FormScene scene) => scene.App.WithAsync<FormReader, List<TargetForm>>(async reader =>
    {
        var ids = await scene.App.WithAsync<FormSelector, IReadOnlyList<FormReference>>(forms => forms.SelectAsync(new FormSelection(scene.County.Year)));
        return await reader.ReadAsync(ids.Select(form => form.Id)).ToListAsync();
    });
}
