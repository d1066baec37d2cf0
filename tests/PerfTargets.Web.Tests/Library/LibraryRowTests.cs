using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Library;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Forms;

namespace PerfTargets.Web.Tests.Library;

/// <summary>从指标库选 in the editor, without JavaScript and as its script asks.</summary>
public sealed class LibraryRowTests
{
    private const string Words = "从指标库选";

    [Theory, EachDatabase]
    public async Task A_row_is_chosen_from_the_library_and_what_was_typed_is_kept(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var clerk = await scene.AsAsync(scene.County.Filler);

        var library = await LibraryAsync(scene, await scene.EditAsync(id), ("overallGoal", "开展培训。"));
        var found = await clerk.OpenAsync($"{library.Address.AbsolutePath}?q=pxrs");
        var chosen = await clerk.SubmitAsync(found, "选用");

        Assert.Equal("草稿已保存。", library.Note);
        var row = Assert.Single((await scene.StoredAsync(id)).Content.Indicators);
        Assert.Equal((FormScene.Quantity, "培训人数", "≥__ 人"), (row.GroupKey, row.Name, row.Value));
        Assert.Equal($"/forms/{id}/edit#row-{row.Id:N}-value", chosen.Location!.PathAndQuery + chosen.Location.Fragment);
        Assert.Equal("开展培训。", (await scene.StoredAsync(id)).OverallGoal);
        var edit = await clerk.FollowAsync(chosen);
        Assert.Contains("“__”是占位符", edit.Find($"#row-{row.Id:N}-value-says").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_row_stands_behind_the_group_s_rows_or_in_a_blank_one_s_place()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.CompleteFormAsync();
        var clerk = await scene.AsAsync(scene.County.Filler);
        await ChooseAsync("pxrs");
        var edit = await clerk.SubmitAndFollowAsync(await scene.EditAsync(id), "＋ 增加一行", ("action", $"add:{FormScene.Quantity}"));
        Assert.Equal(3, FormScene.RowsOf(edit).Count(row => row.Group == FormScene.Quantity));

        await ChooseAsync("pxbc");

        Assert.Equal(["节能培训次数", "培训人数", "培训班次"], (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).Select(row => row.Name));

        async Task ChooseAsync(string text) =>
            await clerk.SubmitAsync(await clerk.OpenAsync($"/forms/{id}/library/{FormScene.Quantity}?q={text}"), "选用");
    }

    [Fact]
    public async Task A_double_click_adds_one_row_and_the_same_entry_can_be_chosen_again()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.NewFormAsync();
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await clerk.OpenAsync($"/forms/{id}/library/{FormScene.Quantity}?q=pxrs");

        var first = await clerk.SubmitAsync(page, "选用");
        var second = await clerk.SubmitAsync(page, "选用");
        Assert.Equal(first.Location, second.Location);
        Assert.Single((await scene.StoredAsync(id)).Content.Indicators);

        await clerk.SubmitAsync(await clerk.OpenAsync($"/forms/{id}/library/{FormScene.Quantity}?q=pxrs"), "选用");
        Assert.Equal(2, (await scene.StoredAsync(id)).Content.Indicators.Count);
    }

    [Fact]
    public async Task An_entry_retired_meanwhile_or_of_another_group_is_refused_with_a_sentence()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.NewFormAsync();
        var clerk = await scene.AsAsync(scene.County.Filler);
        var entry = await LibraryPageTests.AddAsync(scene, scene.County.Department.Id, $"巡查次数{scene.County.Mark}", "次");
        var page = await clerk.OpenAsync($"/forms/{id}/library/{FormScene.Quantity}?q={scene.County.Mark}");
        await scene.App.WithAsync<PerfTargetsDbContext>(db =>
            db.LibraryIndicators.Where(one => one.Id == entry).ExecuteUpdateAsync(set => set.SetProperty(one => one.IsRetired, true)));

        var refused = await clerk.SubmitAsync(page, "选用");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["这条指标刚被停用或修改，没有加入目标表，请重新选择。"], refused.Problems);
        Assert.Empty((await scene.StoredAsync(id)).Content.Indicators);
    }

    [Fact]
    public async Task Who_may_not_fill_in_the_form_is_led_to_it_and_who_may_not_see_it_finds_nothing()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var id = await scene.SentFormAsync();
        var path = $"/forms/{id}/library/{FormScene.Quantity}";

        Assert.Equal($"/forms/{id}", (await scene.OpenAsync(scene.County.Filler, path)).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.UnitsFiller, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/library/no.such")).Status);
    }

    [Theory, EachDatabase]
    public async Task The_script_s_question_is_answered_to_who_sees_the_form(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        await LibraryPageTests.AddAsync(scene, scene.County.Department.Id, $"巡查次数{scene.County.Mark}", "次");
        var path = $"/library/search?q={scene.County.Mark}&group={FormScene.Quantity}&form={id}";

        var answer = await scene.OpenAsync(scene.County.Filler, path);

        using var json = JsonDocument.Parse(answer.Text);
        var hit = Assert.Single(json.RootElement.GetProperty("hits").EnumerateArray());
        Assert.Equal(($"巡查次数{scene.County.Mark}", "__ 次", "本单位"), (Text(hit, "name"), Text(hit, "value"), Text(hit, "whose")));
        Assert.Equal(LibraryEntry.Gap, Text(json.RootElement, "gap"));
        Assert.Empty(json.RootElement.GetProperty("elsewhere").EnumerateArray());
        using var elsewhere = JsonDocument.Parse((await scene.OpenAsync(scene.County.Filler, path.Replace(FormScene.Quantity, "output.quality", StringComparison.Ordinal))).Text);
        var other = Assert.Single(elsewhere.RootElement.GetProperty("elsewhere").EnumerateArray());
        Assert.Equal((FormScene.Quantity, "数量指标", 1), (Text(other, "group"), Text(other, "label"), other.GetProperty("count").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.UnitsFiller, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.Administrator, path)).Status);

        static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
    }

    private static async Task<TestPage> LibraryAsync(FormScene scene, TestPage edit, params (string, string?)[] typed) =>
        await (await scene.AsAsync(scene.County.Filler)).SubmitAndFollowAsync(edit, Words, [.. typed, ("action", $"library:{FormScene.Quantity}")]);
}
