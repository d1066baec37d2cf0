using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>The page that asks which text shall stand carries all that was typed: hidden fields written by hand and read by hand, which these tests hold together.</summary>
public sealed class ConflictPageTests
{
    private const string Ecological = "benefit.ecological", Sustainability = "benefit.sustainability";

    private static readonly FindingReason Emptied = new("D1", HeadField.OverallGoal, "3 月", "第一次的说明"), Written = new("D1", HeadField.ProjectPeriod, "a:b", "第一行\r\n第二行");

    [Theory, EachDatabase]
    public async Task Whatever_was_typed_comes_out_of_the_page_as_it_went_in(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var (clerk, id) = (await scene.AsAsync(scene.County.Filler), await scene.NewFormAsync());
        await clerk.SubmitAsync(await clerk.OpenAsync($"/forms/{id}/last-year"), "复制所选内容");
        await scene.SaveAsync(await scene.EditAsync(id), null, [("na-reason-" + Ecological, "不涉及"), .. Fields(Emptied)]);
        var gone = FormScene.RowOf(await scene.EditAsync(id), FormScene.Quantity);
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "remove:" + gone));
        var page = await scene.EditAsync(id);
        var kept = FormScene.RowOf(page, FormScene.Quantity);
        await SaveAsColleagueAsync(scene, id);

        var posted = FieldsWith(page,
            [
                ("projectName", "我的 项目"), ("projectAttribute", "延续性项目"), ("projectPeriod", "2 年"), ("overallGoal", "我的目标\r\n\r\n第二段"), ("funds-total", "约 10 万"), ("funds-other", "1.5"),
                .. FormScene.RowsOf(page).Select(row => ("row", $"{row.Group}:{row.Id}")), ("row", $"{FormScene.Quantity}:{gone}"),
                ($"row-{gone}-name", "又回来的行"), ($"row-{gone}-value", ""), ($"row-{kept}-value", "“≥5” & <次>"),
                ("unconfirmed", $"row-{gone}"), ("na", Sustainability), ($"na-reason-{Sustainability}", "不涉及的\r\n原因"),
                .. Fields(Emptied with { Text = "" }), .. Fields(Written),
            ]);
        var conflict = await clerk.PostAsync($"/forms/{id}/edit", posted);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var form = await scene.StoredAsync(id);
        var (stored, typed, carried) = (form.Content, RowChange.WithoutLoneBlanks(Read(form, posted)), Read(form, TestBrowser.FieldsOf(conflict, conflict.Form())));
        Assert.All(typeof(FormContent).GetProperties().Where(part => part.Name is not (nameof(FormContent.Department) or nameof(FormContent.ImplementingUnit))), part =>
        {
            Assert.NotEqual(Json(part.GetValue(stored)), Json(part.GetValue(typed)));
            Assert.Equal(Json(part.GetValue(typed)), Json(part.GetValue(carried)));
        });
    }

    [Theory, EachDatabase]
    public async Task Rows_that_were_all_deleted_do_not_come_back_by_a_choice_elsewhere(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (clerk, id) = (await scene.AsAsync(scene.County.Filler), await scene.CompleteFormAsync());
        var page = await scene.EditAsync(id);
        await SaveAsColleagueAsync(scene, id);

        var conflict = await scene.SaveAsync(page, null, [("overallGoal", "我的目标"), .. FormScene.RowsOf(page).Select(row => ("row", $"{row.Group}:{Guid.NewGuid():N}"))]);
        await clerk.SubmitAsync(conflict, "按下面的选择保存");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal("我的目标", content.OverallGoal);
        Assert.Empty(content.Indicators);
    }

    private static async Task SaveAsColleagueAsync(FormScene scene, Guid id)
    {
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, ("overallGoal", "对方的目标"));
    }

    private static IEnumerable<(string Name, string? Value)> Fields(FindingReason reason) =>
        [(PostedForm.ReasonField, PostedForm.ReasonEntry(reason)), (Place.Reason(reason.Key).Anchor, reason.Text)];

    private static List<KeyValuePair<string, string>> FieldsWith(TestPage page, IReadOnlyList<(string Name, string? Value)> typed) =>
    [
        .. TestBrowser.FieldsOf(page, page.Form("保存草稿")).Where(field => field.Key != "na" && !typed.Any(one => one.Name == field.Key)),
        .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value!)),
        KeyValuePair.Create("action", "save"),
    ];

    private static FormContent Read(TargetForm form, IEnumerable<KeyValuePair<string, string>> fields) => PostedForm.TypedOf(
        new FormCollection(fields.GroupBy(field => field.Key, field => field.Value).ToDictionary(field => field.Key, field => new Microsoft.Extensions.Primitives.StringValues([.. field]))),
        form.Content, form.BudgetYear!.Template);

    private static string Json(object? part) => JsonSerializer.Serialize(part);
}
