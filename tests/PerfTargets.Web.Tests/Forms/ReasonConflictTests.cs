using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using static PerfTargets.Web.Tests.Forms.ReasonScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>填写说明 where somebody else has written or acted meanwhile.</summary>
public sealed class ReasonConflictTests
{
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

    [Theory, EachDatabase]
    public async Task What_did_not_stand_on_the_check_page_stays_as_others_have_it_however_often_it_changes_while_one_decides(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _) = await WarnedFormAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);
        var before = (await scene.StoredAsync(id)).OverallGoal;
        var (check, theirs) = (await browser.OpenAsync($"/forms/{id}/check"), await scene.EditAsync(id, colleague));
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, "对方的说明"), ("overallGoal", "对方的第一稿。"), ("projectPeriod", "9 年"));
        var conflict = await browser.SubmitAsync(check, "保存填写说明", (ReasonFieldOf(check).Id!, "我的说明"));

        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", before), ("projectPeriod", "8 年"));
        await ResolveAsync(browser, conflict);

        var form = await scene.StoredAsync(id);
        Assert.Equal((before, "8 年", "我的说明"), (form.OverallGoal, form.Content.ProjectPeriod, Text(form)));
    }

    [Theory, EachDatabase]
    public async Task A_reason_that_did_not_stand_on_ones_page_and_was_taken_away_while_one_decides_does_not_come_back(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);
        var mine = await scene.EditAsync(id);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ($"row-{FormScene.RowOf(mine, Timeliness)}-value", Late(scene)), ("overallGoal", "对方的目标。"));
        var theirs = await scene.EditAsync(id, colleague);
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, "对方的说明"));
        var conflict = await scene.SaveAsync(mine, null, ("overallGoal", "我的目标。"));

        theirs = await scene.EditAsync(id, colleague);
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, ""));
        await ResolveAsync(browser, conflict);

        Assert.Equal(("我的目标。", null), ((await scene.StoredAsync(id)).OverallGoal, Text(await scene.StoredAsync(id))));
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

    /// <summary>With the answers that stand there, also where the page asks once more as the form has changed again.</summary>
    private static async Task ResolveAsync(TestBrowser browser, TestPage conflict)
    {
        var answer = await browser.SubmitAsync(conflict, "按下面的选择保存");
        if (answer.Status == HttpStatusCode.Conflict)
            answer = await browser.SubmitAsync(answer, "按下面的选择保存");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }
}
