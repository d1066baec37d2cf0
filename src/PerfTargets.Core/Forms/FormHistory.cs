using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>What became of a form: 办理记录 and the snapshots. Whoever asks has been shown the form itself before.</summary>
public sealed class FormHistory(PerfTargetsDbContext db)
{
    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid, DateTime, Guid, IAsyncEnumerable<Save>>> SavesByOthers = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid formId, DateTime since, Guid personId) =>
            from operation in db.Operations.AsNoTracking().AsSingleQuery()
            where operation.FormId == formId && operation.At > since && operation.ActorId != personId
                && !db.FormEvents.Any(e => e.FormId == formId && e.ActorId == operation.ActorId && e.At == operation.At)
            join staff in db.Staff on operation.ActorId equals staff.Id
            orderby operation.At descending
            select new Save(staff.Id, staff.DisplayName, operation.At)));

    private sealed record Save(Guid By, string Name, DateTime At);

    /// <summary>办理记录, the newest first. Ids are made in the order of time and part what happened in one microsecond.</summary>
    public Task<List<FormEvent>> EventsAsync(Guid formId, CancellationToken cancel = default) =>
        db.FormEvents.AsNoTracking().Where(e => e.FormId == formId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync(cancel);

    public Task<FormEvent?> LastReturnAsync(Guid formId, CancellationToken cancel = default) =>
        db.FormEvents.AsNoTracking().Where(e => e.FormId == formId && e.Kind == FormEventKind.Returned)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Who else has saved the form since a time, the last first, each with their last save. Saving leaves no line in 办理记录; what does is no saving.</summary>
    public async Task<IReadOnlyList<(string Name, DateTime At)>> SavedByOthersAsync(Guid formId, DateTime since, Actor person, CancellationToken cancel = default)
    {
        var saves = await SavesByOthers.For(db)(db, formId, since, person.Id).ToListAsync(cancel);
        return [.. saves.DistinctBy(one => one.By).Select(one => (one.Name, one.At))];
    }

    /// <summary>The form as it went into review or was approved, which is what is judged from then on; null while it is being filled in.</summary>
    public async Task<SnapshotDocument?> JudgedAsync(TargetForm form, CancellationToken cancel = default)
    {
        if (form.Status is FormStatus.Draft or FormStatus.Returned or FormStatus.Deleted)
            return null;
        var content = await db.FormSnapshots.AsNoTracking().Where(one => one.FormId == form.Id)
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Select(one => one.Bytes!.Content).FirstOrDefaultAsync(cancel);
        return content is null ? null : SnapshotDocument.Read(content);
    }

    /// <summary>
    /// What a reader compares the form with. At a step of review: the form as that step last passed or returned it, whoever acted there, and did not take it back;
    /// null at its first sight. While the form is being filled in: as it was last sent up. Further on nothing changes any more.
    /// </summary>
    public async Task<SnapshotDocument?> ComparedWithAsync(TargetForm form, CancellationToken cancel = default)
    {
        var number = form.Status switch
        {
            FormStatus.Draft or FormStatus.Returned => form.SubmissionCount,
            var step when step.IsReviewStep() => await LastSeenAtAsync(form.Id, step, cancel),
            _ => 0,
        };
        var content = await db.FormSnapshots.AsNoTracking()
            .Where(one => one.FormId == form.Id && one.Kind == SnapshotKind.Submitted && one.SubmissionNumber == number)
            .Select(one => one.Bytes!.Content).FirstOrDefaultAsync(cancel);
        return content is null ? null : SnapshotDocument.Read(content);
    }

    /// <summary>Which sending-up lay before the step when it last acted; 0 when it never has, or took back what it did.</summary>
    private async Task<int> LastSeenAtAsync(Guid formId, FormStatus step, CancellationToken cancel)
    {
        var seen = new Stack<FormEvent>();
        foreach (var e in Enumerable.Reverse(await EventsAsync(formId, cancel)))
        {
            if (e.Kind is FormEventKind.Passed or FormEventKind.Returned)
                seen.Push(e);
            else if (e.Kind == FormEventKind.PassCancelled)
                seen.Pop();
        }
        return seen.FirstOrDefault(e => e.From == step)?.SubmissionNumber ?? 0;
    }
}
