using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>Which form of a project counts as last year's: the round in force, or the newest where none is approved.</summary>
internal static class LastYearForms
{
    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], int, IAsyncEnumerable<TargetForm>>> OfYear = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] projects, int year) => db.Forms.AsNoTrackingWithIdentityResolution().AsSingleQuery()
            .Include(form => form.BudgetYear).Include(form => form.Department)
            .Where(form => projects.Contains(form.ProjectId) && form.Year == year && form.Status != FormStatus.Deleted)));

    public static TRound InForce<TRound>(this IEnumerable<TRound> rounds) where TRound : class, IRound
    {
        var all = rounds.ToList();
        return all.Where(form => form.Status == FormStatus.Approved).MaxBy(form => form.Round) ?? all.MaxBy(form => form.Round)!;
    }

    /// <summary>By project; with year and content, not tracked. A form of another unit, which had the project before, is not this person's to read.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TargetForm>> OfYearBeforeAsync(
        this PerfTargetsDbContext db, IReadOnlyCollection<Guid> projects, int year, Actor person, RememberedRows remembered, CancellationToken cancel)
    {
        var found = await OfYear.For(db)(db, [.. projects], year - 1).ToListAsync(cancel);
        var inForce = found.Where(form => form.IsVisibleTo(person)).GroupBy(form => form.ProjectId).ToDictionary(rounds => rounds.Key, InForce);
        var contents = await db.ContentsAsync([.. inForce.Values.Select(form => form.Stored)], remembered, cancel);
        foreach (var form in inForce.Values.Where(form => contents.ContainsKey(form.Id)))
            form.Carry(contents[form.Id]);
        return inForce;
    }
}

/// <summary>年初目标 or one of the adjustments after it.</summary>
internal interface IRound
{
    int Round { get; }
    FormStatus Status { get; }
}
