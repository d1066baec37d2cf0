using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Forms;

/// <summary>Reads the content of many forms a few at a time, so that a whole county's year needs little memory.</summary>
public sealed class FormReader(PerfTargetsDbContext db)
{
    public const int BatchSize = 50;

    /// <returns>The forms in the given order with their year, organisations, project and content; not tracked.</returns>
    public async IAsyncEnumerable<TargetForm> ReadAsync(IEnumerable<Guid> ids, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var forms = await db.Forms.AsNoTrackingWithIdentityResolution().WithContent()
                .Where(form => batch.Contains(form.Id)).ToDictionaryAsync(form => form.Id, cancel);
            foreach (var id in batch)
            {
                if (forms.TryGetValue(id, out var form))
                    yield return form;
            }
        }
    }

    /// <summary>The newest approved state of each of these forms that has one.</summary>
    public async Task<IReadOnlyDictionary<Guid, SnapshotDocument>> ApprovedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, SnapshotDocument>();
        var snapshots = await db.FormSnapshots.AsNoTracking()
            .Where(one => ids.Contains(one.FormId) && one.Kind == SnapshotKind.Approved)
            .Select(one => new { one.FormId, one.At, one.Bytes!.Content }).ToListAsync(cancel);
        return snapshots.GroupBy(one => one.FormId).ToDictionary(of => of.Key, of => SnapshotDocument.Read(of.MaxBy(one => one.At)!.Content));
    }
}
