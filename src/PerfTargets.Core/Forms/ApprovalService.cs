using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>A chosen form, in the version that the person had before them.</summary>
public sealed record ChosenForm(Guid Id, long Version);

/// <summary>What is going to be approved, for a last look: the forms by department in the order of the project list.</summary>
/// <param name="Remarks">What looks mistyped in number or date, and may yet be right.</param>
public sealed record ApprovalBatch(ApprovalTerms Terms, IReadOnlyList<TargetForm> Forms, IReadOnlyList<string> Remarks)
{
    public long SumFen => Forms.Sum(form => form.TotalFen ?? 0);
}

/// <summary>批复: several passed forms at once, under one document number and date, with the official PDF made and kept in the same commit.</summary>
public sealed class ApprovalService(PerfTargetsDbContext db, TimeProvider time, LocalCalendar calendar, IOfficialDocuments documents, CheckContexts contexts)
{
    public const int MostForms = 500;

    /// <summary>At this name a refusal of the choice itself is reported.</summary>
    public const string ChoiceField = "Forms";

    /// <summary>A form that has passed cannot be returned as it stands.</summary>
    private const string CancelFirst = "请由最后审核通过的人打开目标表，先“取消审核”，再退回修改。";

    /// <summary>Looks whether all of this could be approved now. Writes nothing.</summary>
    /// <exception cref="ValidationException">Nothing is chosen, or the number or date is wrong.</exception>
    /// <exception cref="ChoiceRefusedException">A form has changed or left the queue since it was chosen.</exception>
    public async Task<ApprovalBatch> PrepareAsync(IReadOnlyList<ChosenForm> chosen, ApprovalInput input, Actor person, CancellationToken cancel = default)
    {
        Require(chosen, input);
        var versions = chosen.ToDictionary(one => one.Id, one => one.Version);
        var ids = versions.Keys.ToList();
        var loaded = await db.Forms.WithContent().Where(FormStanding.VisibleTo(person)).Where(form => ids.Contains(form.Id)).InProjectOrder().ToListAsync(cancel);
        var refusals = loaded.Select(form => (form.Id, Sentence: Refusal(form, versions[form.Id], person)))
            .Where(one => one.Sentence is not null).Select(one => new ChoiceRefusal(one.Id, one.Sentence!))
            .Concat(ids.Except(loaded.Select(form => form.Id)).Select(id => new ChoiceRefusal(id, "所选的一份目标表已经不存在，没有批复。"))).ToList();
        if (refusals.Count > 0)
            throw new ChoiceRefusedException(refusals);
        return new ApprovalBatch(input.Terms, loaded, ApprovalRemarks.On(input.Terms, loaded, calendar));
    }

    /// <summary>Approves all of the chosen forms as they were shown, or none.</summary>
    /// <param name="operationId">This one use of the button.</param>
    /// <returns>How many forms stand approved by this.</returns>
    /// <exception cref="ValidationException">Nothing is chosen, or the number or date is wrong.</exception>
    /// <exception cref="ChoiceRefusedException">A form has changed or left the queue since it was chosen; nothing was written.</exception>
    public async Task<int> ApproveAsync(
        IReadOnlyList<ChosenForm> chosen, ApprovalInput input, Guid operationId, Actor person, CancellationToken cancel = default)
    {
        Require(chosen, input);
        var sha = SnapshotDocument.Sha256(Encoding.UTF8.GetBytes($"{input.Terms} {string.Join(' ', chosen)}"));
        var at = time.UtcNow();
        await db.OnceAsync(operationId, sha, person, at, () => PrepareAsync(chosen, input, person, cancel), async batch =>
        {
            var around = await contexts.OfAsync(batch.Forms, cancel);
            foreach (var form in batch.Forms)
                Approve(form, around[form.Id], batch.Terms, person, at);
        }, cancel);
        return chosen.Count;
    }

    private string? Refusal(TargetForm form, long version, Actor person)
    {
        if (!FormTransitions.PermittedActions(form, person, form.BudgetYear!, calendar).ContainsKey(FormAction.Approve))
            return $"“{form.ProjectName}”现在是“{form.Status.Word()}”，不能批复，已从所选中去掉。";
        if (form.Version != version)
            return $"“{form.ProjectName}”在您选择之后有了变化，没有批复，已从所选中去掉。请打开看过以后重新选择。";
        return documents.Unprintable(form) is { Count: > 0 } characters
            ? $"“{form.ProjectName}”中有打印字体没有的字符：{string.Join('、', characters)}，没有批复，已从所选中去掉。{CancelFirst}"
            : null;
    }

    private void Approve(TargetForm form, CheckContext context, ApprovalTerms terms, Actor person, DateTime at)
    {
        var role = FormTransitions.PermittedActions(form, person, form.BudgetYear!, calendar)[FormAction.Approve];
        form.RecordApproval(terms);
        form.Move(FormAction.Approve, FormTransitions.Target(form, FormAction.Approve, role, form.BudgetYear!), person, at);
        db.Add(FormEvents.Of(form, FormAction.Approve, FormStatus.Passed, role, person, terms.ToString(), at));
        db.Add(ApprovedSnapshot(form, context, at, "本次批复没有进行。" + CancelFirst));
    }

    /// <summary>The snapshot of an approved form with the bytes of its official PDF.</summary>
    /// <param name="otherwise">What was not done, and what to do, where the form cannot be printed.</param>
    internal FormSnapshot ApprovedSnapshot(TargetForm form, CheckContext context, DateTime at, string otherwise)
    {
        documents.RequirePrintable(form, otherwise);
        var document = SnapshotDocument.Of(form, form.BudgetYear!, FormChecks.Run(context).Findings, at);
        var snapshot = FormEvents.Snapshot(form, SnapshotKind.Approved, document);
        var pdf = documents.ApprovedPdf(document);
        snapshot.Bytes!.Pdf = pdf;
        snapshot.PdfSha256 = SnapshotDocument.Sha256(pdf);
        return snapshot;
    }

    private void Require(IReadOnlyList<ChosenForm> chosen, ApprovalInput input)
    {
        var failures = new ApprovalInputValidator(calendar.Today).Validate(input).Errors;
        if (chosen.Count == 0)
            failures.Insert(0, new ValidationFailure(ChoiceField, "请先在列表中选择要批复的目标表"));
        else if (chosen.Count > MostForms || chosen.DistinctBy(one => one.Id).Count() != chosen.Count)
            failures.Insert(0, new ValidationFailure(ChoiceField, $"一次最多批复 {MostForms} 份目标表，每份只能选一次"));
        if (failures.Count > 0)
            throw new ValidationException(failures);
    }
}
