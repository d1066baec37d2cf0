using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Years;

/// <summary>What an administrator does with years. A year that is there is never removed, and its forms keep their template.</summary>
public sealed class YearService(PerfTargetsDbContext db)
{
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong, or the year exists.</exception>
    public async Task<int> CreateAsync(YearInput input, CancellationToken cancel = default)
    {
        new YearInputValidator().Require(input);
        var year = new BudgetYear { Year = input.Number!.Value };
        await RequireNewAsync(year.Year, cancel);
        Fill(year, input);
        year.UseTemplate(ShippedTemplates.Json(input.Template!));
        year.Lay(OrientationOf(input));
        db.Add(year);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await RequireNewAsync(year.Year, cancel);
            throw;
        }
        return year.Year;
    }

    /// <returns>False when there is no such year.</returns>
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong, or others have changed the year.</exception>
    public async Task<bool> ChangeAsync(int number, YearInput input, CancellationToken cancel = default)
    {
        var year = await db.Years.SingleOrDefaultAsync(one => one.Year == number, cancel);
        if (year is null)
            return false;
        var typed = input with { Year = number.ToString(CultureInfo.InvariantCulture) };
        new YearInputValidator().Require(typed);
        var stored = SeenOf(year);
        var wanted = new BudgetYear { Year = number };
        Fill(wanted, typed);
        wanted.UseTemplate(ShippedTemplates.Json(typed.Template!));
        wanted.Lay(OrientationOf(typed));
        stored.Require(input.Seen, SeenOf(wanted));
        var (isNew, isTurned) = (wanted.TemplateKey != year.TemplateKey, wanted.Template.Print.Orientation != year.Template.Print.Orientation);
        if ((isNew || isTurned) && await IsLaidOutAsync(number, cancel))
        {
            throw isNew
                ? TypedInput.Refused(nameof(YearInput.Template), $"{number} 年度已有目标表，模板不能再更换")
                : TypedInput.Refused(nameof(YearInput.Orientation), $"{number} 年度已有目标表，纸张方向不能再更换");
        }
        if (isNew)
            year.UseTemplate(wanted.TemplateJson);
        year.Lay(wanted.Template.Print.Orientation);
        Fill(year, typed);
        year.Touch();
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved between our look and our commit: the second look meets what they saved.
            db.ChangeTracker.Clear();
            return await ChangeAsync(number, input, cancel);
        }
        return true;
    }

    /// <summary>Whether forms are laid out by the year's template already, so that neither it nor the paper can be changed.</summary>
    public Task<bool> IsLaidOutAsync(int number, CancellationToken cancel = default) => db.Forms.AnyAsync(form => form.Year == number, cancel);

    public static Seen SeenOf(BudgetYear year) => new(
        ("填报截止", Iso(year.Deadline)),
        ("关闭填报", Iso(year.ClosesToBureaus)),
        ("关闭审核", Iso(year.ClosesToReviewers)),
        ("模板", year.TemplateKey),
        ("纸张方向", year.Template.Print.Orientation.Word()),
        ("单位审核", YesNo(year.UnitReview)),
        ("主管部门审核", YesNo(year.DepartmentReview)),
        ("绩效股审核", YesNo(year.PerformanceReview)),
        ("重报回到退回环节", YesNo(year.ResubmitToReturningStep)));

    private static void Fill(BudgetYear year, YearInput input)
    {
        year.Deadline = TypedDate.Read(input.Deadline)!.Value;
        year.ClosesToBureaus = TypedDate.Read(input.ClosesToBureaus)!.Value;
        year.ClosesToReviewers = TypedDate.Read(input.ClosesToReviewers)!.Value;
        (year.UnitReview, year.DepartmentReview) = (input.UnitReview, input.DepartmentReview);
        (year.PerformanceReview, year.ResubmitToReturningStep) = (input.PerformanceReview, input.ResubmitToReturningStep);
    }

    private static PageOrientation OrientationOf(YearInput input) => PageOrientations.Find(input.Orientation)!.Value;

    private async Task RequireNewAsync(int number, CancellationToken cancel)
    {
        if (await db.Years.AnyAsync(one => one.Year == number, cancel))
            throw TypedInput.Refused(nameof(YearInput.Year), $"{number} 年度已经设立，请到年度列表修改");
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "是" : "否";
}
