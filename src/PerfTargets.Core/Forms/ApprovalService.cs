using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>批复: several passed forms at once, under one document number and date, with the official PDF made and kept in the same commit.</summary>
public sealed class ApprovalService(PerfTargetsDbContext db, TimeProvider time, LocalCalendar calendar, IOfficialDocuments documents)
{
    public const int MostForms = 500;
    private const int DocumentLength = 100;

    /// <param name="forms">The forms with the versions that the person had before them.</param>
    /// <param name="operationId">This one use of the button.</param>
    /// <returns>How many forms stand approved by this.</returns>
    /// <exception cref="RequestRefusedException">A form has changed or may not be approved; nothing was written.</exception>
    public async Task<int> ApproveAsync(
        IReadOnlyList<(Guid Id, long Version)> forms, string? document, DateOnly? date, Guid operationId, Actor person, CancellationToken cancel = default)
    {
        var number = Require(forms, document, date, calendar.Today, out var day);
        var request = new FormRequest(Guid.Empty, 0, operationId);
        var sha = SnapshotDocument.Sha256(Encoding.UTF8.GetBytes($"{number} {day:O} {string.Join(' ', forms)}"));
        if (await db.Operations.WasDoneAsync(request, sha, person, cancel))
            return forms.Count;

        var versions = forms.ToDictionary(form => form.Id, form => form.Version);
        var ids = versions.Keys.ToList();
        var loaded = await db.Forms.WithContent().Where(FormStanding.VisibleTo(person)).Where(form => ids.Contains(form.Id)).ToListAsync(cancel);
        if (loaded.Count != ids.Count)
            throw new FormNotFoundException();
        var at = time.UtcNow();
        foreach (var form in loaded)
            Approve(form, versions[form.Id], number, day, person, at);
        db.Add(new Operation { Id = operationId, ActorId = person.Id, FormId = Guid.Empty, At = at, RequestSha256 = sha });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await db.Operations.WasDoneAsync(request, sha, person, cancel))
                return loaded.Count;
            if (failed is DbUpdateConcurrencyException)
                throw new RequestRefusedException("所选目标表中有一份刚刚被别人修改，本次批复没有进行，请刷新列表后重新选择。");
            throw;
        }
        return loaded.Count;
    }

    private void Approve(TargetForm form, long version, string number, DateOnly date, Actor person, DateTime at)
    {
        var year = form.BudgetYear!;
        if (form.Version != version)
            throw new RequestRefusedException($"“{form.ProjectName}”在您打开列表之后已被修改，本次批复没有进行，请刷新列表后重新选择。");
        if (!FormTransitions.PermittedActions(form, person, year, calendar.Today).TryGetValue(FormAction.Approve, out var role))
            throw new ActionNotPermittedException(FormAction.Approve, form.Status);
        form.RecordApproval(number, date);
        form.Move(FormAction.Approve, FormTransitions.Target(form, FormAction.Approve, role, year), person, at);
        db.Add(FormEvents.Of(form, FormAction.Approve, FormStatus.Passed, role, person, $"{number}，{date:yyyy 年 M 月 d 日}", at));
        db.Add(ApprovedSnapshot(form, at, "本次批复没有进行，请退回修改后再批复。"));
    }

    /// <summary>The snapshot of an approved form with the bytes of its official PDF.</summary>
    /// <param name="otherwise">What was not done, and what to do, where the form cannot be printed.</param>
    internal FormSnapshot ApprovedSnapshot(TargetForm form, DateTime at, string otherwise)
    {
        documents.RequirePrintable(form, otherwise);
        var document = SnapshotDocument.Of(form, form.BudgetYear!, FormService.Check(form).Findings, at);
        var snapshot = FormEvents.Snapshot(form, SnapshotKind.Approved, document);
        var pdf = documents.ApprovedPdf(document);
        snapshot.Bytes!.Pdf = pdf;
        snapshot.PdfSha256 = SnapshotDocument.Sha256(pdf);
        return snapshot;
    }

    private static string Require(IReadOnlyList<(Guid Id, long Version)> forms, string? document, DateOnly? date, DateOnly today, out DateOnly day)
    {
        if (forms.Count == 0)
            throw new RequestRefusedException("请先在列表中选择要批复的目标表。");
        if (forms.Count > MostForms || forms.DistinctBy(form => form.Id).Count() != forms.Count)
            throw new RequestRefusedException($"一次最多批复 {MostForms} 份目标表，每份只能选一次。");
        var number = document?.Trim() ?? "";
        if (number.Length is 0 or > DocumentLength || TypedText.Refusal(number) is not null)
            throw new RequestRefusedException($"请填写批复文号（最多 {DocumentLength} 个字），如“平财发〔2023〕12 号”。", nameof(document));
        day = date ?? throw new RequestRefusedException("请填写批复日期，如 2023-02-20。", nameof(date));
        if (day > today)
            throw new RequestRefusedException($"批复日期 {day:yyyy-MM-dd} 晚于今天，请核对。批复以后不能修改。", nameof(date));
        return number;
    }
}
