using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Library;

/// <summary>指标库: to a bureau's people what is common and their own, to an administrator all of it.</summary>
[ForRoles(Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer | Role.Administrator)]
public sealed class IndexModel(IndicatorLibrary library, LibraryCuration curation) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public LibraryCategory? Category { get; set; }

    /// <summary>Whose entries; <see cref="LibraryFilter.Common"/> for those of nobody.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Retired { get; set; }

    public IReadOnlyList<LibraryIndicator> Entries { get; private set; } = [];
    public IReadOnlyList<Choice> Owners { get; private set; } = [];
    public Paging? Paging { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Category is not null || Owner is not null || Retired;
    public bool Curates => Person.Has(Role.Administrator);
    public bool Takes => Person.Has(TakeModel.Takers);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var owners = await curation.OwnersAsync(cancel);
        var own = Curates ? Guid.Empty : await library.DepartmentIdOfAsync(Person, cancel);
        Owners =
        [
            new(LibraryFilter.Common.ToString(), "通用"),
            .. owners.Where(owner => Curates || owner.Key == own).Select(owner => new Choice(owner.Key.ToString(), owner.Value)),
        ];
        var list = await library.ListAsync(new LibraryFilter(Q, Category, Owner, Retired && Curates), Person, cancel);
        (Entries, Paging) = await Paging.TakeAsync(list, Request, cancel);
    }
}
