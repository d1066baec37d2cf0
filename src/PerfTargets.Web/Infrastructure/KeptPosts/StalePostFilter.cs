using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PerfTargets.Web.Infrastructure.KeptPosts;

/// <summary>A post whose antiforgery token is missing or of another session is not acted on; what it brought is kept for a confirmed second try.</summary>
public sealed class StalePostFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            await context.HttpContext.KeepPostAsync("/kept-post", StatusCodes.Status400BadRequest);
            context.Result = new EmptyResult();
        }
        await next();
    }
}
