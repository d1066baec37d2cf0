using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>待核对 of a row that was deleted and comes back.</summary>
public sealed class ReturningRowTests
{
    [Theory, EachDatabase]
    public async Task A_row_comes_back_to_be_confirmed_as_before(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (id, row) = await CopiedAsync(scene);
        var before = await MarksAsync(scene, id);

        var removed = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "remove:" + row));
        var meanwhile = await MarksAsync(scene, id);
        await scene.SaveAsync(removed, null, ("action", "undo:" + row));

        Assert.Contains($"row-{row}", before);
        Assert.Equal(before.Except([$"row-{row}"]), meanwhile);
        Assert.Equal(before, await MarksAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task A_confirmed_row_comes_back_confirmed(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (id, row) = await CopiedAsync(scene);
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", $"confirm:row-{row}"));
        var before = await MarksAsync(scene, id);

        var removed = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "remove:" + row));
        await scene.SaveAsync(removed, null, ("action", "undo:" + row));

        Assert.Equal(before, await MarksAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task A_row_that_a_script_brings_back_says_itself_that_it_is_to_be_confirmed(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (id, row) = await CopiedAsync(scene);
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "remove:" + row));

        var answer = await AutosaveAsync(scene, id, row, $"row-{row}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains($"row-{row}", await MarksAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task A_choice_to_be_made_elsewhere_confirms_no_row_that_a_script_brought_back(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (id, row) = await CopiedAsync(scene);
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var page = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "remove:" + row));
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", "对方的目标"));

        var conflict = await scene.SaveAsync(
            page, null,
            [
                ("overallGoal", "我的目标"), .. FormScene.RowsOf(page).Select(one => ("row", $"{one.Group}:{one.Id}")),
                ("row", $"{FormScene.Quantity}:{row}"), ($"row-{row}-name", "培训人次"), ($"row-{row}-value", "≥100 人次"), ("unconfirmed", $"row-{row}"),
            ]);
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(conflict, "全部用我的");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains($"row-{row}", (await scene.StoredAsync(id)).Content.Indicators.Select(one => $"row-{one.Id:N}"));
        Assert.Contains($"row-{row}", await MarksAsync(scene, id));
    }

    [Theory, EachDatabase]
    public async Task Nobody_can_say_so_of_what_stands_in_the_form(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (id, row) = await CopiedAsync(scene);
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "confirm-all"));

        await AutosaveAsync(scene, id, row, $"row-{row}");
        await AutosaveAsync(scene, id, row, "overallGoal");
        await AutosaveAsync(scene, id, row, "anything");

        Assert.Empty(await MarksAsync(scene, id));
    }

    private static Task<TestPage> AutosaveAsync(FormScene scene, Guid id, string row, string mark) => scene.PostActionAsync(
        scene.County.Filler, id, "autosave", "/edit",
        ("row", $"{FormScene.Quantity}:{row}"), ($"row-{row}-name", "培训人次"), ($"row-{row}-value", "≥100 人次"), ("unconfirmed", mark));

    private static async Task<(Guid Id, string Row)> CopiedAsync(FormScene scene)
    {
        var id = await scene.NewFormAsync();
        var page = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/last-year");
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(page, "复制所选内容");
        return (id, FormScene.RowOf(await scene.EditAsync(id), FormScene.Quantity));
    }

    private static async Task<IEnumerable<string>> MarksAsync(FormScene scene, Guid id) =>
        (await scene.StoredAsync(id)).Content.Unconfirmed;
}
