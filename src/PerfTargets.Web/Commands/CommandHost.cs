using PerfTargets.Core.Data.Startup;

namespace PerfTargets.Web.Commands;

/// <summary>The program's services for a command: the same settings as when serving, nothing listens, logs go to standard error.</summary>
public static class CommandHost
{
    /// <summary>The settings alone, for what needs no database.</summary>
    public static IConfiguration Configuration(Arguments arguments) => Builder(arguments).Configuration;

    public static WebApplication Build(Arguments arguments)
    {
        var builder = Builder(arguments);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddPerfTargets(builder.Configuration);
        return builder.Build();
    }

    /// <summary>A scope over a database that is of this version: a SQLite file is made or brought there, PostgreSQL must be.</summary>
    public static async Task<AsyncServiceScope> WithDatabaseAsync(WebApplication host)
    {
        var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().PrepareForServingAsync();
        return scope;
    }

    private static WebApplicationBuilder Builder(Arguments arguments) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. arguments.Settings],
        ContentRootPath = AppContext.BaseDirectory,
    });
}
