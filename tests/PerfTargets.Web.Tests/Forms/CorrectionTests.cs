using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>改为“…” and 全部采纳: nothing changes without the click, and no click changes what the clerk has not seen.</summary>
public sealed class CorrectionTests
{
    private const string TakeAll = "全部采纳";

    [Theory, EachDatabase]
    public async Task One_click_corrects_one_field_leads_there_and_saves_all_that_was_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row, _) = await MistypedAsync(scene);
        var page = await scene.EditAsync(id);

        var corrected = await PressAsync(scene, page, "改为“≥5 次”", ("projectPeriod", "13 个月"));

        Assert.Equal($"#row-{row}-value", corrected.Location!.Fragment);
        var form = await scene.StoredAsync(id);
        Assert.Equal(["≥5 次", "≧95％", "≧90%。"], Values(form));
        Assert.Equal("13 个月", form.ProjectPeriod);
    }

    [Theory, EachDatabase]
    public async Task All_is_one_click_also_where_one_field_has_two(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _, _) = await MistypedAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);

        var corrected = await browser.SubmitAndFollowAsync(await scene.EditAsync(id), TakeAll);

        Assert.Equal("已改正 3 处。草稿已保存。 撤销", corrected.Note);
        Assert.Equal(["≥5 次", "≥95%", "≥90%"], Values(await scene.StoredAsync(id)));
        Assert.DoesNotContain(corrected.Document.QuerySelectorAll("button"), button => button.TextContent.Contains("改为", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_was_typed_over_since_is_left_alone_and_said_so(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row, _) = await MistypedAsync(scene);
        var page = await scene.EditAsync(id);

        var missed = await (await scene.AsAsync(scene.County.Filler)).FollowAsync(await PressAsync(scene, page, "改为“≥5 次”", ($"row-{row}-value", "≧8 次")));
        var others = await (await scene.AsAsync(scene.County.Filler)).FollowAsync(await PressAsync(scene, await scene.EditAsync(id), TakeAll, ($"row-{row}-value", "≧9 次")));

        Assert.Equal("没有改正：该处内容在显示校验结果之后已经改动，请看现在的校验结果。草稿已保存。", missed.Note);
        Assert.Equal("已改正 2 处；另有 1 处内容在显示校验结果之后已经改动，没有改正。草稿已保存。 撤销", others.Note);
        Assert.Equal(["≧9 次", "≥95%", "≥90%"], Values(await scene.StoredAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task A_colleagues_newer_text_is_not_corrected_by_an_older_page(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row, _) = await MistypedAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var page = await scene.EditAsync(id);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ($"row-{row}-value", "≧8 次"));

        var pressed = await PressAsync(scene, page, "改为“≥5 次”", ("projectPeriod", "13 个月"));
        var after = await (await scene.AsAsync(scene.County.Filler)).FollowAsync(pressed);

        Assert.StartsWith("没有改正：", after.Note, StringComparison.Ordinal);
        var form = await scene.StoredAsync(id);
        Assert.Equal(("≧8 次", "13 个月"), (Values(form)[0], form.ProjectPeriod));
    }

    [Theory, EachDatabase]
    public async Task The_check_page_offers_them_too_and_a_resent_click_corrects_once(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _, _) = await MistypedAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");

        var corrected = await browser.SubmitAndFollowAsync(check, "改为“≥5 次”");
        var resent = await browser.SubmitAsync(check, "改为“≥5 次”");

        Assert.Equal(("已改正 1 处。", $"/forms/{id}/check"), (corrected.Note, corrected.Address.AbsolutePath));
        Assert.Equal(HttpStatusCode.Redirect, resent.Status);
        Assert.Equal(["≥5 次", "≧95％", "≧90%。"], Values(await scene.StoredAsync(id)));
        var all = await browser.SubmitAsync(corrected, TakeAll);
        var allResent = await browser.SubmitAndFollowAsync(corrected, TakeAll);
        Assert.Equal("已改正 2 处。 撤销", all.Note);
        Assert.Equal(((string?)null, $"/forms/{id}/check"), (allResent.Note, allResent.Address.AbsolutePath));
    }

    [Theory, EachDatabase]
    public async Task What_was_corrected_all_at_once_is_taken_back_by_one_button_but_for_what_was_typed_since(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row, _) = await MistypedAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);

        var taken = await browser.SubmitAsync(await scene.EditAsync(id), TakeAll);
        var corrected = Values(await scene.StoredAsync(id));
        var back = await browser.SubmitAndFollowAsync(taken, "撤销", ($"row-{row}-value", "≥6 次"));
        var onCheck = await browser.SubmitAsync(await browser.OpenAsync($"/forms/{id}/check"), TakeAll);
        var again = await browser.SubmitAndFollowAsync(onCheck, "撤销");

        Assert.Equal("已改正 3 处。草稿已保存。 撤销", taken.Note);
        Assert.Equal(["≥5 次", "≥95%", "≥90%"], corrected);
        Assert.Equal("已撤销；另有 1 处后来又改过，没有改回。草稿已保存。", back.Note);
        Assert.Equal(("已改正 2 处。 撤销", "已撤销。"), (onCheck.Note, again.Note));
        Assert.Equal(["≥6 次", "≧95％", "≧90%。"], Values(await scene.StoredAsync(id)));
    }

    [Theory]
    [InlineData("revert:")]
    [InlineData("revert:{}")]
    [InlineData("""revert:{"Marks":["overallGoal"],"Rows":[]}""")]
    [InlineData("""revert:{"Marks":{"overallGoal":null,"order":"","made up":"0"},"Rows":[]}""")]
    [InlineData("""revert:{"Marks":{},"Rows":null}""")]
    [InlineData("""revert:{"Marks":{},"Rows":[null]}""")]
    [InlineData("""revert:{"Marks":{},"Rows":[{"Id":"00000000-0000-0000-0000-000000000000","Name":"","Value":"","NameNow":"","ValueNow":""}]}""")]
    public async Task A_made_up_button_that_takes_back_takes_nothing_back(string action)
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.CompleteFormAsync();
        var before = (await scene.StoredAsync(id)).Content;

        var saved = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", action));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var after = (await scene.StoredAsync(id)).Content;
        Assert.Equal(before.Indicators, after.Indicators);
        Assert.Empty(after.Unconfirmed);
    }

    [Theory, EachDatabase]
    public async Task A_check_page_that_the_form_has_left_behind_says_that_nothing_was_corrected(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _, _) = await MistypedAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);
        var check = await browser.OpenAsync($"/forms/{id}/check");
        await scene.SaveAsync(await scene.EditAsync(id), null, ("projectPeriod", "13 个月"));

        foreach (var (button, word) in new[] { ("改为“≥5 次”", "改为…"), (TakeAll, "全部采纳") })
        {
            var stale = await browser.SubmitAsync(check, button);
            Assert.Equal(HttpStatusCode.Conflict, stale.Status);
            Assert.Equal($"这份目标表在您打开之后已被修改。您按的“{word}”没有进行；下面是现在的内容，请看过以后再按。", Assert.Single(stale.Problems));
        }
        Assert.Equal(["≧5 次", "≧95％", "≧90%。"], Values(await scene.StoredAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task What_can_be_corrected_is_in_view_on_both_pages_also_where_it_is_only_one(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _, _) = await MistypedAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);
        var several = Offer(await scene.EditAsync(id));
        await browser.SubmitAsync(await scene.EditAsync(id), TakeAll);
        var page = await scene.EditAsync(id);
        var none = page.Document.QuerySelector(".rail .all");
        await scene.SaveAsync(page, null, ($"row-{FormScene.RowOf(page, FormScene.Quantity)}-value", "≧7 次"));

        Assert.Equal("有 3 处写法可以一键改正全部采纳", several);
        Assert.Null(none);
        foreach (var path in new[] { "edit", "check" })
            Assert.Equal("有 1 处写法可以一键改正改为“≥7 次”", Offer(await browser.OpenAsync($"/forms/{id}/{path}")));

        static string Offer(TestPage page) => page.Find(".rail .all").TextContent.Trim();
    }

    [Theory, EachDatabase]
    public async Task A_reviewer_is_offered_none(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, _, _) = await MistypedAsync(scene);
        await scene.SendUpAsync(id);

        var review = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");

        Assert.Contains(review.Document.QuerySelectorAll(".rail .find li:not(.e):not(.w)"), hint => hint.TextContent.Contains("≧5 次", StringComparison.Ordinal));
        Assert.DoesNotContain(review.Document.QuerySelectorAll("button"), button => button.TextContent.Contains("改为", StringComparison.Ordinal) || button.TextContent.Contains("采纳", StringComparison.Ordinal));
    }

    /// <summary>A form with glyphs that have a usual form, and a full stop where none stands: one field has both.</summary>
    private static async Task<(Guid Id, string Quantity, string Satisfaction)> MistypedAsync(FormScene scene)
    {
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        var (quantity, quality, satisfaction) = (FormScene.RowOf(page, FormScene.Quantity), FormScene.RowOf(page, "output.quality"), FormScene.RowOf(page, "satisfaction.served"));
        await scene.SaveAsync(page, null, ($"row-{quantity}-value", "≧5 次"), ($"row-{quality}-value", "≧95％"), ($"row-{satisfaction}-value", "≧90%。"));
        return (id, quantity, satisfaction);
    }

    private static async Task<TestPage> PressAsync(FormScene scene, TestPage page, string button, params (string Name, string? Value)[] typed) =>
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(page, button, typed);

    private static string[] Values(TargetForm form) =>
        [.. new[] { FormScene.Quantity, "output.quality", "satisfaction.served" }.Select(group => form.Content.RowsOf(group).First().Value)];
}
