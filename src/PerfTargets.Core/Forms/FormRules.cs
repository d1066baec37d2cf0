using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Forms;

/// <summary>Why something asked for was not done. The message is the sentence for the person who asked.</summary>
public abstract class FormRuleException(string message) : Exception(message);

/// <summary>There is no such form for this person: it does not exist, or it belongs to another bureau.</summary>
public sealed class FormNotFoundException() : FormRuleException("没有找到这份目标表：它不存在，或者不属于您所在的单位。");

/// <summary>The person may not do this to the form as it stands (403).</summary>
public sealed class ActionNotPermittedException(FormAction action, FormStatus status)
    : FormRuleException($"这份目标表现在是“{status.Word()}”，您不能进行“{action.Word()}”。请回到目标表查看可以进行的操作。")
{
    public FormAction Action { get; } = action;
}

/// <summary>The form has changed since the person read it. What they typed is theirs to keep.</summary>
public sealed class StaleFormException(long currentVersion, string changedBy, DateTime changedAt)
    : FormRuleException("这份目标表在您打开之后已被修改。")
{
    public long CurrentVersion { get; } = currentVersion;
    public string ChangedBy { get; } = changedBy;

    /// <summary>When (UTC).</summary>
    public DateTime ChangedAt { get; } = changedAt;
}

/// <summary>The content cannot be stored even as a draft; each violation names its field.</summary>
public sealed class ContentRefusedException(IReadOnlyList<DraftViolation> violations)
    : FormRuleException("填写的内容有不能保存的地方，已保留在页面上，请按提示修改后再保存。")
{
    public IReadOnlyList<DraftViolation> Violations { get; } = violations;
}

/// <summary>送审 was refused because errors stand, or warnings without the reason that they need.</summary>
public sealed class SubmissionRefusedException(CheckReport report) : FormRuleException(report.Refusal ?? throw new ArgumentException("Nothing stands against it.", nameof(report)))
{
    public IReadOnlyList<Finding> Obstacles { get; } = [.. report.Obstacles];
}

/// <summary>Something else about the request itself is wrong: a missing opinion, a form that exists already.</summary>
/// <param name="field">The field that is wrong, where it is one.</param>
public sealed class RequestRefusedException(string message, string? field = null) : FormRuleException(message)
{
    public string? Field { get; } = field;
}

/// <summary>Some of several chosen forms cannot be acted on; nothing was done to the others either.</summary>
public sealed class ChoiceRefusedException(IReadOnlyList<ChoiceRefusal> refusals) : FormRuleException(string.Concat(refusals.Select(one => one.Sentence)))
{
    public IReadOnlyList<ChoiceRefusal> Refusals { get; } = refusals;
}

public sealed record ChoiceRefusal(Guid FormId, string Sentence);

/// <summary>What a draft cannot hold, at its place in the form.</summary>
public sealed record DraftViolation(Place Place, string Message);
