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
    private BudgetYear? _year;

    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty]
    public YearInput Input { get; set; } = new()
    {
        Orientation = PageOrientation.Landscape.Key(),
        UnitReview = true,
        DepartmentReview = true,
        PerformanceReview = true,
        ResubmitToReturningStep = true,
    };

    /// <summary>The year has forms: what they are laid out by stays as it is.</summary>
    public bool IsLaidOut { get; private set; }

    public IReadOnlyList<Choice> Templates => Offered(
        ShippedTemplates.Keys.Select(key => new Choice(key, FormTemplate.Parse(ShippedTemplates.Json(key)).Name)), _year?.TemplateKey);

    public IReadOnlyList<Choice> Orientations => Offered(
        Enum.GetValues<PageOrientation>().Select(orientation => new Choice(orientation.Key(), orientation.Word())), _year?.Template.Print.Orientation.Key());

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
            Orientation = year.Template.Print.Orientation.Key(),
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

    private async Task<BudgetYear?> FindAsync(CancellationToken cancel)
    {
        _year = await db.Years.AsNoTracking().SingleOrDefaultAsync(year => year.Year == Number, cancel);
        IsLaidOut = _year is not null && await years.IsLaidOutAsync(_year.Year, cancel);
        return _year;
    }

    private IReadOnlyList<Choice> Offered(IEnumerable<Choice> all, string? stored) => [.. all.Where(choice => !IsLaidOut || choice.Value == stored)];
}
