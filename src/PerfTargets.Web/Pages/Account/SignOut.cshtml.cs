using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Account;

/// <summary>退出 by a post only: a link or a picture elsewhere must not sign anyone out. Everyone may: the session may have ended already.</summary>
[ForEveryone]
public sealed class SignOutModel(SignInManager<StaffMember> sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
