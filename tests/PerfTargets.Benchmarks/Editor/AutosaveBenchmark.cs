namespace PerfTargets.Benchmarks.Editor;

/// <summary>Autosaves beside what the same server does at best, one INSERT and its COMMIT, by PostgreSQL's own pgbench with as many clients.</summary>
static class AutosaveBenchmark
{
    const int Clients = 16, Rounds = 7;
    const double Aim = 0.05;

    public static async Task RunAsync(EditorApp app, BenchmarkPostgres postgres)
    {
        if (PgBench.Start(postgres, Clients) is not { } inserts)
        {
            Console.WriteLine("\nAutosave: skipped, there is no pgbench");
            return;
        }
        var clerks = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => AutosavingClerk.OpenAsync(app)));
        var saves = new Throughput([.. clerks.Select(one => (Action)one.Save)]);
        saves.WarmUp();
        var commits = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            commits.Add(inserts.CommitsPerSecond());
            saves.Round();
        }
        Array.ForEach(clerks, one => one.Dispose());
        Console.WriteLine($"\nAutosave, 30 indicators, PostgreSQL ({postgres.Settings}), {Clients} clients, {Rounds} rounds of {Throughput.Duration.TotalSeconds:0} s in turn:\n");
        Console.WriteLine("| what | a second, best round | median |\n|---|---|---|");
        Console.WriteLine(FormattableString.Invariant($"| pgbench, INSERT and COMMIT | {commits.Max():0} | {Throughput.Middle(commits):0} |"));
        Console.WriteLine(FormattableString.Invariant($"| autosave | {saves.Best:0} | {saves.Median:0} |"));
        Console.WriteLine(FormattableString.Invariant(
            $"| ratio (aim {Aim}) | {saves.Best / commits.Max():0.000} | {Throughput.Middle(saves.Rates.Zip(commits, (one, other) => one / other)):0.000} |"));
    }
}
