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

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string ContentSha256 { get; init; }

    public string? PdfSha256 { get; set; }

    /// <summary>Kept in a table of its own, so that a list of snapshots reads none; null unless it was asked for.</summary>
    public FormSnapshotBytes? Bytes { get; init; }
}

/// <summary>What a snapshot holds.</summary>
public sealed class FormSnapshotBytes
{
    public Guid SnapshotId { get; init; }

    /// <summary>Canonical JSON (RFC 8785), never to be parsed and written anew: its SHA-256 stands in the snapshot.</summary>
    public required byte[] Content { get; init; }

    public byte[]? Pdf { get; set; }
}
