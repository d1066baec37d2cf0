using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>What the use cases of a form write beside it, and how they read it.</summary>
internal static class FormEvents
{
    public static FormEvent Of(TargetForm form, FormAction action, FormStatus from, Role role, Actor person, string opinion, DateTime at) =>
        Of(form, KindOf(action), from, role, person, opinion, at);

    /// <summary>How a form came to be.</summary>
    public static FormEvent Begun(TargetForm form, FormEventKind kind, Role role, Actor person, string words, DateTime at) =>
        Of(form, kind, FormStatus.Draft, role, person, words, at);

    private static FormEvent Of(TargetForm form, FormEventKind kind, FormStatus from, Role role, Actor person, string opinion, DateTime at) => new()
    {
        FormId = form.Id,
        Kind = kind,
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

    public static IQueryable<TargetForm> WithContent(this IQueryable<TargetForm> forms) => forms.WithSurroundings().WithRows();

    private static IQueryable<TargetForm> WithRows(this IQueryable<TargetForm> forms) => forms
        .Include(form => form.Funds)
        .Include(form => form.Indicators)
        .Include(form => form.NotApplicable)
        .Include(form => form.Reasons)
        .Include(form => form.Unconfirmed)
        .AsSplitQuery();

    public static IQueryable<TargetForm> WithSurroundings(this IQueryable<TargetForm> forms) => forms
        .Include(form => form.BudgetYear)
        .Include(form => form.Project)
        .Include(form => form.Unit)
        .Include(form => form.Department);

    /// <summary>What stands in forms of which no more was read yet, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FormContent>> ContentsAsync(
        this PerfTargetsDbContext db, IReadOnlyCollection<FormVersion> forms, RememberedRows remembered, CancellationToken cancel)
    {
        var contents = forms.ToDictionary(form => form.FormId, remembered.Of);
        var unknown = contents.Where(one => one.Value is null).Select(one => one.Key).ToArray();
        var read = unknown.Length == 0 ? [] : await db.Forms.AsNoTracking().WithRows().Where(form => unknown.Contains(form.Id)).ToListAsync(cancel);
        foreach (var form in read)
        {
            contents[form.Id] = form.Content;
            remembered.Remember(form);
        }
        return contents.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!);
    }

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
