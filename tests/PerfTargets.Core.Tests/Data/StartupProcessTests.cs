using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

/// <summary>The same by real processes: locks of the operating system and of the server do not show their worth within one.</summary>
public class StartupProcessTests
{
    [Theory, EachDatabase]
    public async Task Migrate_ByThreeProcessesAtOnce_AllSucceed(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MigrateAsync(database)));

        Assert.All(results, result => Assert.Equal((0, ""), (result.ExitCode, result.ExitCode == 0 ? "" : result.Errors)));
        await using var db = database.CreateContext();
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Given.Cancel));
        Assert.True(await database.CreateMigrator(db).CanServeAsync(Given.Cancel));
    }

    private static async Task<(int ExitCode, string Errors)> MigrateAsync(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "perftargets.dll"), "migrate"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in database.Settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Given.Cancel), process.StandardError.ReadToEndAsync(Given.Cancel));
        await process.WaitForExitAsync(Given.Cancel);
        return (process.ExitCode, await output + await errors);
    }
}
