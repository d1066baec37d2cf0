using System.Net;
using System.Text;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

public sealed class EditFormTests
{
    /// <summary>The page with the most rows that a form may have, in bytes: a good kilobyte for each row.</summary>
    private const int LargestPage = 640_000;

    /// <summary>The page of a form with 30 rows, whatever is found in them, in bytes.</summary>
    private const int LargestUsualPage = 150 * 1024;

    [Theory, EachDatabase]
    public async Task A_draft_is_saved_however_incomplete_and_nothing_blank_is_shouted_at(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);

        var saved = await scene.SaveAsync(page, null, ("overallGoal", "改造 3 处\r\n新建 2 座"));
        var again = await (await scene.AsAsync(scene.County.Filler)).FollowAsync(saved);

        Assert.Equal("草稿已保存。", again.Note);
        Assert.Equal("改造 3 处\n新建 2 座", (await scene.StoredAsync(id)).OverallGoal);
        Assert.Contains("改造 3 处\n新建 2 座", again.Find("#overallGoal").TextContent, StringComparison.Ordinal);
        Assert.Empty(again.Document.QuerySelectorAll(".msg"));
        Assert.Empty((await scene.StoredAsync(id)).Content.Indicators);
    }

    [Theory, EachDatabase]
    public async Task Blanks_at_the_ends_and_breaks_in_a_field_of_one_line_are_not_stored_and_ask_no_question(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var (first, second) = (await scene.EditAsync(id), await scene.EditAsync(id));
        var row = FormScene.RowOf(first, FormScene.Quantity);

        await scene.SaveAsync(first, null,
            ("projectName", " 节能\r\n奖补\t资金\u00A0"), ("projectPeriod", "1 年\t"), ($"row-{row}-name", "培训\r\n"), ($"row-{row}-value", "5\n次 "),
            ("overallGoal", "第一行\r\n第二行\r\n "), ("funds-total", " 约三十万 "));
        var stale = await scene.SaveAsync(second, null, ("projectName", "节能 奖补 资金 "), ("overallGoal", second.Find("#overallGoal").TextContent + "\r\n"));

        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("节能 奖补 资金", "1 年", "第一行\n第二行", "约三十万"), (content.ProjectName, content.ProjectPeriod, content.OverallGoal, content.FundsOf("total").Text));
        Assert.Equal(("培训", "5 次"), content.RowsOf(FormScene.Quantity).Select(one => (one.Name, one.Value)).Single());
        Assert.Equal(HttpStatusCode.Redirect, stale.Status);
    }

    [Theory, EachDatabase]
    public async Task An_unreadable_amount_is_kept_as_typed_with_a_sentence_at_its_field(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        await scene.SaveAsync(await scene.EditAsync(id), null, ("funds-total", "约三十万"), ("funds-fiscal", "１，２３４.5 万元"));
        var page = await scene.EditAsync(id);

        Assert.Equal("约三十万", page.Find("#funds-total").GetAttribute("value"));
        Assert.Contains("约三十万", page.Find("#funds-total-says .msg").TextContent, StringComparison.Ordinal);
        Assert.Equal("1234.50", page.Find("#funds-fiscal").GetAttribute("value"));
        Assert.Equal(1_234_500_000, (await scene.StoredAsync(id)).Content.FundsOf("fiscal").Value?.Fen);
    }

    [Theory, EachDatabase]
    public async Task Ten_thousand_characters_in_a_name_are_refused_at_the_field_and_given_back(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var (row, name) = (FormScene.RowOf(page, FormScene.Quantity), new string('长', 10_000));

        var refused = await scene.SaveAsync(page, null, ($"row-{row}-name", name), ("overallGoal", "也不能丢"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("错误：", refused.Title, StringComparison.Ordinal);
        Assert.Equal("数量指标第 1 行的三级指标：最多 500 个字，现在有 10000 个字，请删减后再保存。", Assert.Single(refused.Problems));
        Assert.Equal($"#row-{row}-name", refused.Find("#problems a").GetAttribute("href"));
        Assert.Contains("最多 500 个字", refused.Find($"#row-{row}-name-says .msg").TextContent, StringComparison.Ordinal);
        Assert.Equal("未保存：请按上面的提示修改后再保存", refused.Find("#saved").TextContent);
        Assert.Equal("1 处错误", refused.Find(".steps li:nth-child(4) .tag-red").TextContent);
        Assert.Equal(name, refused.Find($"#row-{row}-name").TextContent.Trim());
        Assert.Equal("也不能丢", refused.Find("#overallGoal").TextContent.Trim());
        Assert.Equal("", (await scene.StoredAsync(id)).OverallGoal);
    }

    [Theory, EachDatabase]
    public async Task The_null_character_and_half_a_character_are_refused_with_a_sentence(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        var refused = await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "目标\0"), ("projectPeriod", "1 年"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("年度总体目标：含有不可见的空字符（U+0000），无法保存，请删去后重新填写。", Assert.Single(refused.Problems));
        Assert.Equal("1 年", refused.Find("#projectPeriod").GetAttribute("value"));
    }

    [Theory, EachDatabase]
    public async Task Five_hundred_rows_are_saved_and_one_more_is_refused_with_all_texts_back(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var rows = Enumerable.Range(1, 501).Select(number => (Id: Guid.CreateVersion7().ToString("N"), Number: number)).ToList();
        (string, string?)[] Fields(int count) =>
        [
            .. rows.Take(count).SelectMany(row => new (string, string?)[]
            {
                ("row", $"{FormScene.Quantity}:{row.Id}"), ($"row-{row.Id}-name", $"指标{row.Number}"), ($"row-{row.Id}-value", $"{row.Number} 个"),
            }),
        ];

        var saved = await scene.SaveAsync(page, null, Fields(500));
        var full = await scene.EditAsync(id);
        var refused = await scene.SaveAsync(full, null, Fields(501));
        var added = await scene.SaveAsync(full, null, ("action", "add:" + FormScene.Quantity));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.InRange(Encoding.UTF8.GetByteCount(full.Text), 1, LargestPage);
        var stored = (await scene.StoredAsync(id)).Content.Indicators;
        Assert.Equal(Enumerable.Range(1, 500).Select(number => ($"指标{number}", $"{number} 个")), stored.Select(row => (row.Name, row.Value)));
        Assert.Equal((HttpStatusCode.BadRequest, "三级指标最多 500 行，现在有 501 行，请合并或删去多余的行。"), (refused.Status, Assert.Single(refused.Problems)));
        Assert.Contains("指标501", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, added.Status);
        Assert.Contains("指标500", added.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_page_of_thirty_rows_is_light_even_if_something_is_found_in_every_one(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var groups = FormScene.RowsOf(page).Select(row => row.Group).ToList();
        var rows = Enumerable.Range(0, 30).Select(number => (Key: $"{groups[number % groups.Count]}:{Guid.CreateVersion7():N}", Number: number)).ToList();

        var saved = await scene.SaveAsync(page, null,
        [
            ("overallGoal", string.Concat(Enumerable.Repeat("支持企业技术中心建设，提升企业自主创新能力。", 20))),
            .. rows.SelectMany(row => new (string, string?)[]
            {
                ("row", row.Key),
                ($"row-{row.Key.Split(':')[1]}-name", $"第 {row.Number} 项支持企业技术中心建设的工作完成情况"),
                ($"row-{row.Key.Split(':')[1]}-value", "≥__ 个企业技术中心"),
            }),
        ]);
        var full = await (await scene.AsAsync(scene.County.Filler)).OpenAsync(saved.Location!.PathAndQuery + "?checked=1");

        Assert.Equal(30, FormScene.RowsOf(full).Count);
        Assert.All(rows, row => Assert.NotEmpty(full.Find($"[id='row-{row.Key.Split(':')[1]}-value']").Closest("td")!.QuerySelectorAll(".msg")));
        Assert.InRange(Encoding.UTF8.GetByteCount(full.Text), 1, LargestUsualPage);
    }

    [Theory, EachDatabase]
    public async Task Markup_that_was_typed_is_shown_as_text(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        const string nasty = "</textarea><script>alert(1)</script>\"'&lt;";

        await scene.SaveAsync(await scene.EditAsync(id), null, ("projectName", nasty), ("overallGoal", nasty), ("projectPeriod", nasty), ("projectAttribute", nasty));

        foreach (var path in new[] { $"/forms/{id}/edit", $"/forms/{id}", $"/forms/{id}/check", "/forms", "/" })
        {
            var page = await scene.OpenAsync(scene.County.Filler, path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        }
        var edit = await scene.EditAsync(id);
        Assert.Equal(nasty, edit.Find("#projectPeriod").GetAttribute("value"));
        Assert.Equal(nasty, edit.Find("#projectAttribute option[selected]").TextContent);
    }

    [Theory, EachDatabase]
    public async Task Missing_extra_and_forged_fields_neither_fail_nor_blank_out_what_is_stored(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var before = (await scene.StoredAsync(id)).Content;

        var page = await scene.EditAsync(id);
        var fields = page.Document.QuerySelectorAll("input[name=row]").Select(row => ("row", row.GetAttribute("value"))).ToList();
        var saved = await scene.SaveAsync(page, null,
        [
            ("overallGoal", null), ("funds-total", null), ("projectName", null), ("funds-bogus", "9"), ("department", "别的局"), ("x", "y"),
            .. fields, ("row", "output.quantity:not-a-guid"), ("row", "nonsense"),
        ]);
        var noRows = await scene.SaveAsync(await scene.EditAsync(id), null, ("row", null));
        var forged = Guid.CreateVersion7().ToString("N");
        var unknown = await scene.SaveAsync(await scene.EditAsync(id), null, ("row", $"no.such.group:{forged}"), ($"row-{forged}-name", "伪造"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.Status, noRows.Status));
        var after = (await scene.StoredAsync(id)).Content;
        Assert.Equal((before.OverallGoal, before.Department, before.ProjectName), (after.OverallGoal, after.Department, after.ProjectName));
        Assert.Equal(before.Indicators, after.Indicators);
        Assert.Equal(before.FundsOf("total"), after.FundsOf("total"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
    }

    [Theory, EachDatabase]
    public async Task Not_applicable_is_ticked_or_just_given_a_reason_and_can_be_taken_back(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        await scene.SaveAsync(await scene.EditAsync(id), null, ("na-reason-benefit.ecological", "不涉及土地和水"), ("na-reason-output.quantity", "伪造"));
        var marked = (await scene.StoredAsync(id)).Content.NotApplicable;
        await scene.SaveAsync(await scene.EditAsync(id), null, ("na", null));

        Assert.Equal(("benefit.ecological", "不涉及土地和水"), (Assert.Single(marked).GroupKey, marked[0].Reason));
        Assert.Empty((await scene.StoredAsync(id)).Content.NotApplicable);
    }

    [Theory, EachDatabase]
    public async Task Saving_is_what_Enter_does(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var page = await scene.EditAsync(await scene.NewFormAsync());

        var first = page.Document.QuerySelectorAll("button[form=edit], #edit button")[0];

        Assert.Equal("save:enter", first.GetAttribute("value"));
    }

    [Theory, EachDatabase]
    public async Task After_Enter_the_page_opens_at_the_line_that_was_typed_in(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        var period = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "save:enter"), ("projectPeriod", "2 年"), ("overallGoal", "目标"));
        var funds = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "save:enter"), ("projectPeriod", "3 年"), ("funds-fiscal", "8"));
        var nothing = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "save:enter"));

        Assert.Equal("#projectPeriod", period.Location!.Fragment);
        Assert.Equal("#funds-fiscal", funds.Location!.Fragment);
        Assert.Equal((HttpStatusCode.Redirect, ""), (nothing.Status, nothing.Location!.Fragment));
    }

    [Theory, EachDatabase]
    public async Task Line_breaks_pasted_into_what_prints_on_one_line_become_blanks(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        await scene.SaveAsync(await scene.EditAsync(id), null, ("projectName", "农村供水\r\n  管网改造"), ("projectPeriod", "2\n年"));

        var content = (await scene.StoredAsync(id)).Content;
        Assert.Equal(("农村供水 管网改造", "2 年"), (content.ProjectName, content.ProjectPeriod));
    }

    [Theory, EachDatabase]
    public async Task A_cell_imported_with_line_breaks_keeps_them_while_the_clerk_edits_another_field(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var row = new IndicatorRow(Guid.CreateVersion7(), FormScene.Quantity, "培训次数\n（含线上）", "5 次\n每次 1 天");
        var clerk = new Actor(scene.County.Filler.Id, "", scene.County.Department.Id, "", Role.Filler);
        var form = await scene.StoredAsync(id);
        await scene.App.WithAsync<FormService>(forms =>
            forms.SaveAsync(new FormRequest(id, form.Version, Guid.CreateVersion7()), form.Content with { Indicators = [row] }, clerk));

        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "另一处"), ($"row-{row.Id:N}-value", "6 次"));

        Assert.Equal(row with { Value = "6 次" }, Assert.Single((await scene.StoredAsync(id)).Content.Indicators));
    }
}
