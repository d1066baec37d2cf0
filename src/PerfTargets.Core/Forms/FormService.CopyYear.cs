using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>A project of which a draft can be made from last year's form.</summary>
/// <param name="Refusal">Why not, after all; null when it can.</param>
public sealed record CopyableProject(Project Project, LastYearCopy Copy, string? Refusal);

/// <summary>A chosen project, and last year's form as the person has seen it.</summary>
public sealed record ChosenProject(Guid Id, string Source);

/// <summary>复制上年 for all of a unit's projects at once: a draft each, all in one commit or none.</summary>
public sealed partial class FormService
{
    /// <summary>The unit's projects without a form in the year that had one the year before, in the order of the project list.</summary>
    /// <exception cref="RequestRefusedException">The year is not open, or the person begins no forms.</exception>
    public async Task<IReadOnlyList<CopyableProject>> CopyableAsync(int yearNumber, Actor person, CancellationToken cancel = default)
    {
        if (!person.Has(Role.Filler))
            throw new RequestRefusedException("只有填报人可以新建目标表。");
        var year = await OpenYearAsync(yearNumber, cancel);
        var projects = await db.Projects.Include(one => one.Unit!.Parent).Where(one => one.UnitId == person.OrganisationId
                && !db.Forms.Any(form => form.ProjectId == one.Id && form.Year == yearNumber && form.Status != FormStatus.Deleted))
            .OrderBy(one => one.Code == null).ThenBy(one => one.Code).ThenBy(one => one.Id).ToListAsync(cancel);
        var before = await db.OfYearBeforeAsync([.. projects.Select(one => one.Id)], yearNumber, person, remembered, cancel);
        return [.. projects.Where(one => before.ContainsKey(one.Id)).Select(one => Copyable(one, before[one.Id], year.Template))];
    }

    /// <summary>Makes a draft for each of the chosen projects with all that comes from last year's form, 待核对.</summary>
    /// <param name="operationId">This one use of the button.</param>
    /// <returns>How many drafts stand by this.</returns>
    /// <exception cref="RequestRefusedException">Nothing is chosen, or the year is not open.</exception>
    /// <exception cref="ChoiceRefusedException">A project has a form by now, or last year's has changed; nothing was written.</exception>
    public async Task<int> CopyYearAsync(int year, IReadOnlyList<ChosenProject> chosen, Guid operationId, Actor person, CancellationToken cancel = default)
    {
        if (chosen.Count == 0)
            throw new RequestRefusedException("请先选择要复制的项目。");
        var sha = SnapshotDocument.Sha256(Encoding.UTF8.GetBytes($"copy {year} {string.Join(' ', chosen)}"));
        var at = time.UtcNow();
        await db.OnceAsync(operationId, sha, person, at, () => ChosenAsync(year, chosen, person, cancel), projects => BeginAsync(projects, year, person, at, cancel), cancel);
        return chosen.Count;
    }

    private async Task BeginAsync(IReadOnlyList<CopyableProject> projects, int year, Actor person, DateTime at, CancellationToken cancel)
    {
        // A microsecond apart, so that lists keep the order of the projects.
        var forms = projects.Select((one, index) => TargetForm.Create(
            year, one.Project, one.Project.Unit!, DepartmentOf(one.Project.Unit!), one.Copy.Take(one.Copy.AllKeys), person, at.AddMicroseconds(index))).ToList();
        db.AddRange(forms);
        var around = await contexts.OfAsync(forms, cancel);
        foreach (var form in forms)
        {
            form.Judge(FindingCounts.Of(FormChecks.Run(around[form.Id])));
            db.Add(FormEvents.Begun(form, FormEventKind.Created, Role.Filler, person, $"由 {year - 1} 年度的目标表复制", at));
        }
    }

    /// <summary>The chosen ones, if all are as the person has seen them, in the order of the list.</summary>
    private async Task<IReadOnlyList<CopyableProject>> ChosenAsync(int year, IReadOnlyList<ChosenProject> chosen, Actor person, CancellationToken cancel)
    {
        var copyable = await CopyableAsync(year, person, cancel);
        var names = await db.Projects.Where(one => one.UnitId == person.OrganisationId).ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var refusals = chosen.Select(one => new ChoiceRefusal(one.Id, Refusal(one) ?? "")).Where(one => one.Sentence.Length > 0).ToList();
        return refusals.Count > 0 ? throw new ChoiceRefusedException(refusals) : [.. copyable.Where(one => chosen.Any(other => other.Id == one.Project.Id))];

        string? Refusal(ChosenProject one)
        {
            if (!names.TryGetValue(one.Id, out var name))
                return "所选的一个项目不属于您所在的单位，已从所选中去掉。";
            if (copyable.FirstOrDefault(other => other.Project.Id == one.Id) is not { } found)
                return $"“{name}”已有 {year} 年度的目标表，或者上年没有目标表，已从所选中去掉。";
            return found.Refusal is { } refusal ? $"“{name}”：{refusal}"
                : found.Copy.Source == one.Source ? null
                : $"“{name}”上年的目标表在您打开本页之后有了变化，已从所选中去掉，请看过以后重新选择。";
        }
    }

    private static CopyableProject Copyable(Project project, TargetForm before, FormTemplate template)
    {
        var copy = LastYearCopy.Of(before, Beginning(project, project.Unit!), template);
        var violations = DraftRules.Check(copy.Take(copy.AllKeys), template);
        return new(project, copy, violations.Count == 0 ? null : $"上年的内容本年度的表放不下（{violations[0].Message}），请单独新建，再选择要复制的内容。");
    }
}
