using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Errors;
using PerfTargets.Web.Infrastructure.KeptPosts;

namespace PerfTargets.Web.Pages.Account;

[ForStaff]
public sealed class PasswordModel(
    PerfTargetsDbContext db, SignInService signIns, SignInManager<StaffMember> sessions, IOptions<SignInSettings> settings) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? RepeatedPassword { get; set; }

    public string AccountName { get; private set; } = "";

    public bool IsStale { get; private set; }

    /// <summary>The password is changed, and a kept post still to be confirmed.</summary>
    public bool IsConfirming { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IsStale = HttpContext.Features.Get<PageInstead>() is { Status: StatusCodes.Status400BadRequest };
        await PrepareAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        if (string.IsNullOrEmpty(CurrentPassword))
            ModelState.AddModelError(nameof(CurrentPassword), "请填写现在的密码");
        if (PasswordRules.Refusal(NewPassword, AccountName, settings.Value) is { } rule)
            ModelState.AddModelError(nameof(NewPassword), rule);
        else if (NewPassword != RepeatedPassword)
            ModelState.AddModelError(nameof(RepeatedPassword), "两次输入的新密码不一致，请重新输入");
        if (!ModelState.IsValid)
            return this.WithProblems(nameof(CurrentPassword), nameof(NewPassword), nameof(RepeatedPassword));

        var outcome = await signIns.CheckAsync(AccountName, CurrentPassword, cancel);
        if (outcome.Staff is not { } staff)
        {
            ModelState.AddModelError(nameof(CurrentPassword), $"现在的密码不正确。连续输错 {settings.Value.LockoutFailures} 次后须等 {settings.Value.LockoutMinutes} 分钟");
            return this.WithProblems(nameof(CurrentPassword), nameof(NewPassword), nameof(RepeatedPassword));
        }
        if (await signIns.ChangePasswordAsync(staff, NewPassword, cancel) is { } refusal)
        {
            ModelState.AddModelError(nameof(NewPassword), refusal);
            return this.WithProblems(nameof(CurrentPassword), nameof(NewPassword), nameof(RepeatedPassword));
        }
        await sessions.SignInWithClaimsAsync(staff, isPersistent: false, User.FindAll(SharedComputer.ClaimType));
        IsConfirming = HttpContext.FindKeptPost() is not null;
        if (IsConfirming)
            return Page();
        Note("密码已修改，其他地方的登录已退出。");
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : SiteMenu.HomeOf(Person.Roles));
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        AccountName = await db.Staff.Where(staff => staff.Id == Person.Id).Select(staff => staff.UserName!).SingleAsync(cancel);
        ViewData["ReturnUrl"] = ReturnUrl;
        ViewData["PasswordHint"] = $"至少 {settings.Value.PasswordLength} 个字符，不要用常见密码，不要包含用户名";
    }
}
