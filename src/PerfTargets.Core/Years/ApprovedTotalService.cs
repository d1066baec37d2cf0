using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Years;

/// <summary>A department with its 核定总额 of a year beside what its forms add up to.</summary>
/// <param name="Sum">The sum of the forms that have a total; null where it is beyond what an amount holds.</param>
public sealed record DepartmentTotal(Guid DepartmentId, string? Code, string Name, Money? Approved, Money? Sum, int Forms, int WithoutTotal)
{
    /// <summary>The name of its field on the page.</summary>
    public string Field => "total-" + DepartmentId.ToString("N");

    public string ApprovedText => Approved?.ToWanText() ?? "";
}

/// <summary>The approved totals of a year's departments, as an administrator enters them.</summary>
public sealed class ApprovedTotalService(PerfTargetsDbContext db)
{
    /// <summary>Every department, by code.</summary>
    public async Task<IReadOnlyList<DepartmentTotal>> ReadAsync(int year, CancellationToken cancel = default)
    {
        var totals = await db.ApprovedTotals.AsNoTracking().Where(total => total.Year == year).ToDictionaryAsync(total => total.DepartmentId, total => total.Fen, cancel);
        var forms = (await db.Forms.Where(form => form.Year == year && form.Status != FormStatus.Deleted)
            .Select(form => new { form.DepartmentId, form.ProjectId, form.Round, form.TotalFen }).ToListAsync(cancel))
            .GroupBy(form => form.ProjectId).Select(rounds => rounds.MaxBy(form => form.Round)!).ToLookup(form => form.DepartmentId);
        var departments = await db.Organisations.AsNoTracking().Where(one => one.Kind == OrganisationKind.Department).ToListAsync(cancel);
        return
        [
            .. from department in departments
               orderby department.Code is null, department.Code, department.Id
               let own = forms[department.Id]
               select new DepartmentTotal(
                   department.Id, department.Code, department.Name, totals.TryGetValue(department.Id, out var fen) ? new Money(fen) : null,
                   Sum(own.Select(form => form.TotalFen ?? 0)), own.Count(), own.Count(form => form.TotalFen is null)),
        ];
    }

    /// <param name="typed">Amounts in 万元 as typed, by the departments' fields; blank means that none was approved, a field left out stays as it is.</param>
    /// <param name="seen">Mark of what the page had shown.</param>
    /// <returns>False when there is no such year.</returns>
    /// <exception cref="ValidationException">Something typed is no amount, or others have changed the totals since.</exception>
    public async Task<bool> ChangeAsync(int year, IReadOnlyDictionary<string, string> typed, string? seen, CancellationToken cancel = default)
    {
        if (!await db.Years.AnyAsync(one => one.Year == year, cancel))
            return false;
        var departments = await ReadAsync(year, cancel);
        var wanted = Amounts(departments, typed);
        SeenOf(departments).Require(seen, SeenOf([.. departments.Select(one => wanted.TryGetValue(one.DepartmentId, out var amount) ? one with { Approved = amount } : one)]));
        var stored = await db.ApprovedTotals.Where(total => total.Year == year).ToDictionaryAsync(total => total.DepartmentId, cancel);
        foreach (var (department, amount) in wanted)
        {
            switch (stored.GetValueOrDefault(department), amount)
            {
                case (null, { } approved):
                    db.Add(new ApprovedTotal { Year = year, DepartmentId = department, Fen = approved.Fen });
                    break;
                case ({ } total, { } approved):
                    total.Fen = approved.Fen;
                    break;
                case ({ } total, null):
                    db.Remove(total);
                    break;
            }
        }
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested && db.ChangeTracker.Entries<ApprovedTotal>().Any())
        {
            // Somebody entered or removed one between our look and our commit: the second look meets what they saved.
            db.ChangeTracker.Clear();
            SeenOf(await ReadAsync(year, cancel)).Require(seen, SeenOf([.. departments.Select(one => one with { Approved = null })]));
            throw;
        }
        return true;
    }

    public static Seen SeenOf(IReadOnlyList<DepartmentTotal> departments) =>
        new([.. departments.Select(one => (one.Name, (string?)one.ApprovedText))]);

    private static Dictionary<Guid, Money?> Amounts(IReadOnlyList<DepartmentTotal> departments, IReadOnlyDictionary<string, string> typed)
    {
        var refused = new List<ValidationFailure>();
        var wanted = new Dictionary<Guid, Money?>();
        foreach (var department in departments)
        {
            if (!typed.TryGetValue(department.Field, out var text))
                continue;
            var amount = Amount.FromTyped(TypedText.Line(text));
            if (amount.UnreadText is { } unread)
                refused.Add(new(department.Field, $"{department.Name}：“{Checks.Quoted.Short(unread)}”不是有效的金额，应为以万元为单位的数字，请改正"));
            else if (amount.Value is { Fen: < 0 })
                refused.Add(new(department.Field, $"{department.Name}：核定总额不能小于 0，请改正"));
            else
                wanted[department.DepartmentId] = amount.Value;
        }
        return refused.Count == 0 ? wanted : throw new ValidationException(refused);
    }

    private static Money? Sum(IEnumerable<long> amounts)
    {
        Int128 sum = 0;
        foreach (var fen in amounts)
            sum += fen;
        return sum >= long.MinValue && sum <= long.MaxValue ? new Money((long)sum) : null;
    }
}
