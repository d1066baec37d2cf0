using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Tests.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Forms;

/// <summary>Who comes, and the form that they ask for, are one question to the database.</summary>
public sealed class AskerTests : IDisposable
{
    private readonly RememberedRows _rows = new();
    private readonly RememberedNeighbours _neighbours = new(TimeProvider.System);
    private readonly RememberedReports _reports = new();

    [Theory, EachDatabase]
    public async Task With_the_account_comes_the_form_and_is_not_asked_for_again(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new FormContent { OverallGoal = "扶持 3 家企业" });
        var clerk = await AddAsync(database, given.Unit, isDisabled: false);
        await using (var earlier = database.CreateContext())
            await Service(earlier).FindAskerAsync(form.Id, clerk.Id, Given.Cancel);
        var queries = new QueryCounter();
        await using var db = database.CreateContext(queries);
        var service = Service(db);

        var account = (await service.FindAskerAsync(form.Id, clerk.Id, Given.Cancel))!;
        var found = await service.FindAsync(form.Id, account.Person, Given.Cancel);

        Assert.Equal(new Account(new Actor(clerk.Id, "张三", given.Unit.Id, given.Unit.Name, Role.Filler), "stamp", false, true), account);
        Assert.Equal(("扶持 3 家企业", 1), (found!.OverallGoal, queries.Count));
    }

    [Theory, EachDatabase]
    public async Task The_account_is_told_as_it_is_now(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new FormContent());
        var clerk = await AddAsync(database, given.Unit, isDisabled: true);
        await using var db = database.CreateContext();

        Assert.True((await Service(db).FindAskerAsync(form.Id, clerk.Id, Given.Cancel))!.IsDisabled);
    }

    [Theory, EachDatabase]
    public async Task A_form_that_is_not_there_tells_nothing_of_who_asks_and_a_form_is_there_for_whoever_asks(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new FormContent());
        var clerk = await AddAsync(database, given.Unit, isDisabled: false);
        await using var db = database.CreateContext();
        var service = Service(db);

        Assert.Null(await service.FindAskerAsync(Guid.CreateVersion7(), clerk.Id, Given.Cancel));
        Assert.Null(await service.FindAskerAsync(form.Id, Guid.CreateVersion7(), Given.Cancel));
        Assert.NotNull(await service.FindAsync(form.Id, new Actor(Guid.CreateVersion7(), "李四", given.Unit.Id, given.Unit.Name, Role.Filler), Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task The_form_that_came_with_the_account_is_shown_only_to_who_may_see_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new FormContent());
        var stranger = await AddAsync(database, given.Unit, isDisabled: false, Role.None);
        await using var db = database.CreateContext();
        var service = Service(db);

        var account = (await service.FindAskerAsync(form.Id, stranger.Id, Given.Cancel))!;

        Assert.Null(await service.FindAsync(form.Id, account.Person with { OrganisationId = Guid.CreateVersion7() }, Given.Cancel));
    }

    private static async Task<StaffMember> AddAsync(TestDatabase database, Organisation unit, bool isDisabled, Role roles = Role.Filler)
    {
        await using var db = database.CreateContext();
        var member = new StaffMember
        {
            Id = Guid.CreateVersion7(),
            UserName = "clerk",
            DisplayName = "张三",
            OrganisationId = unit.Id,
            Roles = roles,
            SecurityStamp = "stamp",
            IsDisabled = isDisabled,
            MustChangePassword = true,
        };
        db.Add(member);
        await db.SaveChangesAsync(Given.Cancel);
        return member;
    }

    private FormService Service(PerfTargetsDbContext db) => new(
        db, TimeProvider.System, new LocalCalendar(TimeProvider.System, TimeZoneInfo.Utc), new CheckContexts(db, new NamedPdfs(), _rows, _neighbours), _rows, _reports);

    public void Dispose()
    {
        _rows.Dispose();
        _neighbours.Dispose();
        _reports.Dispose();
    }
}
