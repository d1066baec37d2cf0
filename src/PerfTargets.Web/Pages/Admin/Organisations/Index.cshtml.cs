using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Organisations;

[ForRoles(Role.Administrator)]
public sealed class IndexModel(PerfTargetsDbContext db) : AppPage
{
    private Dictionary<Guid, int> _staff = [];
    private Dictionary<Guid, int> _projects = [];
    private Dictionary<Guid, string> _names = [];

    public IReadOnlyList<OrganisationNode> Nodes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Nodes = await db.OrganisationTreeAsync(cancel);
        _names = Nodes.ToDictionary(node => node.Organisation.Id, node => node.Organisation.Name);
        _staff = await db.Staff.Where(staff => !staff.IsDisabled).GroupBy(staff => staff.OrganisationId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        _projects = await db.Projects.GroupBy(project => project.UnitId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
    }

    public int StaffOf(Organisation organisation) => _staff.GetValueOrDefault(organisation.Id);

    public int ProjectsOf(Organisation organisation) => _projects.GetValueOrDefault(organisation.Id);

    public string? SectionOf(Organisation organisation) =>
        organisation.Kind != OrganisationKind.Department ? null
        : organisation.SectionId is { } section ? _names.GetValueOrDefault(section)
        : "不指定";
}
