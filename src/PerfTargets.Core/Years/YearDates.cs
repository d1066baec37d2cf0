using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Years;

/// <summary>Which year people are at work on.</summary>
public sealed class YearDates(PerfTargetsDbContext db, LocalCalendar calendar)
{
    /// <summary>The year that closes next, or when all are closed the latest. Null in a county without years.</summary>
    public async Task<BudgetYear?> CurrentAsync(CancellationToken cancel = default)
    {
        var today = calendar.Today;
        return await db.Years.AsNoTracking().Where(year => year.ClosesToReviewers >= today).OrderBy(year => year.ClosesToReviewers).ThenBy(year => year.Year)
                .FirstOrDefaultAsync(cancel)
            ?? await db.Years.AsNoTracking().OrderByDescending(year => year.Year).FirstOrDefaultAsync(cancel);
    }
}
