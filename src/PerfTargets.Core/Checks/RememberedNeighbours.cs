using Microsoft.Extensions.Caching.Memory;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>
/// What stood around a form when it was last checked: the other forms, and those of their rows that have a name in common with it. While somebody fills in
/// a form hardly any of the others change, and few names; to look through all of a large department again with each save would be most of what the
/// database has to do for it.
/// </summary>
public sealed class RememberedNeighbours(TimeProvider time) : IDisposable
{
    /// <summary>In other forms and their rows: about 10 MB.</summary>
    private const int MostRows = 50_000;

    /// <summary>About 10 MB too.</summary>
    private const int MostNeighbours = 20_000;

    private static readonly TimeSpan NamesakesKeptFor = TimeSpan.FromMinutes(20);

    /// <summary>The mark does not tell of a code that another project is given, or of a unit's new name.</summary>
    private static readonly TimeSpan NeighboursKeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _namesakes = new(new MemoryCacheOptions { SizeLimit = MostRows });
    private readonly MemoryCache _neighbours = new(new MemoryCacheOptions { SizeLimit = MostNeighbours });

    private sealed record Remembered(AroundMark Mark, IReadOnlyList<Neighbour> Neighbours, long Timestamp);

    internal Namesakes NamesakesOf(Guid formId) => _namesakes.TryGetValue<Namesakes>(formId, out var last) ? last! : Namesakes.None;

    internal void Remember(Guid formId, Namesakes now) => _namesakes.Set(formId, now, new MemoryCacheEntryOptions
    {
        Size = 1 + now.Others.Sum(other => 1 + other.Value.Count),
        SlidingExpiration = NamesakesKeptFor,
    });

    /// <summary>Null where they must be read.</summary>
    internal IReadOnlyList<Neighbour>? NeighboursOf(TargetForm form) =>
        form.Around is { } mark && _neighbours.TryGetValue<Remembered>(form.Id, out var last) && last!.Mark == mark && time.GetElapsedTime(last.Timestamp) < NeighboursKeptFor
            ? last.Neighbours
            : null;

    internal void Remember(TargetForm form, IReadOnlyList<Neighbour> now)
    {
        if (form.Around is { } mark)
            _neighbours.Set(form.Id, new Remembered(mark, now, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1 + now.Count, SlidingExpiration = NeighboursKeptFor });
    }

    public void Dispose()
    {
        _namesakes.Dispose();
        _neighbours.Dispose();
    }
}

/// <param name="Names">Of which rows were looked for.</param>
/// <param name="Others">Where they were looked for, with the rows that have one of the names.</param>
internal sealed record Namesakes(IReadOnlySet<string> Names, IReadOnlyDictionary<FormVersion, IReadOnlyList<IndicatorRow>> Others)
{
    public static Namesakes None { get; } = new(new HashSet<string>(), new Dictionary<FormVersion, IReadOnlyList<IndicatorRow>>());
}
