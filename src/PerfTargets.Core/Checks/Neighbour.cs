using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

internal readonly record struct DepartmentYear(Guid DepartmentId, int Year);

/// <summary>A stored form, deleted ones aside, of the department and year of one that is checked, or of its project in the year before.</summary>
internal sealed record Neighbour(
    FormVersion Stored, DepartmentYear Of, Guid ProjectId, int Round, FormStatus Status, string? ProjectCode, string ProjectName, string Unit, long? TotalFen,
    string? UnreadTotal, long? ApprovedFen) : IRound
{
    public BureauForm With(IReadOnlyList<IndicatorRow> rows) => new(Stored.FormId, ProjectCode, ProjectName, Unit, Amount.FromStored(TotalFen, UnreadTotal), rows);
}
