using AngleSharp.Dom;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>What the editor says of a form, and where.</summary>
public sealed class EditMarksTests
{
    [Theory, EachDatabase]
    public async Task A_form_just_begun_is_not_blamed_for_what_is_not_filled_in_yet(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);

        var fresh = await scene.EditAsync(await scene.NewFormAsync());

        Assert.Empty(fresh.Document.QuerySelectorAll(".msg, .bad, .tag-red, .find .e, [aria-invalid]"));
        Assert.All(fresh.Document.QuerySelectorAll(".steps span"), state => Assert.Equal("未填", state.TextContent));
        Assert.Contains("已填的内容没有错误和警告。", fresh.Body, StringComparison.Ordinal);
        Assert.Equal("未填 13", fresh.Find(".rail .counted span").TextContent);
        Assert.DoesNotContain("未能检查", fresh.Body, StringComparison.Ordinal);
        Assert.Contains("未填 13", (await scene.OpenAsync(scene.County.Filler, "/")).Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_red_at_once_and_a_section_begun_counts_what_is_left(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        await scene.SaveAsync(await scene.EditAsync(id), null, ("funds-total", "约三十万"), ("projectPeriod", "1 年"));
        var page = await scene.EditAsync(id);

        Assert.Equal(["1 处未填", "1 处错误", "未填", "未填", "未填", "未填"], page.Document.QuerySelectorAll(".steps span").Select(state => state.TextContent));
        Assert.Equal("funds-total", Assert.Single(page.Document.QuerySelectorAll("[aria-invalid=true]")).Id);
        Assert.Contains("错误 1", page.Body, StringComparison.Ordinal);
        // In the cell and in the rail.
        Assert.Equal(2, page.Body.Split("约三十万").Length - 1);
    }

    [Theory, EachDatabase]
    public async Task After_检查_every_field_with_a_message_points_at_it(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);
        await scene.SaveAsync(page, null, ($"row-{row}-name", "培训次数"), ("na", "benefit.ecological"), ("funds-total", "约三十万"));

        var marked = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/edit?checked=1");

        Assert.Equal("错误：未填写，请填写", SaidOf(marked, "#projectAttribute"));
        Assert.Equal("错误：未填写，请填写", SaidOf(marked, "#overallGoal"));
        Assert.StartsWith("错误：“约三十万”不是有效的金额", SaidOf(marked, "#funds-total"), StringComparison.Ordinal);
        Assert.Equal("错误：未填写指标值，请填写", SaidOf(marked, $"#row-{row}-value"));
        Assert.Equal("错误：未填写三级指标，请至少填写一行", SaidOf(marked, $"#row-{FormScene.RowOf(marked, "output.quality")}-name"));
        Assert.Equal("错误：标明“不涉及”但未写明原因，请写明原因或填写三级指标", SaidOf(marked, "[name='na-reason-benefit.ecological']"));
        Assert.Null(marked.Find($"#row-{FormScene.RowOf(marked, "benefit.ecological")}-name").GetAttribute("aria-invalid"));
        Assert.Contains("数量指标第 1 行“培训次数”", marked.Document.QuerySelectorAll(".rail .find .e p").Select(one => one.TextContent));
        Assert.All(marked.Document.QuerySelectorAll(".bad"), cell => Assert.NotEqual("", cell.QuerySelector("[aria-describedby]")?.GetAttribute("aria-describedby")));
    }

    [Theory, EachDatabase]
    public async Task A_warning_is_amber_and_says_so(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, "output.timeliness");
        await scene.SaveAsync(page, null, ($"row-{row}-value", $"{scene.County.Year + 1} 年 11 月底前"));

        var warned = await scene.EditAsync(id);

        var cell = warned.Find($"#row-{row}-value").Closest("td")!;
        Assert.Equal((true, false), (cell.ClassList.Contains("warn"), cell.ClassList.Contains("bad")));
        Assert.StartsWith("警告：日期", SaidOf(warned, $"#row-{row}-value", isInvalid: false), StringComparison.Ordinal);
        Assert.True(warned.Find($"#row-{row}-value-says .msg").ClassList.Contains("w"));
    }

    [Theory, EachDatabase]
    public async Task The_checked_table_marks_groups_without_rows_and_不涉及_without_a_reason(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await scene.SaveAsync(page, null,
            ("action", "remove:" + FormScene.RowOf(page, "output.quality")), ("na", "benefit.ecological"),
            ($"row-{FormScene.RowOf(page, "benefit.ecological")}-name", ""), ($"row-{FormScene.RowOf(page, "benefit.ecological")}-value", ""));

        var check = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check");

        Assert.Equal(["质量指标（必填）", "", "", "生态效益指标（必填）", "—", "—"], check.Document.QuerySelectorAll(".official .bad").Select(cell => cell.TextContent));
    }

    [Theory, EachDatabase]
    public async Task The_same_of_several_rows_of_a_group_is_one_entry_with_a_link_to_each(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "add:" + FormScene.Quantity));
        var page = await scene.EditAsync(id);
        var (first, second) = (FormScene.RowOf(page, FormScene.Quantity), FormScene.RowOf(page, FormScene.Quantity, 1));
        await scene.SaveAsync(page, null, ($"row-{first}-value", ""), ($"row-{second}-name", "培训企业数"), ($"row-{FormScene.RowOf(page, "output.cost")}-value", ""));

        var check = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check");

        var entries = check.Document.QuerySelectorAll(".find li.e").Select(entry => entry.QuerySelectorAll("a").Select(link => new Uri(check.Address, link.GetAttribute("href")).Fragment));
        Assert.Equal([[$"#row-{first}-value", $"#row-{second}-value"], [$"#row-{FormScene.RowOf(page, "output.cost")}-value"]], entries);
        Assert.Equal("还有 3 处未填，填好后才能送审。", check.Find(".rail b").TextContent);
    }

    [Theory, EachDatabase]
    public async Task The_numbers_and_their_words_are_the_same_on_every_page(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        await scene.SaveAsync(page, null,
            ("funds-total", "约三十万"), ("projectAttribute", ""), ("projectPeriod", ""), ($"row-{FormScene.RowOf(page, FormScene.Quantity)}-value", "≧5 次"));

        var pages = new List<TestPage>();
        foreach (var path in new[] { "/edit", "/edit?checked=1", "/check", "" })
            pages.Add(await scene.OpenAsync(scene.County.Filler, $"/forms/{id}{path}"));

        var counts = Assert.Single(pages.Select(one => one.Find(".rail .counted span").TextContent).Distinct());
        Assert.Matches("^错误 1　未填 2　提示 \\d+$", counts);
        Assert.Equal("还有 1 处错误、2 处未填，改正并填好后才能送审。", pages[2].Find(".rail b").TextContent);
        Assert.Equal(["错误 1", "未填 2"], (await scene.OpenAsync(scene.County.Filler, "/forms")).Document.QuerySelectorAll(".list tbody td:nth-last-child(2) .tag").Select(tag => tag.TextContent));
    }

    [Theory, EachDatabase]
    public async Task Several_things_said_of_one_place_stand_under_one_link(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, "satisfaction.served");
        await scene.SaveAsync(page, null, ($"row-{row}-value", "≧90%。"));

        var item = Assert.Single((await scene.EditAsync(id)).Document.QuerySelectorAll($".rail .find li:has(a[href='#row-{row}-value'])"));

        Assert.StartsWith("服务对象满意度指标第 1 行", Assert.Single(item.QuerySelectorAll("a")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, item.QuerySelectorAll(".one button.correct").Length);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_judged_is_said_before_sending_up_while_typing_once_nothing_is_wrong_and_never_for_what_the_clerk_cannot_give(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var page = await scene.EditAsync(id);
        var (cost, complete) = (FormScene.RowOf(page, "output.cost"), await PagesAsync());
        await scene.SaveAsync(await scene.EditAsync(id), null, ($"row-{cost}-value", "≤2 万元/次"));
        var unit = await PagesAsync();
        await scene.SaveAsync(await scene.EditAsync(id), null, ("projectPeriod", ""));
        var unfilled = await PagesAsync();

        Assert.All(complete.Concat(unfilled[..2]), text => Assert.DoesNotContain("未能检查", text, StringComparison.Ordinal));
        Assert.All(unit.Concat(unfilled[2..]), text => Assert.Matches("未能检查 [1-9] 项", text));
        Assert.All(unit, text => Assert.DoesNotContain("核定总额", text, StringComparison.Ordinal));

        async Task<List<string>> PagesAsync()
        {
            var texts = new List<string>();
            foreach (var path in new[] { "/edit", "/edit?checked=1", "/check", "" })
                texts.Add((await scene.OpenAsync(scene.County.Filler, $"/forms/{id}{path}")).Find(".rail").TextContent);
            return texts;
        }
    }

    /// <summary>What a screen reader says after the field's name. A warning does not make the field invalid.</summary>
    private static string SaidOf(TestPage page, string field, bool isInvalid = true)
    {
        var element = page.Find(field);
        Assert.Equal(isInvalid ? "true" : null, element.GetAttribute("aria-invalid"));
        return string.Join(' ', element.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.Find("#" + id).Text().Trim()));
    }
}
