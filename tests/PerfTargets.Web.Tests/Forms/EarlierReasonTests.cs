using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using static PerfTargets.Web.Tests.Forms.ReasonScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>填写说明 of a text that was changed since: it holds to nothing any more, and is not lost from sight.</summary>
public sealed class EarlierReasonTests
{
    [Theory, EachDatabase]
    public async Task What_was_written_of_a_text_stands_beside_the_warning_of_another_in_its_place_and_is_taken_over_by_a_button(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await ChangedFormAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);

        foreach (var path in new[] { $"/forms/{id}/check", $"/forms/{id}/edit" })
        {
            var page = await browser.OpenAsync(path);
            Assert.Equal($"原来的说明（“{Late(scene).TrimEnd('前')}”）　{Why}", page.Find(".find p.reason").TextContent);
            Assert.Equal("", ReasonFieldOf(page).TextContent.Trim());
            Assert.StartsWith("须填写说明", page.Find($"label[for={ReasonFieldOf(page).Id}]").TextContent, StringComparison.Ordinal);
        }
        var edit = await scene.EditAsync(id);
        var taken = await browser.SubmitAsync(edit, "沿用原来的说明");
        var now = await browser.FollowAsync(taken);

        Assert.Equal("#" + ReasonFieldOf(edit).Id, taken.Location?.Fragment);
        Assert.Equal(Why, ReasonFieldOf(now).TextContent.Trim());
        Assert.DoesNotContain("原来的说明", now.Body, StringComparison.Ordinal);
        Assert.Equal([Why, Why], (await scene.StoredAsync(id)).Content.Reasons.Select(reason => reason.Text));
    }

    [Theory, EachDatabase]
    public async Task It_is_taken_over_on_the_check_page_too_and_goes_up_with_the_form(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await ChangedFormAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);

        var pressed = await browser.SubmitAsync(await browser.OpenAsync($"/forms/{id}/check"), "沿用原来的说明");
        var taken = await browser.FollowAsync(pressed);
        await scene.SendUpAsync(id);

        Assert.Equal(($"/forms/{id}/check", Why), (taken.Address.AbsolutePath, ReasonFieldOf(taken).TextContent.Trim()));
        Assert.Equal("#" + ReasonFieldOf(taken).Id, pressed.Location?.Fragment);
        var review = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");
        Assert.Equal(["填写说明　" + Why], review.Document.QuerySelectorAll(".rail .find .reason").Select(reason => reason.TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_written_in_the_field_already_is_not_replaced()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await ChangedFormAsync(scene);
        var browser = await scene.AsAsync(scene.County.Filler);

        var edit = await scene.EditAsync(id);
        var kept = await browser.SubmitAndFollowAsync(edit, "沿用原来的说明", (ReasonFieldOf(edit).Id!, "新写的说明"));

        Assert.Equal("说明里已经写了字，没有沿用原来的。草稿已保存。", kept.Note);
        Assert.Equal("新写的说明", ReasonFieldOf(kept).TextContent.Trim());
    }

    [Theory, EachDatabase]
    public async Task What_a_colleague_has_written_there_meanwhile_is_not_replaced_either(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await ChangedFormAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var mine = await scene.EditAsync(id);
        var theirs = await scene.EditAsync(id, colleague);
        await scene.SaveAsync(theirs, colleague, (ReasonFieldOf(theirs).Id!, "同事写的说明"));

        var kept = await (await scene.AsAsync(scene.County.Filler)).SubmitAndFollowAsync(mine, "沿用原来的说明");

        Assert.StartsWith("说明里已经写了字，没有沿用原来的。", kept.Note, StringComparison.Ordinal);
        Assert.Equal("同事写的说明", ReasonFieldOf(kept).TextContent.Trim());
    }

    [Theory, EachDatabase]
    public async Task Where_nothing_is_warned_of_any_more_the_clerk_still_finds_the_text_and_the_reviewer_does_not(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (id, row) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, Why);
        await scene.SaveAsync(await scene.EditAsync(id), null, ($"row-{row}-value", $"{scene.County.Year} 年 11 月底前"));

        foreach (var path in new[] { $"/forms/{id}/check", $"/forms/{id}/edit" })
        {
            var page = await scene.OpenAsync(scene.County.Filler, path);
            Assert.Contains(page.Document.QuerySelectorAll("summary"), summary => summary.TextContent == "不再对应警告的说明 1");
            Assert.Equal($"{Why}（“{Late(scene).TrimEnd('前')}”）", page.Find(".find p.reason").TextContent);
        }
        await scene.SendUpAsync(id);
        Assert.DoesNotContain(Why, (await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, (await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check")).Body, StringComparison.Ordinal);
    }

    /// <summary>A form of which a warning was explained, and the text then changed so that it is warned of again.</summary>
    private static async Task<Guid> ChangedFormAsync(FormScene scene)
    {
        var (id, row) = await WarnedFormAsync(scene);
        await ExplainAsync(scene, id, Why);
        await scene.SaveAsync(await scene.EditAsync(id), null, ($"row-{row}-value", $"{scene.County.Year + 2} 年 3 月底前"));
        return id;
    }
}
