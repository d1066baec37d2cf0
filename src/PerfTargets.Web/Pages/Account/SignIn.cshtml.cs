using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Demonstration;
using PerfTargets.Web.Infrastructure.Errors;
using PerfTargets.Web.Infrastructure.KeptPosts;

namespace PerfTargets.Web.Pages.Account;

[ForEveryone]
public sealed class SignInModel(SignInService signIns, SignInManager<StaffMember> sessions, IServiceProvider services) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>公用电脑: the browser is to keep nothing that was typed.</summary>
    [BindProperty]
    public bool IsSharedComputer { get; set; }

    /// <summary>Who has just signed in, with a kept post still to be confirmed.</summary>
    public StaffMember? SignedIn { get; private set; }

    /// <summary>The kept post is a 保存 from a page of their own: it goes on without another press of a button.</summary>
    public bool GoesOn { get; private set; }

    public bool IsStale { get; private set; }

    public bool IsRefused { get; private set; }

    public string? DemonstrationPassword { get; private set; }

    public IReadOnlyList<DemonstrationAccount> DemonstrationAccounts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.FindSignedInPerson() is { } person)
            return LocalRedirect(Destination(person.Roles));
        IsStale = HttpContext.Features.Get<PageInstead>() is { Status: StatusCodes.Status400BadRequest };
        await ShowDemonstrationAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(UserName))
            ModelState.AddModelError(nameof(UserName), "请填写用户名");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "请填写密码");
        if (ModelState.IsValid)
        {
            var outcome = await signIns.CheckAsync(UserName, Password, cancel);
            if (outcome.Staff is { } staff)
                return await EnterAsync(staff);
            IsRefused = true;
            ModelState.AddModelError(nameof(UserName), outcome.Refusal!);
        }
        await ShowDemonstrationAsync(cancel);
        return this.WithProblems(nameof(UserName), nameof(Password));
    }

    /// <summary>What stands at a field; a refusal stands in full above, and may mean either field.</summary>
    public string? ErrorOf(string fieldName) => IsRefused && fieldName == nameof(UserName) ? "没有登录成功" : ModelState[fieldName]?.Errors.FirstOrDefault()?.ErrorMessage;

    private async Task<IActionResult> EnterAsync(StaffMember staff)
    {
        await sessions.SignInWithClaimsAsync(staff, isPersistent: false, IsSharedComputer ? [SharedComputer.Claim] : []);
        // What was typed before is shown from here: a redirect could not carry it.
        if (HttpContext.FindKeptPost() is not { } kept)
            return LocalRedirect(Destination(staff.Roles));
        SignedIn = staff;
        GoesOn = kept.OnlySaves && kept.MayBeOf(staff.Id) && !staff.MustChangePassword && await kept.IsFromTheirPageAsync(HttpContext);
        return Page();
    }

    private string Destination(Role roles) => Url.IsLocalUrl(ReturnUrl) && ReturnUrl != "/" ? ReturnUrl : SiteMenu.HomeOf(roles);

    private async Task ShowDemonstrationAsync(CancellationToken cancel)
    {
        if (services.GetService<IDemonstrationAccounts>() is { } demonstration)
            (DemonstrationPassword, DemonstrationAccounts) = (demonstration.Password, await demonstration.ListAsync(cancel));
    }
}
