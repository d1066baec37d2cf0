namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>The same strict headers on every answer. Pages of a signed-in person are not kept by any cache, nor shown by 后退 after signing out.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            var isPage = headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal);
            if (isPage || headers.SetCookie.Count > 0 || (headers.CacheControl.Count == 0 && context.FindSignedInPerson() is not null))
                (headers.CacheControl, headers.Pragma) = ("no-store", default);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
