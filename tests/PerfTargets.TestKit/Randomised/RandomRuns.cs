using System.Globalization;

namespace PerfTargets.TestKit.Randomised;

/// <summary>
/// Runs a test many times, each time with steps drawn from a seed: the same seeds every time, so that a change is not blamed for the luck of
/// the day. A failing run is told with its seed and with as few of its steps as still fail.
/// </summary>
/// <param name="firstSeed">The seeds are this and the ones after it.</param>
/// <param name="runs">How many, unless the environment says otherwise.</param>
public sealed class RandomRuns(int firstSeed, int runs)
{
    /// <summary>Repeats the run of this seed, and no other.</summary>
    public const string SeedVariable = "PERFTARGETS_RANDOM_SEED";

    /// <summary>Makes more runs, or fewer.</summary>
    public const string RunsVariable = "PERFTARGETS_RANDOM_RUNS";

    private const int MostAttempts = 80;

    /// <param name="lanes">How many runs at a time.</param>
    /// <param name="run">Throws when the steps lead to what must not be.</param>
    public async Task HoldAsync<TStep>(int lanes, Func<Random, IReadOnlyList<TStep>> draw, Func<IReadOnlyList<TStep>, Task> run)
    {
        var seeds = Number(SeedVariable) is { } seed ? [seed] : Enumerable.Range(firstSeed, Number(RunsVariable) ?? runs);
        Failure<TStep>? first = null;
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = lanes }, async (one, _) =>
        {
            var steps = draw(new Random(one));
            if (first is null && await FailureOfAsync(run, steps) is { } failure)
                Interlocked.CompareExchange(ref first, new(one, steps, failure), null);
        });
        if (first is null)
            return;
        var least = await ShrinkAsync(first, run);
        throw new RandomRunException(
            $"The run of seed {least.Seed} fails; {SeedVariable}={least.Seed} repeats it. Steps that suffice:\n  {string.Join("\n  ", least.Steps)}\n{least.Exception.Message}",
            least.Exception);
    }

    /// <summary>Leaves out what the failure does not need: halves, then quarters, at last single steps.</summary>
    private static async Task<Failure<TStep>> ShrinkAsync<TStep>(Failure<TStep> failure, Func<IReadOnlyList<TStep>, Task> run)
    {
        var attempts = 0;
        for (var size = Math.Max(1, failure.Steps.Count / 2); size > 0; size = size == 1 ? 0 : size / 2)
        {
            for (var at = failure.Steps.Count - size; at >= 0 && attempts < MostAttempts; at -= size, attempts++)
            {
                List<TStep> fewer = [.. failure.Steps.Take(at), .. failure.Steps.Skip(at + size)];
                if (await FailureOfAsync(run, fewer) is { } same && same.GetType() == failure.Exception.GetType())
                    failure = failure with { Steps = fewer, Exception = same };
            }
        }
        return failure;
    }

    private static async Task<Exception?> FailureOfAsync<TStep>(Func<IReadOnlyList<TStep>, Task> run, IReadOnlyList<TStep> steps)
    {
        try
        {
            await run(steps);
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, the run has failed, and is told with its steps.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private sealed record Failure<TStep>(int Seed, IReadOnlyList<TStep> Steps, Exception Exception);
}

public sealed class RandomRunException(string message, Exception inner) : Exception(message, inner);
