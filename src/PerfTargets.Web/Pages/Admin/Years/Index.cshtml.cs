using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Years;

[ForRoles(Role.Administrator)]
public sealed class IndexModel(PerfTargetsDbContext db, LocalCalendar calendar) : AppPage
{
    private Dictionary<int, int> _forms = [];

    public IReadOnlyList<BudgetYear> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Years = await db.Years.AsNoTracking().OrderByDescending(year => year.Year).ToListAsync(cancel);
        _forms = await db.Forms.Where(form => form.Status != FormStatus.Deleted).GroupBy(form => form.Year)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
    }

    public int FormsOf(BudgetYear year) => _forms.GetValueOrDefault(year.Year);

    public bool IsOpen(BudgetYear year) => calendar.Today <= year.ClosesToReviewers;

    public string Standing(BudgetYear year) =>
        calendar.Today <= year.ClosesToBureaus ? "可以填报" : IsOpen(year) ? "只能审核" : "已关闭";

    public static string Route(BudgetYear year) => string.Join(" → ",
        new[] { year.UnitReview ? "单位" : null, year.DepartmentReview ? "主管部门" : null, "业务股室", year.PerformanceReview ? "绩效股" : null }.OfType<string>());
}
