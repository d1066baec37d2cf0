namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>Names of official files, without their extension, safe on every system.</summary>
public static class OfficialNames
{
    private const int Longest = 120;

    /// <param name="isRedrawn">Another file than the one of 批复, which it must not be taken for.</param>
    public static string Form(string project, int year, bool isRedrawn = false) => Safe($"绩效目标表-{project}-{year}{(isRedrawn ? "-公开件" : "")}");

    public static string Attachment(string bureau, string number, int year) => Safe($"附件{number}-{bureau}项目支出预算绩效目标表-{year}");

    /// <summary>The attachments of all departments.</summary>
    public static string Archive(string number, int year) => Safe($"附件{number}-各部门项目支出预算绩效目标表-{year}");

    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Length > Longest ? safe[..Longest] : safe;
    }
}
