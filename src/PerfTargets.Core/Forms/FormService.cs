using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>What an edit or an action answers to: the form, the version that the person had before them, and this one use of the button.</summary>
/// <param name="RequestSha256">Of all that was posted, where more was than what is to be stored; what is stored may depend on what others have saved.</param>
public sealed record FormRequest(Guid FormId, long Version, Guid OperationId, string? RequestSha256 = null)
{
    public static readonly IReadOnlyDictionary<string, string> NothingReopened = new Dictionary<string, string>();

    /// <summary>Of the marks 待核对 those that are to stand again, though the stored form has them no more: on texts that are as <see cref="Unconfirmed.AsTheyStand"/> had them.</summary>
    public IReadOnlyDictionary<string, string> Reopened { get; init; } = NothingReopened;
}

/// <summary>
/// The use cases of one form. Each is one commit: the form, the event that tells of it, the snapshot where one is due, and the operation
/// that keeps a resent post from acting twice. The context holds a form while it is changed, and nothing after that.
/// </summary>
public sealed partial class FormService(
    PerfTargetsDbContext db, TimeProvider time, LocalCalendar calendar, CheckContexts contexts, RememberedRows remembered, RememberedReports reports)
{
    public const int OpinionLength = 2000;

    /// <summary>At this name a refusal of the opinion is reported.</summary>
    public const string OpinionField = "opinion";

    // Without Include, for which EF makes a delegate for each entity and row; and of what stands around a form nothing is ever changed here.
    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid, Guid, IAsyncEnumerable<Found>>> ById = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid id, Guid askerId) => db.Forms.AsNoTracking().AsSingleQuery().Where(form => form.Id == id)
            .SelectMany(_ => db.Staff.Where(one => one.Id == askerId).DefaultIfEmpty(), (form, asker) => new Found(
                asker == null ? null : new Account(
                    new Actor(asker.Id, asker.DisplayName, asker.OrganisationId, asker.Organisation!.Name, asker.Roles), asker.SecurityStamp, asker.IsDisabled, asker.MustChangePassword),
                form, form.BudgetYear!, form.Project!, form.Unit!, form.Department!, new AroundMark(
                db.Forms.Where(other => other.DepartmentId == form.DepartmentId && other.Year == form.Year && other.Id != form.Id).Sum(other => other.Version),
                db.Forms.Where(other => other.ProjectId == form.ProjectId && other.Year == form.Year - 1 && other.Status != FormStatus.Deleted).Sum(other => other.Version),
                db.Forms.Where(other => other.ProjectId == form.ProjectId && other.Year == form.Year - 1 && other.Status != FormStatus.Deleted)
                    .Max(other => (DateTime?)other.UpdatedAt),
                db.ApprovedTotals.Where(total => total.DepartmentId == form.DepartmentId && total.Year == form.Year).Select(total => (long?)total.Fen).FirstOrDefault())))));

    private sealed record Found(Account? Asker, TargetForm Form, BudgetYear Year, Project Project, Organisation Unit, Organisation Department, AroundMark Around);

    /// <summary>What was asked for last, and is as it was found then.</summary>
    private (Guid Id, TargetForm? Form)? _found;

    /// <summary>The form with all that pages and rules need of it; null when the person may not see it.</summary>
    public async Task<TargetForm?> FindAsync(Guid id, Actor person, CancellationToken cancel = default)
    {
        if (_found?.Id != id)
            await ReadAsync(id, person.Id, cancel);
        return _found?.Form is { } form && form.IsVisibleTo(person) ? form : null;
    }

    /// <summary>
    /// The account of somebody who asks for a form, and with the same query the form: who it is has to be known before it is found for them.
    /// Null where there is no such form or no such account.
    /// </summary>
    public Task<Account?> FindAskerAsync(Guid id, Guid staffId, CancellationToken cancel = default) => ReadAsync(id, staffId, cancel);

    private async Task<Account?> ReadAsync(Guid id, Guid askerId, CancellationToken cancel)
    {
        var found = await ById.For(db)(db, id, askerId).FirstOrDefaultAsync(cancel);
        _found = (id, found is null ? null : await FormOfAsync(found, cancel));
        return found?.Asker;
    }

    private async Task<TargetForm> FormOfAsync(Found found, CancellationToken cancel)
    {
        var form = found.Form;
        form.StandIn(found.Year, found.Project, found.Unit, found.Department, found.Around);
        form.Carry(remembered.Of(form.Stored) ?? (await db.ContentsAsync([form.Stored], remembered, cancel))[form.Id]);
        return form;
    }

    public IReadOnlyDictionary<FormAction, Role> PermittedActions(TargetForm form, Actor person) =>
        FormTransitions.PermittedActions(form, person, YearOf(form), calendar);

    public async Task<CheckReport> CheckAsync(TargetForm form, CancellationToken cancel = default) => reports.On(await contexts.OfAsync(form, cancel));

    /// <summary>What the checks say of the form if this stood in it.</summary>
    public async Task<CheckReport> CheckAsync(TargetForm form, FormContent content, CancellationToken cancel = default) =>
        reports.On(await contexts.OfAsync(form, cancel) with { Form = content });

    /// <summary>This content with corrections that its checks offer.</summary>
    /// <param name="chosen">By <see cref="Finding.CorrectionKey"/>.</param>
    public async Task<CorrectedForm> CorrectAsync(TargetForm form, FormContent content, IReadOnlyCollection<string> chosen, CancellationToken cancel = default) =>
        FormCorrections.Take(await contexts.OfAsync(form, cancel) with { Form = content }, chosen);

    /// <summary>Stores what was typed, however incomplete.</summary>
    /// <exception cref="ContentRefusedException">Something in it cannot be stored; nothing was.</exception>
    /// <exception cref="StaleFormException">The form has changed since; nothing was stored.</exception>
    public Task SaveAsync(FormRequest request, FormContent content, Actor person, CancellationToken cancel = default) =>
        OnceAsync(request, request.RequestSha256 ?? SnapshotDocument.Sha256(CanonicalContent(content)), person, FormAction.Save, async (form, _, at) =>
        {
            var violations = DraftRules.Check(content, YearOf(form).Template);
            if (violations.Count > 0)
                throw new ContentRefusedException(violations);
            await ReplaceAsync(
                form,
                content with
                {
                    Department = form.DepartmentText,
                    ImplementingUnit = form.ImplementingUnitText,
                    Unconfirmed = Unconfirmed.Untouched(content, form.Content, YearOf(form).Template, request.Reopened),
                },
                person, at, cancel);
        }, cancel);

    private async Task ReplaceAsync(TargetForm form, FormContent content, Actor person, DateTime at, CancellationToken cancel)
    {
        db.AttachRange(form.UnloadRowsUnlessIn(content));
        form.Replace(content, person, at);
        form.Judge(FindingCounts.Of(await CheckAsync(form, cancel)));
    }

    /// <summary>Whether this very save was committed already, by a post whose answer the person may have missed.</summary>
    public Task<bool> WasSavedAsync(FormRequest request, Actor person, CancellationToken cancel = default) =>
        db.Operations.WasDoneAsync(request, request.RequestSha256 ?? "", person, cancel);

    /// <summary>Moves the form one step along its way, with the opinion where one is given.</summary>
    /// <exception cref="ActionNotPermittedException">The form, the person or the day does not allow it.</exception>
    /// <exception cref="SubmissionRefusedException">送审 while errors stand.</exception>
    /// <exception cref="RequestRefusedException">The opinion is wrong, or what came from last year's form is not confirmed.</exception>
    /// <exception cref="StaleFormException">The form has changed since.</exception>
    public Task ActAsync(FormRequest request, FormAction action, string? opinion, Actor person, CancellationToken cancel = default)
    {
        if (action is FormAction.Save or FormAction.Approve or FormAction.CorrectApproval)
            throw new ArgumentOutOfRangeException(nameof(action), action, "Saving, 批复 and its correction have methods of their own.");
        var text = OpinionOf(action, opinion);
        return OnceAsync(request, SnapshotDocument.Sha256(System.Text.Encoding.UTF8.GetBytes($"{action} {text}")), person, action,
            async (form, role, at) =>
            {
                var year = YearOf(form);
                var report = action == FormAction.Submit ? await ReportToSubmitAsync(form, cancel) : null;
                var from = form.Status;
                form.Move(action, FormTransitions.Target(form, action, role, year), person, at);
                db.Add(FormEvents.Of(form, action, from, role, person, text, at));
                if (report is not null)
                {
                    form.Judge(FindingCounts.Of(report));
                    db.Add(FormEvents.Snapshot(form, SnapshotKind.Submitted, SnapshotDocument.Of(form, year, report.Findings, at)));
                }
            }, cancel);
    }

    private async Task OnceAsync(
        FormRequest request, string requestSha256, Actor person, FormAction action, Func<TargetForm, Role, DateTime, Task> change, CancellationToken cancel)
    {
        var form = await FindAsync(request.FormId, person, cancel);
        // What was done has raised the version.
        if (form?.Version != request.Version && await db.Operations.WasDoneAsync(request, requestSha256, person, cancel))
            return;
        if (form is null)
            throw new FormNotFoundException();
        var role = RequirePermission(form, action, person);
        if (form.Version != request.Version)
            throw new StaleFormException(form.Version, form.UpdatedBy, form.UpdatedAt);
        var at = time.UtcNow();
        // Until it is stored, what is changed here is not what stands there.
        _found = null;
        db.ChangeTracker.Clear();
        try
        {
            db.Entry(form).State = EntityState.Unchanged;
            await change(form, role, at);
            db.Add(new Operation { Id = request.OperationId, ActorId = person.Id, FormId = form.Id, AnsweredVersion = request.Version, At = at, RequestSha256 = requestSha256 });
            await (action == FormAction.Save ? db.SaveFormAsync(cancel) : db.SaveChangesAsync(cancel));
            form.Carry(form.Content);
            remembered.Remember(form);
            _found = (form.Id, form);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            if (await db.Operations.WasDoneAsync(request, requestSha256, person, cancel))
                return;
            var now = await FindAsync(request.FormId, person, cancel) ?? throw new FormNotFoundException();
            if (now.Version != request.Version)
                throw new StaleFormException(now.Version, now.UpdatedBy, now.UpdatedAt);
            if (action == FormAction.Restore)
                throw new RequestRefusedException("这个项目在本年度已有另一份目标表，不能再恢复已删除的草稿。");
            // The id of this use of the button has served for something else: nobody but a program that makes up ids comes here.
            if (await db.Operations.AnyAsync(one => one.Id == request.OperationId, cancel))
                throw new StaleFormException(now.Version, now.UpdatedBy, now.UpdatedAt);
            throw;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The right comes before the version: who may not act is told so, whatever they had before them.</summary>
    private Role RequirePermission(TargetForm form, FormAction action, Actor person) =>
        PermittedActions(form, person).TryGetValue(action, out var role) ? role : throw new ActionNotPermittedException(action, form.Status);

    /// <summary>What the submission rules say of a form that they let pass.</summary>
    private async Task<CheckReport> ReportToSubmitAsync(TargetForm form, CancellationToken cancel)
    {
        var report = SubmissionRules.ReportOf(SubmissionRules.Instance.Validate(await contexts.OfAsync(form, anew: true, cancel)));
        if (!report.AllowsSubmission)
            throw new SubmissionRefusedException(report);
        return Unconfirmed.RefusalOf(form.Content) is { } refusal ? throw new RequestRefusedException(refusal) : report;
    }

    private static BudgetYear YearOf(TargetForm form) => form.BudgetYear ?? throw new InvalidOperationException("The form's year is not loaded.");

    private static byte[] CanonicalContent(FormContent content) =>
        CanonicalJson.Write(System.Text.Json.JsonSerializer.SerializeToNode(SnapshotContent.Of(content)));

    private static string OpinionOf(FormAction action, string? opinion)
    {
        var text = TypedText.Lines(opinion);
        if (TypedText.Refusal(text) is { } refusal)
            throw new RequestRefusedException($"审核意见：{refusal}。", OpinionField);
        if (text.Length > OpinionLength)
            throw new RequestRefusedException($"审核意见最多 {OpinionLength} 个字，现在有 {text.Length} 个字，请删减。", OpinionField);
        if (action == FormAction.Return && text.Length == 0)
            throw new RequestRefusedException("退回修改时请写明审核意见，让填报人知道要改什么。", OpinionField);
        return text;
    }
}
