using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Benchmarks;

static class Prints
{
    public static DocumentInfo Info { get; } =
        new("部门项目支出预算绩效目标表", new DateTime(2023, 1, 31, 8, 0, 0, DateTimeKind.Utc), "平罗县");
}
