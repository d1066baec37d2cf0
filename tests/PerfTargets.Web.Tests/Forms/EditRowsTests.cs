using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

public sealed class EditRowsTests
{
    [Theory, EachDatabase]
    public async Task Adding_a_row_saves_what_was_typed_and_leads_to_the_new_row(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);

        var added = await scene.SaveAsync(page, null, ("overallGoal", "改过的目标"), ("action", "add:" + FormScene.Quantity));
        var form = await scene.StoredAsync(id);
        var row = form.Content.RowsOf(FormScene.Quantity).Last();
        var shown = await (await scene.AsAsync(scene.County.Filler)).FollowAsync(added);

        Assert.Equal("改过的目标", form.OverallGoal);
        Assert.True(row.IsBlank);
        Assert.Equal($"#row-{row.Id:N}-name", added.Location!.Fragment);
        Assert.Equal("TEXTAREA", shown.Find(added.Location.Fragment).TagName);
        Assert.NotNull(shown.Document.QuerySelector("[aria-label='删除 数量指标第 2 行']"));
    }

    [Theory, EachDatabase]
    public async Task A_second_row_can_be_added_to_a_group_that_has_none_yet(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "add:" + FormScene.Quantity));

        Assert.Equal(2, FormScene.RowsOf(await scene.EditAsync(id)).Count(row => row.Group == FormScene.Quantity));
    }

    [Theory, EachDatabase]
    public async Task Rows_move_and_go_with_their_texts(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await AddAsync(scene, id, "第二", "第三");

        await MoveAsync(scene, id, "up", 2);
        Assert.Equal(["节能培训次数", "第三", "第二"], await NamesAsync(scene, id));
        await MoveAsync(scene, id, "down", 0);
        Assert.Equal(["第三", "节能培训次数", "第二"], await NamesAsync(scene, id));
        await MoveAsync(scene, id, "up", 0);
        Assert.Equal(["第三", "节能培训次数", "第二"], await NamesAsync(scene, id));
        await MoveAsync(scene, id, "remove", 1);
        Assert.Equal(["第三", "第二"], await NamesAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task A_deleted_row_can_be_brought_back_beside_its_group(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await AddAsync(scene, id, "第二", "第三");
        var before = (await scene.StoredAsync(id)).Content.Indicators;
        var page = await scene.EditAsync(id);
        var gone = FormScene.RowOf(page, FormScene.Quantity, 1);

        var removed = await scene.SaveAsync(page, null, ("action", "remove:" + gone));
        var undo = removed.Find($"#group-output-quantity button[value='undo:{gone}']");
        await scene.SaveAsync(removed, null, ("action", undo.GetAttribute("value")), ("overallGoal", "同时改的目标"));

        Assert.Equal("undo-" + gone, removed.Find("[autofocus]").Id);
        Assert.Equal("undo-" + gone, undo.Id);
        Assert.Equal("已删除“第二 1 个”", removed.Find("#group-output-quantity .gone").TextContent);
        Assert.Equal(before, (await scene.StoredAsync(id)).Content.Indicators);
        Assert.Equal("同时改的目标", (await scene.StoredAsync(id)).OverallGoal);
        Assert.Null((await scene.EditAsync(id)).Document.QuerySelector(".undo"));
    }

    [Theory, EachDatabase]
    public async Task The_offer_stays_through_later_saves_and_deletions_until_the_editor_is_left(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await AddAsync(scene, id, "第二", "第三");
        var page = await scene.EditAsync(id);
        var (second, third) = (FormScene.RowOf(page, FormScene.Quantity, 1), FormScene.RowOf(page, FormScene.Quantity, 2));

        page = await scene.SaveAsync(page, null, ("action", "remove:" + third));
        page = await scene.SaveAsync(page, null, ("overallGoal", "接着填"));
        var saved = page.Note;
        page = await scene.SaveAsync(page, null, ("action", "remove:" + second));
        page = await scene.SaveAsync(page, null, ("funds-total", new string('9', 1000)));
        var refused = page.Status;
        page = await scene.SaveAsync(page, null, ("funds-total", "10"));
        var left = await scene.EditAsync(id);
        page = await scene.SaveAsync(page, null, ("action", "undo:" + second));
        var back = await scene.SaveAsync(page, null, ("action", "undo:" + third));

        Assert.Equal(("草稿已保存。", HttpStatusCode.BadRequest), (saved, refused));
        Assert.Empty(left.Document.QuerySelectorAll(".undo"));
        Assert.Equal($"row-{second}-name", page.Find("[autofocus]").Id);
        Assert.Equal($"#row-{third}-name", back.Location!.Fragment);
        Assert.Equal("接着填", (await scene.StoredAsync(id)).OverallGoal);
        Assert.Equal(["节能培训次数", "第二", "第三"], await NamesAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task The_offer_outlives_a_conflict(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);
        page = await scene.SaveAsync(page, null, ("action", "remove:" + row));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", "对方的目标"));

        var conflict = await scene.SaveAsync(page, null, ("overallGoal", "我的目标"));
        var resolved = await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(conflict, "按下面的选择保存");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.NotNull(resolved.Document.QuerySelector("#undo-" + row));
    }

    [Theory, EachDatabase]
    public async Task The_only_row_comes_back_alone_and_a_blank_one_is_not_worth_an_offer(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();

        var removed = await MoveAsync(scene, id, "remove", 0);
        await scene.SaveAsync(removed, null, ("action", removed.Find(".undo").GetAttribute("value")));
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "add:" + FormScene.Quantity));
        var blank = await MoveAsync(scene, id, "remove", 1);

        Assert.Equal(["节能培训次数"], await NamesAsync(scene, id));
        Assert.Null(blank.Document.QuerySelector(".undo"));
    }

    [Theory, EachDatabase]
    public async Task A_row_too_long_to_be_saved_can_be_deleted_and_brought_back_without_a_cookie_for_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);
        var name = string.Concat(Enumerable.Range(0, 10_000).Select(number => (char)('一' + (number * 37 % 20_000))));

        var removed = await scene.SaveAsync(page, null, ($"row-{row}-name", name), ($"row-{row}-value", name), ("action", "remove:" + row));
        var back = await scene.SaveAsync(removed, null, ("action", "undo:" + row));

        Assert.InRange(removed.Response.Headers.Where(header => header.Key == "Set-Cookie").SelectMany(header => header.Value).Sum(cookie => cookie.Length), 0, 1_000);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (removed.Status, back.Status));
        Assert.Equal(name, back.Find($"#row-{row}-name").TextContent);
        Assert.Equal((name, name), (removed.Find($"[name=removed-{row}-name]").GetAttribute("value"), removed.Find($"[name=removed-{row}-value]").GetAttribute("value")));
    }

    [Theory, EachDatabase]
    public async Task The_offer_stands_on_no_other_form(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, other) = (await scene.CompleteFormAsync(), await scene.CompleteFormAsync(await scene.County.AddProjectAsync("另一项目", scene.County.Department)));

        var page = await scene.EditAsync(id);
        await scene.SaveAsync(page, null, ("action", "remove:" + FormScene.RowOf(page, FormScene.Quantity)));

        Assert.Null((await scene.EditAsync(other)).Document.QuerySelector(".undo"));
    }

    [Theory, EachDatabase]
    public async Task The_fields_of_a_row_come_before_its_buttons(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await AddAsync(scene, id, "第二", "第三");

        var page = await scene.EditAsync(id);

        var row = page.Find($"#row-{FormScene.RowOf(page, FormScene.Quantity, 1)}-name").Closest("tr")!;
        Assert.Equal(
            ["第 2 行 三级指标", "第 2 行 指标值", "上移", "下移", "删除"],
            row.QuerySelectorAll("textarea, button").Select(one => one.GetAttribute("aria-label")!.Replace("数量指标", "").Replace(" 第 2 行", "")));
    }

    [Theory, EachDatabase]
    public async Task The_only_row_can_be_removed_and_a_blank_one_stands_there_again(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();

        await MoveAsync(scene, id, "remove", 0);

        Assert.Empty((await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity));
        Assert.Single(FormScene.RowsOf(await scene.EditAsync(id)), row => row.Group == FormScene.Quantity);
    }

    [Theory, EachDatabase]
    public async Task A_double_click_on_add_adds_one_row(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);

        var first = await scene.SaveAsync(page, null, ("action", "add:" + FormScene.Quantity));
        var second = await scene.SaveAsync(page, null, ("action", "add:" + FormScene.Quantity));

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(2, (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).Count());
    }

    private static async Task AddAsync(FormScene scene, Guid id, params string[] names)
    {
        foreach (var name in names)
        {
            await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "add:" + FormScene.Quantity));
            var page = await scene.EditAsync(id);
            var row = FormScene.RowsOf(page).Last(one => one.Group == FormScene.Quantity).Id;
            await scene.SaveAsync(page, null, ($"row-{row}-name", name), ($"row-{row}-value", "1 个"));
        }
    }

    private static async Task<TestPage> MoveAsync(FormScene scene, Guid id, string action, int index)
    {
        var page = await scene.EditAsync(id);
        var browser = await scene.AsAsync(scene.County.Filler);
        return await browser.FollowAsync(await scene.SaveAsync(page, null, ("action", $"{action}:{FormScene.RowOf(page, FormScene.Quantity, index)}")));
    }

    private static async Task<IEnumerable<string>> NamesAsync(FormScene scene, Guid id) =>
        (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).Select((IndicatorRow row) => row.Name);
}
