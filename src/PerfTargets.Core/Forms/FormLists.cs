using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>What a list shows of a form.</summary>
/// <param name="SubmissionCount">How often it was sent up and not withdrawn.</param>
/// <param name="Found">Null where it has not been saved since counts are stored.</param>
/// <param name="Unconfirmed">How many of its texts are 待核对.</param>
public sealed record FormListItem(
    Guid Id, long Version, string ProjectName, string? ProjectCode, Guid UnitId, string UnitName, Guid DepartmentId, string DepartmentName, int Year, int Round,
    FormStatus Status, int SubmissionCount, DateTime? SubmittedAt, DateTime StatusSince, DateTime UpdatedAt, string UpdatedBy, long? TotalFen,
    FindingCounts? Found, int Unconfirmed);

/// <summary>What narrows a list; every part is optional.</summary>
/// <param name="Waiting">Only what waits for the person who asks.</param>
public sealed record FormFilter(int? Year = null, Guid? UnitId = null, FormStatus? Status = null, bool Waiting = false, string? Text = null);

/// <summary>One page of a list, with the count and sum of the whole.</summary>
public sealed record FormListPage(IReadOnlyList<FormListItem> Items, int Number, int Count, long? SumFen)
{
    public int Pages => Math.Max(1, (Count + FormLists.PageSize - 1) / FormLists.PageSize);
}

/// <summary>A project that has no form in a year yet.</summary>
/// <param name="HasLastYear">It had one the year before that the person may see.</param>
public sealed record StartableProject(Guid Id, string Name, string? Code, bool HasLastYear);

/// <summary>Lists of forms as one person may see them: projections, cut into pages by the database.</summary>
public sealed class FormLists(PerfTargetsDbContext db, LocalCalendar calendar)
{
    public const int PageSize = 30;

    /// <summary>超 5 天未审.</summary>
    public const int PatientDays = 5;

    // Statuses are stored by their names: their order means nothing to the database.
    private static readonly FormStatus[] ReviewSteps = [.. Enum.GetValues<FormStatus>().Where(status => status.IsReviewStep())];

    private const int LongestText = 100;

    public async Task<FormListPage> PageAsync(FormFilter filter, Actor person, int page, bool oldestFirst = false, CancellationToken cancel = default)
    {
        var found = Matching(filter, person);
        var count = await found.CountAsync(cancel);
        var sum = await found.SumAsync(form => form.TotalFen, cancel);
        var number = Math.Clamp(page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var ordered = oldestFirst
            ? found.OrderBy(form => form.StatusSince).ThenBy(form => form.Id)
            : found.OrderByDescending(form => form.Year).ThenBy(form => form.Project!.Code == null).ThenBy(form => form.Project!.Code)
                .ThenBy(form => form.CreatedAt).ThenBy(form => form.Id);
        var items = await Projected(ordered.Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(cancel);
        return new FormListPage(items, number, count, sum);
    }

    /// <summary>审核通过, waiting for the 批复: by department, in the order of the project list.</summary>
    public Task<List<FormListItem>> PassedAsync(Actor person, CancellationToken cancel = default) =>
        Projected(Matching(new FormFilter(Status: FormStatus.Passed), person).InProjectOrder().Take(ApprovalService.MostForms)).ToListAsync(cancel);

    /// <summary>The person's own drafts deleted lately, which can be had back.</summary>
    public Task<List<FormListItem>> DeletedAsync(Actor person, CancellationToken cancel = default)
    {
        var (organisation, since) = (person.OrganisationId, calendar.StartOf(calendar.Today.AddDays(-FormTransitions.RestorableDays)));
        var mine = person.Has(Role.Filler);
        return Projected(db.Forms.Where(form => mine && form.UnitId == organisation && form.Status == FormStatus.Deleted && form.StatusSince >= since)
            .OrderByDescending(form => form.StatusSince).ThenBy(form => form.Id).Take(PageSize)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<FormStatus, int>> CountsAsync(int year, Actor person, CancellationToken cancel = default) =>
        await Matching(new FormFilter(year), person).GroupBy(form => form.Status).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    /// <summary>How many reviews wait for the person, and how many of them for more than <see cref="PatientDays"/> days.</summary>
    public async Task<(int Waiting, int Late)> ReviewsAsync(Actor person, CancellationToken cancel = default)
    {
        var waiting = db.Forms.Where(FormStanding.WaitingFor(person))
            .Where(form => ReviewSteps.Contains(form.Status));
        var limit = calendar.StartOf(calendar.Today.AddDays(-PatientDays));
        return (await waiting.CountAsync(cancel), await waiting.CountAsync(form => form.StatusSince < limit, cancel));
    }

    /// <summary>The review that has waited longest for the person; null when none does.</summary>
    public Task<Guid?> NextReviewAsync(Actor person, CancellationToken cancel = default) =>
        db.Forms.Where(FormStanding.WaitingFor(person))
            .Where(form => ReviewSteps.Contains(form.Status))
            .OrderBy(form => form.StatusSince).ThenBy(form => form.Id).Select(form => (Guid?)form.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Who returned these forms last, and why.</summary>
    public async Task<IReadOnlyDictionary<Guid, FormEvent>> ReturnsAsync(IEnumerable<Guid> formIds, CancellationToken cancel = default)
    {
        var ids = formIds.ToList();
        var returns = await db.FormEvents.AsNoTracking().Where(e => ids.Contains(e.FormId) && e.Kind == FormEventKind.Returned).ToListAsync(cancel);
        return returns.GroupBy(e => e.FormId).ToDictionary(group => group.Key, group => group.MaxBy(e => (e.At, e.Id))!);
    }

    /// <summary>The years and units of the forms that the person sees: what a list can be narrowed to.</summary>
    public async Task<(IReadOnlyList<int> Years, IReadOnlyList<(Guid Id, string Name)> Units)> ChoicesAsync(Actor person, CancellationToken cancel = default)
    {
        var years = await db.Years.OrderBy(year => year.ClosesToBureaus).ThenBy(year => year.Year).Select(year => year.Year).ToListAsync(cancel);
        var units = await db.Organisations.Where(unit => db.Forms.Where(FormStanding.VisibleTo(person)).Any(form => form.UnitId == unit.Id))
            .OrderBy(unit => unit.Code == null).ThenBy(unit => unit.Code).ThenBy(unit => unit.Id).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancel);
        return (years, [.. units.Select(unit => (unit.Id, unit.Name))]);
    }

    /// <summary>The forms of a department's attachment for a year, or of all departments', as far as the person sees them, in the order of the project list.</summary>
    public async Task<IReadOnlyList<FormReference>> ReferencesAsync(
        int year, Guid? departmentId, bool approvedOnly, Actor person, CancellationToken cancel = default)
    {
        var forms = Matching(new FormFilter(year, Status: approvedOnly ? FormStatus.Approved : null), person);
        if (departmentId is { } id)
            forms = forms.Where(form => form.DepartmentId == id);
        return await forms.InProjectOrder().References().ToListAsync(cancel);
    }

    /// <summary>The departments whose attachment of a year the person can have, each with whether anything of it is approved.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name, bool AnyApproved)>> DepartmentsAsync(int year, Actor person, CancellationToken cancel = default)
    {
        var departments = await Matching(new FormFilter(year), person)
            .GroupBy(form => new { form.DepartmentId, form.Department!.Code, form.Department.Name })
            .Select(group => new { group.Key.DepartmentId, group.Key.Code, group.Key.Name, Approved = group.Count(form => form.Status == FormStatus.Approved) })
            .ToListAsync(cancel);
        return [.. departments.OrderBy(one => one.Code is null).ThenBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.DepartmentId)
            .Select(one => (one.DepartmentId, one.Name, one.Approved > 0))];
    }

    /// <summary>Whether the forms of a year have words such as （必填） that an export could leave out.</summary>
    public async Task<bool> PrintRequirementsAsync(int year, CancellationToken cancel = default) =>
        await db.Years.AsNoTracking().SingleOrDefaultAsync(one => one.Year == year, cancel) is { Template.PrintsRequirements: true };

    /// <summary>The years in which a form can be begun, the latest first.</summary>
    public Task<List<int>> OpenYearsAsync(CancellationToken cancel = default)
    {
        var today = calendar.Today;
        return db.Years.Where(year => year.ClosesToBureaus >= today).OrderBy(year => year.ClosesToBureaus).ThenBy(year => year.Year).Select(year => year.Year).ToListAsync(cancel);
    }

    /// <summary>
    /// The unit's projects without a form in the year. One without a code of which nothing is left but deleted drafts that never went up is
    /// taken for a mistake: it is offered no more, and its name, typed again, still means it.
    /// </summary>
    public Task<List<StartableProject>> StartableProjectsAsync(int year, Actor person, CancellationToken cancel = default) =>
        db.Projects.Where(project => project.UnitId == person.OrganisationId
                && (project.Code != null || !db.Forms.Any(form => form.ProjectId == project.Id)
                    || db.Forms.Any(form => form.ProjectId == project.Id && (form.Status != FormStatus.Deleted || form.SubmissionCount > 0)))
                && !db.Forms.Any(form => form.ProjectId == project.Id && form.Year == year && form.Status != FormStatus.Deleted))
            .OrderBy(project => project.Code == null).ThenBy(project => project.Code).ThenBy(project => project.Id)
            .Select(project => new StartableProject(project.Id, project.Name, project.Code,
                db.Forms.Where(FormStanding.VisibleTo(person)).Any(form => form.ProjectId == project.Id && form.Year == year - 1 && form.Status != FormStatus.Deleted)))
            .ToListAsync(cancel);

    public int DaysSince(DateTime utc) => calendar.Today.DayNumber - calendar.DayOf(utc).DayNumber;

    private IQueryable<TargetForm> Matching(FormFilter filter, Actor person)
    {
        var forms = db.Forms.Where(FormStanding.VisibleTo(person)).Where(form => form.Status != FormStatus.Deleted);
        if (filter.Waiting)
            forms = forms.Where(FormStanding.WaitingFor(person));
        if (filter.Year is { } year)
            forms = forms.Where(form => form.Year == year);
        if (filter.UnitId is { } unit)
            forms = forms.Where(form => form.UnitId == unit);
        if (filter.Status is { } status)
            forms = forms.Where(form => form.Status == status);
        if (filter.Text?.Trim() is not { Length: > 0 } text)
            return forms;
        if (text.Length > LongestText || TypedText.Refusal(text) is not null)
            return forms.Where(form => false);
        return forms.Where(form => form.ProjectName.Contains(text) || form.Unit!.Name.Contains(text) || form.Project!.Code!.Contains(text));
    }

    private IQueryable<FormListItem> Projected(IQueryable<TargetForm> forms) => forms.Select(form => new FormListItem(
        form.Id, form.Version, form.ProjectName, form.Project!.Code, form.UnitId, form.Unit!.Name, form.DepartmentId, form.Department!.Name, form.Year, form.Round,
        form.Status, form.SubmissionCount - db.FormEvents.Count(e => e.FormId == form.Id && e.Kind == FormEventKind.Withdrawn),
        form.SubmittedAt, form.StatusSince, form.UpdatedAt, form.UpdatedBy, form.TotalFen,
        form.ErrorCount == null ? null : new FindingCounts(form.ErrorCount.Value, form.UnfilledCount!.Value, form.WarningCount!.Value),
        form.Unconfirmed.Count));
}
