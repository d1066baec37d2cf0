using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>What the use cases of a form write beside it, and how they read it.</summary>
internal static class FormEvents
{
    public static FormEvent Of(TargetForm form, FormAction action, FormStatus from, Role role, Actor person, string opinion, DateTime at) => new()
    {
        FormId = form.Id,
        Kind = KindOf(action),
        At = at,
        ActorId = person.Id,
        ActorName = person.Name,
        ActorOrganisation = person.OrganisationName,
        Role = role,
        From = from,
        To = form.Status,
        Opinion = opinion,
        SubmissionNumber = form.SubmissionCount,
    };

    public static FormSnapshot Snapshot(TargetForm form, SnapshotKind kind, SnapshotDocument document)
    {
        var content = document.ToBytes();
        return new FormSnapshot
        {
            FormId = form.Id,
            Kind = kind,
            At = document.At,
            SubmissionNumber = form.SubmissionCount,
            ContentSha256 = SnapshotDocument.Sha256(content),
            Bytes = new FormSnapshotBytes { Content = content },
        };
    }

    /// <summary>Whether this very use of a button has been committed: same id, same person, same request.</summary>
    public static Task<bool> WasDoneAsync(
        this IQueryable<Operation> operations, FormRequest request, string requestSha256, Actor person, CancellationToken cancel) =>
        operations.AnyAsync(
            one => one.Id == request.OperationId && one.ActorId == person.Id && one.FormId == request.FormId && one.RequestSha256 == requestSha256,
            cancel);

    public static IQueryable<TargetForm> WithContent(this IQueryable<TargetForm> forms) => forms
        .Include(form => form.BudgetYear)
        .Include(form => form.Project)
        .Include(form => form.Unit)
        .Include(form => form.Department)
        .Include(form => form.Funds)
        .Include(form => form.Indicators)
        .Include(form => form.NotApplicable)
        .AsSplitQuery();

    private static FormEventKind KindOf(FormAction action) => action switch
    {
        FormAction.Submit => FormEventKind.Submitted,
        FormAction.Withdraw => FormEventKind.Withdrawn,
        FormAction.Delete => FormEventKind.Deleted,
        FormAction.Restore => FormEventKind.Restored,
        FormAction.Pass => FormEventKind.Passed,
        FormAction.Return => FormEventKind.Returned,
        FormAction.CancelPass => FormEventKind.PassCancelled,
        FormAction.Approve => FormEventKind.Approved,
        FormAction.CorrectApproval => FormEventKind.ApprovalCorrected,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Ordinary saves write no event."),
    };
}
