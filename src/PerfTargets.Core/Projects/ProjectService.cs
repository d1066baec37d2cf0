using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Projects;

/// <summary>What an administrator does with projects. Forms that exist keep the words and the unit that they were made with.</summary>
public sealed class ProjectService(PerfTargetsDbContext db)
{
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong.</exception>
    public async Task<Guid> CreateAsync(ProjectInput input, CancellationToken cancel = default)
    {
        await RequireAsync(Guid.Empty, input, cancel);
        var project = Project.Create(input.Code, input.Name!.Trim(), input.UnitId!.Value);
        db.Add(project);
        await SaveAsync(project.Id, input, cancel);
        return project.Id;
    }

    /// <returns>False when there is no such project.</returns>
    /// <exception cref="FluentValidation.ValidationException">Something typed is wrong, or others have changed the project.</exception>
    public async Task<bool> ChangeAsync(Guid id, ProjectInput input, CancellationToken cancel = default)
    {
        if (await db.Projects.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } project)
            return false;
        await RequireAsync(id, input, cancel);
        var units = await db.Organisations.ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var wanted = Project.Create(input.Code, input.Name!.Trim(), input.UnitId!.Value);
        SeenOf(project, units).Require(input.Seen, SeenOf(wanted, units));
        project.Describe(wanted.Code, wanted.Name, wanted.UnitId);
        return await SaveAsync(id, input, cancel);
    }

    /// <exception cref="FluentValidation.ValidationException">The project has forms, deleted drafts among them.</exception>
    public async Task DeleteAsync(Guid id, CancellationToken cancel = default)
    {
        if (await db.Projects.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } project)
            return;
        if (await db.Forms.AnyAsync(form => form.ProjectId == id, cancel))
            throw HasForms(project);
        db.Remove(project);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            throw HasForms(project);
        }
    }

    public static Seen SeenOf(Project project, IReadOnlyDictionary<Guid, string> units) => new(
        ("项目编码", project.Code), ("项目名称", project.Name), ("实施单位", units.GetValueOrDefault(project.UnitId)));

    private static FluentValidation.ValidationException HasForms(Project project) =>
        TypedInput.Refused("", $"“{project.Name}”已有目标表（包括已删除的草稿），不能删除。");

    private async Task RequireAsync(Guid id, ProjectInput input, CancellationToken cancel)
    {
        new ProjectInputValidator().Require(input);
        var unit = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.UnitId, cancel);
        if (unit is null)
            throw TypedInput.Refused(nameof(input.UnitId), "所选的实施单位已经不存在，请重新选择");
        if (!unit.Kind.ImplementsProjects())
            throw TypedInput.Refused(nameof(input.UnitId), "请选择实施单位");
        await RequireUniqueAsync(id, input, cancel);
    }

    private async Task RequireUniqueAsync(Guid id, ProjectInput input, CancellationToken cancel)
    {
        var name = input.Name!.Trim();
        var key = Project.KeyOf(input.Code, name, input.UnitId!.Value);
        if (!await db.Projects.AnyAsync(one => one.Id != id && one.IdentityKey == key, cancel))
            return;
        throw string.IsNullOrWhiteSpace(input.Code)
            ? TypedInput.Refused(nameof(input.Name), $"这个单位已有没有编码的同名项目“{name}”，请填写编码加以区别")
            : TypedInput.Refused(nameof(input.Code), $"项目编码 {input.Code.Trim()} 已被使用");
    }

    /// <returns>False when the project has been deleted meanwhile.</returns>
    private async Task<bool> SaveAsync(Guid id, ProjectInput input, CancellationToken cancel)
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
            // What was true a moment ago is asked again: the name may be taken now, the unit gone.
            db.ChangeTracker.Clear();
            await RequireAsync(id, input, cancel);
            throw;
        }
    }
}
