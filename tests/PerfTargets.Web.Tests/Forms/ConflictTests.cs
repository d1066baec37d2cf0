using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

public sealed class ConflictTests
{
    [Theory, EachDatabase]
    public async Task The_later_of_two_gets_both_texts_side_by_side_and_decides(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"), ("projectPeriod", "2 年"), ("action", "add:" + FormScene.Quantity));

        var row = FormScene.RowOf(mine, FormScene.Quantity);
        var conflict = await scene.SaveAsync(mine, null, ("overallGoal", "我的目标"), ($"row-{row}-value", "6 次"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("同事", conflict.Body, StringComparison.Ordinal);
        Assert.All(["我的目标", "对方的目标", "2 月 10 日 11:00，同事"], text => Assert.Contains(text, conflict.Body, StringComparison.Ordinal));
        Assert.Equal("我的目标", conflict.Find("input[name=overallGoal]").GetAttribute("value"));

        var browser = await scene.AsAsync(scene.County.Filler);
        var resolved = await browser.SubmitAndFollowAsync(conflict, "按下面的选择保存");

        Assert.Equal(["choose-overallGoal"], conflict.Document.QuerySelectorAll("input[type=radio]").Select(one => one.GetAttribute("name")).Distinct());
        Assert.Equal("已按您的选择合并并保存。", resolved.Note);
        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("我的目标", "2 年"), (content.OverallGoal, content.ProjectPeriod));
        Assert.Equal(["6 次", ""], content.RowsOf(FormScene.Quantity).Select(one => one.Value));
    }

    [Theory, EachDatabase]
    public async Task Where_each_has_changed_another_field_both_stand_without_a_question(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"));
        var browser = await scene.AsAsync(scene.County.Filler);

        var saved = await browser.SubmitAndFollowAsync(mine, "保存草稿", ("funds-fiscal", "9"), ("funds-other", "1"));

        Assert.Equal($"草稿已保存，并与{colleague.DisplayName}保存的内容合并。您打开本页以后，有 1 处在别处作了修改：年度总体目标（原来是“开展节能培训 5 次，安排资金 10 万元。”）。", saved.Note);
        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("对方的目标", "9.00", "1.00"), (content.OverallGoal, content.FundsOf("fiscal").Text, content.FundsOf("other").Text));
    }

    [Theory, EachDatabase]
    public async Task What_somebody_else_has_changed_or_deleted_is_named_with_what_stood_there_also_where_it_was_saved_by_itself(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        var (before, row) = ((await scene.StoredAsync(id)).Content, FormScene.RowOf(mine, FormScene.Quantity));
        await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"), ("action", "remove:" + row));

        var answer = System.Text.Json.JsonDocument.Parse((await scene.SaveAsync(mine, null, ("projectPeriod", "2 年"), ("action", "autosave"))).Text).RootElement;

        var gone = before.RowsOf(FormScene.Quantity).Single();
        Assert.Equal("merged", answer.GetProperty("state").GetString());
        Assert.Equal(
            $"您打开本页以后，有 2 处在别处作了修改：年度总体目标（原来是“{before.OverallGoal}”）、数量指标“{gone.Name}”（已删除，原来是“{gone.Name} {gone.Value}”）。",
            answer.GetProperty("sentence").GetString());
    }

    [Theory, EachDatabase]
    public async Task A_row_that_another_has_moved_stays_there_when_I_add_one_elsewhere(DatabaseProvider provider)
    {
        const string quality = "output.quality";
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "add:" + FormScene.Quantity));
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        var before = (await scene.StoredAsync(id)).Content;

        await scene.SaveAsync(theirs, colleague, ("action", "down:" + FormScene.RowOf(theirs, FormScene.Quantity)));
        await scene.SaveAsync(mine, null, ("action", "add:" + quality));

        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(before.RowsOf(FormScene.Quantity).Reverse(), content.RowsOf(FormScene.Quantity));
        Assert.Equal(before.RowsOf(quality).Count() + 1, content.RowsOf(quality).Count());
    }

    [Theory, EachDatabase]
    public async Task Ones_own_other_window_is_called_so(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var (first, second) = (await scene.EditAsync(id), await scene.EditAsync(id));
        await scene.SaveAsync(first, null, ("overallGoal", "一个窗口的目标"));

        var conflict = await scene.SaveAsync(second, null, ("overallGoal", "另一窗口的目标"));

        Assert.Contains("，您在别处保存过，", conflict.Body, StringComparison.Ordinal);
        Assert.Equal(["位置", "这次填写的", "已保存的"], conflict.Document.QuerySelectorAll("thead th").Select(head => head.TextContent));
        Assert.DoesNotContain("对方", conflict.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task All_mine_or_all_theirs_is_one_button(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);

        foreach (var (button, typed, kept) in new[] { ("全部用我的", "我的目标", "我的目标"), ("全部用对方的", "我的又一目标", "对方的目标") })
        {
            var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
            await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"));
            await browser.SubmitAsync(await scene.SaveAsync(mine, null, ("overallGoal", typed)), button);
            Assert.Equal(kept, (await scene.StoredAsync(id)).OverallGoal);
        }
    }

    [Theory, EachDatabase]
    public async Task A_third_edit_while_deciding_asks_again_and_keeps_the_answers(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"));
        var conflict = await scene.SaveAsync(mine, null, ("overallGoal", "我的目标"));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", "对方又改的目标"));

        var browser = await scene.AsAsync(scene.County.Filler);
        var again = await browser.SubmitAsync(conflict, "按下面的选择保存", ("choose-overallGoal", "theirs"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("对方又改的目标", again.Body, StringComparison.Ordinal);
        Assert.Contains("我的目标", again.Body, StringComparison.Ordinal);
        Assert.NotNull(again.Find("input[name=choose-overallGoal][value=theirs]").GetAttribute("checked"));
    }

    [Theory, EachDatabase]
    public async Task A_resent_save_acts_once_and_the_same_id_with_another_content_is_a_conflict(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);

        var first = await scene.SaveAsync(page, null, ("overallGoal", "改一次"));
        var version = (await scene.StoredAsync(id)).Version;
        var resent = await scene.SaveAsync(page, null, ("overallGoal", "改一次"));
        var other = await scene.SaveAsync(page, null, ("overallGoal", "另一内容"));
        var forged = await scene.SaveAsync(page, null, ("overallGoal", "另一内容"), ("version", $"{version}"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, resent.Status));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (other.Status, forged.Status));
        Assert.Equal(("改一次", version), ((await scene.StoredAsync(id)).OverallGoal, (await scene.StoredAsync(id)).Version));
    }

    [Theory, EachDatabase]
    public async Task When_a_colleague_has_sent_the_form_up_the_typed_text_stays_to_be_copied(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var mine = await scene.EditAsync(id);
        await scene.SendUpAsync(id, colleague);

        var refused = await scene.SaveAsync(mine, null, ("overallGoal", "来不及保存的目标"));

        Assert.Equal((HttpStatusCode.Forbidden, "没有保存"), (refused.Status, refused.Find("#problems h2").TextContent));
        Assert.Equal(
            $"{colleague.DisplayName}在 2 月 10 日 11:00 办理了“送审”，这份目标表现在由单位审核人审核，不能修改。您刚才填写的内容没有保存。"
            + $"还要修改的，请联系{colleague.DisplayName}撤回，或者请单位审核人退回修改。",
            Assert.Single(refused.Problems));
        var typed = Assert.Single(refused.Document.QuerySelectorAll("main textarea"));
        Assert.Equal(("overallGoal", "来不及保存的目标"), (typed.Id, typed.TextContent.Trim()));
        Assert.True(typed.HasAttribute("readonly"));
        Assert.NotNull(refused.Document.QuerySelector($"main a[href='/forms/{id}']"));
        Assert.Empty(refused.Document.QuerySelectorAll("main button"));
    }

    [Theory, EachDatabase]
    public async Task Who_sent_the_form_up_from_another_window_is_told_to_withdraw_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await scene.SaveAsync(page, null, ("na", "benefit.ecological"), ("na-reason-benefit.ecological", "不涉及"), ("action", "remove:" + FormScene.RowOf(page, "benefit.ecological")));
        var old = await scene.EditAsync(id);
        await scene.SendUpAsync(id);

        var refused = await scene.SaveAsync(old);

        var sentence = Assert.Single(refused.Problems);
        Assert.StartsWith("您在 ", sentence, StringComparison.Ordinal);
        Assert.EndsWith("还要修改的，请打开目标表按“撤回”，再把没有保存的内容填进去。", sentence, StringComparison.Ordinal);
        Assert.Contains("您填写的内容与目标表现在的内容相同", refused.Body, StringComparison.Ordinal);
        Assert.Empty(refused.Document.QuerySelectorAll("main textarea"));
    }

    [Theory, EachDatabase]
    public async Task A_year_that_has_closed_meanwhile_is_named(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var year = await db.Years.SingleAsync(one => one.Year == scene.County.Year);
            year.Deadline = year.ClosesToBureaus = year.ClosesToReviewers = new DateOnly(2020, 1, 1);
            await db.SaveChangesAsync();
        });

        var refused = await scene.SaveAsync(page, null, ("overallGoal", "迟到的目标"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.StartsWith($"{scene.County.Year} 年度的填报已经关闭，这份目标表不能再修改。", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.EndsWith("还要修改的，请联系财政局绩效股延长填报时间。", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_has_lost_the_role_meanwhile_is_sent_to_the_administrator(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await scene.App.WithAsync<PerfTargetsDbContext>(db =>
            db.Staff.Where(one => one.Id == scene.County.Filler.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Roles, Role.UnitReviewer)));

        var refused = await scene.SaveAsync(page, null, ("overallGoal", "迟到的目标"));

        Assert.Equal("您现在没有填报这份目标表的权限。您刚才填写的内容没有保存。还要填报的，请联系管理员调整您的角色。", Assert.Single(refused.Problems));
    }

    [Theory, EachDatabase]
    public async Task Where_no_field_is_to_be_corrected_nothing_is_counted(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "又改了"));

        var stale = await browser.SubmitAsync(check, check.Document.QuerySelectorAll("button").First(one => one.TextContent.StartsWith("送审", StringComparison.Ordinal)).TextContent.Trim());

        Assert.Equal((HttpStatusCode.Conflict, "没有办成"), (stale.Status, stale.Find("#problems h2").TextContent));
    }

    [Theory, EachDatabase]
    public async Task Row_buttons_of_an_old_page_do_their_act_beside_what_a_colleague_did_to_the_rows(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var old = await scene.EditAsync(id);
        var (quantity, cost) = (FormScene.RowOf(old, FormScene.Quantity), FormScene.RowOf(old, "output.cost"));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ($"row-{quantity}-value", "7 次"), ("action", "add:" + FormScene.Quantity));
        var theirs = (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).Last().Id;

        var added = await scene.SaveAsync(old, null, ("action", "add:" + FormScene.Quantity));
        var removed = await scene.SaveAsync(old, null, ("action", "remove:" + cost));

        var content = (await scene.StoredAsync(id)).Content;
        var rows = content.RowsOf(FormScene.Quantity).ToList();
        Assert.Equal([quantity, $"{theirs:N}", added.Location!.Fragment[5..^5]], rows.Select(row => $"{row.Id:N}"));
        Assert.Equal("7 次", rows[0].Value);
        Assert.Empty(content.RowsOf("output.cost"));
        Assert.NotNull(removed.Find($"#undo-{cost}[autofocus]"));
    }

    [Theory, EachDatabase]
    public async Task A_row_of_ones_own_that_a_colleague_has_typed_in_since_is_asked_about_before_an_old_page_deletes_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var old = await scene.EditAsync(id);
        var row = FormScene.RowOf(old, FormScene.Quantity);
        await scene.SaveAsync(old, null, ($"row-{row}-name", "培训人数"));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ($"row-{row}-value", "20 人"));

        var asked = await scene.SaveAsync(old, null, ($"row-{row}-name", "培训人数"), ("action", "remove:" + row), ("operation", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Equal(["（这一行已删除）", "培训人数\n20 人"], asked.Document.QuerySelectorAll(".compare .side").Select(side => side.TextContent));
        Assert.Equal("20 人", Assert.Single((await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity)).Value);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_both_have_deleted_comes_back_with_what_was_typed_in_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (clerk, id) = (await scene.AsAsync(scene.County.Filler), await scene.CompleteFormAsync());
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var old = await scene.EditAsync(id);
        var row = FormScene.RowOf(old, FormScene.Quantity);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("action", "remove:" + row));

        (string, string?)[] mine = [($"row-{row}-value", "8 次"), ("action", "remove:" + row)];
        var (removed, resent) = (await scene.SaveAsync(old, null, mine), await scene.SaveAsync(old, null, mine));
        await clerk.SubmitAsync(removed, "撤销");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (removed.Status, resent.Status));
        Assert.Equal("8 次", Assert.Single((await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity)).Value);
    }

    [Theory, EachDatabase]
    public async Task All_mine_leaves_the_colleague_what_only_they_have_changed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"), ("projectPeriod", "2 年"));

        var conflict = await scene.SaveAsync(mine, null, ("overallGoal", "我的目标"), ("action", "add:" + FormScene.Quantity));
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(conflict, "全部用我的");

        Assert.Contains("“增加一行”还没有进行", conflict.Body, StringComparison.Ordinal);
        var form = await scene.StoredAsync(id);
        Assert.Equal(("我的目标", "2 年"), (form.OverallGoal, form.Content.ProjectPeriod));
    }

    [Theory, EachDatabase]
    public async Task A_button_pressed_on_an_old_page_without_typing_does_its_act_on_the_form_as_it_now_stands(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, ("overallGoal", "对方的目标"));

        var added = await scene.SaveAsync(mine, null, ("action", "add:" + FormScene.Quantity));
        var again = await scene.SaveAsync(mine, null, ("action", "add:" + FormScene.Quantity));
        var check = await scene.SaveAsync(mine, null, ("action", "check"));
        var saved = await (await scene.AsAsync(scene.County.Filler)).FollowAsync(await scene.SaveAsync(mine));

        Assert.Equal((HttpStatusCode.Redirect, added.Location), (again.Status, again.Location));
        Assert.EndsWith("-name", added.Location!.Fragment, StringComparison.Ordinal);
        Assert.Equal($"/forms/{id}/check", check.Location?.PathAndQuery);
        Assert.Contains("现在是那时保存的内容", saved.Note, StringComparison.Ordinal);
        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("对方的目标", 2), (content.OverallGoal, content.RowsOf(FormScene.Quantity).Count()));
    }
}
