namespace PerfTargets.Core.Years;

/// <summary>核定总额: what was approved for all projects of a department in a year; its forms are held against it (check X3).</summary>
public sealed class ApprovedTotal
{
    public int Year { get; init; }

    public Guid DepartmentId { get; init; }

    /// <summary>The amount in 分.</summary>
    public long Fen { get; set; }
}
