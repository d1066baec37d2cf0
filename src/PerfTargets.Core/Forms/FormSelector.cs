using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>Which forms a command is about.</summary>
/// <param name="Organisation">Code or name of a department or unit.</param>
/// <param name="Project">Code or name of a project.</param>
public sealed record FormSelection(int Year, string? Organisation = null, string? Project = null, FormStatus? Status = null);

/// <summary>Finds forms for the console, where nobody is signed in and every form is seen.</summary>
public sealed class FormSelector(PerfTargetsDbContext db)
{
    /// <returns>The forms in the order of the project list.</returns>
    /// <exception cref="RequestRefusedException">There is no such organisation, or more than one.</exception>
    public async Task<IReadOnlyList<FormReference>> SelectAsync(FormSelection selection, CancellationToken cancel = default)
    {
        var forms = db.Forms
            .Where(form => form.Year == selection.Year && form.Status != FormStatus.Deleted);
        if (selection.Organisation is { } name)
        {
            var organisation = await OrganisationAsync(name, cancel);
            forms = forms.Where(form => form.UnitId == organisation.Id || form.DepartmentId == organisation.Id);
        }
        if (selection.Project is { } project)
            forms = forms.Where(form => form.Project!.Code == project || form.Project.Name == project);
        if (selection.Status is { } status)
            forms = forms.Where(form => form.Status == status);
        return await forms.InProjectOrder().References().ToListAsync(cancel);
    }

    private async Task<Organisation> OrganisationAsync(string name, CancellationToken cancel)
    {
        var found = await db.Organisations.AsNoTracking().Where(one => one.Code == name || one.Name == name).ToListAsync(cancel);
        return found.Find(one => one.Code == name) ?? found switch
        {
            [var one] => one,
            [] => throw new RequestRefusedException($"没有编码或名称为“{name}”的单位。"),
            _ => throw new RequestRefusedException($"有 {found.Count} 个单位名为“{name}”，请改用单位编码。"),
        };
    }
}
