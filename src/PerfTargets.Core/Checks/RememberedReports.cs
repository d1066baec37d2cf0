using Microsoft.Extensions.Caching.Memory;

namespace PerfTargets.Core.Checks;

/// <summary>
/// What the checks said last of the forms that were checked lately. They are a pure function of their context: asked of the same form in the same
/// surroundings again, as a page is after each save, they would say it again.
/// </summary>
public sealed class RememberedReports : IDisposable
{
    /// <summary>In forms, each with all others of its department that it was held against: about 10 MB.</summary>
    private const int Most = 5000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _forms = new(new MemoryCacheOptions { SizeLimit = Most });

    private sealed record Remembered(CheckContext Context, CheckReport Report);

    public CheckReport On(CheckContext context)
    {
        if (_forms.TryGetValue<Remembered>(context.FormId, out var known) && known!.Context == context)
            return known.Report;
        var report = FormChecks.Run(context);
        _forms.Set(context.FormId, new Remembered(context with { }, report), new MemoryCacheEntryOptions
        {
            Size = 1 + (context.Bureau?.Forms.Count ?? 0),
            SlidingExpiration = KeptFor,
        });
        return report;
    }

    public void Dispose() => _forms.Dispose();
}
