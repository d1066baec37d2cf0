using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Documents;
using PerfTargets.TestKit.Databases;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Tests.Forms;

public sealed class OfficialSheetTests
{
    [Theory, EachDatabase]
    public async Task The_table_on_the_screen_has_the_very_cells_that_are_printed(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var grid = TableGrid.From(OfficialTableMapper.Of(await scene.StoredAsync(id)));

        foreach (var path in new[] { $"/forms/{id}", $"/forms/{id}/check" })
        {
            var page = await scene.OpenAsync(scene.County.Filler, path);
            var cells = page.Document.QuerySelectorAll(".official th, .official td");
            Assert.Equal(grid.Cells.Select(cell => cell.Text), cells.Select(cell => cell.TextContent));
            Assert.Equal(
                grid.Cells.Select(cell => $"{cell.RowSpan}×{cell.ColSpan}"),
                cells.Select(cell => $"{cell.GetAttribute("rowspan")}×{cell.GetAttribute("colspan")}"));
            Assert.Equal(grid.Cells.Select(cell => cell.Scope == HeaderScope.None ? "td" : "th"), cells.Select(cell => cell.LocalName));
            Assert.Equal(grid.Cells.Select(cell => cell.Align == CellAlign.Left ? "left" : "center"), cells.Select(cell => cell.ClassList[0]));
            Assert.Equal(grid.Cells.Select(cell => cell is { Col: 0, ColSpan: 1 }), cells.Select(cell => cell.ClassList.Contains("narrow")));
            Assert.Equal(grid.Cells.Select(cell => cell.Bold), cells.Select(cell => cell.ClassList.Contains("bold")));
            Assert.Equal(
                grid.ColumnWidths.Select(width => $"{width / grid.ColumnWidths.Sum():0.0%}"),
                page.Document.QuerySelectorAll(".official col").Select(column => column.GetAttribute("width")));
        }
    }

    [Theory, EachDatabase]
    public async Task What_the_checks_say_leads_to_its_place_in_the_table_warnings_amber_and_errors_red(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var edit = await scene.EditAsync(id);
        await scene.SaveAsync(edit, null, ($"row-{FormScene.RowOf(edit, "output.timeliness")}-value", $"{scene.County.Year + 1} 年 3 月底前"), ("funds-fiscal", "9"));

        var page = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}");

        foreach (var (severity, css) in new[] { ("w", "warn"), ("e", "bad") })
        {
            var links = page.Document.QuerySelectorAll($".rail .find li.{severity} a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.Contains(css, page.Find($".sheet {link}").ClassList));
        }
        Assert.DoesNotContain(page.Document.QuerySelectorAll("[id]").GroupBy(one => one.Id), same => same.Count() > 1);
    }
}
