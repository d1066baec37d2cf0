using System.Net;
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
        Assert.All(["我的目标", "对方的目标", "6 次", "5 次"], text => Assert.Contains(text, conflict.Body, StringComparison.Ordinal));
        Assert.Equal("我的目标", conflict.Find("input[name=overallGoal]").GetAttribute("value"));

        var browser = await scene.AsAsync(scene.County.Filler);
        var resolved = await browser.SubmitAndFollowAsync(conflict, "按下面的选择保存");

        Assert.Empty(conflict.Document.QuerySelectorAll("[name=choose-projectPeriod]"));
        Assert.Equal("已按您的选择合并并保存。", resolved.Note);
        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("我的目标", "2 年"), (content.OverallGoal, content.ProjectPeriod));
        Assert.Equal(["6 次", ""], content.RowsOf(FormScene.Quantity).Select(one => one.Value));
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

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("待单位审核", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Contains("来不及保存的目标", refused.Find("#overallGoal").TextContent, StringComparison.Ordinal);
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
        Assert.Contains("现在是对方保存的内容", saved.Note, StringComparison.Ordinal);
        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("对方的目标", 2), (content.OverallGoal, content.RowsOf(FormScene.Quantity).Count()));
    }
}
