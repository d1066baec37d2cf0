using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

/// <summary>What others do between a service's look and its commit is told in a sentence at the field, and is no failure of the program.</summary>
public sealed class RaceTests
{
    [Theory, EachDatabase]
    public async Task An_organisation_that_goes_while_something_is_saved_with_it_is_told_at_its_field(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);

        var project = await RefusedAsync<ProjectService>(app, county, OrganisationKind.Unit, county.Department.Id, (projects, gone) =>
            projects.CreateAsync(new ProjectInput { Name = $"校舍维修{county.Mark}", UnitId = gone }));
        var staff = await RefusedAsync<StaffService>(app, county, OrganisationKind.Unit, county.Department.Id, (people, gone) => people.CreateAsync(
            new StaffInput { UserName = $"li{county.Mark}", DisplayName = "李四", OrganisationId = gone, Roles = Role.Filler }, Guid.CreateVersion7()));
        var unit = await RefusedAsync<OrganisationService>(app, county, OrganisationKind.Department, null, (organisations, gone) =>
            organisations.CreateAsync(new OrganisationInput { Name = $"学校{county.Mark}", Kind = OrganisationKind.Unit, ParentId = gone }));

        Assert.Equal((nameof(ProjectInput.UnitId), "所选的实施单位已经不存在，请重新选择"), project);
        Assert.Equal((nameof(StaffInput.OrganisationId), "所选的单位已经不存在，请重新选择"), staff);
        Assert.Equal((nameof(OrganisationInput.ParentId), "所选的上级已经不存在，请重新选择"), unit);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_save_a_year_at_once_the_second_is_told_what_the_first_has_saved(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PerfTargetsDbContext>();
        var year = await db.Years.AsNoTracking().SingleAsync(one => one.Year == county.Year, TestContext.Current.CancellationToken);
        var input = new YearInput
        {
            Deadline = "2027-02-01",
            ClosesToBureaus = "2027-03-01",
            ClosesToReviewers = "2027-04-01",
            Template = year.TemplateKey,
            Orientation = year.Template.Print.Orientation.Key(),
            UnitReview = true,
            DepartmentReview = true,
            PerformanceReview = true,
            ResubmitToReturningStep = true,
            Seen = YearService.SeenOf(year).Mark,
        };
        // A write of its own: within SQLite's gate no second SaveChanges comes through.
        Meanwhile(db, () => app.WithAsync<PerfTargetsDbContext>(other => other.Years.Where(one => one.Year == county.Year)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Deadline, new DateOnly(2027, 2, 2)).SetProperty(one => one.Version, one => one.Version + 1))));

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            scope.ServiceProvider.GetRequiredService<YearService>().ChangeAsync(county.Year, input, TestContext.Current.CancellationToken));

        Assert.Contains("已被修改，现在是：填报截止“2027-02-02”", Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 2, 2), await app.WithAsync<PerfTargetsDbContext, DateOnly>(fresh =>
            fresh.Years.Where(one => one.Year == county.Year).Select(one => one.Deadline).SingleAsync()));
    }

    /// <summary>Lets a service save something under an organisation that is deleted in the moment of the commit.</summary>
    private static async Task<(string Field, string Sentence)> RefusedAsync<TService>(
        TestApp app, TestCounty county, OrganisationKind kind, Guid? parent, Func<TService, Guid, Task> save)
        where TService : notnull
    {
        var gone = new Organisation { Name = $"撤并单位{typeof(TService).Name}{county.Mark}", Kind = kind, ParentId = parent };
        await app.WithAsync<PerfTargetsDbContext>(fresh =>
        {
            fresh.Add(gone);
            return fresh.SaveChangesAsync();
        });
        await using var scope = app.Services.CreateAsyncScope();
        Meanwhile(scope.ServiceProvider.GetRequiredService<PerfTargetsDbContext>(), () => app.WithAsync<PerfTargetsDbContext>(fresh =>
            fresh.Organisations.Where(one => one.Id == gone.Id).ExecuteDeleteAsync()));
        var refused = await Assert.ThrowsAsync<ValidationException>(() => save(scope.ServiceProvider.GetRequiredService<TService>(), gone.Id));
        var error = Assert.Single(refused.Errors);
        return (error.PropertyName, error.ErrorMessage);
    }

    /// <summary>Does something between the look and the first commit of this context.</summary>
    private static void Meanwhile(PerfTargetsDbContext db, Func<Task> act)
    {
        var done = false;
        db.SavingChanges += (_, _) =>
        {
            if (done)
                return;
            done = true;
            Task.Run(act).GetAwaiter().GetResult();
        };
    }
}
