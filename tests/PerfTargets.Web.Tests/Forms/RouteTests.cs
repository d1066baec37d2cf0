using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

public sealed class RouteTests
{
    [Theory, EachDatabase]
    public async Task A_form_goes_the_whole_way_with_one_return_and_comes_back_to_the_step_that_returned_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.CompleteFormAsync();

        Assert.Equal("已送审，现在是“待单位审核”。", (await scene.SendUpAsync(id)).Note);
        await scene.ActAsync(county.UnitReviewer, id, "通过", ("opinion", "同意"));
        var returned = await scene.ActAsync(county.SectionReviewer, id, "退回修改", ("opinion", "时效日期有误\r\n请改"));
        Assert.Contains("已退回", returned.Note, StringComparison.Ordinal);

        var edit = await scene.EditAsync(id);
        Assert.Equal("时效日期有误\n请改", edit.Find(".returned .opinion").TextContent);
        var row = FormScene.RowOf(edit, FormScene.Quantity);
        await scene.SaveAsync(edit, null, ($"row-{row}-value", "6 次"), ("action", "add:" + FormScene.Quantity));
        edit = await scene.EditAsync(id);
        var second = FormScene.RowOf(edit, FormScene.Quantity, 1);
        await scene.SaveAsync(edit, null, ($"row-{second}-name", "培训企业数"), ($"row-{second}-value", "20 家"));

        Assert.Equal("已送审，现在是“待业务股室审核”。", (await scene.SendUpAsync(id)).Note);
        var review = await scene.OpenAsync(county.SectionReviewer, $"/forms/{id}");
        Assert.Contains("较上次审核：修改 1 处，新增 1 行", review.Body, StringComparison.Ordinal);
        Assert.Equal(["6", "培训企业数", "20 家"], review.Document.QuerySelectorAll("ins").Select(one => one.TextContent));
        Assert.Equal(["5"], review.Document.QuerySelectorAll("del").Select(one => one.TextContent));

        await scene.ActAsync(county.SectionReviewer, id, "通过");
        await scene.ActAsync(county.PerformanceReviewer, id, "通过");
        Assert.Equal(FormStatus.Passed, (await scene.StoredAsync(id)).Status);
        Assert.Equal(
            ["审核通过", "审核通过", "第 2 次送审", "退回修改", "审核通过", "送审", "新建"],
            (await scene.EventsAsync(id)).Select(e => e.Word()));
        var history = await scene.OpenAsync(county.Filler, $"/forms/{id}");
        Assert.Contains("时效日期有误", history.Find(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_subordinate_units_form_passes_its_department_too(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.CompleteFormAsync(county.UnitsProject, county.UnitsFiller);

        await scene.SendUpAsync(id, county.UnitsFiller);
        await scene.ActAsync(county.UnitsReviewer, id, "通过");
        Assert.Equal(FormStatus.AwaitingDepartmentReview, (await scene.StoredAsync(id)).Status);
        await scene.ActAsync(county.DepartmentReviewer, id, "通过");
        Assert.Equal(FormStatus.AwaitingSectionReview, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task With_errors_the_check_page_says_how_many_and_has_no_button_and_a_forged_post_is_refused(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);

        var check = await browser.OpenAsync($"/forms/{id}/check");
        var token = (await browser.OpenAsync("/forms")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var forged = await browser.PostAsync($"/forms/{id}/check", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["version"] = "1",
            ["operation"] = Guid.CreateVersion7().ToString(),
        });

        Assert.Matches("^还有 \\d+ 处未填，填好后才能送审。$", forged.Problems[0]);
        Assert.Equal(forged.Problems[0], check.Find(".rail b").TextContent);
        Assert.DoesNotContain(check.Document.QuerySelectorAll("button"), button => button.TextContent.Contains("送审", StringComparison.Ordinal));
        Assert.StartsWith($"/forms/{id}/edit?checked=1#", check.Find(".rail .find a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(FormStatus.Draft, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task The_button_names_the_next_step(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();

        var check = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check");

        Assert.Equal("送审（下一步：单位审核）", check.Find("#submit button").TextContent);
    }

    [Theory, EachDatabase]
    public async Task A_resent_action_acts_once(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        var browser = await scene.AsAsync(scene.County.UnitReviewer);
        var page = await browser.OpenAsync($"/forms/{id}");

        var first = await browser.SubmitAsync(page, "通过");
        var second = await browser.SubmitAsync(page, "通过");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Single(await scene.EventsAsync(id), e => e.Kind == FormEventKind.Passed);
    }

    [Theory, EachDatabase]
    public async Task Returning_needs_an_opinion_and_keeps_what_was_ticked_and_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        var browser = await scene.AsAsync(scene.County.UnitReviewer);
        var page = await browser.OpenAsync($"/forms/{id}");

        var blank = await browser.SubmitAsync(page, "退回修改", ("opinion", "  "));
        var tooLong = await browser.SubmitAsync(page, "退回修改", ("opinion", new string('长', 2001)));
        var phrase = page.Find("input[name=phrases]").GetAttribute("value")!;
        await browser.SubmitAsync(blank, "退回修改", ("phrases", phrase), ("phrases", "伪造的一句"), ("opinion", "另见附件"));

        Assert.Equal((HttpStatusCode.BadRequest, "退回修改时请写明审核意见，让填报人知道要改什么。"), (blank.Status, Assert.Single(blank.Problems)));
        foreach (var refused in new[] { blank, tooLong })
        {
            var (opinion, error) = (refused.Find("#opinion"), refused.Find("#opinion-error").TextContent);
            Assert.Equal(("true", "opinion-hint opinion-error", Assert.Single(refused.Problems)), (opinion.GetAttribute("aria-invalid"), opinion.GetAttribute("aria-describedby"), error));
            Assert.Equal("#opinion", refused.Find("#problems a").GetAttribute("href"));
        }
        Assert.Equal((null, "opinion-hint"), (page.Find("#opinion").GetAttribute("aria-invalid"), page.Find("#opinion").GetAttribute("aria-describedby")));
        Assert.Equal(new string('长', 2001), tooLong.Find("#opinion").TextContent.Trim());
        Assert.Equal($"{phrase}\n另见附件", (await scene.EventsAsync(id))[0].Opinion);
    }

    [Theory, EachDatabase]
    public async Task An_action_on_a_form_that_has_changed_shows_it_anew_with_the_opinion_kept(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        var browser = await scene.AsAsync(scene.County.UnitReviewer);
        var page = await browser.OpenAsync($"/forms/{id}");
        await scene.ActAsync(scene.County.Filler, id, "撤回");
        await scene.SendUpAsync(id);

        var stale = await browser.SubmitAsync(page, "退回修改", ("opinion", "写了很久的意见"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("已被修改", Assert.Single(stale.Problems), StringComparison.Ordinal);
        Assert.Equal("写了很久的意见", stale.Find("#opinion").TextContent.Trim());
        Assert.Equal(FormStatus.AwaitingUnitReview, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task When_the_year_closes_meanwhile_the_opinion_stays_to_be_copied(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.SentFormAsync();
        var browser = await scene.AsAsync(scene.County.UnitReviewer);
        var page = await browser.OpenAsync($"/forms/{id}");
        var phrase = page.Find("input[name=phrases]").GetAttribute("value")!;
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var year = await db.Years.SingleAsync(one => one.Year == scene.County.Year);
            year.Deadline = year.ClosesToBureaus = year.ClosesToReviewers = new DateOnly(2020, 1, 1);
            await db.SaveChangesAsync();
        });

        var refused = await browser.SubmitAsync(page, "退回修改", ("phrases", phrase), ("opinion", "写了很久的意见"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("您不能进行“退回修改”", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Contains("您写的意见（没有提交）", refused.Body, StringComparison.Ordinal);
        Assert.Contains(refused.Document.QuerySelectorAll(".opinion"), one => one.TextContent == $"{phrase}\n写了很久的意见");
    }

    [Theory, EachDatabase]
    public async Task Enter_in_the_review_only_shows_it_again_and_a_post_without_an_id_acts(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (first, second) = (await scene.SentFormAsync(), await scene.CompleteFormAsync(await scene.County.AddProjectAsync("又一个项目", scene.County.Department)));
        await scene.SendUpAsync(second);
        var browser = await scene.AsAsync(scene.County.UnitReviewer);
        var page = await browser.OpenAsync($"/forms/{first}");
        var phrase = page.Find("input[name=phrases]").GetAttribute("value")!;

        var button = page.Find("button[form=review], #review button");
        var again = await browser.SubmitAsync(page, "通过", ("action", button.GetAttribute("value")), ("phrases", phrase), ("opinion", "写了一半"));
        var tooLong = await browser.SubmitAsync(page, "通过", ("phrases", phrase), ("opinion", new string('长', 2001)));
        foreach (var id in new[] { first, second })
            await scene.ActAsync(scene.County.UnitReviewer, id, "通过", ("operation", null));

        Assert.True(button.HasAttribute("hidden"));
        Assert.Equal((HttpStatusCode.OK, "写了一半"), (again.Status, again.Find("#opinion").TextContent.Trim()));
        Assert.NotNull(again.Find("input[name=phrases]").GetAttribute("checked"));
        Assert.NotNull(tooLong.Find("input[name=phrases]").GetAttribute("checked"));
        Assert.Equal((FormStatus.AwaitingSectionReview, FormStatus.AwaitingSectionReview), ((await scene.StoredAsync(first)).Status, (await scene.StoredAsync(second)).Status));
    }

    [Theory, EachDatabase]
    public async Task Withdrawn_while_nobody_has_acted_and_no_more_afterwards(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();

        await scene.ActAsync(scene.County.Filler, id, "撤回");
        Assert.Equal(FormStatus.Draft, (await scene.StoredAsync(id)).Status);
        await scene.SendUpAsync(id);
        await scene.ActAsync(scene.County.UnitReviewer, id, "通过");

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.Filler, id, "Withdraw")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_reviewer_takes_back_the_own_pass_and_returns_the_form(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.FormAtSectionAsync();

        await scene.ActAsync(scene.County.UnitReviewer, id, "取消审核");
        Assert.Equal(FormStatus.AwaitingUnitReview, (await scene.StoredAsync(id)).Status);
        await scene.ActAsync(scene.County.UnitReviewer, id, "退回修改", ("opinion", "再核对"));

        Assert.Equal(FormStatus.Returned, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task Nobody_passes_the_own_submission_whatever_their_roles(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var both = await scene.County.AddStaffAsync("兼任", scene.County.Department, Role.Filler | Role.UnitReviewer);
        var id = await scene.CompleteFormAsync(staff: both);
        await scene.SendUpAsync(id, both);

        var page = await scene.OpenAsync(both, $"/forms/{id}");

        Assert.DoesNotContain(page.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("通过", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(both, id, "Pass")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_deleted_draft_is_listed_apart_and_can_be_had_back(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();

        var list = await scene.ActAsync(scene.County.Filler, id, "确认删除草稿");
        Assert.Contains(scene.County.Project.Name, list.Find(".deleted").TextContent, StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll(".pager"));

        var browser = await scene.AsAsync(scene.County.Filler);
        var restored = await browser.SubmitAndFollowAsync(list, "恢复草稿");
        Assert.Equal($"“{scene.County.Project.Name}”：已恢复草稿，现在是“草稿”。", restored.Note);
        Assert.Equal("节能培训次数", (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).Single().Name);
    }

    [Theory, EachDatabase]
    public async Task After_thirty_days_a_deleted_draft_is_not_restored_by_hand_either(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.ActAsync(scene.County.Filler, id, "确认删除草稿");
        scene.App.Time.Advance(TimeSpan.FromDays(31));
        await (await scene.AsAsync(scene.County.Filler)).SignInAsync(scene.County.Filler);

        var refused = await scene.PostActionAsync(scene.County.Filler, id, "Restore");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(FormStatus.Deleted, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task A_draft_whose_project_has_got_another_form_is_not_restored(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.ActAsync(scene.County.Filler, id, "确认删除草稿");
        await scene.NewFormAsync();

        var refused = await scene.PostActionAsync(scene.County.Filler, id, "Restore");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("这个项目在本年度已有另一份目标表，不能再恢复已删除的草稿。", Assert.Single(refused.Problems));
    }

    [Theory, EachDatabase]
    public async Task Passing_can_go_on_to_the_next_form_that_waits(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (first, second) = (await scene.SentFormAsync(), await scene.CompleteFormAsync(await scene.County.AddProjectAsync("又一个项目", scene.County.Department)));
        await scene.SendUpAsync(second);

        var next = await scene.ActAsync(scene.County.UnitReviewer, first, "通过并看下一份");
        var last = await scene.ActAsync(scene.County.UnitReviewer, second, "通过并看下一份");

        Assert.Equal($"/forms/{second}", next.Address.PathAndQuery);
        Assert.Equal("/", last.Address.PathAndQuery);
        Assert.Contains("没有等您审核的目标表", last.Body, StringComparison.Ordinal);
    }
}
