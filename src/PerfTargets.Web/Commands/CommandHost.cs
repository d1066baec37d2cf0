using PerfTargets.Web.Infrastructure;

namespace PerfTargets.Web.Commands;

/// <summary>The program's services for a command: the same settings as when serving, nothing listens, logs go to standard error.</summary>
public static class CommandHost
{
    public static WebApplication Build(Arguments arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. arguments.Settings],
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddPerfTargets(builder.Configuration);
        return builder.Build();
    }
}
