using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin;

[ForRoles(Role.Administrator)]
public sealed class IndexModel(PerfTargetsDbContext db) : AppPage
{
    public int Years { get; private set; }
    public int Organisations { get; private set; }
    public int Staff { get; private set; }
    public int Projects { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Years = await db.Years.CountAsync(cancel);
        Organisations = await db.Organisations.CountAsync(cancel);
        Staff = await db.Staff.CountAsync(staff => !staff.IsDisabled, cancel);
        Projects = await db.Projects.CountAsync(cancel);
    }
}
