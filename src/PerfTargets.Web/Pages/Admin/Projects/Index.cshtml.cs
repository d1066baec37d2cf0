using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Projects;

[ForRoles(Role.Administrator)]
public sealed class IndexModel(PerfTargetsDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Unit is not null;

    public IReadOnlyList<ProjectRow> Projects { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public Paging? Paging { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Units = (await db.OrganisationTreeAsync(cancel)).Where(node => node.Organisation.Kind.ImplementsProjects()).AsChoices();
        var query = db.Projects.AsQueryable();
        if (Unit is { } unit)
            query = query.Where(project => project.UnitId == unit);
        if (Q?.Trim() is { Length: > 0 } text && TypedText.Refusal(text) is null)
            query = query.Where(project => project.Name.Contains(text) || project.Code!.Contains(text));
        var rows = query.OrderBy(project => project.Unit!.Code).ThenBy(project => project.IdentityKey).Select(project => new ProjectRow(
            project.Id, project.Name, project.Code, project.Unit!.Name, db.Forms.Count(form => form.ProjectId == project.Id)));
        (Projects, Paging) = await Paging.TakeAsync(rows, Request, cancel);
    }
}

public sealed record ProjectRow(Guid Id, string Name, string? Code, string Unit, int Forms);
