using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>
/// One use of a button, written in the same commit as what it did. A double click, a resent post or a retry after a lost answer
/// finds its id here and acts no second time.
/// </summary>
public sealed class Operation
{
    /// <summary>The posted id; where a post brought none that can be read, one of its own, so that two such posts are not one.</summary>
    public static Guid IdOf(Guid posted) => posted == Guid.Empty ? Guid.CreateVersion7() : posted;

    public Guid Id { get; init; }
    public Guid ActorId { get; init; }
    public Guid FormId { get; init; }

    /// <summary>
    /// The version of the form to which this was the answer: of two answers to one version the database takes one. Null where it was about several forms,
    /// and in rows that are older than the column.
    /// </summary>
    public long? AnsweredVersion { get; init; }

    public DateTime At { get; init; }

    /// <summary>SHA-256 of what was asked for: the same id with another content is not a repetition.</summary>
    public string RequestSha256 { get; init; } = "";
}

public static class Operations
{
    /// <summary>A post that is resent later than this brings a stale version, and meets that check.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Whether this very use of a button has been committed: same id, same person, same request.</summary>
    internal static Task<bool> WasDoneAsync(
        this IQueryable<Operation> operations, FormRequest request, string requestSha256, Actor person, CancellationToken cancel) =>
        operations.AnyAsync(
            one => one.Id == request.OperationId && one.ActorId == person.Id && one.FormId == request.FormId && one.RequestSha256 == requestSha256,
            cancel);

    /// <summary>
    /// Does something to several forms in one commit, all or none. A double click or a resent post finds the forms changed by its twin, and with
    /// them the operation that says so.
    /// </summary>
    /// <param name="choose">Reads the chosen forms, and refuses those with which others were faster.</param>
    /// <param name="change">Makes of them what is to be stored.</param>
    /// <exception cref="ChoiceRefusedException">A form is not as it was chosen; nothing was written.</exception>
    internal static async Task OnceAsync<TChosen>(
        this PerfTargetsDbContext db, Guid operationId, string requestSha256, Actor person, DateTime at,
        Func<Task<TChosen>> choose, Func<TChosen, Task> change, CancellationToken cancel)
    {
        try
        {
            await change(await choose());
            db.Add(new Operation { Id = operationId, ActorId = person.Id, FormId = Guid.Empty, At = at, RequestSha256 = requestSha256 });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
        catch (Exception refusal) when (refusal is FormRuleException or DbUpdateException && !cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await db.Operations.WasDoneAsync(new FormRequest(Guid.Empty, 0, operationId), requestSha256, person, cancel))
                return;
            // Names the form.
            if (refusal is DbUpdateException)
                await choose();
            throw;
        }
    }

    /// <summary>Takes away those that have served their time. They would grow for ever.</summary>
    public static Task ForgetOldAsync(this IQueryable<Operation> operations, TimeProvider time, CancellationToken cancel = default)
    {
        var limit = time.UtcNow() - KeptFor;
        return operations.Where(one => one.At < limit).ExecuteDeleteAsync(cancel);
    }
}
