using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Years;

[ForRoles(Role.Administrator)]
public sealed class EditModel(PerfTargetsDbContext db, YearService years) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty]
    public YearInput Input { get; set; } = new() { UnitReview = true, DepartmentReview = true, PerformanceReview = true, ResubmitToReturningStep = true };

    public IReadOnlyList<Choice> Templates { get; } =
        [.. ShippedTemplates.Keys.Select(key => new Choice(key, FormTemplate.Parse(ShippedTemplates.Json(key)).Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Number is null)
            return Page();
        if (await FindAsync(cancel) is not { } year)
            return NotFound();
        SeenMark = YearService.SeenOf(year).Mark;
        Input = new YearInput
        {
            Deadline = $"{year.Deadline:yyyy-MM-dd}",
            ClosesToBureaus = $"{year.ClosesToBureaus:yyyy-MM-dd}",
            ClosesToReviewers = $"{year.ClosesToReviewers:yyyy-MM-dd}",
            Template = year.TemplateKey,
            UnitReview = year.UnitReview,
            DepartmentReview = year.DepartmentReview,
            PerformanceReview = year.PerformanceReview,
            ResubmitToReturningStep = year.ResubmitToReturningStep,
        };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            if (Number is { } number)
            {
                if (!await years.ChangeAsync(number, Input, cancel))
                    return NotFound();
                Note($"{number} 年度已保存。");
            }
            else
            {
                Note($"{await years.CreateAsync(Input, cancel)} 年度已设立。");
            }
            return LocalRedirect("/admin/years");
        },
        async () => await FindAsync(cancel) is { } year ? YearService.SeenOf(year).Mark : null,
        Input.Seen);

    private Task<BudgetYear?> FindAsync(CancellationToken cancel) => db.Years.AsNoTracking().SingleOrDefaultAsync(year => year.Year == Number, cancel);
}
