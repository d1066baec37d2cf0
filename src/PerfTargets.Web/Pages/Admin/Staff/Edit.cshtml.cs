using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Staff;

[ForRoles(Role.Administrator)]
public sealed class EditModel(PerfTargetsDbContext db, StaffService staff, LocalCalendar calendar) : AdminPage
{
    private const string Password = "OneTimePassword";

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public StaffInput Input { get; set; } = new();

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    public StaffMember? Stored { get; private set; }

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>Made by the request before this one; the cookie that brought it is gone with this answer.</summary>
    public string? OneTimePassword { get; private set; }

    public DateTime? ExpiresAt => Stored?.OneTimePasswordExpiresAt is { } utc ? calendar.ToLocal(utc) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowStoredAsync(cancel);
        OneTimePassword = TempData[Password] as string;
        return Id is not null && Stored is null ? NotFound() : Page();
    }

    /// <param name="account">The id of the account to be made, the same for a resent post.</param>
    public Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancel)
    {
        Input = Input with { Roles = Roles.Aggregate(Role.None, (all, role) => all | role) };
        return TryAsync(
            async () =>
            {
                if (Id is { } id)
                {
                    if (!await staff.ChangeAsync(id, Input, Person, cancel))
                        return NotFound();
                    Note($"“{Input.DisplayName!.Trim()}”已保存。");
                    return LocalRedirect("/admin/staff");
                }
                var created = await staff.CreateAsync(Input, account, cancel);
                TempData[Password] = created.OneTimePassword;
                if (created.OneTimePassword is null)
                    Note("这个账号已经新建过，本人也已改成自己的密码，这次没有生成新的一次性密码。本人忘记密码的，请按“重置密码”。");
                return LocalRedirect($"/admin/staff/{created.Id}");
            },
            () => LoadAsync(cancel),
            Input.Seen);
    }

    public Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken cancel) => ActAsync(id, async () =>
    {
        var password = await staff.ResetPasswordAsync(id, Person, cancel);
        TempData[Password] = password;
        return password is not null;
    }, null, cancel);

    public Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, () => staff.DisableAsync(id, Person, cancel), "账号已停用。", cancel);

    public Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, () => staff.EnableAsync(id, cancel), "账号已恢复使用。", cancel);

    public static string Explain(Role role) => role switch
    {
        Role.Filler => "填报本单位的目标表",
        Role.UnitReviewer => "审核本单位的目标表",
        Role.DepartmentReviewer => "审核下属单位的目标表",
        Role.SectionReviewer => "财政局审核所负责部门的目标表",
        Role.PerformanceReviewer => "财政局复核并批复",
        Role.Administrator => "年度、单位、人员、项目",
        _ => "",
    };

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<bool>> act, string? done, CancellationToken cancel) => await TryAsync(
        async () =>
        {
            if (!await act())
                return NotFound();
            if (done is not null)
                Note(done);
            return LocalRedirect($"/admin/staff/{id}");
        },
        async () =>
        {
            await ShowStoredAsync(cancel);
            return SeenMark;
        },
        await LoadAsync(cancel));

    private async Task ShowStoredAsync(CancellationToken cancel)
    {
        SeenMark = await LoadAsync(cancel);
        if (Stored is { } stored)
            Input = new StaffInput { UserName = stored.UserName, DisplayName = stored.DisplayName, OrganisationId = stored.OrganisationId, Roles = stored.Roles };
    }

    private async Task<string?> LoadAsync(CancellationToken cancel)
    {
        var tree = await db.OrganisationTreeAsync(cancel);
        Organisations = tree.AsChoices();
        Stored = await db.Staff.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id, cancel);
        return Stored is null ? null : StaffService.SeenOf(Stored, tree.ToDictionary(node => node.Organisation.Id, node => node.Organisation.Name)).Mark;
    }
}
