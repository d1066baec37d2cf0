using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Organisations;

/// <summary>What an administrator does with organisations. Forms keep the department and the words that they were made with.</summary>
public sealed class OrganisationService(PerfTargetsDbContext db)
{
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong.</exception>
    public async Task<Guid> CreateAsync(OrganisationInput input, CancellationToken cancel = default)
    {
        await RequireAsync(null, input, cancel);
        var organisation = new Organisation { Name = "" };
        Fill(organisation, input);
        db.Add(organisation);
        await SaveAsync(null, input, cancel);
        return organisation.Id;
    }

    /// <returns>False when there is no such organisation.</returns>
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong, or others have changed the organisation.</exception>
    public async Task<bool> ChangeAsync(Guid id, OrganisationInput input, CancellationToken cancel = default)
    {
        if (await db.Organisations.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } organisation)
            return false;
        await RequireAsync(organisation, input, cancel);
        var names = await db.Organisations.ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var wanted = new Organisation { Name = "" };
        Fill(wanted, input);
        SeenOf(organisation, names).Require(input.Seen, SeenOf(wanted, names));
        Fill(organisation, input);
        return await SaveAsync(id, input, cancel);
    }

    /// <exception cref="FluentValidation.ValidationException">Something hangs on the organisation.</exception>
    public async Task DeleteAsync(Guid id, CancellationToken cancel = default)
    {
        if (await db.Organisations.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } organisation)
            return;
        if (await HangsOnItAsync(id, cancel) is { } what)
            throw TypedInput.Refused("", $"“{organisation.Name}”还有{what}，不能删除。");
        db.Remove(organisation);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            throw TypedInput.Refused("", $"“{organisation.Name}”刚被别人使用，不能删除。");
        }
    }

    public static Seen SeenOf(Organisation organisation, IReadOnlyDictionary<Guid, string> names) => new(
        ("名称", organisation.Name),
        ("预算编码", organisation.Code),
        ("类型", organisation.Kind.Word()),
        ("上级", organisation.ParentId is { } parent ? names.GetValueOrDefault(parent) : null),
        ("业务股室", organisation.SectionId is { } section ? names.GetValueOrDefault(section) : null));

    private static void Fill(Organisation organisation, OrganisationInput input)
    {
        organisation.Name = input.Name!.Trim();
        organisation.Code = string.IsNullOrWhiteSpace(input.Code) ? null : input.Code.Trim();
        (organisation.Kind, organisation.ParentId, organisation.SectionId) = (input.Kind!.Value, input.ParentId, input.SectionId);
    }

    private async Task RequireAsync(Organisation? organisation, OrganisationInput input, CancellationToken cancel)
    {
        new OrganisationInputValidator().Require(input);
        await RequireUniqueAsync(organisation?.Id ?? Guid.Empty, input, cancel);
        var parent = input.ParentId is { } parentId ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == parentId, cancel) : null;
        if (input.ParentId is not null && parent is null)
            throw TypedInput.Refused(nameof(input.ParentId), "所选的上级已经不存在，请重新选择");
        if (input.Kind == OrganisationKind.Unit && parent is not { Kind: OrganisationKind.Department })
            throw TypedInput.Refused(nameof(input.ParentId), "请选择一个主管部门作为上级");
        if (input.Kind == OrganisationKind.FinanceSection && parent is not { Kind: OrganisationKind.FinanceOffice })
            throw TypedInput.Refused(nameof(input.ParentId), "请选择财政局作为上级");
        if (input.SectionId is { } sectionId
            && !await db.Organisations.AnyAsync(one => one.Id == sectionId && one.Kind == OrganisationKind.FinanceSection, cancel))
        {
            throw TypedInput.Refused(nameof(input.SectionId), "请选择财政局的一个股室");
        }
        if (organisation is not null && organisation.Kind != input.Kind && await HangsOnItAsync(organisation.Id, cancel) is { } what)
            throw TypedInput.Refused(nameof(input.Kind), $"“{organisation.Name}”还有{what}，类型不能改变");
    }

    private async Task<string?> HangsOnItAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Organisations.AnyAsync(one => one.ParentId == id, cancel))
            return "下属单位或股室";
        if (await db.Organisations.AnyAsync(one => one.SectionId == id, cancel))
            return "由它负责审核的部门";
        if (await db.Staff.AnyAsync(one => one.OrganisationId == id, cancel))
            return "人员（包括已停用的）";
        if (await db.Projects.AnyAsync(one => one.UnitId == id, cancel))
            return "项目";
        if (await db.LibraryIndicators.AnyAsync(one => one.DepartmentId == id, cancel))
            return "指标库中的指标";
        return await db.Forms.AnyAsync(one => one.UnitId == id || one.DepartmentId == id, cancel) ? "目标表" : null;
    }

    private async Task RequireUniqueAsync(Guid id, OrganisationInput input, CancellationToken cancel)
    {
        var (name, code) = (input.Name!.Trim(), input.Code?.Trim());
        if (!string.IsNullOrEmpty(code) && await db.Organisations.Where(one => one.Id != id && one.Code == code).Select(one => one.Name).FirstOrDefaultAsync(cancel) is { } other)
            throw TypedInput.Refused(nameof(input.Code), $"预算编码 {code} 已由“{other}”使用");
        if (await db.Organisations.AnyAsync(one => one.Id != id && one.Name == name && one.ParentId == input.ParentId, cancel))
            throw TypedInput.Refused(nameof(input.Name), $"已有名为“{name}”的单位");
    }

    /// <returns>False when the organisation has been deleted meanwhile.</returns>
    private async Task<bool> SaveAsync(Guid? id, OrganisationInput input, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException)
        {
            // What was true a moment ago is asked again: the name may be taken now, the one above gone.
            db.ChangeTracker.Clear();
            await RequireAsync(id is null ? null : await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == id, cancel), input, cancel);
            throw;
        }
    }
}
