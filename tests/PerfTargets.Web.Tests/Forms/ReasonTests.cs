using System.Net;
using PerfTargets.Core.Data;
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
}
