using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
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

    [Theory]
    [InlineData("完成 3 次检查，覆盖企业 20 家。", "完成 5 次检查，覆盖企业 20 家。", "完成 [3] 次检查，覆盖企业 20 家。", "完成 [5] 次检查，覆盖企业 20 家。")]
    [InlineData("覆盖企业 20 家。", "覆盖规上企业 20 家。", "覆盖企业 20 家。", "覆盖[规上]企业 20 家。")]
    [InlineData("开展培训的对象", "完成建设的任务", "[开展培训的对象]", "[完成建设的任务]")]
    [InlineData("第一段\n第二段", "第一段第二段", "第一段[↵\n]第二段", "第一段第二段")]
    [InlineData("培训\n3 次", "检查\n5 次", "[培训]\n[3] 次", "[检查]\n[5] 次")]
    [InlineData("<b>甲&乙</b>", "<b>甲&丙</b>", "<b>甲&[乙]</b>", "<b>甲&[丙]</b>")]
    public async Task What_the_other_text_has_not_is_marked_on_each_side(string mine, string theirs, string mineMarked, string theirsMarked)
    {
        Assert.Equal((mineMarked, theirsMarked), (Marked(DiffMarkup.Side(mine, theirs)), Marked(DiffMarkup.Side(theirs, mine))));

        static string Marked(IHtmlContent side)
        {
            using var written = new StringWriter();
            side.WriteTo(written, HtmlEncoder.Default);
            return WebUtility.HtmlDecode(written.ToString().Replace("<mark>", "[", StringComparison.Ordinal).Replace("</mark>", "]", StringComparison.Ordinal));
        }
    }

    [Theory, EachDatabase]
    public async Task The_differing_words_of_both_texts_are_marked_and_a_text_without_another_is_not(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await SaveAsColleagueAsync(scene, id, ("overallGoal", "完成检查 3 次。"), ("projectPeriod", ""));

        var conflict = await scene.SaveAsync(page, null, ("overallGoal", "完成检查 12 次。"), ("projectPeriod", "2 年"));

        Assert.Equal(["2 年", "（空白）", "完成检查 12 次。", "完成检查 3 次。"], conflict.Document.QuerySelectorAll(".compare .side").Select(side => side.TextContent));
        Assert.Equal(["12", "3"], conflict.Document.QuerySelectorAll(".compare .side mark").Select(mark => mark.TextContent));
    }

    [Theory, EachDatabase]
    public async Task Both_texts_come_into_the_field_to_be_cut_down_there(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (clerk, id) = (await scene.AsAsync(scene.County.Filler), await scene.CompleteFormAsync());
        var page = await scene.EditAsync(id);
        await SaveAsColleagueAsync(scene, id, ("overallGoal", "对方的目标"), ("projectPeriod", "3 年"));

        var conflict = await scene.SaveAsync(page, null, ("overallGoal", "我的目标"), ("projectPeriod", "2 年"));
        var both = Assert.Single(conflict.Document.QuerySelectorAll("input[value=both]"));
        var resolved = await clerk.SubmitAndFollowAsync(conflict, "按下面的选择保存", (both.GetAttribute("name")!, "both"));

        Assert.Equal("年度总体目标：两边都要（先我的，后对方的，保存以后再删改成一段）", both.ParentElement!.TextContent.Trim().ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal));
        Assert.Equal("已按您的选择合并并保存。选了“两边都要”的地方，现在两段文字一前一后，请删改成一段。", resolved.Note);
        Assert.Equal("我的目标\n对方的目标", resolved.Find("#overallGoal").TextContent);
        Assert.Equal("2 年", (await scene.StoredAsync(id)).Content.ProjectPeriod);
    }

    [Theory, EachDatabase]
    public async Task Two_indicators_typed_into_one_row_can_both_be_taken(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (clerk, id) = (await scene.AsAsync(scene.County.Filler), await scene.CompleteFormAsync());
        var page = await scene.EditAsync(id);
        var rows = (await scene.StoredAsync(id)).Content.Indicators;
        await SaveAsColleagueAsync(scene, id, Typed("宣讲场次", "2 场"));

        var conflict = await scene.SaveAsync(page, null, Typed("走访户数", "8 户"));
        var both = Assert.Single(conflict.Document.QuerySelectorAll("input[value=both]"));
        var resolved = await clerk.SubmitAndFollowAsync(conflict, "按下面的选择保存", (both.GetAttribute("name")!, "both"));

        Assert.Equal(["走访户数\n8 户", "宣讲场次\n2 场"], conflict.Document.QuerySelectorAll(".compare .side").Select(side => side.TextContent));
        Assert.EndsWith("：两边都要（各成一行）", both.ParentElement!.TextContent.Trim().ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("已按您的选择合并并保存。", resolved.Note);
        Assert.Equal(
            ["走访户数 8 户", "宣讲场次 2 场", .. rows.Skip(1).Select(row => $"{row.Name} {row.Value}")],
            (await scene.StoredAsync(id)).Content.Indicators.Select(row => $"{row.Name} {row.Value}"));

        (string, string?)[] Typed(string name, string value) =>
            [(Place.RowName(rows[0].GroupKey, rows[0].Id).Anchor, name), (Place.RowValue(rows[0].GroupKey, rows[0].Id).Anchor, value)];
    }

    [Theory, EachDatabase]
    public async Task Where_both_are_too_long_for_the_field_they_stand_in_it_unsaved(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var (clerk, id) = (await scene.AsAsync(scene.County.Filler), await scene.CompleteFormAsync());
        var page = await scene.EditAsync(id);
        var (mine, theirs) = (new string('甲', 3000), new string('乙', 3000));
        await SaveAsColleagueAsync(scene, id, ("overallGoal", theirs));

        var conflict = await scene.SaveAsync(page, null, ("overallGoal", mine));
        var refused = await clerk.SubmitAsync(conflict, "按下面的选择保存", ("choose-overallGoal", "both"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("年度总体目标：最多 5000 个字，现在有 6001 个字，请删减后再保存。", Assert.Single(refused.Problems));
        Assert.Equal($"{mine}\n{theirs}", refused.Find("#overallGoal").TextContent);
        Assert.Equal(theirs, (await scene.StoredAsync(id)).OverallGoal);
    }

    private static Task SaveAsColleagueAsync(FormScene scene, Guid id) => SaveAsColleagueAsync(scene, id, ("overallGoal", "对方的目标"));

    private static async Task SaveAsColleagueAsync(FormScene scene, Guid id, params (string Name, string? Value)[] typed)
    {
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        await scene.SaveAsync(await scene.EditAsync(id, colleague), colleague, typed);
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
