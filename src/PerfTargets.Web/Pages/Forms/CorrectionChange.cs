using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The buttons 改为“…” and 全部采纳: what they choose, and what is said of it.</summary>
public static class CorrectionChange
{
    public const string One = "correct";
    public const string All = "correct-all";

    private const int Whole = 40, Lead = 12;

    /// <summary>The words on a correction's button. Of a long text they show where it would change.</summary>
    public static string Words(Finding finding)
    {
        var (text, start) = (finding.Correction!, 0);
        if (text.Length > Whole)
            start = Math.Max(0, text.Zip(finding.Raw).TakeWhile(pair => pair.First == pair.Second).Count() - Lead);
        if (start > 0 && char.IsLowSurrogate(text[start]))
            start--;
        return $"改为“{(start > 0 ? "…" : null)}{Quoted.Short(text[start..])}”";
    }

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
        Said = Sentence(corrected),
    };

    private static string Sentence(CorrectedForm corrected) => (corrected.Taken.Count, corrected.Missed) switch
    {
        (0, _) => "没有改正：该处内容在显示校验结果之后已经改动，请看现在的校验结果。",
        (var taken, 0) => $"已改正 {taken} 处。",
        var (taken, missed) => $"已改正 {taken} 处；另有 {missed} 处内容在显示校验结果之后已经改动，没有改正。",
    };
}
