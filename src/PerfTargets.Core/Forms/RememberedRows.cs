using Microsoft.Extensions.Caching.Memory;

namespace PerfTargets.Core.Forms;

/// <summary>
/// The rows of the forms that this process has read or written lately. A form's version and the time of its last change tell whether they are still
/// those that are stored, whoever has changed it since, so that an editor that saves every few seconds needs to read only the form itself.
/// </summary>
public sealed class RememberedRows : IDisposable
{
    /// <summary>About 20 MB.</summary>
    private const int MostRows = 50_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly MemoryCache _forms = new(new MemoryCacheOptions { SizeLimit = MostRows });

    private sealed record Remembered(FormVersion Version, FormContent Content);

    /// <summary>What stands in the rows of this form as it was just read; null where that must be read too.</summary>
    internal FormContent? Of(FormVersion form) => _forms.TryGetValue<Remembered>(form.FormId, out var known) && known!.Version == form ? known.Content : null;

    /// <param name="form">With its rows, all as they are stored.</param>
    internal void Remember(TargetForm form)
    {
        var content = form.Content;
        _forms.Set(form.Id, new Remembered(form.Stored, content), new MemoryCacheEntryOptions
        {
            Size = 10 + content.Indicators.Count + content.Reasons.Count,
            SlidingExpiration = KeptFor,
        });
    }

    public void Dispose() => _forms.Dispose();
}

/// <summary>A form as it was at one moment: whoever changes anything in it raises the version, and a database that was restored tells itself by the time.</summary>
internal readonly record struct FormVersion(Guid FormId, long Version, DateTime UpdatedAt);
