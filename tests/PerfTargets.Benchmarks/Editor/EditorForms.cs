using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>
/// Forms with as many indicators as asked for: the rows of the four real forms in the year that they are filled in for, and where there are not
/// enough of them the same again with a number.
/// </summary>
static class EditorForms
{
    const int RealYear = 2023;

    static readonly FormContent[] Real = [.. FormFileReader.Read(SeedFiles.Read(SeedFiles.Pingluo2023), SeedFiles.Pingluo2023)
        .ContentsBy(FormTemplate.Parse(ShippedTemplates.Json(FormFile.DefaultTemplate)), SeedFiles.Pingluo2023)];

    /// <summary>项目期 is still to be filled in.</summary>
    /// <param name="mark">Makes of each name one that no other form has.</param>
    public static FormContent WithRows(int count, int year, string mark = "")
    {
        var rows = Real.SelectMany(form => form.Indicators).ToArray();
        var largest = Real.MaxBy(form => form.FundsOf(FundsLine.TotalKey).Value?.Fen)!;
        return largest with
        {
            OverallGoal = In(year, largest.OverallGoal),
            ProjectPeriod = "",
            NotApplicable = [],
            Indicators = [.. Enumerable.Range(0, count).Select(i => Row(rows[i % rows.Length], i / rows.Length + 1, year, mark))],
        };
    }

    static IndicatorRow Row(IndicatorRow real, int number, int year, string mark) =>
        new(Guid.CreateVersion7(), real.GroupKey, In(year, real.Name) + mark + (number == 1 ? "" : $"（{number}）"), In(year, real.Value));

    static string In(int year, string text) => text.Replace($"{RealYear}", $"{year}", StringComparison.Ordinal);
}
