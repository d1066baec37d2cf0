using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

static class Prints
{
    public static DocumentInfo Info { get; } = new("部门项目支出预算绩效目标表", new DateTime(2023, 1, 31, 8, 0, 0, DateTimeKind.Utc));

    public static byte[] Render(params OfficialTable[] tables) => new PdfEngine().Render(tables, Info);

    /// <summary>A form with this many rows in each of the given groups of one level.</summary>
    public static OfficialTable WithRows(params int[] groups) => SeedForms.All[0] with
    {
        Levels = [new("产出指标", [.. groups.Select((count, group) => new IndicatorGroup(
            $"第{group + 1}组指标（必填）",
            [.. Enumerable.Range(1, count).Select(row => new IndicatorRow($"指标{group + 1}-{row}", $"≥{row} 户"))]))])],
    };

    public static void AssertReadsBack(OfficialTable table, byte[] pdf) =>
        Assert.Equal(TableGrid.From(table).Cells.Select(cell => cell.Text), Assert.Single(PdfText.Cells(pdf)));

    /// <summary>No letter outside the margins of its page.</summary>
    public static void AssertInside(byte[] pdf) => Assert.All(PdfText.Letters(pdf), page => Assert.All(page.Letters, letter =>
    {
        Assert.InRange(letter.StartBaseLine.X, 40, page.Width - 40);
        Assert.InRange(letter.EndBaseLine.X, 40, page.Width - 39);
        Assert.InRange(letter.StartBaseLine.Y, 24, page.Height - 40);
    }));
}
