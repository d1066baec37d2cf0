using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>Forms with as many indicators as asked for: the rows of the four real forms, and where there are not enough of them the same again with a number.</summary>
static class EditorForms
{
    static readonly FormContent[] Real = [.. FormFileReader.Read(SeedFiles.Read(SeedFiles.Pingluo2023), SeedFiles.Pingluo2023)
        .ContentsBy(FormTemplate.Parse(ShippedTemplates.Json(FormFile.DefaultTemplate)), SeedFiles.Pingluo2023)];

    /// <summary>项目期 is still to be filled in.</summary>
    public static FormContent WithRows(int count)
    {
        var rows = Real.SelectMany(form => form.Indicators).ToArray();
        return Real[0] with
        {
            ProjectPeriod = "",
            NotApplicable = [],
            Indicators = [.. Enumerable.Range(0, count).Select(i => rows[i % rows.Length] with
            {
                Id = Guid.CreateVersion7(),
                Name = rows[i % rows.Length].Name + (i < rows.Length ? "" : $"（{i / rows.Length + 1}）"),
            })],
        };
    }
}
