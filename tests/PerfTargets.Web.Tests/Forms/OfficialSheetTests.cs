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
        }
    }
}
