using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>Words and colours of a form's standing, the same on every page.</summary>
public static class FormWords
{
    public static string RoundWord(this TargetForm form) => RoundWord(form.Round);

    public static string RoundWord(int round) => round == 1 ? "年初目标" : $"第 {round - 1} 次调整";

    public static string SubmissionWord(int count, FormStatus status) => count switch
    {
        // An imported form stands where its file says without having been sent up.
        0 when status is not (FormStatus.Draft or FormStatus.Deleted) => "由文件导入",
        0 => "未送审",
        1 => "首次送审",
        _ => $"第 {count} 次送审",
    };

    public static string? TagClass(this FormStatus status) => status switch
    {
        FormStatus.Returned => "tag-red",
        FormStatus.Passed or FormStatus.Approved => "tag-green",
        _ when status.IsReviewStep() => "tag-blue",
        _ => null,
    };

    /// <summary>An amount in a list: 18,420.60.</summary>
    public static string Listed(long? fen) => fen is { } value ? new Money(value).ToListText() : "";
}
