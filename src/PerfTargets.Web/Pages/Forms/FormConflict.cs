using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>Two people's texts side by side, or those of one person's two windows, and the answers given so far.</summary>
/// <param name="ChangedBy">Who saved the other text; null for the person's own other window.</param>
/// <param name="Explained">The warnings on my page, with what is written of each.</param>
/// <param name="Elsewhere">The sentence of what others have changed besides, where nothing is asked.</param>
/// <param name="Pending">The words on the pressed button, when what it does beyond saving is still to be done.</param>
public sealed record FormConflict(
    FormContent Mine, IReadOnlyList<FindingReason> Explained, IReadOnlyList<MergeQuestion> Questions, IReadOnlyDictionary<string, MergeSide> Answers, string? ChangedBy,
    DateTime ChangedAt, string? Elsewhere, string? Pending)
{
    public string MineWord => ChangedBy is null ? "这次填写的" : "我的";

    public string TheirsWord => ChangedBy is null ? "已保存的" : "对方的";

    public string BothWord(MergeQuestion question) => FormMerge.IsRow(question.Key)
        ? "两边都要（各成一行）"
        : $"两边都要（先{MineWord}，后{TheirsWord}，保存以后再删改成一段）";

    /// <summary>The words for a side on which there is nothing.</summary>
    public static string Absent(MergeQuestion question) => FormMerge.IsRow(question.Key) ? "（这一行已删除）" : "（没有填写）";
}

/// <summary>
/// The page that asks: its one form posts what I typed, with the answers, to the page on which I typed. What did not stand on that page is not posted
/// either: it is not mine, and others may have changed it again while I decide.
/// </summary>
/// <param name="Path">That page.</param>
/// <param name="HasSheet">The whole form stood on it, and not only 填写说明.</param>
/// <param name="Person">Who typed and answers.</param>
/// <param name="Version">The version that the answers are given to.</param>
/// <param name="Shown">What that page had shown.</param>
/// <param name="Removed">What 撤销 can bring back there.</param>
public sealed record ConflictPage(string Path, bool HasSheet, Guid Person, TargetForm Form, long Version, ShownTexts Shown, IReadOnlyList<RemovedRow> Removed, FormConflict Conflict);
