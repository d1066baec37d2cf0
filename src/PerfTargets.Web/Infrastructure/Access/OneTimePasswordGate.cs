using PerfTargets.Web.Infrastructure.KeptPosts;

namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>Who came in with a one-time password chooses an own one first; no other page opens until then.</summary>
public sealed class OneTimePasswordGate(RequestDelegate next)
{
    public const string PasswordPage = "/account/password";

    public static readonly object Key = new();

    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        if (!context.MustChangePassword() || endpoint is null || endpoint.GetMetadata<ForEveryoneAttribute>() is not null
            || context.Request.Path == PasswordPage)
        {
            return next(context);
        }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return context.KeepPostAsync(PasswordPage, StatusCodes.Status403Forbidden);
        context.Response.Redirect(PasswordPage + QueryString.Create("returnUrl", context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }
}

public static class OneTimePasswordGateExtensions
{
    public static bool MustChangePassword(this HttpContext context) => context.Items.ContainsKey(OneTimePasswordGate.Key);
}
