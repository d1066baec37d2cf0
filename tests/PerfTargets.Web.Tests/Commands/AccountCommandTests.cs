using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Commands;

namespace PerfTargets.Web.Tests.Commands;

public sealed class AccountCommandTests
{
    [Theory, EachDatabase]
    public async Task Migrate_ThenAdminCreate_GivesAOneTimePasswordAlone(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);

        var migrate = await CommandRun.OfAsync(database, "migrate");
        var again = await CommandRun.OfAsync(database, "migrate");
        var create = await CommandRun.OfAsync(database, "admin", "create", "boss", "--name", "管理员");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (migrate.Code, again.Code, create.Code));
        Assert.NotEmpty(migrate.Lines);
        Assert.Empty(again.Answer);
        Assert.Matches("^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\n$", create.Text);
        await using var db = database.CreateContext();
        var boss = await db.Staff.Include(one => one.Organisation).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("boss", "管理员", Role.Administrator, true), (boss.UserName, boss.DisplayName, boss.Roles, boss.MustChangePassword));
        Assert.Equal(("财政局", OrganisationKind.FinanceOffice), (boss.Organisation!.Name, boss.Organisation.Kind));
    }

    [Theory, EachDatabase]
    public async Task Migrate_MakesTheOneKeyThatAllWebProcessesUse(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);

        await CommandRun.OfAsync(database, "migrate");
        await CommandRun.OfAsync(database, "migrate");
        var made = Assert.Single(await KeysAsync());
        await using (var app = TestApp.On(database))
        using (var browser = app.NewBrowser())
            Assert.NotEmpty((await browser.OpenAsync("/sign-in")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!);

        Assert.Equal([made], await KeysAsync());

        async Task<List<string?>> KeysAsync()
        {
            await using var db = database.CreateContext();
            return await db.DataProtectionKeys.Select(key => key.FriendlyName).ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task AdminCreate_NameTakenOrWrong_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await CommandRun.OfAsync(database, "admin", "create", "boss");

        var taken = await CommandRun.OfAsync(database, "admin", "create", "Boss");
        var wrong = await CommandRun.OfAsync(database, "admin", "create", "two words");
        var nowhere = await CommandRun.OfAsync(database, "admin", "create", "other", "--org", "999");

        Assert.All([taken, wrong, nowhere], run => Assert.Equal((ExitCode.BadInput, 0), (run.Code, run.Answer.Length)));
        Assert.Contains("已被使用", taken.Notes, StringComparison.Ordinal);
        await using var db = database.CreateContext();
        Assert.Equal(1, await db.Staff.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Organisations.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AdminCreate_FirstNameWrong_LeavesNoOrganisationBehind()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        await CommandRun.OfAsync(database, "admin", "create", "two words");

        await using var db = database.CreateContext();
        Assert.False(await db.Organisations.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task FormsCheck_DatabaseNotMigrated_IsOutOfReachOnPostgres(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);

        var run = await CommandRun.OfAsync(database, "forms", "check", "--year", "2023");

        // A SQLite file is made where it is missing; a PostgreSQL database is migrated by its own verb only.
        Assert.Equal(provider == DatabaseProvider.Sqlite ? ExitCode.Done : ExitCode.OutOfReach, run.Code);
        Assert.Empty(run.Answer);
    }
}
