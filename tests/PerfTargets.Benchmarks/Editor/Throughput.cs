using System.Diagnostics;
using System.Runtime;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>Rounds of as many requests as several clients at once get answered in some seconds. What is compared takes turns, so that whatever else the machine does meets all.</summary>
sealed class Throughput(IReadOnlyList<Action> clients)
{
    const int MostWarmUps = 40;
    const double StillCompiling = 0.01;

    readonly List<double> _rates = [];

    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(3);

    public IReadOnlyList<double> Rates => _rates;

    public double Best => _rates.Max();

    public double Median => Middle(_rates);

    public static double Middle(IEnumerable<double> figures) => figures.Order().ElementAt(figures.Count() / 2);

    public void Round() => _rates.Add(Measure());

    /// <summary>Does not count: what is called often is compiled anew, for good, in the background. Lasts until that is done, as it is in a server that runs for days.</summary>
    public void WarmUp()
    {
        for (var round = 0; round < MostWarmUps; round++)
        {
            var before = JitInfo.GetCompilationTime();
            Measure();
            if (JitInfo.GetCompilationTime() - before < Duration * StillCompiling) return;
        }
    }

    double Measure()
    {
        var watch = Stopwatch.StartNew();
        var lanes = clients.Select(client => Task.Factory.StartNew(
            () => Repeat(client, () => watch.Elapsed < Duration), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(lanes);
        return lanes.Sum(lane => lane.Result) / watch.Elapsed.TotalSeconds;
    }

    static int Repeat(Action client, Func<bool> goesOn)
    {
        var answered = 0;
        for (; goesOn(); answered++) client();
        return answered;
    }
}
