using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using static PerfTargets.Web.Tests.Forms.ReasonScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>填写说明 on the way up: asked for before 送审, read by the reviewer, counted in lists.</summary>
public sealed class ReasonReviewTests
{
    [Theory, EachDatabase]
    public async Task Where_a_reason_is_needed_it_is_said_so_and_asked_for_on_the_check_page_before_sending_up(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);

        var edit = await scene.EditAsync(id);
        Assert.StartsWith("须填写说明", edit.Find($"label[for={ReasonFieldOf(edit).Id}]").TextContent, StringComparison.Ordinal);
        Assert.Equal("#" + ReasonFieldOf(edit).Id, edit.Find(".sheet .msg.w a").GetAttribute("href"));

        var check = await browser.OpenAsync($"/forms/{id}/check");
        Assert.Contains("还有 1 条警告须填写说明，填写后才能送审。", check.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(check.Document.QuerySelectorAll("button"), button => button.TextContent.Contains("送审", StringComparison.Ordinal));
        var saved = await browser.SubmitAndFollowAsync(check, "保存填写说明", (ReasonFieldOf(check).Id!, Why));
        Assert.Equal(("填写说明已保存。", $"/forms/{id}/check"), (saved.Note, saved.Address.AbsolutePath));
        var counts = saved.Find(".rail .counted span").TextContent;
        Assert.StartsWith("警告 1　说明 1　提示 ", counts, StringComparison.Ordinal);
        Assert.Equal(counts, (await scene.EditAsync(id)).Find(".rail .counted span").TextContent);
        Assert.Equal("已送审，现在是“待单位审核”。", (await scene.SendUpAsync(id)).Note);

        var review = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");
        Assert.Equal("填写说明　" + Why, review.Find(".rail .find .w .reason").TextContent.Trim());
        Assert.Equal(counts, review.Find(".rail .counted span").TextContent);
        Assert.DoesNotContain(review.Document.QuerySelectorAll("textarea"), area => area.Id!.StartsWith("reason-", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_is_written_while_pressing_the_button_goes_up_with_the_form_also_when_the_post_comes_twice(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, Why);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        var button = check.Document.QuerySelectorAll("button").First(one => one.TextContent.StartsWith("送审", StringComparison.Ordinal)).TextContent;

        var sent = await browser.SubmitAsync(check, button, (ReasonFieldOf(check).Id!, "改过的说明"));
        var again = await browser.SubmitAsync(check, button, (ReasonFieldOf(check).Id!, "改过的说明"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        Assert.Equal("改过的说明", Assert.Single((await scene.StoredAsync(id)).Content.Reasons).Text);
        Assert.Single(await scene.EventsAsync(id), e => e.Kind == FormEventKind.Submitted);
        var review = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");
        Assert.Contains("改过的说明", review.Find(".rail .find .reason").TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_forged_sending_up_is_refused_with_the_warnings_that_lack_their_reason(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);

        var refused = await scene.PostActionAsync(scene.County.Filler, id, "submit", "/check");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("还有 1 条警告须填写说明，填写后才能送审。", refused.Problems[0]);
        Assert.EndsWith($"晚于预算年度 {scene.County.Year} 年，请核对，确有原因的请写明（须填写说明）", refused.Problems[1], StringComparison.Ordinal);
        Assert.Equal("#" + ReasonFieldOf(refused).Id, refused.Find("#problems a").GetAttribute("href"));
        Assert.Equal(FormStatus.Draft, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task A_reviewer_sees_how_a_reason_has_changed_since_the_return(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, "项目跨年实施。");
        await scene.SendUpAsync(id);
        await scene.ActAsync(scene.County.UnitReviewer, id, "退回修改", ("opinion", "请说明何时验收"));
        await ExplainAsync(scene, id, "项目跨年实施，3 月验收。");
        await scene.SendUpAsync(id);

        var review = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");

        Assert.Contains("较上次审核：填写说明改了 1 条", review.Body, StringComparison.Ordinal);
        Assert.Equal("，3 月验收", review.Find(".rail .find .reason ins").TextContent);
        Assert.Contains("填写说明　项目跨年实施，3 月验收。", review.Find(".rail .find .reason").TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_reviewer_judges_what_the_checks_said_when_the_form_went_up(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, Why);
        await scene.SendUpAsync(id);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            // Nobody can change what is under review; a later version of the program may judge it otherwise.
            var stored = await db.Forms.Where(form => form.Id == id).SelectMany(form => form.Indicators).SingleAsync(one => one.Id == Guid.Parse(row));
            stored.Value = $"{scene.County.Year} 年 11 月底前";
            await db.SaveChangesAsync();
        });

        var review = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");

        Assert.Equal($"#row-{row}-value", review.Find(".rail .find li.w a").GetAttribute("href"));
        Assert.Contains(Why, review.Find(".rail .find li.w").TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_only_an_administrator_can_mend_is_shown_to_nobody_who_fills_in_or_reviews(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
            await db.Forms.Where(form => form.Id == id).ExecuteUpdateAsync(set => set.SetProperty(form => form.DepartmentText, "没有编码的局")));
        var form = await scene.StoredAsync(id);
        var finding = Assert.Single((await scene.App.WithAsync<FormService, CheckReport>(forms => forms.CheckAsync(form))).OfMasterData);

        foreach (var path in new[] { $"/forms/{id}/edit?checked=1", $"/forms/{id}/check", $"/forms/{id}" })
            Assert.DoesNotContain(finding.Message, (await scene.OpenAsync(scene.County.Filler, path)).Text, StringComparison.Ordinal);
        await scene.SendUpAsync(id);
        Assert.DoesNotContain(finding.Message, (await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Lists_show_what_was_found_at_the_last_save(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var empty = await FoundAsync(scene, scene.County.Filler, "/");
        var (warned, _) = await WarnedFormAsync(scene, id);
        await ExplainAsync(scene, warned, Why);
        var draft = await FoundAsync(scene, scene.County.Filler, "/forms");
        await scene.SendUpAsync(id);
        var waiting = await FoundAsync(scene, scene.County.UnitReviewer, "/");
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
            await db.Forms.Where(form => form.Id == id).ExecuteUpdateAsync(set => set.SetProperty(form => form.ErrorCount, (int?)null)));

        Assert.Matches("^未填 1\\d$", empty);
        Assert.Equal(("警告 1", "警告 1"), (draft, waiting));
        Assert.Equal("—", await FoundAsync(scene, scene.County.Filler, "/forms"));
    }

    private static async Task<string> FoundAsync(FormScene scene, StaffMember staff, string path)
    {
        var page = await scene.OpenAsync(staff, path);
        var column = page.Document.QuerySelectorAll(".list thead th").Select(head => head.TextContent).ToList().IndexOf("校验结果");
        return string.Join(' ', page.Find(".list tbody tr").Children[column].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
