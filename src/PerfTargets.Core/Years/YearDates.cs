using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Years;

/// <summary>Which years people are at work on.</summary>
public sealed class YearDates(PerfTargetsDbContext db, LocalCalendar calendar)
{
    /// <summary>The years that are open, the one that closes next first; when all are closed the latest. Empty in a county without years.</summary>
    public async Task<IReadOnlyList<BudgetYear>> CurrentAsync(CancellationToken cancel = default)
    {
        var today = calendar.Today;
        var open = await db.Years.AsNoTracking().Where(year => year.ClosesToReviewers >= today)
            .OrderBy(year => year.ClosesToReviewers).ThenBy(year => year.Year).ToListAsync(cancel);
        return open.Count > 0 ? open : await db.Years.AsNoTracking().OrderByDescending(year => year.Year).Take(1).ToListAsync(cancel);
    }
}
