using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using FormFile = PerfTargets.Core.Forms.FormFile;

namespace PerfTargets.Web.Infrastructure.Demonstration;

/// <summary>Plays the plan through the real use cases into an empty database: all of it, or nothing.</summary>
public sealed class DemonstrationLoader(
    PerfTargetsDbContext db, FormService forms, FormImporter importer, LocalCalendar calendar,
    ILookupNormalizer normalizer, IPasswordHasher<StaffMember> hasher)
{
    private readonly DemonstrationPlan _plan = DemonstrationPlan.Shipped;

    /// <returns>False when the database already holds something; nothing was loaded then.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancel = default)
    {
        if (await db.Staff.AnyAsync(cancel) || await db.Organisations.AnyAsync(cancel) || await db.Years.AnyAsync(cancel))
            return false;
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        AddYear();
        var organisations = AddOrganisations();
        var people = AddStaff(organisations);
        await db.SaveChangesAsync(cancel);
        foreach (var planned in _plan.Imports)
        {
            var file = Read(planned.File);
            await importer.ImportAsync(file with { Tables = [.. planned.Tables.Select(number => file.Tables[number - 1])] },
                new ImportRequest(planned.File, planned.As, planned.ApprovalDocument, planned.ApprovalDate), Actor.Console, cancel);
        }
        foreach (var planned in _plan.FilledIn)
            await PlayAsync(planned, organisations, people, cancel);
        await whole.CommitAsync(cancel);
        return true;
    }

    /// <summary>Whether the demonstration's people are in the database, from this start or an earlier one.</summary>
    public Task<bool> IsLoadedAsync(CancellationToken cancel = default)
    {
        var name = normalizer.NormalizeName(_plan.Staff[0].UserName);
        return db.Staff.AnyAsync(one => one.NormalizedUserName == name, cancel);
    }

    private void AddYear()
    {
        var today = calendar.Today;
        var year = new BudgetYear
        {
            Year = _plan.Year,
            Deadline = today.AddDays(_plan.DeadlineAfterDays),
            ClosesToBureaus = today.AddDays(_plan.ClosesToBureausAfterDays),
            ClosesToReviewers = today.AddDays(_plan.ClosesToReviewersAfterDays),
        };
        year.UseTemplate(ShippedTemplates.Json(FormFile.DefaultTemplate));
        db.Add(year);
    }

    private Dictionary<string, Organisation> AddOrganisations()
    {
        var made = new Dictionary<string, Organisation>();
        foreach (var planned in _plan.Organisations)
        {
            made.Add(planned.Name, new Organisation
            {
                Code = planned.Code,
                Name = planned.Name,
                Kind = planned.Kind,
                ParentId = planned.Parent is { } parent ? made[parent].Id : null,
                SectionId = planned.Section is { } section ? made[section].Id : null,
            });
        }
        db.AddRange(made.Values);
        return made;
    }

    private Dictionary<string, Actor> AddStaff(Dictionary<string, Organisation> organisations)
    {
        var made = new Dictionary<string, Actor>();
        foreach (var planned in _plan.Staff)
        {
            var organisation = organisations[planned.Organisation];
            var person = new StaffMember
            {
                UserName = planned.UserName,
                NormalizedUserName = normalizer.NormalizeName(planned.UserName),
                DisplayName = planned.DisplayName,
                OrganisationId = organisation.Id,
                Roles = planned.Role,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            person.PasswordHash = hasher.HashPassword(person, _plan.Password);
            db.Add(person);
            made.Add(planned.UserName, new Actor(person.Id, person.DisplayName, organisation.Id, organisation.Name, person.Roles));
        }
        return made;
    }

    private async Task PlayAsync(
        PlannedForm planned, Dictionary<string, Organisation> organisations, Dictionary<string, Actor> people, CancellationToken cancel)
    {
        var file = Read(planned.File);
        var table = file.Tables[planned.Table - 1];
        var project = Project.Create(table.ProjectCode, table.ProjectName, organisations[table.UnitName].Id);
        db.Add(project);
        await db.SaveChangesAsync(cancel);
        var clerk = people[planned.By];
        var id = await forms.CreateAsync(project.Id, _plan.Year, clerk, cancel);
        var content = file.ContentsBy(FormTemplate.Parse(file.ShippedTemplate(planned.File)), planned.File)[planned.Table - 1];
        await forms.SaveAsync(await RequestAsync(id, cancel), content, clerk, cancel);
        foreach (var action in planned.Actions)
            await forms.ActAsync(await RequestAsync(id, cancel), action.Action, action.Opinion, people[action.By], cancel);
    }

    private async Task<FormRequest> RequestAsync(Guid id, CancellationToken cancel) =>
        new(id, await db.Forms.Where(form => form.Id == id).Select(form => form.Version).FirstAsync(cancel), Guid.CreateVersion7());

    private static FormFile Read(string name) => FormFileReader.Read(SeedFiles.Read(name), name);
}
