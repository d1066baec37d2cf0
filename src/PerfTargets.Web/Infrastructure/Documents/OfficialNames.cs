namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>Names of official files, without their extension, safe on every system.</summary>
public static class OfficialNames
{
    /// <summary>Of a part of a name, so that the whole has less than the 255 bytes of UTF-8 that Linux takes, and nobody cuts off its end.</summary>
    private const int Longest = 50;

    /// <param name="isRedrawn">Another file than the one of 批复, which it must not be taken for.</param>
    public static string Form(string project, int year, bool isRedrawn = false) => $"绩效目标表-{Safe(project)}-{year}{(isRedrawn ? "-公开件" : "")}";

    /// <param name="mark">What tells a bureau from others of its name; null where there are none.</param>
    public static string Attachment(string bureau, string number, int year, string? mark = null) =>
        $"附件{number}-{Safe(bureau)}{(mark is null ? "" : $"（{Safe(mark)}）")}项目支出预算绩效目标表-{year}";

    /// <summary>The attachments of all departments.</summary>
    public static string Archive(string number, int year) => Attachment("各部门", number, year);

    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Length > Longest ? safe[..Longest] : safe;
    }
}
