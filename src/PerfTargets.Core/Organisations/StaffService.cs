using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Organisations;

/// <param name="OneTimePassword">Null where a resent post finds that its person has an own password already.</param>
public sealed record NewAccount(Guid Id, string? OneTimePassword);

/// <summary>What an administrator does with accounts. People are disabled, never removed: records of what they did keep naming them.</summary>
public sealed class StaffService(
    PerfTargetsDbContext db, IPasswordHasher<StaffMember> hasher, ILookupNormalizer normalizer, TimeProvider time, IOptions<SignInSettings> settings)
{
    private const int MostConflicts = 5;

    /// <param name="id">Made with the page, so that a double click makes one account. The answer to the first click is lost to the browser; the second gives a password anew.</param>
    /// <exception cref="ValidationException">Something typed is wrong.</exception>
    public async Task<NewAccount> CreateAsync(StaffInput input, Guid id, CancellationToken cancel = default)
    {
        new StaffInputValidator().Require(input);
        if (await MadeBeforeAsync(id, input, cancel) is { } before)
            return before;
        try
        {
            await RequireAsync(Guid.Empty, input, cancel);
            var isFree = id != Guid.Empty && !await db.Staff.AnyAsync(one => one.Id == id, cancel);
            var staff = new StaffMember { Id = isFree ? id : Guid.CreateVersion7(), DisplayName = "", LockoutEnabled = true };
            Fill(staff, input);
            var password = GiveOneTimePassword(staff);
            db.Add(staff);
            await SaveAsync(staff, input, cancel);
            return new NewAccount(staff.Id, password);
        }
        catch (Exception failed) when (failed is ValidationException or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await MadeBeforeAsync(id, input, cancel) is { } meanwhile)
                return meanwhile;
            throw;
        }
    }

    /// <returns>False when there is no such account.</returns>
    /// <exception cref="ValidationException">Something typed is wrong, others have changed the account, or nobody would be left to administer.</exception>
    public Task<bool> ChangeAsync(Guid id, StaffInput input, Actor by, CancellationToken cancel = default) => WithAsync(id, async staff =>
    {
        await RequireAsync(id, input, cancel);
        var names = await db.Organisations.ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var wanted = new StaffMember { DisplayName = "" };
        Fill(wanted, input);
        SeenOf(staff, names).Require(input.Seen, SeenOf(wanted, names));
        var wasAdministrator = IsActiveAdministrator(staff);
        if (wasAdministrator && staff.Id == by.Id && !input.Roles.HasFlag(Role.Administrator))
            throw TypedInput.Refused(nameof(input.Roles), "不能取消自己的管理员角色，请由另一位管理员操作");
        Fill(staff, input);
        await KeepAnAdministratorAsync(staff, wasAdministrator, nameof(input.Roles), cancel);
        await SaveAsync(staff, input, cancel);
    }, cancel);

    /// <summary>Ends the person's session with its next click; nothing that they made is touched.</summary>
    /// <exception cref="ValidationException">It is the administrator's own account or the last one.</exception>
    public Task<bool> DisableAsync(Guid id, Actor by, CancellationToken cancel = default) => WithAsync(id, async staff =>
    {
        if (staff.Id == by.Id)
            throw TypedInput.Refused("", "不能停用自己的账号，请由另一位管理员操作。");
        var wasAdministrator = IsActiveAdministrator(staff);
        (staff.IsDisabled, staff.SecurityStamp) = (true, NewStamp());
        await KeepAnAdministratorAsync(staff, wasAdministrator, "", cancel);
        await SaveAsync(staff, null, cancel);
    }, cancel);

    public Task<bool> EnableAsync(Guid id, CancellationToken cancel = default) => WithAsync(id, async staff =>
    {
        staff.IsDisabled = false;
        await SaveAsync(staff, null, cancel);
    }, cancel);

    /// <summary>Gives a one-time password, lifts a lock and ends the person's sessions.</summary>
    /// <returns>The password; null when there is no such account.</returns>
    /// <exception cref="ValidationException">It is the administrator's own account.</exception>
    public async Task<string?> ResetPasswordAsync(Guid id, Actor by, CancellationToken cancel = default)
    {
        if (id == by.Id)
            throw TypedInput.Refused("", "自己的密码请在右上角“修改密码”中修改。");
        string? password = null;
        await WithAsync(id, async staff =>
        {
            password = GiveOneTimePassword(staff);
            await SaveAsync(staff, null, cancel);
        }, cancel);
        return password;
    }

    public static Seen SeenOf(StaffMember staff, IReadOnlyDictionary<Guid, string> organisations) => new(
        ("用户名", staff.UserName),
        ("姓名", staff.DisplayName),
        ("单位", organisations.GetValueOrDefault(staff.OrganisationId)),
        ("角色", staff.Roles.Word()));

    /// <summary>The account that this very post has made already: same id, same content.</summary>
    private async Task<NewAccount?> MadeBeforeAsync(Guid id, StaffInput input, CancellationToken cancel)
    {
        var wanted = new StaffMember { DisplayName = "" };
        Fill(wanted, input);
        NewAccount? made = null;
        await WithAsync(id, async staff =>
        {
            if ((staff.UserName, staff.DisplayName, staff.OrganisationId, staff.Roles) != (wanted.UserName, wanted.DisplayName, wanted.OrganisationId, wanted.Roles))
                return;
            made = new NewAccount(id, staff.MustChangePassword ? GiveOneTimePassword(staff) : null);
            await SaveAsync(staff, null, cancel);
        }, cancel);
        return made;
    }

    private static bool IsActiveAdministrator(StaffMember staff) => !staff.IsDisabled && staff.Roles.HasFlag(Role.Administrator);

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private void Fill(StaffMember staff, StaffInput input)
    {
        staff.UserName = input.UserName!.Trim();
        staff.NormalizedUserName = normalizer.NormalizeName(staff.UserName);
        staff.DisplayName = input.DisplayName!.Trim();
        (staff.OrganisationId, staff.Roles) = (input.OrganisationId!.Value, input.Roles);
    }

    private string GiveOneTimePassword(StaffMember staff)
    {
        var password = PasswordRules.NewOneTimePassword();
        staff.PasswordHash = hasher.HashPassword(staff, password);
        staff.SecurityStamp = NewStamp();
        (staff.MustChangePassword, staff.OneTimePasswordExpiresAt) = (true, time.UtcNow().AddHours(settings.Value.OneTimePasswordHours));
        (staff.AccessFailedCount, staff.LockoutEnd) = (0, null);
        return password;
    }

    /// <summary>
    /// An active administrator is left after this change. Whoever takes one away also stamps all that remain, in the same commit:
    /// so of two who take each other's place away at once, one fails on the stamp and looks again.
    /// </summary>
    private async Task KeepAnAdministratorAsync(StaffMember staff, bool wasAdministrator, string fieldName, CancellationToken cancel)
    {
        if (!wasAdministrator || IsActiveAdministrator(staff))
            return;
        var others = await db.Staff.Where(one => one.Id != staff.Id && !one.IsDisabled && (one.Roles & Role.Administrator) != 0).ToListAsync(cancel);
        if (others.Count == 0)
            throw TypedInput.Refused(fieldName, "这是最后一个在用的管理员账号，请先指定另一位管理员");
        others.ForEach(other => other.ConcurrencyStamp = NewStamp());
    }

    private async Task RequireAsync(Guid id, StaffInput input, CancellationToken cancel)
    {
        new StaffInputValidator().Require(input);
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.OrganisationId, cancel)
            ?? throw TypedInput.Refused(nameof(input.OrganisationId), "所选的单位已经不存在，请重新选择");
        var impossible = input.Roles & ~organisation.Kind.PossibleRoles();
        if (impossible != Role.None)
            throw TypedInput.Refused(nameof(input.Roles), $"“{organisation.Name}”是{organisation.Kind.Word()}，不能有角色：{impossible.Word()}");
        await RequireUniqueAsync(id, input, cancel);
    }

    private async Task RequireUniqueAsync(Guid id, StaffInput input, CancellationToken cancel)
    {
        var name = normalizer.NormalizeName(input.UserName!.Trim());
        if (await db.Staff.AnyAsync(one => one.Id != id && one.NormalizedUserName == name, cancel))
            throw TypedInput.Refused(nameof(input.UserName), $"用户名“{input.UserName.Trim()}”已被使用，请换一个");
    }

    /// <summary>Does the change on a fresh reading, again when someone else was faster.</summary>
    private async Task<bool> WithAsync(Guid id, Func<StaffMember, Task> change, CancellationToken cancel)
    {
        for (var conflict = 0; ; conflict++)
        {
            db.ChangeTracker.Clear();
            if (await db.Staff.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } staff)
                return false;
            try
            {
                await change(staff);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (conflict < MostConflicts)
            {
            }
        }
    }

    private async Task SaveAsync(StaffMember staff, StaffInput? input, CancellationToken cancel)
    {
        staff.ConcurrencyStamp = NewStamp();
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && input is not null)
        {
            // What was true a moment ago is asked again: the user name may be taken now, the organisation gone.
            db.ChangeTracker.Clear();
            await RequireAsync(staff.Id, input, cancel);
            throw;
        }
    }
}
