using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>Whatever is typed into the editor is text there, in each field and in all that is said of it.</summary>
public sealed class EditTextsTests
{
    private const string Line = "</textarea></select><script>alert(1)</script>\"'&lt;&+";

    private const string Lines = "</textarea>\r\n\r\n<b>\"'&lt;\r\n<!--";

    private static string Shown => Lines.Replace("\r\n", "\n", StringComparison.Ordinal);

    [Theory, EachDatabase]
    public async Task A_text_comes_back_in_each_field_as_it_was_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);

        var saved = await scene.SaveAsync(page, null,
            ("projectName", Lines), ("projectAttribute", Line), ("projectPeriod", Line), ("funds-total", Line), ("overallGoal", Lines),
            ($"row-{row}-name", Line), ($"row-{row}-value", Line), ("na", "benefit.ecological"), ("na-reason-benefit.ecological", Lines));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var again = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/edit?checked=1");

        Assert.All(["projectPeriod", "funds-total"], field => Assert.Equal(Line, again.Find($"#{field}").GetAttribute("value")));
        Assert.Equal((Line, Line), (again.Find("#projectAttribute option[selected]").TextContent, again.Find("#projectAttribute option[selected]").GetAttribute("value")));
        Assert.All([$"row-{row}-name", $"row-{row}-value"], field => Assert.Equal(Line, again.Find($"#{field}").TextContent));
        Assert.Equal(Shown, again.Find("#overallGoal").TextContent);
        Assert.Equal(Shown, again.Find("[name='na-reason-benefit.ecological']").TextContent);
        AssertTextOnly(again);
    }

    [Theory, EachDatabase]
    public async Task A_deleted_row_is_carried_and_named_as_text(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);

        var removed = await scene.SaveAsync(page, null, ($"row-{row}-name", "<b>\"'&"), ($"row-{row}-value", Line), ("action", $"remove:{row}"));

        Assert.Contains("已删除“<b>\"'&", removed.Find(".gone").TextContent, StringComparison.Ordinal);
        Assert.Equal("<b>\"'&", removed.Find($"[name='removed-{row}-name']").GetAttribute("value"));
        Assert.Equal(Line, removed.Find($"[name='removed-{row}-value']").GetAttribute("value"));
        AssertTextOnly(removed);
    }

    [Theory, EachDatabase]
    public async Task What_is_found_in_a_text_quotes_it_as_text(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();

        await scene.SaveAsync(await scene.EditAsync(id), null, ("funds-total", "<b>\"'&"));
        var page = await scene.EditAsync(id);

        Assert.Contains("“<b>\"'&”", page.Find("#funds-total-says").TextContent, StringComparison.Ordinal);
        Assert.Contains("“<b>\"'&”", page.Find("#findings").TextContent, StringComparison.Ordinal);
        AssertTextOnly(page);
    }

    [Theory, EachDatabase]
    public async Task Why_a_warning_stands_comes_back_as_it_was_typed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        await scene.SaveAsync(await scene.EditAsync(id), null, ("overallGoal", "开展节能培训。"));
        var page = await scene.EditAsync(id);
        var field = page.Find("#findings textarea").Id!;

        await scene.SaveAsync(page, null, (field, Lines));
        var again = await scene.EditAsync(id);

        Assert.Equal(Shown, again.Find($"#{field}").TextContent);
        AssertTextOnly(again);
    }

    /// <summary>The page's own elements and no other.</summary>
    private static void AssertTextOnly(TestPage page)
    {
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), b"));
        Assert.Equal(page.Document.QuerySelectorAll("textarea").Length, page.Text.Split("</textarea>").Length - 1);
    }
}
