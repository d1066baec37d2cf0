using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Forms;

/// <summary>What became of a form: 办理记录 and the snapshots. Whoever asks has been shown the form itself before.</summary>
public sealed class FormHistory(PerfTargetsDbContext db)
{
    /// <summary>办理记录, the newest first. Ids are made in the order of time and part what happened in one microsecond.</summary>
    public Task<List<FormEvent>> EventsAsync(Guid formId, CancellationToken cancel = default) =>
        db.FormEvents.AsNoTracking().Where(e => e.FormId == formId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync(cancel);

    public Task<FormEvent?> LastReturnAsync(Guid formId, CancellationToken cancel = default) =>
        db.FormEvents.AsNoTracking().Where(e => e.FormId == formId && e.Kind == FormEventKind.Returned)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancel);

    /// <summary>
    /// What a reader compares the form with: what was sent up before. While it is being filled in that is the last submission,
    /// afterwards the one before. Null where there was none.
    /// </summary>
    public async Task<SnapshotDocument?> LastSubmissionAsync(TargetForm form, CancellationToken cancel = default)
    {
        var isOpen = form.Status is FormStatus.Draft or FormStatus.Returned or FormStatus.Deleted;
        var number = isOpen ? form.SubmissionCount : form.SubmissionCount - 1;
        var content = await db.FormSnapshots.AsNoTracking()
            .Where(one => one.FormId == form.Id && one.Kind == SnapshotKind.Submitted && one.SubmissionNumber <= number)
            .OrderByDescending(one => one.SubmissionNumber).Select(one => one.Bytes!.Content).FirstOrDefaultAsync(cancel);
        return content is null ? null : SnapshotDocument.Read(content);
    }
}
