using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using static PerfTargets.Web.Tests.Forms.LastYearScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>待核对: what was copied from last year's form, until the clerk has seen to it.</summary>
public sealed class UnconfirmedTests
{
    [Theory, EachDatabase]
    public async Task What_was_copied_is_to_be_confirmed_until_it_is_changed_or_the_clerk_says_that_it_is_right(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var (first, second) = (FormScene.RowOf(page, FormScene.Quantity), FormScene.RowOf(page, FormScene.Quantity, 1));

        await scene.SaveAsync(page, null, ($"row-{first}-value", "≥120 人次"), ("projectPeriod", "2 年"));
        page = await scene.EditAsync(id);
        var left = Unconfirmed(page);
        var confirmed = await PressAsync(scene, page, $"confirm:row-{second}");
        page = await scene.EditAsync(id);

        Assert.Equal(["projectAttribute", "overallGoal", $"row-{second}", "row-" + FormScene.RowOf(page, Cost)], left);
        Assert.Equal(left.Where(key => key != $"row-{second}"), Unconfirmed(page));
        Assert.Equal($"#confirm-row-{FormScene.RowOf(page, Cost)}", confirmed.Location!.Fragment);

        await PressAsync(scene, page, "confirm-all");

        Assert.Empty((await scene.StoredAsync(id)).Content.Unconfirmed);
        Assert.DoesNotContain("待核对", (await scene.EditAsync(id)).Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task That_all_was_confirmed_is_said_with_a_button_that_takes_it_back_but_for_what_was_typed_over(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var (all, first) = (Unconfirmed(page).ToList(), "row-" + FormScene.RowOf(page, FormScene.Quantity));
        var clerk = await scene.AsAsync(scene.County.Filler);

        var done = await clerk.SubmitAsync(page, $"全部已核对（{all.Count} 处）", ($"{first}-value", "≥120 人次"));
        var after = (await scene.StoredAsync(id)).Content;
        var back = await clerk.SubmitAndFollowAsync(done, "撤销", ("projectPeriod", "2 年"));

        Assert.Equal($"已核对 {all.Count} 处。草稿已保存。 撤销", done.Note);
        Assert.Equal("撤销", done.Find("[autofocus]").TextContent);
        Assert.Empty(after.Unconfirmed);
        Assert.Equal("已撤销。草稿已保存。", back.Note);
        Assert.Equal(all.Where(key => key != first && key != "projectPeriod"), Unconfirmed(back));
        Assert.Contains("projectPeriod", all);
        Assert.Equal("≥120 人次", (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).First().Value);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_moves_or_whose_neighbour_goes_stays_to_be_confirmed(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var (first, second) = (FormScene.RowOf(page, FormScene.Quantity), FormScene.RowOf(page, FormScene.Quantity, 1));

        await PressAsync(scene, page, $"down:{first}");
        await PressAsync(scene, await scene.EditAsync(id), $"remove:{second}");

        var keys = Unconfirmed(await scene.EditAsync(id));
        Assert.Contains($"row-{first}", keys);
        Assert.DoesNotContain($"row-{second}", keys);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_a_colleague_has_deleted_too_comes_back_to_be_confirmed(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/last-year"), "复制所选内容");
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var old = await scene.EditAsync(id);
        var row = FormScene.RowOf(old, FormScene.Quantity);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("action", "remove:" + row));
        Assert.DoesNotContain($"row-{row}", (await scene.StoredAsync(id)).Content.Unconfirmed);

        var button = old.Find($".ops button[value^='remove:{row}']").GetAttribute("value")!;
        await scene.SaveAsync(await scene.SaveAsync(old, null, ("action", button)), null, ("action", "undo:" + row));

        Assert.Contains($"row-{row}", (await scene.StoredAsync(id)).Content.Unconfirmed);
    }

    [Theory, EachDatabase]
    public async Task While_anything_is_to_be_confirmed_the_form_is_not_sent_up(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider, year => Content(year) with
        {
            Indicators = [new IndicatorRow(Guid.CreateVersion7(), Cost, "培训费用", "≤36 万元")],
        });
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var cost = "row-" + FormScene.RowOf(page, Cost);
        (string Name, string? Value)[] other = [("projectPeriod", "2 年"), ("overallGoal", "开展节能培训 5 次，安排资金 36 万元。"), ("funds-total", "36"), ("funds-fiscal", "36")];
        await scene.SaveAsync(page, null, [.. other, .. scene.Complete(page).ExceptBy(other.Select(one => one.Name), one => one.Name).Where(one => !one.Name.StartsWith(cost, StringComparison.Ordinal))]);

        var check = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check");
        var forged = await scene.PostActionAsync(scene.County.Filler, id, "submit", "/check");

        Assert.Equal([cost], (await scene.StoredAsync(id)).Content.Unconfirmed);
        Assert.Contains("还有 1 处由上年复制、尚未核对，请返回填报逐处修改或点“已核对”，然后送审。", check.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(check.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("送审", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(FormStatus.Draft, (await scene.StoredAsync(id)).Status);

        await PressAsync(scene, await scene.EditAsync(id), "confirm-all");
        await scene.SendUpAsync(id);

        Assert.Equal(FormStatus.AwaitingUnitReview, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task A_confirmation_holds_though_a_colleague_has_saved_elsewhere_meanwhile(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id));
        var row = FormScene.RowOf(mine, Cost);
        await scene.SaveAsync(theirs, null, ("projectPeriod", "2 年"));

        await PressAsync(scene, mine, $"confirm:row-{row}");

        var form = await scene.StoredAsync(id);
        Assert.Equal("2 年", form.ProjectPeriod);
        Assert.DoesNotContain(form.Content.Unconfirmed, key => key == $"row-{row}" || key == "projectPeriod");
        Assert.Equal(4, form.Content.Unconfirmed.Count);
    }
}
