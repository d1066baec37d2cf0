using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

public sealed class ApprovalTests
{
    [Theory, EachDatabase]
    public async Task Several_forms_are_approved_at_once_and_their_pdf_is_served_as_it_was_stored(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var ids = new[] { await scene.PassedFormAsync(), await scene.PassedFormAsync(await scene.County.AddProjectAsync("第二个项目", scene.County.Department, $"Z{scene.County.Mark}")) };
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        var done = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, ids), ("document", "平财发〔2027〕12 号"), ("date", "2027-02-10")]);

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.StartsWith("已批复 2 份目标表，文号“平财发〔2027〕12 号”。", (await browser.FollowAsync(done)).Note, StringComparison.Ordinal);
        foreach (var id in ids)
        {
            var form = await scene.StoredAsync(id);
            Assert.Equal((FormStatus.Approved, "平财发〔2027〕12 号", new DateOnly(2027, 2, 10)), (form.Status, form.ApprovalDocument, form.ApprovalDate));
            var stored = await scene.App.WithAsync<PerfTargetsDbContext, string?>(db =>
                db.FormSnapshots.Where(one => one.FormId == id && one.Kind == SnapshotKind.Approved).Select(one => one.PdfSha256).SingleAsync());
            Assert.Equal(stored, SnapshotDocument.Sha256(await PdfAsync(await scene.AsAsync(scene.County.Filler), $"/forms/{id}/pdf")));
            Assert.Equal(stored, SnapshotDocument.Sha256(await PdfAsync(browser, $"/forms/{id}/pdf?inline=1")));
        }
    }

    [Theory, EachDatabase]
    public async Task A_refusal_keeps_the_ticks_and_texts_and_approves_nothing(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        var none = await browser.SubmitAsync(page, "批复所选目标表", ("document", "平财发 1 号"));
        var noNumber = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", " ")]);
        var noDate = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "平财发 1 号"), ("date", "明天")]);
        var tomorrow = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "平财发 1 号"), ("date", "2027-02-11")]);
        var stale = await browser.SubmitAsync(page, "批复所选目标表", ("pick", $"{id}:1"), ("document", "平财发 1 号"));

        Assert.Equal("请先在列表中选择要批复的目标表。", Assert.Single(none.Problems));
        Assert.Equal("平财发 1 号", none.Find("#document").GetAttribute("value"));
        Assert.StartsWith("请填写批复文号", Assert.Single(noNumber.Problems), StringComparison.Ordinal);
        Assert.NotNull(noNumber.Find($"input[value^='{id}']").GetAttribute("checked"));
        Assert.StartsWith("请填写批复日期", Assert.Single(noDate.Problems), StringComparison.Ordinal);
        Assert.StartsWith("批复日期 2027-02-11 晚于今天", Assert.Single(tomorrow.Problems), StringComparison.Ordinal);
        Assert.Contains("已被修改，本次批复没有进行", Assert.Single(stale.Problems), StringComparison.Ordinal);
        Assert.Equal(FormStatus.Passed, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task A_refusal_stands_at_its_field_and_enter_in_a_field_approves_nothing(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        var noDate = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "文 1 号"), ("date", "明天")]);
        var tomorrow = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "平财发 1 号"), ("date", "2027-02-11")]);
        var noNumber = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", " ")]);
        var gone = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("pick", $"{Guid.CreateVersion7()}:1"), ("document", "文 1 号")]);
        var done = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "文 1 号"), ("date", "2027年2月3日")]);

        Assert.Equal("#date", noDate.Find("#problems a").GetAttribute("href"));
        Assert.Equal("明天", noDate.Find("#date").GetAttribute("value"));
        Assert.Equal("#document", noNumber.Find("#problems a").GetAttribute("href"));
        Assert.Equal((HttpStatusCode.NotFound, "文 1 号"), (gone.Status, gone.Find("#document").GetAttribute("value")));
        Assert.NotNull(gone.Find($"input[value^='{id}']").GetAttribute("checked"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(new DateOnly(2027, 2, 3), (await scene.StoredAsync(id)).ApprovalDate);
        var first = page.Find("form[action='/approvals'] button");
        Assert.True(first.HasAttribute("disabled") && first.HasAttribute("hidden"));
    }

    [Theory, EachDatabase]
    public async Task A_character_that_no_font_has_is_told_with_its_place_and_approves_none_of_the_chosen_forms(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var sound = await scene.PassedFormAsync();
        var project = await scene.County.AddProjectAsync($"有生僻字的项目{scene.County.Mark}", scene.County.Department, $"Z{scene.County.Mark}");
        var id = await scene.CompleteFormAsync(project);
        var edit = await scene.EditAsync(id);
        await scene.SaveAsync(edit, null, ($"row-{FormScene.RowOf(edit, FormScene.Quantity)}-name", "培训次数\U0001F600"), ("overallGoal", "目标 \U000F0000"));
        await scene.SendUpAsync(id);
        foreach (var reviewer in new[] { scene.County.UnitReviewer, scene.County.SectionReviewer, scene.County.PerformanceReviewer })
            await scene.ActAsync(reviewer, id, "通过");
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        var refused = await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, sound, id), ("document", "文 1 号")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            $"“{project.Name}”中有打印字体没有的字符：\U000F0000（年度总体目标）、\U0001F600（数量指标第 1 行的三级指标）。本次批复没有进行，请退回修改后再批复。",
            Assert.Single(refused.Problems));
        foreach (var one in new[] { sound, id })
        {
            Assert.Equal(FormStatus.Passed, (await scene.StoredAsync(one)).Status);
            Assert.DoesNotContain(await scene.EventsAsync(one), e => e.Kind == FormEventKind.Approved);
        }
        Assert.False(await scene.App.WithAsync<PerfTargetsDbContext, bool>(db =>
            db.FormSnapshots.AnyAsync(one => (one.FormId == id || one.FormId == sound) && one.Kind == SnapshotKind.Approved)));
    }

    [Theory, EachDatabase]
    public async Task A_resent_approval_acts_once(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "文 1 号")])).Status);

        Assert.Single(await scene.EventsAsync(id), e => e.Kind == FormEventKind.Approved);
    }

    [Theory, EachDatabase]
    public async Task Only_the_performance_section_approves(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.SectionReviewer, "/approvals")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.Filler, "/approvals")).Status);
    }

    [Theory, EachDatabase]
    public async Task An_approved_form_can_be_changed_by_nobody(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var edit = $"/forms/{id}";
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");
        await browser.SubmitAsync(page, "批复所选目标表", [.. Picks(page, id), ("document", "文 1 号")]);

        foreach (var action in new[] { "Withdraw", "Delete", "Pass", "CancelPass" })
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.Filler, id, action)).Status);
        Assert.Equal(edit, (await (await scene.AsAsync(scene.County.Filler)).GetAsync($"/forms/{id}/edit")).Location?.PathAndQuery);
    }

    private static async Task<byte[]> PdfAsync(TestBrowser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType?.MediaType);
        return await answer.Response.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<(string Name, string? Value)> Picks(TestPage page, params Guid[] ids) =>
        ids.Select(id => ("pick", page.Find($"input[name=pick][value^='{id}']").GetAttribute("value")));
}
