using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using static PerfTargets.Web.Tests.Forms.ReasonScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>填写说明: written beside a warning, kept with the form, read by the reviewer.</summary>
public sealed class ReasonTests
{
    [Theory, EachDatabase]
    public async Task A_reason_stands_in_its_field_again_and_holds_while_the_finding_is_the_same(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row) = await WarnedFormAsync(scene);

        await ExplainAsync(scene, id, Why + "\r\n合同已签。");
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "开展节能培训 5 次，培训企业 20 家，安排资金 10 万元，另编教材 1 套。"));
        Assert.Equal(Why + "\n合同已签。", ReasonFieldOf(await scene.EditAsync(id)).TextContent.Trim());

        await scene.SaveAsync(await scene.EditAsync(id), null, ($"row-{row}-value", $"{scene.County.Year + 2} 年 3 月底前"));
        Assert.Equal("", ReasonFieldOf(await scene.EditAsync(id)).TextContent.Trim());

        await scene.SaveAsync(await scene.EditAsync(id), null, ($"row-{row}-value", Late(scene)));
        Assert.Equal(Why + "\n合同已签。", ReasonFieldOf(await scene.EditAsync(id)).TextContent.Trim());
    }

    [Fact]
    public async Task A_reason_is_found_by_the_name_that_the_page_gave_its_field()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var (id, _) = await WarnedFormAsync(scene);

        var page = await scene.EditAsync(id);
        var field = ReasonFieldOf(page);
        var key = field.Id!["reason-".Length..];
        var entry = Assert.Single(page.Document.QuerySelectorAll("input[name=reason]").Select(one => one.GetAttribute("value")!), value => value.StartsWith(key + ":", StringComparison.Ordinal));
        await scene.SaveAsync(page, null, (field.Id!, null), ("reason", "of-another-program" + entry[key.Length..]), ("reason-of-another-program", Why));

        Assert.Equal(Why, Assert.Single((await scene.StoredAsync(id)).Content.Reasons).Text);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(Why, 1)]
    public async Task What_was_written_on_the_check_page_is_saved_on_the_way_back_to_the_editor(string written, int saves)
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var (id, row) = await WarnedFormAsync(scene);
        await scene.SaveAsync(await scene.EditAsync(id), null, ("projectPeriod", ""));
        var browser = await scene.AsAsync(scene.County.Filler);
        var before = (await scene.StoredAsync(id)).Version;

        var check = await browser.OpenAsync($"/forms/{id}/check");
        var back = await browser.SubmitAsync(check, "返回填报，逐处改正", (ReasonFieldOf(check).Id!, written));

        Assert.Equal($"/forms/{id}/edit?checked=1#projectPeriod", back.Response.Headers.Location?.ToString());
        Assert.Equal(before + saves, (await scene.StoredAsync(id)).Version);
        Assert.Equal(saves > 0 ? written : null, Text(await scene.StoredAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task A_reason_that_was_emptied_is_gone_and_one_that_was_not_posted_stays(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, Why);

        var page = await scene.EditAsync(id);
        await scene.SaveAsync(page, null, ("reason", null), (ReasonFieldOf(page).Id!, "没有说明对应哪条警告"));
        var kept = (await scene.StoredAsync(id)).Content.Reasons;
        await ExplainAsync(scene, id, " ");

        Assert.Equal(Why, Assert.Single(kept).Text);
        Assert.Empty((await scene.StoredAsync(id)).Content.Reasons);
    }

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
    public async Task A_reason_that_cannot_be_stored_comes_back_as_typed_with_a_sentence_that_leads_to_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        var tooLong = new string('长', 501);

        var edit = await scene.EditAsync(id);
        var onEdit = await scene.SaveAsync(edit, null, (ReasonFieldOf(edit).Id!, tooLong));
        var browser = await scene.AsAsync(scene.County.Filler);
        var onCheck = await browser.SubmitAsync(await browser.OpenAsync($"/forms/{id}/check"), "保存填写说明", (ReasonFieldOf(edit).Id!, tooLong));

        foreach (var page in new[] { onEdit, onCheck })
        {
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal("时效指标第 1 行的指标值的填写说明：最多 500 个字，现在有 501 个字，请删减后再保存。", Assert.Single(page.Problems));
            Assert.Equal("#" + ReasonFieldOf(page).Id, page.Find("#problems a").GetAttribute("href"));
            Assert.Equal(tooLong, ReasonFieldOf(page).TextContent.Trim());
        }
        Assert.Equal("true", ReasonFieldOf(onEdit).GetAttribute("aria-invalid"));
        Assert.Empty((await scene.StoredAsync(id)).Content.Reasons);
    }

    [Theory, EachDatabase]
    public async Task Two_who_explain_one_warning_are_asked_and_the_one_who_takes_theirs_away_too(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);

        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, "对方的说明"));
        var conflict = await scene.SaveAsync(mine, null, (ReasonFieldOf(mine).Id!, "我的说明"), ("projectPeriod", "13 个月"));
        var resolved = await browser.SubmitAndFollowAsync(conflict, "按下面的选择保存", ("choose-" + ReasonFieldOf(mine).Id, "theirs"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("时效指标第 1 行的指标值：填写说明", conflict.Find("tbody th").TextContent);
        Assert.Equal(["我的说明", "对方的说明"], conflict.Document.QuerySelectorAll(".side").Select(side => side.TextContent));
        Assert.Equal("已按您的选择合并并保存。", resolved.Note);
        Assert.Equal(("对方的说明", "13 个月"), (Text(await scene.StoredAsync(id)), (await scene.StoredAsync(id)).ProjectPeriod));

        (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, "对方又改的说明"));
        conflict = await scene.SaveAsync(mine, null, (ReasonFieldOf(mine).Id!, ""));
        Assert.Equal(["（没有填写）", "对方又改的说明"], conflict.Document.QuerySelectorAll(".side").Select(side => side.TextContent));
        await browser.SubmitAsync(conflict, "全部用我的");
        Assert.Null(Text(await scene.StoredAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task Two_who_explain_one_warning_are_asked_on_the_check_page_too(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        var theirs = await scene.EditAsync(id, colleague);
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, "对方的说明"));

        var conflict = await browser.SubmitAsync(check, "保存填写说明", (ReasonFieldOf(check).Id!, "我的说明"));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, (ReasonFieldOf(theirs).Id!, "对方又改的说明"));
        var again = await browser.SubmitAsync(conflict, "按下面的选择保存");
        var saved = await browser.SubmitAndFollowAsync(again, "按下面的选择保存");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (conflict.Status, again.Status));
        Assert.Equal("时效指标第 1 行的指标值：填写说明", conflict.Find("tbody th").TextContent);
        Assert.Equal(["我的说明", "对方的说明"], conflict.Document.QuerySelectorAll(".side").Select(side => side.TextContent));
        Assert.Equal(["我的说明", "对方又改的说明"], again.Document.QuerySelectorAll(".side").Select(side => side.TextContent));
        Assert.Equal(("已按您的选择合并并保存。", $"/forms/{id}/check"), (saved.Note, saved.Address.AbsolutePath));
        Assert.Equal("我的说明", Text(await scene.StoredAsync(id)));
    }

    [Fact]
    public async Task Both_reasons_that_are_too_long_for_their_field_stand_in_it_unsaved_on_the_check_page_too()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var (id, _) = await WarnedFormAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        var (mine, theirs, edit) = (new string('甲', 300), new string('乙', 300), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(edit, colleague, (ReasonFieldOf(edit).Id!, theirs));

        var conflict = await browser.SubmitAsync(check, "保存填写说明", (ReasonFieldOf(check).Id!, mine));
        var refused = await browser.SubmitAsync(conflict, "按下面的选择保存", ("choose-" + ReasonFieldOf(check).Id, "both"));

        Assert.Equal("时效指标第 1 行的指标值的填写说明：最多 500 个字，现在有 601 个字，请删减后再保存。", Assert.Single(refused.Problems));
        Assert.Equal($"{mine}\n{theirs}", ReasonFieldOf(refused).TextContent.Trim());
        Assert.Equal(theirs, Text(await scene.StoredAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task A_check_page_that_the_form_has_left_behind_says_what_became_of_the_button_and_keeps_what_was_written(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("projectPeriod", "13 个月"));

        var stale = await browser.SubmitAsync(check, "保存填写说明", (ReasonFieldOf(check).Id!, Why));
        var saved = await browser.SubmitAndFollowAsync(stale, "保存填写说明");

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("这份目标表在您打开之后已被修改。您按的“保存填写说明”没有进行；下面是现在的内容，请看过以后再按。您写的说明还在下面，没有保存。", Assert.Single(stale.Problems));
        Assert.Equal(Why, ReasonFieldOf(stale).TextContent.Trim());
        Assert.Equal(("填写说明已保存。", Why), (saved.Note, Text(await scene.StoredAsync(id))));
    }

    [Theory, EachDatabase]
    public async Task What_was_written_after_the_form_went_up_is_given_back_to_be_copied(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, Why);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        await scene.SendUpAsync(id);

        var refused = await browser.SubmitAsync(check, "保存填写说明", (ReasonFieldOf(check).Id!, "来不及的说明"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("时效指标第 1 行的指标值：填写说明没有保存，您写的是“来不及的说明”", refused.Problems[1]);
        Assert.Equal(Why, Text(await scene.StoredAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task What_was_written_outlives_the_session(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);

        var fromEditor = await AskedAgainAsync(scene, $"/forms/{id}/edit", "保存草稿", "在填报页写的");
        var fromCheck = await AskedAgainAsync(scene, $"/forms/{id}/check", "保存填写说明", Why);
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(fromCheck, "继续提交");

        Assert.Equal(("时效指标第 1 行的指标值的填写说明", "在填报页写的"), Kept(fromEditor)[^1]);
        Assert.Equal([("填写说明", Why)], Kept(fromCheck));
        Assert.Equal(Why, Text(await scene.StoredAsync(id)));
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

    /// <summary>What is asked of somebody whose session ended while they wrote.</summary>
    private static async Task<TestPage> AskedAgainAsync(FormScene scene, string path, string button, string reason)
    {
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await browser.OpenAsync(path);
        await browser.SubmitAsync(page, "退出");
        var signIn = await browser.SubmitAsync(page, button, (ReasonFieldOf(page).Id!, reason));
        return await browser.SubmitAsync(signIn, "登录", ("UserName", scene.County.Filler.UserName), ("Password", TestCounty.Password));
    }

    private static List<(string Label, string Text)> Kept(TestPage page) =>
        [.. page.Document.QuerySelectorAll(".kept dt").Select(label => label.TextContent).Zip(page.Document.QuerySelectorAll(".kept dd").Select(text => text.TextContent))];

    private static async Task<string> FoundAsync(FormScene scene, StaffMember staff, string path)
    {
        var page = await scene.OpenAsync(staff, path);
        var column = page.Document.QuerySelectorAll(".list thead th").Select(head => head.TextContent).ToList().IndexOf("校验结果");
        return string.Join(' ', page.Find(".list tbody tr").Children[column].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
