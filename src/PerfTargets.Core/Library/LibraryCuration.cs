using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Library;

/// <summary>What an administrator does with the entries of the library, the common ones and every department's.</summary>
public sealed class LibraryCuration(PerfTargetsDbContext db)
{
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong.</exception>
    public async Task CreateAsync(LibraryInput input, CancellationToken cancel = default)
    {
        await RequireAsync(Guid.Empty, input, cancel);
        db.Add(LibraryIndicator.Create(input.DepartmentId, input.ToEntry(), LibrarySource.Written));
        await SaveAsync(Guid.Empty, input, cancel);
    }

    /// <returns>False when there is no such entry.</returns>
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong, or others have changed the entry.</exception>
    public async Task<bool> ChangeAsync(Guid id, LibraryInput input, CancellationToken cancel = default)
    {
        if (await db.LibraryIndicators.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } stored)
            return false;
        await RequireAsync(id, input, cancel);
        var names = await OwnersAsync(cancel);
        SeenOf(stored.DepartmentId, stored.Entry, names).Require(input.Seen, SeenOf(input.DepartmentId, input.ToEntry(), names));
        stored.Describe(input.DepartmentId, input.ToEntry());
        await SaveAsync(id, input, cancel);
        return true;
    }

    /// <summary>停用 and 恢复.</summary>
    /// <returns>The entry; null when there is none.</returns>
    public async Task<LibraryIndicator?> RetireAsync(Guid id, bool retired, CancellationToken cancel = default)
    {
        if (await db.LibraryIndicators.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } stored)
            return null;
        stored.IsRetired = retired;
        await db.SaveChangesAsync(cancel);
        return stored;
    }

    public static Seen SeenOf(Guid? departmentId, LibraryEntry entry, IReadOnlyDictionary<Guid, string> owners) => new(
        ("所属", departmentId is { } id ? owners.GetValueOrDefault(id) : "通用"), ("指标类别", entry.Category.Word()), ("指标名称", entry.Name),
        ("常用符号", entry.Operator), ("计量单位", entry.Unit), ("指标解释", entry.Explanation), ("用途", entry.Topic), ("行业", entry.Industry));

    /// <summary>The names of those who can have entries of their own: departments, and the finance office, which fills in forms like one.</summary>
    public Task<Dictionary<Guid, string>> OwnersAsync(CancellationToken cancel = default) =>
        db.Organisations.AsNoTracking().Where(one => one.Kind == OrganisationKind.Department || one.Kind == OrganisationKind.FinanceOffice)
            .OrderBy(one => one.Code == null).ThenBy(one => one.Code).ThenBy(one => one.Id).ToDictionaryAsync(one => one.Id, one => one.Name, cancel);

    private async Task RequireAsync(Guid id, LibraryInput input, CancellationToken cancel)
    {
        new LibraryInputValidator().Require(input);
        if (input.DepartmentId is { } department && !(await OwnersAsync(cancel)).ContainsKey(department))
            throw TypedInput.Refused(nameof(input.DepartmentId), "所选的主管部门已经不存在，请重新选择");
        var (owner, category, key) = (input.DepartmentId, input.ToEntry().Category, LibraryEntry.KeyOf(input.ToEntry().Name));
        var same = await db.LibraryIndicators.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id != id && one.DepartmentId == owner && one.Category == category && one.NameKey == key, cancel);
        if (same is not null)
            throw TypedInput.Refused(nameof(input.Name), $"指标库里已有{category.Word()}指标“{same.Name}”{(same.IsRetired ? "，已停用，请到“已停用”中恢复" : "，请不要重复添加")}");
    }

    private async Task SaveAsync(Guid id, LibraryInput input, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // What was true a moment ago is asked again: the name may be taken now, the department gone.
            db.ChangeTracker.Clear();
            await RequireAsync(id, input, cancel);
            throw;
        }
    }
}
