namespace PerfTargets.Core.Forms;

/// <summary>
/// One use of a button, written in the same commit as what it did. A double click, a resent post or a retry after a lost answer
/// finds its id here and acts no second time.
/// </summary>
public sealed class Operation
{
    /// <summary>The posted id; where a post brought none that can be read, one of its own, so that two such posts are not one.</summary>
    public static Guid IdOf(Guid posted) => posted == Guid.Empty ? Guid.CreateVersion7() : posted;

    public Guid Id { get; init; }
    public Guid ActorId { get; init; }
    public Guid FormId { get; init; }
    public DateTime At { get; init; }

    /// <summary>SHA-256 of what was asked for: the same id with another content is not a repetition.</summary>
    public string RequestSha256 { get; init; } = "";
}
