using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>How a form begins.</summary>
public sealed partial class FormService
{
    /// <summary>Starts the form of a project for a year. A project that has one already leads to it.</summary>
    /// <exception cref="RequestRefusedException">The project or year is not open to this person.</exception>
    public async Task<Guid> CreateAsync(Guid projectId, int yearNumber, Actor person, CancellationToken cancel = default)
    {
        var project = await db.Projects.Include(one => one.Unit!.Parent).FirstOrDefaultAsync(one => one.Id == projectId, cancel);
        if (project?.Unit is not { } unit || unit.Id != person.OrganisationId || !person.Has(Role.Filler))
            throw new RequestRefusedException("没有找到这个项目，或者它不属于您所在的单位，请重新选择。");
        var year = await OpenYearAsync(yearNumber, cancel);
        return await StartAsync(project, unit, year, person, cancel);
    }

    /// <summary>
    /// Starts the form of a project that the county's list lacks yet, so that a clerk is not stuck until someone adds it. The project takes
    /// the name and the clerk's unit; a code may follow. A name that the unit has already means that project.
    /// </summary>
    /// <exception cref="RequestRefusedException">The name or year cannot be used.</exception>
    public async Task<Guid> CreateForNewProjectAsync(string? projectName, int yearNumber, Actor person, CancellationToken cancel = default)
    {
        if (!person.Has(Role.Filler))
            throw new RequestRefusedException("只有填报人可以新建目标表。");
        var year = await OpenYearAsync(yearNumber, cancel);
        var name = RequireName(projectName, year.Template.Limits.HeadField);
        var unit = await db.Organisations.Include(one => one.Parent).FirstAsync(one => one.Id == person.OrganisationId, cancel);
        var project = await OwnProjectAsync(name, unit.Id, cancel);
        if (project is null)
            db.Add(project = Project.Create(null, name, unit.Id));
        return await StartAsync(project, unit, year, person, cancel);
    }

    private async Task<Guid> StartAsync(Project project, Organisation unit, BudgetYear year, Actor person, CancellationToken cancel)
    {
        if (await LiveFormAsync(project.Id, unit, year.Year, cancel) is { } existing)
            return existing;

        var at = time.UtcNow();
        var form = TargetForm.Create(year.Year, project, unit, DepartmentOf(unit), Beginning(project, unit), person, at);
        db.Add(form);
        form.Judge(FindingCounts.Of(await CheckAsync(form, cancel)));
        db.Add(FormEvents.Begun(form, FormEventKind.Created, Role.Filler, person, "", at));
        try
        {
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return form.Id;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // A double click: the other request made the project or the form between our look and our commit.
            db.ChangeTracker.Clear();
            if (await LiveFormAsync(project.Id, unit, year.Year, cancel) is { } live)
                return live;
            if (await OwnProjectAsync(project.Name, unit.Id, cancel) is { } made && await LiveFormAsync(made.Id, unit, year.Year, cancel) is { } first)
                return first;
            throw;
        }
    }

    private static Organisation DepartmentOf(Organisation unit) => unit.Kind == OrganisationKind.Unit && unit.Parent is { } parent ? parent : unit;

    /// <summary>What stands in a form before anything is typed.</summary>
    private static FormContent Beginning(Project project, Organisation unit) =>
        new() { ProjectName = project.Name, Department = DepartmentOf(unit).NameWithCode, ImplementingUnit = unit.Name };

    private async Task<BudgetYear> OpenYearAsync(int number, CancellationToken cancel)
    {
        var year = await db.Years.FirstOrDefaultAsync(one => one.Year == number, cancel)
            ?? throw new RequestRefusedException($"还没有设立 {number} 年度，请重新选择年度。");
        if (calendar.Today > year.ClosesToBureaus)
            throw new RequestRefusedException($"{number} 年度的填报已于 {year.ClosesToBureaus:yyyy 年 M 月 d 日}截止，不能再新建目标表。");
        return year;
    }

    private static string RequireName(string? typed, int limit)
    {
        var name = TypedText.Line(typed);
        if (name.Length == 0)
            throw new RequestRefusedException("请选择一个项目，或者填写新项目的名称。");
        if (TypedText.Refusal(name) is { } refusal)
            throw new RequestRefusedException($"新项目名称：{refusal}。");
        if (name.Length > limit)
            throw new RequestRefusedException($"新项目名称最多 {limit} 个字，现在有 {name.Length} 个字，请删减。");
        return name;
    }

    private Task<Project?> OwnProjectAsync(string name, Guid unitId, CancellationToken cancel) =>
        db.Projects.OrderBy(one => one.Id).FirstOrDefaultAsync(one => one.UnitId == unitId && one.Name == name, cancel);

    /// <exception cref="RequestRefusedException">The form is that of the unit that had the project before.</exception>
    private async Task<Guid?> LiveFormAsync(Guid projectId, Organisation unit, int year, CancellationToken cancel)
    {
        var live = await db.Forms.Where(form => form.ProjectId == projectId && form.Year == year && form.Status != FormStatus.Deleted)
            .OrderByDescending(form => form.Round).Select(form => new { form.Id, form.UnitId, Unit = form.Unit!.Name }).FirstOrDefaultAsync(cancel);
        return live is null || live.UnitId == unit.Id
            ? live?.Id
            : throw new RequestRefusedException($"这个项目 {year} 年度的目标表在项目划转前已由“{live.Unit}”建立，仍由该单位填报，不能再新建一份。");
    }
}
