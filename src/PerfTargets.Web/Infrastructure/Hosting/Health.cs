using PerfTargets.Core.Data.Startup;
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

    private static async Task<IResult> ReadyAsync(DatabaseMigrator database, CancellationToken cancel) => await database.CanServeAsync(cancel)
        ? Results.Text("ready")
        : Results.Text("the database cannot be reached, or waits for 'perftargets migrate'", statusCode: StatusCodes.Status503ServiceUnavailable);
}
