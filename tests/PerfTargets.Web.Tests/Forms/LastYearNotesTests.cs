using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using static PerfTargets.Web.Tests.Forms.LastYearScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>What stands beside a field of last year's form, and the years in it that are not the form's.</summary>
public sealed class LastYearNotesTests
{
    [Theory, EachDatabase]
    public async Task The_preview_marks_every_year_that_is_not_the_new_one_and_names_what_does_not_come(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);

        var preview = await PreviewAsync(scene, await scene.NewFormAsync());

        Assert.Contains("选择要复制的，按“复制所选内容”以前什么都不会改动", preview.Body, StringComparison.Ordinal);
        Assert.Equal([$"{scene.County.Year - 1}", $"{scene.County.Year - 1}"], preview.Document.QuerySelectorAll("table mark").Select(mark => mark.TextContent));
        Assert.Contains("有 2 处写着", preview.Body, StringComparison.Ordinal);
        Assert.Equal("年度资金总额（万元）不复制：请按本年度预算填写 36.00", Text(preview.Document.QuerySelectorAll("tr.rest")[0]));
    }

    [Theory, EachDatabase]
    public async Task Beside_each_field_stands_what_it_was_last_year(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);

        await scene.SaveAsync(page, null, ($"row-{row}-name", $"{scene.County.Year} 年培训人次"), ($"row-{row}-value", $"{scene.County.Year - 1} 年 5 月"));
        page = await scene.EditAsync(id);

        Assert.Equal("上年：36.00", NoteAt(page, "funds-total"));
        Assert.Equal("上年：经常性项目", NoteAt(page, "projectAttribute"));
        Assert.Equal($"上年：{scene.County.Year - 1} 年培训 100 人次。", NoteAt(page, "overallGoal"));
        Assert.Equal($"含上年年份 {scene.County.Year - 1} 上年：≥100 人次", NoteAt(page, $"row-{row}-value"));
        Assert.Contains($"row-{row}-value-says", page.Find($"#row-{row}-value").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"#row-{row}-name-says .note"));
    }

    [Fact]
    public async Task A_project_that_is_called_after_last_year_is_marked_so()
    {
        using var scene = await WithLastYearAsync(DatabaseProvider.Sqlite);
        var page = await scene.EditAsync(await scene.NewFormAsync());
        Assert.Null(page.Document.QuerySelector("#projectName-says .note"));

        await scene.SaveAsync(page, null, ("projectName", $"{scene.County.Year - 1} 年技能培训"));

        Assert.Equal($"含上年年份 {scene.County.Year - 1}", NoteAt(await scene.EditAsync(IdOf(page)), "projectName"));
    }

    [Theory, EachDatabase]
    public async Task Whatever_the_preview_marks_as_another_year_is_marked_in_the_editor_too(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider, year => new FormContent
        {
            ProjectPeriod = $"{year} 年 1 月—12 月",
            OverallGoal = $"{year} 年培训 100 人次。",
            Indicators = [new(Guid.CreateVersion7(), FormScene.Quantity, $"{year} 年培训人次", $"{year} 年 100 人次")],
            NotApplicable = [new("benefit.ecological", $"{year} 年不涉及工程建设。")],
        });
        var id = await scene.NewFormAsync();
        var preview = await PreviewAsync(scene, id);
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(preview, Take);
        var page = await scene.EditAsync(id);

        var row = FormScene.RowOf(page, FormScene.Quantity);
        string[] anchors = ["projectPeriod", "overallGoal", $"row-{row}-name", $"row-{row}-value", Place.Group("benefit.ecological").Anchor];
        Assert.Equal(anchors.Length, preview.Document.QuerySelectorAll("table mark").Length);
        Assert.All(anchors, anchor => Assert.Contains($"含上年年份 {scene.County.Year - 1}", page.Find($"[id='{anchor}-says'] .note").TextContent, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_form_that_another_unit_filled_in_last_year_is_not_this_units_to_read(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var county = scene.County;
        await scene.StoreLastYearAsync(county.UnitsProject, county.Unit);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            (await db.Projects.FindAsync(county.UnitsProject.Id))!.Describe(county.UnitsProject.Code, county.UnitsProject.Name, county.Department.Id);
            await db.SaveChangesAsync();
        });

        var id = await scene.NewFormAsync(county.UnitsProject);
        var (preview, edit) = (await PreviewAsync(scene, id), await scene.EditAsync(id));

        Assert.Contains($"这个项目没有 {county.Year - 1} 年度的目标表", preview.Body, StringComparison.Ordinal);
        Assert.Empty(edit.Document.QuerySelectorAll(".note"));
        Assert.DoesNotContain(edit.Document.QuerySelectorAll("button"), button => button.TextContent == "复制上年");
    }
}
