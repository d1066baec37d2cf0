using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Web.Infrastructure.Errors;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>
/// A signed-in person's page asks the database many things. It asks them over one connection, opened once; otherwise each of them opens one.
/// Rendering, and sending to slow readers, holds none.
/// </summary>
public sealed class OneConnection(PerfTargetsDbContext db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        // The page that tells of a failure must not need the database.
        if (http.FindSignedInPerson() is null || http.Features.Get<PageInstead>() is not null)
        {
            await next();
            return;
        }
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            await next();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
