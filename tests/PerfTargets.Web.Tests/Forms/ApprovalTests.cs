using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

public sealed class ApprovalTests
{
    private const string Check = "核对所选目标表";
    private const string Confirm = "确认批复";

    [Theory, EachDatabase]
    public async Task Several_forms_are_approved_at_once_and_their_pdf_is_served_as_it_was_stored(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var ids = new[] { await scene.PassedFormAsync(), await scene.PassedFormAsync(await SecondProjectAsync(scene)) };
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);

        var done = await browser.SubmitAsync(await CheckAsync(browser, ids, "平财发〔2027〕12 号"), Confirm);

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var after = await browser.FollowAsync(done);
        Assert.StartsWith("已批复 2 份目标表，文号“平财发〔2027〕12 号”。", after.Note, StringComparison.Ordinal);
        Assert.Equal("/forms?status=Approved", after.Find(".notice-done a").GetAttribute("href"));
        foreach (var id in ids)
        {
            var form = await scene.StoredAsync(id);
            Assert.Equal((FormStatus.Approved, "平财发〔2027〕12 号", new DateOnly(2027, 2, 10)), (form.Status, form.ApprovalDocument, form.ApprovalDate));
            var stored = await StoredPdfShaAsync(scene, id);
            Assert.Equal(stored, SnapshotDocument.Sha256(await PdfAsync(await scene.AsAsync(scene.County.Filler), $"/forms/{id}/pdf")));
            Assert.Equal(stored, SnapshotDocument.Sha256(await PdfAsync(browser, $"/forms/{id}/pdf?inline=1")));
        }
    }

    [Fact]
    public async Task The_form_from_whose_page_one_comes_is_ticked_and_has_the_hand_as_long_as_it_waits_for_approval()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var (id, _) = (await scene.PassedFormAsync(), await scene.PassedFormAsync(await SecondProjectAsync(scene)));
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var way = (await browser.OpenAsync($"/forms/{id}")).Document.QuerySelectorAll("a").Single(link => link.TextContent == "去批复").GetAttribute("href")!;

        var list = await browser.OpenAsync(way);
        await browser.SubmitAsync(await CheckAsync(browser, [id], "平财发〔2027〕12 号"), Confirm);
        var after = await browser.OpenAsync(way);

        Assert.Equal((id, "已选 1 份"), (Assert.Single(Ticked(list)), list.Find("#chosen").TextContent));
        Assert.StartsWith($"{id}:", list.Find("[autofocus]").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Empty(Ticked(after));
        Assert.Null(after.Document.QuerySelector("[autofocus]"));
    }

    [Theory, EachDatabase]
    public async Task What_was_chosen_is_shown_for_a_last_look_and_nothing_is_approved_by_that(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var second = await SecondProjectAsync(scene);
        var ids = new[] { await scene.PassedFormAsync(), await scene.PassedFormAsync(second) };
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);

        var confirm = await CheckAsync(browser, ids, "平财发〔2027〕12 号", "2027年2月3日");
        var back = await browser.SubmitAsync(confirm, "返回修改");

        Assert.Equal("核对批复", confirm.Heading);
        Assert.Equal($"{scene.County.Department.Name}　2 份，合计 20.00 万元", confirm.Find("h2").TextContent.Trim());
        Assert.Equal([scene.County.Project.Name, second.Name], confirm.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.All(confirm.Document.QuerySelectorAll("tbody td.num"), cell => Assert.Equal("10.00", cell.TextContent));
        Assert.Equal(["平财发〔2027〕12 号", "2027 年 2 月 3 日", "2 份", "20.00 万元"], confirm.Document.QuerySelectorAll("dd").Select(one => one.TextContent.Trim()));
        Assert.Equal("批复", back.Heading);
        Assert.Equal(("平财发〔2027〕12 号", "2027-02-03"), (back.Find("#Document").GetAttribute("value"), back.Find("#Date").GetAttribute("value")));
        Assert.Equal(2, Ticked(back).Count);
        Assert.Equal(FormStatus.Passed, (await scene.StoredAsync(ids[0])).Status);
    }

    [Theory, EachDatabase]
    public async Task A_form_that_changed_or_left_the_queue_is_refused_by_name_and_the_rest_stays_chosen(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (second, third) = (await SecondProjectAsync(scene), await scene.County.AddProjectAsync("第三个项目", scene.County.Department, $"ZZ{scene.County.Mark}"));
        var (kept, left, changed) = (await scene.PassedFormAsync(), await scene.PassedFormAsync(second), await scene.PassedFormAsync(third));
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var confirm = await CheckAsync(browser, [kept, left, changed], "文 1 号");

        await scene.ActAsync(scene.County.PerformanceReviewer, left, "取消审核");
        await scene.ActAsync(scene.County.PerformanceReviewer, changed, "取消审核");
        await scene.ActAsync(scene.County.PerformanceReviewer, changed, "通过");
        var refused = await browser.SubmitAsync(confirm, Confirm);
        var done = await browser.SubmitAsync(await browser.SubmitAsync(refused, Check), Confirm);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(
            [$"“{second.Name}”现在是“待绩效股审核”，不能批复，已从所选中去掉。", $"“{third.Name}”在您选择之后有了变化，没有批复，已从所选中去掉。请打开看过以后重新选择。"],
            refused.Problems.OrderBy(one => one.Contains(third.Name, StringComparison.Ordinal)));
        Assert.Equal("本次批复没有进行", refused.Find("#problems h2").TextContent);
        Assert.Empty(refused.Document.QuerySelectorAll("#problems a, .notice-warn"));
        Assert.Equal([kept], Ticked(refused));
        Assert.Equal("文 1 号", refused.Find("#Document").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal((FormStatus.Approved, FormStatus.AwaitingPerformanceReview, FormStatus.Passed),
            ((await scene.StoredAsync(kept)).Status, (await scene.StoredAsync(left)).Status, (await scene.StoredAsync(changed)).Status));
    }

    [Theory, EachDatabase]
    public async Task A_refusal_stands_at_its_field_and_keeps_the_ticks_and_texts(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        var nothing = await browser.SubmitAsync(page, Check, ("Input.Date", ""));
        var wrong = await browser.SubmitAsync(page, Check, [.. Picks(page, id), ("Input.Document", new string('长', 101)), ("Input.Date", "明天")]);
        var tomorrow = await browser.SubmitAsync(page, Check, [.. Picks(page, id), ("Input.Document", "平财发 1 号"), ("Input.Date", "2027-02-11")]);
        var gone = await browser.SubmitAsync(page, Check, [.. Picks(page, id), ("pick", $"{Guid.CreateVersion7()}:1"), ("Input.Document", "文 1 号")]);

        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Equal(["请先在列表中选择要批复的目标表", "请填写批复文号，如“平财发〔2023〕12 号”", "请填写批复日期，如 2023-02-20"], nothing.Problems);
        Assert.Equal(["#Forms", "#Document", "#Date"], nothing.Document.QuerySelectorAll("#problems a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["批复文号最多 100 个字，现在有 101 个字，请删减", "“明天”不是有效的日期，请写成 2023-02-20 这样"], wrong.Problems);
        foreach (var field in new[] { "Document", "Date" })
        {
            Assert.Equal(("true", $"{field}-hint {field}-error"), (wrong.Find("#" + field).GetAttribute("aria-invalid"), wrong.Find("#" + field).GetAttribute("aria-describedby")));
            Assert.Null(page.Find("#" + field).GetAttribute("aria-invalid"));
        }
        Assert.Equal(("明天", id), (wrong.Find("#Date").GetAttribute("value"), Assert.Single(Ticked(wrong))));
        Assert.Equal("批复日期 2027-02-11 晚于今天，请核对", Assert.Single(tomorrow.Problems));
        Assert.Equal((HttpStatusCode.Conflict, "所选的一份目标表已经不存在，没有批复。"), (gone.Status, Assert.Single(gone.Problems)));
        Assert.Equal([id], Ticked(gone));
    }

    [Theory, EachDatabase]
    public async Task All_are_chosen_and_none_by_buttons_and_enter_in_a_field_only_goes_on_to_the_last_look(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var ids = new[] { await scene.PassedFormAsync(), await scene.PassedFormAsync(await SecondProjectAsync(scene)) };
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");

        var all = await browser.SubmitAsync(page, "全选", ("Input.Document", "文 1 号"));
        var none = await browser.SubmitAsync(all, "全不选");

        Assert.Empty(Ticked(page));
        Assert.Subset(Ticked(all).ToHashSet(), ids.ToHashSet());
        Assert.Equal($"已选 {all.Document.QuerySelectorAll("input[name=pick]").Length} 份", all.Find("#chosen").TextContent);
        Assert.Equal((HttpStatusCode.OK, "文 1 号"), (all.Status, all.Find("#Document").GetAttribute("value")));
        Assert.Empty(all.Problems);
        Assert.Empty(Ticked(none));
        var first = page.Find("form[action='/approvals'] button");
        Assert.Equal(("check", true), (first.GetAttribute("value"), first.HasAttribute("hidden")));
    }

    [Theory, EachDatabase]
    public async Task A_character_that_no_font_has_is_told_with_its_place_and_approves_none_of_the_chosen_forms(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var sound = await scene.PassedFormAsync();
        var project = await scene.County.AddProjectAsync($"有生僻字的项目{scene.County.Mark}", scene.County.Department, $"Z{scene.County.Mark}");
        var id = await scene.PassedFormAsync(project);
        await WriteAsync(scene, id, "目标 \U000F0000", "培训次数\U0001F600");
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);

        var refused = await CheckAsync(browser, [sound, id], "文 1 号");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(
            $"“{project.Name}”中有打印字体没有的字符：U+F0000（年度总体目标）、\U0001F600 U+1F600（数量指标第 1 行的三级指标），没有批复，已从所选中去掉。请由最后审核通过的人打开目标表，先“取消审核”，再退回修改。",
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
    public async Task What_looks_mistyped_is_remarked_at_the_last_look_and_refuses_nothing(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        await scene.App.WithAsync<PerfTargetsDbContext>(db => db.Forms.Where(form => form.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(form => form.StatusSince, new DateTime(2027, 2, 9, 16, 0, 0, DateTimeKind.Utc))));
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);

        var sound = await CheckAsync(browser, [id], "文〔2027〕1 号", "2027-02-10");
        var wrong = await CheckAsync(browser, [id], "文（2027）1 号", "2025-02-09");
        var done = await browser.SubmitAsync(wrong, Confirm);

        var far = $"批复日期 2027 年 2 月 10 日与目标表的年度相差一年以上：“{scene.County.Project.Name}”。";
        Assert.Equal(Math.Abs(scene.County.Year - 2027) > 1 ? [far] : [], Remarks(sound));
        Assert.Equal(
            [
                "文号“文（2027）1 号”中的年份写作“（2027）”，公文的文号一般用六角括号：〔2027〕。",
                "批复日期 2025 年 2 月 9 日早于文号中的 2027 年。",
                $"批复日期 2025 年 2 月 9 日早于审核通过的日期：“{scene.County.Project.Name}”。",
                $"批复日期 2025 年 2 月 9 日与目标表的年度相差一年以上：“{scene.County.Project.Name}”。",
            ],
            Remarks(wrong));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
    }

    [Theory, EachDatabase]
    public async Task A_year_in_other_brackets_is_remarked_and_stored_as_it_was_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);

        Assert.Contains("文号“平财发【2027】12号”中的年份写作“【2027】”，公文的文号一般用六角括号：〔2027〕。", Remarks(await CheckAsync(browser, [id], "平财发【2027】12号")));
        Assert.DoesNotContain("括号", string.Concat(Remarks(await CheckAsync(browser, [id], "《规划（2023）》平财发〔2027〕12 号"))), StringComparison.Ordinal);
        var square = await CheckAsync(browser, [id], "平财发[2027] 12号");
        var after = await browser.SubmitAndFollowAsync(square, Confirm);

        Assert.Contains("文号“平财发[2027] 12号”中的年份写作“[2027]”，公文的文号一般用六角括号：〔2027〕。", Remarks(square));
        Assert.StartsWith("已批复 1 份目标表，文号“平财发[2027] 12号”。", after.Note, StringComparison.Ordinal);
        Assert.Equal($"/forms/{id}", after.Find(".notice-done a").GetAttribute("href"));
        Assert.Equal("平财发[2027] 12号", (await scene.StoredAsync(id)).ApprovalDocument);
    }

    [Theory, EachDatabase]
    public async Task A_resent_approval_acts_once(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var confirm = await CheckAsync(browser, [id], "文 1 号");

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(confirm, Confirm)).Status);

        Assert.Single(await scene.EventsAsync(id), e => e.Kind == FormEventKind.Approved);
    }

    [Theory, EachDatabase]
    public async Task Only_the_performance_section_approves_and_corrects(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);

        foreach (var path in new[] { "/approvals", $"/approvals/{Guid.CreateVersion7()}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.SectionReviewer, path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.OpenAsync(scene.County.Filler, path)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.PerformanceReviewer, $"/approvals/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_mistyped_number_and_date_are_corrected_with_both_on_record_and_the_pdf_untouched(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("平财发〔2027〕21 号");
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var (before, since) = (await PdfAsync(browser, $"/forms/{id}/pdf"), (await scene.StoredAsync(id)).StatusSince);
        var page = await browser.OpenAsync((await browser.OpenAsync($"/forms/{id}")).Find(".page-actions a[href^='/approvals/']").GetAttribute("href")!);

        var done = await browser.SubmitAndFollowAsync(page, "保存更正", ("Input.Document", "平财发〔2027〕12 号"), ("Input.Date", "2027年2月8日"));
        await browser.SubmitAsync(page, "保存更正", ("Input.Document", "平财发〔2027〕12 号"), ("Input.Date", "2027年2月8日"));

        Assert.Equal("批复文号、日期已更正，原来的留在办理记录里。", done.Note);
        var form = await scene.StoredAsync(id);
        Assert.Equal((FormStatus.Approved, "平财发〔2027〕12 号", new DateOnly(2027, 2, 8), since), (form.Status, form.ApprovalDocument, form.ApprovalDate, form.StatusSince));
        var corrected = Assert.Single(await scene.EventsAsync(id), e => e.Kind == FormEventKind.ApprovalCorrected);
        Assert.Equal("文号由“平财发〔2027〕21 号”更正为“平财发〔2027〕12 号”；日期由 2027 年 2 月 10 日更正为 2027 年 2 月 8 日", corrected.Opinion);
        Assert.Equal("更正批复", done.Find(".timeline li b").TextContent);
        Assert.Equal(before, await PdfAsync(browser, $"/forms/{id}/pdf"));
        Assert.Equal(await StoredPdfShaAsync(scene, id), SnapshotDocument.Sha256(before));
    }

    [Theory, EachDatabase]
    public async Task A_correction_that_changes_nothing_is_wrong_or_comes_too_late_is_refused_with_what_was_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("文 1 号");
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var page = await browser.OpenAsync($"/approvals/{id}");

        var same = await browser.SubmitAsync(page, "保存更正");
        var wrong = await browser.SubmitAsync(page, "保存更正", ("Input.Document", ""), ("Input.Date", "2027-02-11"));
        await browser.SubmitAsync(page, "保存更正", ("Input.Document", "文 2 号"));
        var late = await browser.SubmitAsync(page, "保存更正", ("Input.Document", "文 3 号"), ("operation", Guid.CreateVersion7().ToString()));

        Assert.Equal("文号和日期与现在的一样，没有要更正的", Assert.Single(same.Problems));
        Assert.Equal(["请填写批复文号，如“平财发〔2023〕12 号”", "批复日期 2027-02-11 晚于今天，请核对"], wrong.Problems);
        Assert.Equal((HttpStatusCode.Conflict, "文 3 号"), (late.Status, late.Find("#Document").GetAttribute("value")));
        Assert.Contains("现在：文 2 号", late.Find(".page-head").TextContent, StringComparison.Ordinal);
        Assert.Equal("文 2 号", (await scene.StoredAsync(id)).ApprovalDocument);
        await browser.SubmitAsync(late, "保存更正");
        Assert.Equal("文 3 号", (await scene.StoredAsync(id)).ApprovalDocument);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_approved_has_nothing_to_correct(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.PassedFormAsync();
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        var token = (await browser.OpenAsync("/forms")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        var opened = await browser.GetAsync($"/approvals/{id}");
        var forged = await browser.PostAsync($"/approvals/{id}", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["version"] = $"{(await scene.StoredAsync(id)).Version}",
            ["Input.Document"] = "文 1 号",
            ["Input.Date"] = "2027-02-10",
        });

        Assert.Equal($"/forms/{id}", opened.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.Null((await scene.StoredAsync(id)).ApprovalDocument);
    }

    [Theory, EachDatabase]
    public async Task The_content_of_an_approved_form_can_be_changed_by_nobody(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.ApprovedFormAsync("文 1 号");

        foreach (var action in new[] { "Withdraw", "Delete", "Pass", "CancelPass" })
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.Filler, id, action)).Status);
        Assert.Equal($"/forms/{id}", (await (await scene.AsAsync(scene.County.Filler)).GetAsync($"/forms/{id}/edit")).Location?.PathAndQuery);
    }

    private static async Task<TestPage> CheckAsync(TestBrowser browser, Guid[] ids, string document, string? date = "2027-02-10")
    {
        var page = await browser.OpenAsync("/approvals");
        return await browser.SubmitAsync(page, Check, [.. Picks(page, ids), ("Input.Document", document), ("Input.Date", date)]);
    }

    /// <summary>Another content behind the back of the checks, as another set of fonts would leave it.</summary>
    private static Task WriteAsync(FormScene scene, Guid id, string goal, string quantity) => scene.App.WithAsync<PerfTargetsDbContext>(async db =>
    {
        await db.Forms.Where(form => form.Id == id).ExecuteUpdateAsync(set => set.SetProperty(form => form.OverallGoal, goal));
        await db.Set<Indicator>().Where(row => row.FormId == id && row.GroupKey == FormScene.Quantity).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, quantity));
    });

    private static IEnumerable<string> Remarks(TestPage page) => page.Document.QuerySelectorAll(".notice-warn li").Select(one => one.TextContent);

    private static Task<Core.Projects.Project> SecondProjectAsync(FormScene scene) =>
        scene.County.AddProjectAsync("第二个项目", scene.County.Department, $"Z{scene.County.Mark}");

    private static Task<string?> StoredPdfShaAsync(FormScene scene, Guid id) => scene.App.WithAsync<PerfTargetsDbContext, string?>(db =>
        db.FormSnapshots.Where(one => one.FormId == id && one.Kind == SnapshotKind.Approved).Select(one => one.PdfSha256).SingleAsync());

    private static async Task<byte[]> PdfAsync(TestBrowser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType?.MediaType);
        return await answer.Response.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<(string Name, string? Value)> Picks(TestPage page, params Guid[] ids) =>
        ids.Select(id => ("pick", page.Find($"input[name=pick][value^='{id}']").GetAttribute("value")));

    private static List<Guid> Ticked(TestPage page) =>
        [.. page.Document.QuerySelectorAll("input[name=pick][checked]").Select(pick => Guid.Parse(pick.GetAttribute("value")!.Split(':')[0]))];
}
