using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Library;

/// <summary>An administrator writes, changes or retires an entry of the library.</summary>
[ForRoles(Role.Administrator)]
public sealed class EditModel(PerfTargetsDbContext db, LibraryCuration curation) : AdminPage
{
    private const string List = "/library";

    public static readonly IReadOnlyList<Choice> Categories = [.. LibraryCategories.All.Select(one => new Choice($"{one}", one.Word()))];
    public static readonly IReadOnlyList<Choice> Operators = [.. LibraryEntry.Operators.Select(one => new Choice(one, one))];

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public LibraryInput Input { get; set; } = new();

    public LibraryIndicator? Stored { get; private set; }
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        SeenMark = await LoadAsync(cancel);
        if (Stored is not null)
            Input = LibraryInput.Of(Stored);
        return Id is not null && Stored is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            if (Id is not { } id)
                await curation.CreateAsync(Input, cancel);
            else if (!await curation.ChangeAsync(id, Input, cancel))
                return NotFound();
            Note($"指标“{Input.ToEntry().Name}”已保存。");
            return LocalRedirect(List);
        },
        () => LoadAsync(cancel),
        Input.Seen);

    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancel) => RetireAsync(true, cancel);

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) => RetireAsync(false, cancel);

    private async Task<IActionResult> RetireAsync(bool retired, CancellationToken cancel)
    {
        if (Id is not { } id || await curation.RetireAsync(id, retired, cancel) is not { } entry)
            return NotFound();
        Note($"指标“{entry.Name}”已{(retired ? "停用，填报时不再出现" : "恢复")}。");
        return LocalRedirect(List);
    }

    /// <returns>The mark of what is stored.</returns>
    private async Task<string?> LoadAsync(CancellationToken cancel)
    {
        var owners = await curation.OwnersAsync(cancel);
        Owners = [.. owners.Select(owner => new Choice(owner.Key.ToString(), owner.Value))];
        Stored = await db.LibraryIndicators.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id, cancel);
        return Stored is null ? null : LibraryCuration.SeenOf(Stored.DepartmentId, Stored.Entry, owners).Mark;
    }
}
