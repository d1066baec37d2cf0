using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The buttons 改为“…” and 全部采纳: what they choose, and what is said of it.</summary>
public static class CorrectionChange
{
    public const string One = "correct";
    public const string All = "correct-all";

    /// <summary>Null where the button is no such one.</summary>
    public static IReadOnlyCollection<string>? Chosen(PostedForm posted) => posted.Action switch
    {
        One => [posted.Target],
        All => posted.Corrections,
        _ => null,
    };

    /// <summary>One correction leads to its field; of several, and of what could not be taken, something is said.</summary>
    public static RowChange Of(PostedForm posted, CorrectedForm corrected) => new(
        RowChange.WithoutLoneBlanks(corrected.Content),
        posted.Action == One && corrected.Taken.Count == 1 ? corrected.Taken[0].Anchor : null)
    {
        Removed = posted.Removed,
        Said = Words(corrected),
    };

    private static string Words(CorrectedForm corrected) => (corrected.Taken.Count, corrected.Missed) switch
    {
        (0, _) => "没有更正：该处内容在显示校验结果之后已经改动，请看现在的校验结果。",
        (var taken, 0) => $"已更正 {taken} 处。",
        var (taken, missed) => $"已更正 {taken} 处；另有 {missed} 处内容在显示校验结果之后已经改动，没有更正。",
    };
}
