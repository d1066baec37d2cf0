using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Projects;

[ForRoles(Role.Administrator)]
public sealed class EditModel(PerfTargetsDbContext db, ProjectService projects) : AdminPage
{
    private const string List = "/admin/projects";

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ProjectInput Input { get; set; } = new();

    public string StoredName { get; private set; } = "";

    public int Forms { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (stored, mark) = await LoadAsync(cancel);
        SeenMark = mark;
        if (stored is not null)
            Input = new ProjectInput { Name = stored.Name, Code = stored.Code, UnitId = stored.UnitId };
        return Id is not null && stored is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            if (Id is not { } id)
                await projects.CreateAsync(Input, cancel);
            else if (!await projects.ChangeAsync(id, Input, cancel))
                return NotFound();
            Note($"项目“{Input.Name!.Trim()}”已保存。");
            return LocalRedirect(List);
        },
        async () => (await LoadAsync(cancel)).Mark,
        Input.Seen);

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (Id is not { } id)
            return NotFound();
        return await TryAsync(
            async () =>
            {
                await projects.DeleteAsync(id, cancel);
                Note("项目已删除。");
                return LocalRedirect(List);
            },
            async () =>
            {
                await OnGetAsync(cancel);
                return SeenMark;
            },
            (await LoadAsync(cancel)).Mark);
    }

    private async Task<(Project? Stored, string? Mark)> LoadAsync(CancellationToken cancel)
    {
        var tree = await db.OrganisationTreeAsync(cancel);
        Units = tree.Where(node => node.Organisation.Kind.ImplementsProjects()).AsChoices();
        var stored = await db.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.Id == Id, cancel);
        (StoredName, Forms) = (stored?.Name ?? "", await db.Forms.CountAsync(form => form.ProjectId == Id, cancel));
        var names = tree.ToDictionary(node => node.Organisation.Id, node => node.Organisation.Name);
        return (stored, stored is null ? null : ProjectService.SeenOf(stored, names).Mark);
    }
}
