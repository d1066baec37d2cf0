using System.Globalization;
using System.Net;
using System.Text;
using PerfTargets.Documents;

namespace PerfTargets.Benchmarks;

/// <summary>The same grid as an HTML page, for a browser to print.</summary>
static class GridHtml
{
    public static string Of(OfficialTable table)
    {
        var grid = TableGrid.From(table);
        var html = new StringBuilder("<!doctype html><html lang=zh-CN><meta charset=utf-8><style>@page{size:A4;margin:18mm 16mm}"
            + "body{font:10.5pt 'Noto Serif CJK SC',serif}table{width:100%;border-collapse:collapse;table-layout:fixed}"
            + "th,td{border:.5pt solid;padding:2pt 3pt;font-weight:400;white-space:pre-wrap}h1{text-align:center}p{text-align:right;margin:0}</style>");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{table.Title}</h1><p>{table.MoneyUnit}</p><table><colgroup>");
        var sum = grid.ColumnWidths.Sum();
        foreach (var width in grid.ColumnWidths) html.Append(CultureInfo.InvariantCulture, $"<col style='width:{width / sum * 100:0.##}%'>");
        html.Append("</colgroup>");
        foreach (var row in grid.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                var tag = cell.Scope == HeaderScope.None ? "td" : "th";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} rowspan={cell.RowSpan} colspan={cell.ColSpan}>{WebUtility.HtmlEncode(cell.Text)}</{tag}>");
            }
            html.Append("</tr>");
        }
        return html.Append("</table></html>").ToString();
    }
}
