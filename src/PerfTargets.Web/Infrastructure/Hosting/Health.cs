using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>/health/live: the program answers. /health/ready: its database does too, and is of this version.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).WithMetadata(new ForEveryoneAttribute());
        routes.MapGet("/health/ready", ReadyAsync).WithMetadata(new ForEveryoneAttribute());
    }

    private static async Task<IResult> ReadyAsync(PerfTargetsDbContext db, ILoggerFactory logs, CancellationToken cancel)
    {
        try
        {
            var pending = await db.Database.GetPendingMigrationsAsync(cancel);
            return pending.Any() ? Results.Text("the database waits for 'migrate'", statusCode: 503) : Results.Text("ready");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logs.CreateLogger("PerfTargets.Health").LogWarning(failure, "The database cannot be reached.");
            return Results.Text("the database cannot be reached", statusCode: 503);
        }
    }
}
