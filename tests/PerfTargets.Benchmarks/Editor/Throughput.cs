using System.Diagnostics;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>Rounds of as many requests as several clients at once get answered in some seconds. What is compared takes turns, so that whatever else the machine does meets all.</summary>
sealed class Throughput(IReadOnlyList<Action> clients)
{
    const int EnoughToCompile = 1000;

    readonly List<double> _rates = [];

    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(3);

    public IReadOnlyList<double> Rates => _rates;

    public double Best => _rates.Max();

    public double Median => Middle(_rates);

    public static double Middle(IEnumerable<double> figures) => figures.Order().ElementAt(figures.Count() / 2);

    public void Round() => _rates.Add(Measure(0));

    /// <summary>Does not count: what is called often is compiled anew, for good, a while after it was called first.</summary>
    public void WarmUp()
    {
        for (var round = 0; round < 2; round++) Measure(EnoughToCompile / clients.Count);
    }

    /// <param name="least">Requests of each client, however long they take.</param>
    double Measure(int least)
    {
        var watch = Stopwatch.StartNew();
        var lanes = clients.Select(client => Task.Factory.StartNew(
            () => Repeat(client, answered => watch.Elapsed < Duration || answered < least), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(lanes);
        return lanes.Sum(lane => lane.Result) / watch.Elapsed.TotalSeconds;
    }

    static int Repeat(Action client, Func<int, bool> goesOn)
    {
        var answered = 0;
        for (; goesOn(answered); answered++) client();
        return answered;
    }
}
