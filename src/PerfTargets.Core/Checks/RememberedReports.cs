using Microsoft.Extensions.Caching.Memory;

namespace PerfTargets.Core.Checks;

/// <summary>
/// What the checks said last of the forms that were checked lately. They are a pure function of their context: asked of the same form in the same
/// surroundings again, as a page is after each save, they would say it again. Of a form that was changed, what they read and judged row by row is
/// taken over for the rows that are as they were.
/// </summary>
public sealed class RememberedReports : IDisposable
{
    /// <summary>In rows that were read, with what was found in them, and in those of other forms, each of which counts as a row too: about 20 MB.</summary>
    private const int Most = 20_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _forms = new(new MemoryCacheOptions { SizeLimit = Most });

    private sealed record Remembered(CheckContext Context, CheckReport Report);

    public CheckReport On(CheckContext context)
    {
        if (_forms.TryGetValue<Remembered>(context.FormId, out var known))
        {
            if (known!.Context == context)
                return known.Report;
            context.ReadAfter(known.Context);
        }
        var report = FormChecks.Run(context);
        _forms.Set(context.FormId, new Remembered(context, report), new MemoryCacheEntryOptions
        {
            Size = 1 + context.Form.Indicators.Count + (context.Bureau?.Forms.Sum(other => 1 + other.Rows.Count) ?? 0),
            SlidingExpiration = KeptFor,
        });
        return report;
    }

    public void Dispose() => _forms.Dispose();
}
