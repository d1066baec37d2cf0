using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Tests.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Forms;

public sealed class FormStandingTests
{
    [Theory, EachDatabase]
    public async Task A_form_that_is_at_hand_is_visible_to_those_whom_the_database_shows_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var office = new Organisation { Name = "财政局", Kind = OrganisationKind.FinanceOffice };
        var (section, other) = (Under("企业股", OrganisationKind.FinanceSection, office), Under("教科文股", OrganisationKind.FinanceSection, office));
        var schools = new Organisation { Name = "教育局", Kind = OrganisationKind.Department, SectionId = section.Id };
        var school = Under("第一中学", OrganisationKind.Unit, schools);
        await using (var db = database.CreateContext())
        {
            db.AddRange(office, section, other, schools, school);
            foreach (var status in Enum.GetValues<FormStatus>())
            {
                foreach (var (unit, department) in new[] { (given.Unit, given.Unit), (schools, schools), (school, schools) })
                {
                    var project = Project.Create(null, $"项目 {status}", unit.Id);
                    var form = TargetForm.Create(given.Year.Year, project, unit, department, new FormContent(), Actor.Console, Given.At);
                    form.StandAs(status);
                    db.AddRange(project, form);
                    db.Entry(unit).State = db.Entry(unit).State == EntityState.Added ? EntityState.Added : EntityState.Unchanged;
                }
            }
            await db.SaveChangesAsync(Given.Cancel);
        }

        await using var read = database.CreateContext();
        var all = await read.Forms.AsNoTracking().Include(form => form.Department).ToListAsync(Given.Cancel);
        var seen = 0;
        foreach (var organisation in new[] { given.Unit, schools, school, section, other })
        {
            for (var roles = Role.None; roles <= Roles; roles++)
            {
                var person = new Actor(Guid.CreateVersion7(), "张三", organisation.Id, organisation.Name, roles);
                var shown = await read.Forms.Where(FormStanding.VisibleTo(person)).Select(form => form.Id).ToListAsync(Given.Cancel);
                Assert.Equal(shown.Order(), all.Where(form => form.IsVisibleTo(person)).Select(form => form.Id).Order());
                seen += shown.Count;
            }
        }
        Assert.InRange(seen, 1, (5 * (int)Roles * all.Count) - 1);
    }

    private const Role Roles = Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer | Role.SectionReviewer | Role.PerformanceReviewer;

    private static Organisation Under(string name, OrganisationKind kind, Organisation parent) => new() { Name = name, Kind = kind, ParentId = parent.Id };
}
