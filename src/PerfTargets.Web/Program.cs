using Microsoft.AspNetCore.Connections;
using PerfTargets.Core.Data;
using PerfTargets.Core.Data.Startup;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Web;
using PerfTargets.Web.Commands;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Demonstration;
using PerfTargets.Web.Infrastructure.Hosting;

if (await CommandLine.TryRunAsync(args) is { } exitCode)
    return exitCode;

// The program finds its own files wherever it was called from; paths in its settings are relative to the caller's folder.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
try
{
    builder.Services.AddPerfTargets(builder.Configuration);
    builder.AddWebSite();

    var app = builder.Build();
    await using (var scope = app.Services.CreateAsyncScope())
    {
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().PrepareForServingAsync();
        var db = scope.ServiceProvider.GetRequiredService<PerfTargetsDbContext>();
        await db.Operations.ForgetOldAsync(app.Services.GetRequiredService<TimeProvider>());
        await ShippedIndicators.AddMissingAsync(db);
    }
    await app.LoadDemonstrationAsync();
    app.UseWebSite();
    await app.RunAsync();
    return ExitCode.Done;
}
catch (DatabaseRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return ExitCode.OutOfReach;
}
catch (IOException failed) when (failed.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"网址已被另一个程序占用，可以用 --urls http://localhost:5081 换一个端口。（{failed.Message}）");
    return ExitCode.OutOfReach;
}
catch (SettingRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return ExitCode.BadInput;
}
