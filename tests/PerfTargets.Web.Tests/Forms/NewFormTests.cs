using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

public sealed class NewFormTests
{
    [Theory, EachDatabase]
    public async Task A_form_stays_with_its_unit_when_the_project_moves_and_the_new_unit_begins_with_the_next_year(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (county, app) = (scene.County, scene.App);
        var id = await scene.NewFormAsync();
        await app.WithAsync<PerfTargetsDbContext>(async db =>
        {
            (await db.Projects.FindAsync(county.Project.Id))!.Describe(county.Project.Code, county.Project.Name, county.Unit.Id);
            await db.SaveChangesAsync();
        });
        var clerk = await scene.AsAsync(county.UnitsFiller);
        var page = await clerk.OpenAsync($"/forms/new?year={county.Year}");

        var refused = await clerk.SubmitAsync(page, "开始填报", ("project", county.Project.Id.ToString()));
        var byName = await clerk.SubmitAsync(page, "开始填报", ("project", "new"), ("name", county.Project.Name));
        var saved = await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "原单位接着填"));

        Assert.DoesNotContain(county.Project.Name, page.Body, StringComparison.Ordinal);
        var sentence = $"这个项目 {county.Year} 年度的目标表在项目划转前已由“{county.Department.Name}”建立，仍由该单位填报，不能再新建一份。";
        Assert.Equal((sentence, sentence), (Assert.Single(refused.Problems), Assert.Single(byName.Problems)));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(("原单位接着填", county.Department.Name), ((await scene.StoredAsync(id)).OverallGoal, (await scene.StoredAsync(id)).ImplementingUnitText));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/forms/{id}")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_clerk_chooses_a_project_and_starts_to_fill_in(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);

        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);

        Assert.Equal(scene.County.Project.Name, page.Find("#projectName").TextContent);
        Assert.Equal($"D{scene.County.Mark}-{scene.County.Department.Name}", page.Find("#department").TextContent);
        Assert.Equal(scene.County.Department.Name, page.Find("#implementingUnit").TextContent);
        Assert.Equal(9, FormScene.RowsOf(page).Count);
    }

    [Theory, EachDatabase]
    public async Task A_project_that_has_a_form_is_offered_no_more_and_leads_to_it_when_asked_twice(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        var page = await scene.OpenAsync(scene.County.Filler, $"/forms/new?year={scene.County.Year}");
        var browser = await scene.AsAsync(scene.County.Filler);
        var again = await browser.SubmitAsync(page, "开始填报", ("project", scene.County.Project.Id.ToString()));

        Assert.DoesNotContain(scene.County.Project.Name, page.Body, StringComparison.Ordinal);
        Assert.Equal(id, FormScene.IdOf(again));
    }

    [Theory, EachDatabase]
    public async Task The_name_of_a_project_with_a_form_leads_there_by_a_link_and_says_how_it_stands(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await browser.OpenAsync($"/forms/new?year={scene.County.Year}");

        var told = await browser.SubmitAsync(page, "开始填报", ("project", "new"), ("name", scene.County.Project.Name));

        Assert.Equal((HttpStatusCode.Conflict, $"这个项目 {scene.County.Year} 年度已有目标表（审核通过），没有另建一份。"), (told.Status, Assert.Single(told.Problems)));
        Assert.Equal(scene.County.Project.Name, told.Find("#name").GetAttribute("value"));
        Assert.NotNull(told.Document.QuerySelector($"main a[href='/forms/{id}']"));
    }

    [Theory, EachDatabase]
    public async Task The_newest_open_year_comes_first_and_another_keeps_the_typed_name(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var (older, newer) = (scene.County.Year, scene.County.Year + 1);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var open = await db.Years.SingleAsync(one => one.Year == older);
            var next = new BudgetYear
            {
                Year = newer,
                Deadline = open.Deadline.AddYears(1),
                ClosesToBureaus = open.ClosesToBureaus.AddYears(1),
                ClosesToReviewers = open.ClosesToReviewers.AddYears(1),
            };
            next.UseTemplate(open.TemplateJson);
            db.Add(next);
            await db.SaveChangesAsync();
        });
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await browser.OpenAsync("/forms/new");

        var switched = await browser.SubmitAsync(page, "换年度", ("name", "新项目"), ("chosenYear", $"{older}"));
        var unnoticed = await browser.SubmitAsync(page, "开始填报", ("name", "新项目"), ("chosenYear", $"{older}"));
        var made = await browser.SubmitAsync(switched, "开始填报");

        Assert.Equal($"{newer}", page.Find("input[name=year]").GetAttribute("value"));
        Assert.All([switched, unnoticed], one =>
        {
            Assert.Equal(($"{older}", "新项目"), (one.Find("input[name=year]").GetAttribute("value"), one.Find("#name").GetAttribute("value")));
            Assert.Equal(HttpStatusCode.OK, one.Status);
        });
        Assert.Equal(older, (await scene.StoredAsync(FormScene.IdOf(made))).Year);
    }

    [Theory, EachDatabase]
    public async Task A_project_that_the_list_lacks_is_named_on_the_spot(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await browser.OpenAsync($"/forms/new?year={scene.County.Year}");

        var made = await browser.SubmitAsync(page, "开始填报", ("project", "new"), ("name", "  新项目 <b>  "));
        var again = await browser.SubmitAsync(page, "开始填报", ("project", "new"), ("name", "新项目 <b>"));

        var form = await scene.StoredAsync(FormScene.IdOf(made));
        Assert.Equal("新项目 <b>", form.ProjectName);
        Assert.Equal(made.Location, again.Location);
    }

    [Theory, EachDatabase]
    public async Task A_project_that_was_mistyped_is_offered_no_more_once_its_draft_is_deleted_until_it_is_restored_or_typed_again(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var browser = await scene.AsAsync(scene.County.Filler);
        var id = FormScene.IdOf(await browser.SubmitAsync(await NewAsync(), "开始填报", ("project", "new"), ("name", "打错的项目")));

        var list = await scene.ActAsync(scene.County.Filler, id, "确认删除草稿");
        var without = await NewAsync();
        var again = FormScene.IdOf(await browser.SubmitAsync(without, "开始填报", ("project", "new"), ("name", "打错的项目")));
        await scene.ActAsync(scene.County.Filler, again, "确认删除草稿");
        await scene.ActAsync(scene.County.Filler, id, "恢复草稿");

        Assert.Equal("已删除“打错的项目”的草稿，30 天内可以在本页下方恢复。没有编码的项目，草稿删除后不再列在“新建”里；以后需要时重新填写同样的名称即可。", list.Note);
        Assert.DoesNotContain("打错的项目", without.Body, StringComparison.Ordinal);
        Assert.NotEqual(id, again);
        var (first, second) = (await scene.StoredAsync(id), await scene.StoredAsync(again));
        Assert.Equal((FormStatus.Draft, FormStatus.Deleted, first.ProjectId), (first.Status, second.Status, second.ProjectId));
        Assert.Equal([FormEventKind.Restored, FormEventKind.Deleted, FormEventKind.Created], (await scene.EventsAsync(id)).Select(e => e.Kind));

        Task<TestPage> NewAsync() => browser.OpenAsync($"/forms/new?year={scene.County.Year}");
    }

    [Theory, EachDatabase]
    public async Task A_project_of_the_countys_list_or_one_that_went_up_is_offered_again_when_its_draft_is_deleted(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var browser = await scene.AsAsync(scene.County.Filler);
        var uncoded = await scene.County.AddProjectAsync("没有编码的项目", scene.County.Department, null);
        var listed = await scene.NewFormAsync();
        var sent = await scene.CompleteFormAsync(uncoded);
        await scene.SendUpAsync(sent);
        await scene.ActAsync(scene.County.Filler, sent, "撤回");

        var notes = new[] { (await scene.ActAsync(scene.County.Filler, listed, "确认删除草稿")).Note, (await scene.ActAsync(scene.County.Filler, sent, "确认删除草稿")).Note };
        var page = await browser.OpenAsync($"/forms/new?year={scene.County.Year}");

        Assert.All(notes, note => Assert.EndsWith("在本页下方恢复。", note, StringComparison.Ordinal));
        Assert.Equal(
            [scene.County.Project.Name, uncoded.Name, "清单里没有，新填一个项目"], page.Document.QuerySelectorAll("label.choice > span").Select(one => one.ChildNodes[0].TextContent.Trim()));
    }

    [Fact]
    public async Task The_hand_is_in_the_name_where_it_is_the_only_field()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var several = await scene.OpenAsync(scene.County.Filler, $"/forms/new?year={scene.County.Year}");
        await scene.NewFormAsync();

        var only = await scene.OpenAsync(scene.County.Filler, $"/forms/new?year={scene.County.Year}");

        Assert.Null(several.Document.QuerySelector("[autofocus]"));
        Assert.Empty(only.Document.QuerySelectorAll("input[type=radio]"));
        Assert.Equal("name", only.Find("[autofocus]").Id);
    }

    [Theory, EachDatabase]
    public async Task Neither_project_nor_name_is_a_sentence_and_keeps_what_was_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await browser.OpenAsync($"/forms/new?year={scene.County.Year}");

        var blank = await browser.SubmitAsync(page, "开始填报");
        var longName = new string('长', 10_000);
        var tooLong = await browser.SubmitAsync(page, "开始填报", ("name", longName));
        var zero = await browser.SubmitAsync(page, "开始填报", ("name", "项目\0"));

        Assert.Equal((HttpStatusCode.BadRequest, "请选择一个项目，或者填写新项目的名称。"), (blank.Status, Assert.Single(blank.Problems)));
        Assert.Equal("新项目名称最多 200 个字，现在有 10000 个字，请删减。", Assert.Single(tooLong.Problems));
        Assert.Equal(longName, tooLong.Find("#name").GetAttribute("value"));
        Assert.Equal("新项目名称：含有不可见的空字符（U+0000），无法保存，请删去后重新填写。", Assert.Single(zero.Problems));
    }

    [Theory, EachDatabase]
    public async Task Another_units_project_cannot_be_taken_by_a_forged_post(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await browser.OpenAsync($"/forms/new?year={scene.County.Year}");

        var refused = await browser.SubmitAsync(page, "开始填报", ("project", scene.County.UnitsProject.Id.ToString()));

        Assert.Equal("没有找到这个项目，或者它不属于您所在的单位，请重新选择。", Assert.Single(refused.Problems));
    }

    [Theory, EachDatabase]
    public async Task Only_clerks_begin_forms(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.SectionReviewer, "/forms/new")).Status);
    }
}
