using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Staff;

[ForRoles(Role.Administrator)]
public sealed class IndexModel(PerfTargetsDbContext db, TimeProvider time) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Organisation is not null || !string.IsNullOrEmpty(State);

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public Paging? Paging { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Organisations = (await db.OrganisationTreeAsync(cancel)).AsChoices();
        var query = db.Staff.AsNoTracking().Include(staff => staff.Organisation).AsQueryable();
        if (State != "all")
            query = query.Where(staff => staff.IsDisabled == (State == "disabled"));
        if (Organisation is { } organisation)
            query = query.Where(staff => staff.OrganisationId == organisation);
        if (Q?.Trim() is { Length: > 0 } text && TypedText.Refusal(text) is null)
        {
            var name = text.ToUpperInvariant();
            query = query.Where(staff => staff.DisplayName.Contains(text) || staff.NormalizedUserName!.Contains(name));
        }
        (Staff, Paging) = await Paging.TakeAsync(query.OrderBy(staff => staff.NormalizedUserName), Request, cancel);
    }

    public (string Word, string Colour) Standing(StaffMember staff) => staff switch
    {
        { IsDisabled: true } => ("已停用", "tag-red"),
        { LockoutEnd: { } until } when until > time.GetUtcNow() => ("已锁定", "tag-amber"),
        { OneTimePasswordExpiresAt: { } expiry } when expiry < time.UtcNow() => ("一次性密码已过期", "tag-amber"),
        { MustChangePassword: true } => ("待改密码", "tag-amber"),
        _ => ("在用", "tag-green"),
    };
}
