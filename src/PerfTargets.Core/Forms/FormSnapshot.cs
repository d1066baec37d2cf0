namespace PerfTargets.Core.Forms;

public enum SnapshotKind
{
    Submitted,
    Approved,
}

/// <summary>A form as it was at 送审 or 批复: canonical JSON (RFC 8785) as bytes with its SHA-256; at 批复 the official PDF's bytes too.</summary>
public sealed class FormSnapshot
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FormId { get; init; }
    public SnapshotKind Kind { get; init; }
    public DateTime At { get; init; }
    public int SubmissionNumber { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hexadecimal.</summary>
    public required string ContentSha256 { get; init; }

    public byte[]? Pdf { get; set; }
    public string? PdfSha256 { get; set; }
}
