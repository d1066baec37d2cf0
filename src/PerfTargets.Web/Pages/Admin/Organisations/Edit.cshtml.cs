using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Organisations;

[ForRoles(Role.Administrator)]
public sealed class EditModel(PerfTargetsDbContext db, OrganisationService organisations) : AdminPage
{
    private const string List = "/admin/organisations";

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<OrganisationKind>().Select(kind => new Choice(kind.ToString(), kind.Word()))];

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    public string StoredName { get; private set; } = "";

    public IReadOnlyList<Choice> Parents { get; private set; } = [];

    public IReadOnlyList<Choice> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (stored, mark) = await LoadAsync(cancel);
        SeenMark = mark;
        if (stored is not null)
            Input = new OrganisationInput { Name = stored.Name, Code = stored.Code, Kind = stored.Kind, ParentId = stored.ParentId, SectionId = stored.SectionId };
        return Id is not null && stored is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            if (Id is not { } id)
                await organisations.CreateAsync(Input, cancel);
            else if (!await organisations.ChangeAsync(id, Input, cancel))
                return NotFound();
            Note($"“{Input.Name!.Trim()}”已保存。");
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
                await organisations.DeleteAsync(id, cancel);
                Note("单位已删除。");
                return LocalRedirect(List);
            },
            async () =>
            {
                await OnGetAsync(cancel);
                return SeenMark;
            },
            (await LoadAsync(cancel)).Mark);
    }

    private async Task<(Organisation? Stored, string? Mark)> LoadAsync(CancellationToken cancel)
    {
        var tree = await db.OrganisationTreeAsync(cancel);
        var stored = tree.FirstOrDefault(node => node.Organisation.Id == Id)?.Organisation;
        StoredName = stored?.Name ?? "";
        Parents = tree.Where(node => node.Organisation.Kind is OrganisationKind.Department or OrganisationKind.FinanceOffice && node.Organisation.Id != Id).AsChoices();
        Sections = [.. tree.Where(node => node.Organisation.Kind == OrganisationKind.FinanceSection).Select(node => new Choice(node.Organisation.Id.ToString(), node.Organisation.Name))];
        var names = tree.ToDictionary(node => node.Organisation.Id, node => node.Organisation.Name);
        return (stored, stored is null ? null : OrganisationService.SeenOf(stored, names).Mark);
    }
}
