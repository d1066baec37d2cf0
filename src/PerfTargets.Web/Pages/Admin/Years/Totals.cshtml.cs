using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Years;

/// <summary>核定总额 of a year's departments.</summary>
[ForRoles(Role.Administrator)]
public sealed class TotalsModel(PerfTargetsDbContext db, ApprovedTotalService totals) : AdminPage
{
    private IReadOnlyDictionary<string, string>? _typed;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public IReadOnlyList<DepartmentTotal> Departments { get; private set; } = [];

    public string Typed(DepartmentTotal one) => _typed?.GetValueOrDefault(one.Field) ?? one.ApprovedText;

    public string? ErrorOf(string field) => ModelState["Input." + field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public static string? Difference(DepartmentTotal one) =>
        one is { Approved: { } approved, Sum: { } sum } && approved != sum ? new Money(sum.Fen - approved.Fen).ToListText() : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.Years.AnyAsync(year => year.Year == Number, cancel))
            return NotFound();
        SeenMark = await PrepareAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        _typed = Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var seen = Request.Form[Core.Common.Seen.FieldName].ToString();
        return TryAsync(
            async () =>
            {
                if (!await totals.ChangeAsync(Number, _typed, seen, cancel))
                    return NotFound();
                Note($"{Number} 年度的核定总额已保存。");
                return LocalRedirect($"/admin/years/{Number}/totals");
            },
            async () => await PrepareAsync(cancel),
            seen);
    }

    private async Task<string> PrepareAsync(CancellationToken cancel)
    {
        Departments = await totals.ReadAsync(Number, cancel);
        return ApprovedTotalService.SeenOf(Departments).Mark;
    }
}
