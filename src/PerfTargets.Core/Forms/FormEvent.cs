using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>What happened to a form, in the past tense: 办理记录.</summary>
public enum FormEventKind
{
    Created,
    Imported,
    Submitted,
    Withdrawn,
    Passed,
    PassCancelled,
    Returned,
    Approved,
    ApprovalCorrected,
    Deleted,
    Restored,
}

/// <summary>One line of 办理记录, written once in the same commit as the change it tells of. Names are as they were then.</summary>
public sealed class FormEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FormId { get; init; }
    public FormEventKind Kind { get; init; }
    public DateTime At { get; init; }
    public Guid ActorId { get; init; }
    public string ActorName { get; init; } = "";
    public string ActorOrganisation { get; init; } = "";

    /// <summary>The role in which the person acted.</summary>
    public Role Role { get; init; }

    public FormStatus From { get; init; }
    public FormStatus To { get; init; }

    /// <summary>审核意见, or the document number and date of a 批复, or their old and new ones.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>Which sending-up this belongs to: 1 is 首次送审.</summary>
    public int SubmissionNumber { get; init; }
}

public static class FormEventWords
{
    /// <param name="withdrawn">How many sendings-up before this one were withdrawn: nobody has looked at them, so they do not count.</param>
    public static string Word(this FormEvent e, int withdrawn = 0) => e.Kind switch
    {
        FormEventKind.Created => "新建",
        FormEventKind.Imported => "导入",
        FormEventKind.Submitted => e.SubmissionNumber - withdrawn is > 1 and var number ? $"第 {number} 次送审" : "送审",
        FormEventKind.Withdrawn => "撤回",
        FormEventKind.Passed => "审核通过",
        FormEventKind.PassCancelled => "取消审核",
        FormEventKind.Returned => "退回修改",
        FormEventKind.Approved => "批复",
        FormEventKind.ApprovalCorrected => "更正批复",
        FormEventKind.Deleted => "删除草稿",
        FormEventKind.Restored => "恢复草稿",
        _ => throw new InvalidOperationException($"No word for {e.Kind}."),
    };
}
