using Microsoft.AspNetCore.DataProtection;
using PerfTargets.Core.Data;
using PerfTargets.Core.Data.Startup;
using PerfTargets.Core.Library;

namespace PerfTargets.Web.Commands;

/// <summary>Brings the database to this version.</summary>
public static class MigrateVerb
{
    public static Verb Verb { get; } = new("migrate", "", "把数据库升级到本版本；没有数据库时新建，可以重复运行", [], 0, RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CommandConsole console)
    {
        await using var host = CommandHost.Build(arguments);
        await using var scope = host.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        await ShippedIndicators.AddMissingAsync(scope.ServiceProvider.GetRequiredService<PerfTargetsDbContext>());
        MakeFirstKey(scope.ServiceProvider);
        if (report.Backup is { } backup)
            await console.Notes.WriteLineAsync($"升级前的数据库已备份到 {backup}");
        foreach (var migration in report.Applied)
            await console.WriteLineAsync(migration);
        await console.Notes.WriteLineAsync(report.Applied.Count == 0 ? "数据库已是本版本，没有要升级的内容" : $"数据库已升级，共 {report.Applied.Count} 项");
        return ExitCode.Done;
    }

    /// <summary>
    /// The key of the sign-in cookies. Web processes that start at the same time over a new database would each make one,
    /// and for hours refuse the people whom the other has signed in.
    /// </summary>
    private static void MakeFirstKey(IServiceProvider services) => services.GetDataProtector(nameof(MigrateVerb)).Protect([]);
}
