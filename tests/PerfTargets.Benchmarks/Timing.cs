using System.Diagnostics;

namespace PerfTargets.Benchmarks;

/// <summary>Rounds of one piece of work. Other programs only ever make a round slower, so the best round says most of the work itself.</summary>
sealed class Timing
{
    readonly List<double> _seconds = [];

    public double Best => _seconds.Min();

    public double Median => _seconds.Order().ElementAt(_seconds.Count / 2);

    public void Round(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        _seconds.Add(watch.Elapsed.TotalSeconds);
    }

    public async Task RoundAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        _seconds.Add(watch.Elapsed.TotalSeconds);
    }
}
