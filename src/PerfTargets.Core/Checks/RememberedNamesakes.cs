using Microsoft.Extensions.Caching.Memory;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>
/// The rows of a department's other forms that have a name in common with a form, as they were when it was last held against them. While somebody
/// fills in a form hardly any of the others change, and few names; to look through all rows of a large department again with each save would be
/// most of what the database has to do for it.
/// </summary>
public sealed class RememberedNamesakes : IDisposable
{
    /// <summary>In other forms and their rows: about 10 MB.</summary>
    private const int Most = 50_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _forms = new(new MemoryCacheOptions { SizeLimit = Most });

    internal Namesakes Of(Guid formId) => _forms.TryGetValue<Namesakes>(formId, out var known) ? known! : Namesakes.None;

    internal void Remember(Guid formId, Namesakes now) => _forms.Set(formId, now, new MemoryCacheEntryOptions
    {
        Size = 1 + now.Others.Sum(other => 1 + other.Value.Count),
        SlidingExpiration = KeptFor,
    });

    public void Dispose() => _forms.Dispose();
}

/// <param name="Names">Of which rows were looked for.</param>
/// <param name="Others">Where they were looked for, with the rows that have one of the names.</param>
internal sealed record Namesakes(IReadOnlySet<string> Names, IReadOnlyDictionary<FormVersion, IReadOnlyList<IndicatorRow>> Others)
{
    public static Namesakes None { get; } = new(new HashSet<string>(), new Dictionary<FormVersion, IReadOnlyList<IndicatorRow>>());
}
