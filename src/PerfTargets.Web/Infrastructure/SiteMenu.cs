using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure;

/// <summary>The words of the top bar and who sees them.</summary>
public sealed record SiteMenu(string Word, string Path, Role Roles)
{
    private const Role Bureaus = Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer | Role.SectionReviewer | Role.PerformanceReviewer;

    private static readonly SiteMenu[] All =
    [
        new("工作台", "/", Bureaus),
        new("目标表", "/forms", Bureaus),
        new("批复", "/approvals", Role.PerformanceReviewer),
        new("管理", "/admin", Role.Administrator),
        new("指标库", "/library", Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer | Role.Administrator),
    ];

    public static IEnumerable<SiteMenu> For(Actor person) => All.Where(item => person.Has(item.Roles));

    /// <summary>Where a person begins: 工作台, or 管理 for one who does nothing else.</summary>
    public static string HomeOf(Role roles) => All.FirstOrDefault(item => (roles & item.Roles) != 0)?.Path ?? "/";

    public bool IsCurrent(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path);
}
