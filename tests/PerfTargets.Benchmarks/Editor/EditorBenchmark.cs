using PerfTargets.Core.Data;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>填报: how fast the editor's page is made, how fast it saves by itself, and how soon one can type.</summary>
static class EditorBenchmark
{
    /// <summary>Where the built program finds the site's scripts and styles; a published one has them under its own name.</summary>
    const string SiteFiles = "perftargets.staticwebassets.endpoints.json";

    public static async Task RunAsync()
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, SiteFiles)))
        {
            Console.WriteLine("\nEditor: skipped, it needs the site's files as the build leaves them: dotnet run -c Release --project tests/PerfTargets.Benchmarks -- editor");
            return;
        }
        var postgres = BenchmarkPostgres.Find();
        await using var sqlite = await EditorApp.StartAsync(DatabaseProvider.Sqlite);
        await using var large = postgres is null ? null : await EditorApp.StartAsync(DatabaseProvider.Postgres);
        postgres?.StopWithTheProcess();
        try
        {
            await PagesBenchmark.RunAsync([("SQLite", sqlite), .. large is null ? [] : new[] { ("PostgreSQL", large) }]);
            if (postgres is null || large is null) Console.WriteLine($"\nAutosave: skipped, {BenchmarkPostgres.IsMissing}");
            else await AutosaveBenchmark.RunAsync(large, postgres);
            await FirstInput.RunAsync(sqlite);
        }
        finally
        {
            // Nothing, unless something went wrong.
            foreach (var warning in sqlite.Warnings.Concat(large?.Warnings ?? [])) Console.Error.WriteLine(warning);
        }
    }
}
