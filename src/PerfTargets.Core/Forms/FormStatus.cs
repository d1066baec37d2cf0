namespace PerfTargets.Core.Forms;

/// <summary>Where a form stands on its way. The steps of review are in their order.</summary>
public enum FormStatus
{
    Draft,
    AwaitingUnitReview,
    AwaitingDepartmentReview,
    AwaitingSectionReview,
    AwaitingPerformanceReview,
    Returned,
    Passed,
    Approved,
    Deleted,
}

/// <summary>What a person can do to a form.</summary>
public enum FormAction
{
    Save,
    Submit,
    Withdraw,
    Delete,
    Restore,
    Pass,
    Return,
    CancelPass,
    Approve,
    CorrectApproval,
}

public static class FormStatusWords
{
    /// <summary>The word the offices use for a status.</summary>
    public static string Word(this FormStatus status) => status switch
    {
        FormStatus.Draft => "草稿",
        FormStatus.AwaitingUnitReview => "待单位审核",
        FormStatus.AwaitingDepartmentReview => "待主管部门审核",
        FormStatus.AwaitingSectionReview => "待业务股室审核",
        FormStatus.AwaitingPerformanceReview => "待绩效股审核",
        FormStatus.Returned => "已退回",
        FormStatus.Passed => "审核通过",
        FormStatus.Approved => "已批复",
        FormStatus.Deleted => "已删除",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The word on the button of an action.</summary>
    public static string Word(this FormAction action) => action switch
    {
        FormAction.Save => "保存草稿",
        FormAction.Submit => "送审",
        FormAction.Withdraw => "撤回",
        FormAction.Delete => "删除草稿",
        FormAction.Restore => "恢复草稿",
        FormAction.Pass => "通过",
        FormAction.Return => "退回修改",
        FormAction.CancelPass => "取消审核",
        FormAction.Approve => "批复",
        FormAction.CorrectApproval => "更正批复",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static bool IsReviewStep(this FormStatus status) =>
        status is >= FormStatus.AwaitingUnitReview and <= FormStatus.AwaitingPerformanceReview;
}
