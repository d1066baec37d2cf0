using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The form left the clerk's hands while they typed: who did what, what can be done now, and what was typed, to be copied.</summary>
public sealed record MovedOn(string Sentence, IReadOnlyList<MergeQuestion> Typed)
{
    /// <param name="last">The last line of 办理记录.</param>
    /// <param name="at">When that was, as people write it.</param>
    /// <param name="isOnPage">What was typed still stands on the page, from which it can be saved once the form has come back.</param>
    public static MovedOn Of(TargetForm form, FormEvent last, string at, Actor person, bool mayWithdraw, bool isOnPage, IReadOnlyList<MergeQuestion> typed) =>
        new($"{Happened(form, last, at, person)}您刚才填写的内容没有保存。{Advice(form, last, person, mayWithdraw, isOnPage)}", [.. typed.Where(question => !string.IsNullOrWhiteSpace(question.Mine))]);

    private static string Happened(TargetForm form, FormEvent last, string at, Actor person)
    {
        if (form.Status is FormStatus.Draft or FormStatus.Returned)
        {
            return IsFiller(form, person)
                ? $"{form.Year} 年度的填报已经关闭，这份目标表不能再修改。"
                : "您现在没有填报这份目标表的权限。";
        }
        var who = last.ActorId == person.Id ? "您" : last.ActorName;
        var now = form.Status.IsReviewStep() ? $"现在由{Reviewer(form)}审核" : $"现在是“{form.Status.Word()}”";
        return $"{who}在 {at} 办理了“{(last.Kind == FormEventKind.Submitted ? FormAction.Submit.Word() : last.Word())}”，这份目标表{now}，不能修改。";
    }

    private static string Advice(TargetForm form, FormEvent last, Actor person, bool mayWithdraw, bool isOnPage) => form.Status switch
    {
        _ when mayWithdraw => isOnPage ? "还要修改的，请在另一个窗口打开目标表按“撤回”，再在本页按“保存草稿”。" : "还要修改的，请打开目标表按“撤回”，再把没有保存的内容填进去。",
        _ when form.Status.IsReviewStep() && last.Kind == FormEventKind.Submitted => $"还要修改的，请联系{last.ActorName}撤回，或者请{Reviewer(form)}退回修改{Then(isOnPage)}。",
        _ when form.Status.IsReviewStep() => $"还要修改的，请联系{Reviewer(form)}退回修改{Then(isOnPage)}。",
        FormStatus.Draft or FormStatus.Returned => IsFiller(form, person) ? "还要修改的，请联系财政局绩效股延长填报时间。" : "还要填报的，请联系管理员调整您的角色。",
        FormStatus.Deleted => "还要填报的，请在目标表列表下方恢复草稿。",
        _ => "还要修改的，请联系财政局绩效股。",
    };

    private static string? Then(bool isOnPage) => isOnPage ? "，以后在本页按“保存草稿”就能保存" : null;

    private static bool IsFiller(TargetForm form, Actor person) => (FormStanding.RolesFor(form, person) & Role.Filler) != 0;

    /// <summary>待单位审核 waits for 单位审核人.</summary>
    private static string Reviewer(TargetForm form) => form.Status.Word().TrimStart('待') + "人";
}
