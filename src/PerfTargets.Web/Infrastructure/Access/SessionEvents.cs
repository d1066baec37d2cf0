using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PerfTargets.Web.Infrastructure.KeptPosts;

namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>The limits of a session, and what a page answers that needs one.</summary>
public sealed class SessionEvents(TimeSpan longest) : CookieAuthenticationEvents
{
    private const string SignedInAt = "signed-in-at";

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(SignedInAt, Now(context).ToString("O", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var known = context.Properties.Items.TryGetValue(SignedInAt, out var text);
        if (!known || Now(context) - DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture) > longest)
            context.RejectPrincipal();
        return Task.CompletedTask;
    }

    /// <summary>What a signed-out person posted is kept over signing in.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? base.RedirectToLogin(context)
            : context.HttpContext.KeepPostAsync("/sign-in", StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static DateTimeOffset Now(PrincipalContext<CookieAuthenticationOptions> context) => context.Options.TimeProvider!.GetUtcNow();
}
