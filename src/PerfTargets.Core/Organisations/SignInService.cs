using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Organisations;

/// <summary>Who signed in, or the one sentence that says why nobody did.</summary>
public sealed record SignInOutcome(StaffMember? Staff, string? Refusal);

/// <summary>
/// Tells whether a name and a password belong together, on the columns and hashes of Identity. Its counting is our own for two reasons: a try
/// is counted before the password is looked at, so that a hundred tries at once are no better than five in a row; and the time is that of TimeProvider.
/// </summary>
public sealed class SignInService(
    PerfTargetsDbContext db, IPasswordHasher<StaffMember> hasher, ILookupNormalizer normalizer, TimeProvider time, IOptions<SignInSettings> options)
{
    private const int MostConflicts = 20;

    // Hashing fills a processor; pages of those who are at work go on beside it.
    private static readonly SemaphoreSlim Hashing = new(Math.Max(1, Environment.ProcessorCount - 1));

    private static readonly StaffMember Nobody = new() { DisplayName = "" };
    private static string? _nobodysHash;

    private readonly SignInSettings _settings = options.Value;

    /// <summary>One sentence for a wrong name, a wrong password and a locked account: none of them tells a stranger which names exist.</summary>
    public string Mismatch =>
        $"用户名或密码不正确。连续输错 {_settings.LockoutFailures} 次后账号锁定 {_settings.LockoutMinutes} 分钟；忘记密码请联系管理员。";

    public async Task<SignInOutcome> CheckAsync(string? userName, string? password, CancellationToken cancel = default)
    {
        var staff = await CountTryAsync(userName, cancel);
        if (!await VerifyAsync(staff, PasswordRules.AsTyped(password ?? "", staff), cancel))
            return new SignInOutcome(null, Mismatch);

        await UpdateAsync(staff!, one => (one.AccessFailedCount, one.LockoutEnd) = (0, null), cancel);
        if (staff!.IsDisabled)
            return new SignInOutcome(null, "这个账号已停用，请联系管理员。");
        if (staff.OneTimePasswordExpiresAt < time.UtcNow())
            return new SignInOutcome(null, "一次性密码已过期，请联系管理员重新生成。");
        return new SignInOutcome(staff, null);
    }

    /// <summary>Gives a person a password of their own; every other session of theirs ends.</summary>
    /// <returns>The sentence that says what is wrong with it, or null when it was changed.</returns>
    public async Task<string?> ChangePasswordAsync(StaffMember staff, string? password, CancellationToken cancel = default)
    {
        if (PasswordRules.Refusal(password, staff.UserName ?? "", _settings) is { } refusal)
            return refusal;
        if (await VerifyAsync(staff, password!, cancel))
            return "新密码不能与现在的密码相同";
        var hash = hasher.HashPassword(staff, password!);
        await UpdateAsync(staff, one =>
        {
            one.PasswordHash = hash;
            one.SecurityStamp = Guid.NewGuid().ToString("N");
            (one.MustChangePassword, one.OneTimePasswordExpiresAt) = (false, null);
        }, cancel);
        return null;
    }

    /// <summary>The account, with this try counted; null when there is none or it is locked.</summary>
    private async Task<StaffMember?> CountTryAsync(string? userName, CancellationToken cancel)
    {
        var name = normalizer.NormalizeName(TypedText.Refusal(userName ?? "") is null ? userName?.Trim() : "");
        var staff = await db.Staff.SingleOrDefaultAsync(one => one.NormalizedUserName == name, cancel);
        if (staff is null)
            return null;
        var locked = false;
        await UpdateAsync(staff, one =>
        {
            var now = time.UtcNow();
            locked = one.LockoutEnd is { } until && until.UtcDateTime > now;
            if (locked)
                return;
            one.AccessFailedCount = one.LockoutEnd is null ? one.AccessFailedCount + 1 : 1;
            one.LockoutEnd = one.AccessFailedCount >= _settings.LockoutFailures ? new DateTimeOffset(now.AddMinutes(_settings.LockoutMinutes)) : null;
        }, cancel);
        return locked ? null : staff;
    }

    private async Task<bool> VerifyAsync(StaffMember? staff, string password, CancellationToken cancel)
    {
        await Hashing.WaitAsync(cancel);
        try
        {
            // Unknown names cost the same time as known ones.
            _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            var verdict = hasher.VerifyHashedPassword(staff ?? Nobody, staff?.PasswordHash ?? _nobodysHash, password);
            if (staff is not null && verdict == PasswordVerificationResult.SuccessRehashNeeded)
                staff.PasswordHash = hasher.HashPassword(staff, password);
            return staff?.PasswordHash is not null && verdict != PasswordVerificationResult.Failed;
        }
        finally
        {
            Hashing.Release();
        }
    }

    private async Task UpdateAsync(StaffMember staff, Action<StaffMember> change, CancellationToken cancel)
    {
        for (var conflict = 0; ; conflict++)
        {
            change(staff);
            if (!db.Entry(staff).Properties.Any(property => property.IsModified))
                return;
            staff.ConcurrencyStamp = Guid.NewGuid().ToString("N");
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateConcurrencyException) when (conflict < MostConflicts)
            {
                await db.Entry(staff).ReloadAsync(cancel);
            }
        }
    }
}
