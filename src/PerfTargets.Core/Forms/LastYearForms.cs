using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>Which form of a project counts as last year's: the round in force, or the newest where none is approved.</summary>
internal static class LastYearForms
{
    public static TargetForm InForce(this IEnumerable<TargetForm> rounds)
    {
        var all = rounds.ToList();
        return all.Where(form => form.Status == FormStatus.Approved).MaxBy(form => form.Round) ?? all.MaxBy(form => form.Round)!;
    }

    /// <summary>By project; with year and content, not tracked. A form of another unit, which had the project before, is not this person's to read.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TargetForm>> OfYearBeforeAsync(
        this IQueryable<TargetForm> forms, IReadOnlyCollection<Guid> projects, int year, Actor person, CancellationToken cancel)
    {
        var found = await forms.AsNoTrackingWithIdentityResolution()
            .Include(form => form.BudgetYear).Include(form => form.Funds).Include(form => form.Indicators).Include(form => form.NotApplicable).AsSplitQuery()
            .Where(FormStanding.VisibleTo(person))
            .Where(form => EF.Parameter(projects).Contains(form.ProjectId) && form.Year == year - 1 && form.Status != FormStatus.Deleted).ToListAsync(cancel);
        return found.GroupBy(form => form.ProjectId).ToDictionary(rounds => rounds.Key, InForce);
    }
}
