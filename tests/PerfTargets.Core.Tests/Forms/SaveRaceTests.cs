using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Tests.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Forms;

/// <summary>Another save is committed after this one has looked at the form, and before it writes.</summary>
public sealed class SaveRaceTests : IDisposable
{
    private static readonly FormContent Start = new() { OverallGoal = "目标", Indicators = [Given.Row("一"), Given.Row("二")] };

    private readonly RememberedRows _rows = new();
    private readonly RememberedNeighbours _neighbours = new(TimeProvider.System);
    private readonly RememberedReports _reports = new();

    /// <param name="isOfOldProcess">The faster one is a process that knows nothing of answered versions.</param>
    [Theory]
    [EachDatabase("goal", false)]
    [EachDatabase("goal", true)]
    [EachDatabase("rows", false)]
    [EachDatabase("rows", true)]
    public async Task The_later_save_is_told_that_the_form_has_changed_and_leaves_nothing_behind(DatabaseProvider provider, string typed, bool isOfOldProcess)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var id = (await given.StoreAsync(database, Start)).Id;
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var db = database.CreateContext();
        var service = Service(db, new Moment(() => SaveTheirsAsync(database, id, theirs, isOfOldProcess)));
        var clerk = Clerk(given);
        var form = (await service.FindAsync(id, clerk, Given.Cancel))!;

        var stale = await Assert.ThrowsAsync<StaleFormException>(() => service.SaveAsync(new FormRequest(id, form.Version, mine), Typed(form.Content, typed), clerk, Given.Cancel));

        Assert.Equal(2, stale.CurrentVersion);
        await using var look = database.CreateContext();
        var stored = await look.Forms.WithContent().SingleAsync(Given.Cancel);
        Assert.Equal((2, "他们的目标"), (stored.Version, stored.OverallGoal));
        Assert.Equal(["一", "二"], stored.Content.Indicators.Select(row => row.Name));
        Assert.Equal(theirs, (await look.Operations.SingleAsync(Given.Cancel)).Id);
    }

    [Theory]
    [EachDatabase("goal")]
    [EachDatabase("rows")]
    public async Task Of_one_save_that_is_sent_twice_at_once_both_are_told_that_it_is_stored_and_it_is_stored_once(DatabaseProvider provider, string typed)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var id = (await given.StoreAsync(database, Start)).Id;
        var (request, clerk) = (new FormRequest(id, 1, Guid.CreateVersion7()), Clerk(given));
        await using var db = database.CreateContext();

        async Task SaveAsync()
        {
            await using var other = database.CreateContext();
            await Service(other, new Moment(() => Task.CompletedTask)).SaveAsync(request, Typed(Start, typed), clerk, Given.Cancel);
        }

        await Service(db, new Moment(SaveAsync)).SaveAsync(request, Typed(Start, typed), clerk, Given.Cancel);

        await using var look = database.CreateContext();
        var stored = await look.Forms.WithContent().SingleAsync(Given.Cancel);
        Assert.Equal(2, stored.Version);
        Assert.Equal(Typed(Start, typed).OverallGoal, stored.OverallGoal);
        Assert.Equal(Typed(Start, typed).Indicators, stored.Content.Indicators);
    }

    private static FormContent Typed(FormContent content, string typed) => typed == "goal"
        ? content with { OverallGoal = "我的目标" }
        : content with { Indicators = [content.Indicators[0] with { Name = "我的一" }, new(new Guid("0197a5d2-0000-7000-8000-000000000001"), "output.quantity", "我的新行", "1")] };

    private static async Task SaveTheirsAsync(TestDatabase database, Guid id, Guid operationId, bool isOfOldProcess)
    {
        await using var db = database.CreateContext();
        var form = await db.Forms.WithContent().SingleAsync(Given.Cancel);
        db.Add(new Operation { Id = operationId, FormId = id, AnsweredVersion = isOfOldProcess ? null : form.Version, At = Given.At });
        form.Replace(form.Content with { OverallGoal = "他们的目标" }, Actor.Console, Given.At);
        await db.SaveChangesAsync(Given.Cancel);
    }

    private static Actor Clerk(Given given) => new(Guid.CreateVersion7(), "张三", given.Unit.Id, given.Unit.Name, Role.Filler);

    private FormService Service(PerfTargetsDbContext db, TimeProvider time) => new(
        db, time, new LocalCalendar(new FakeTimeProvider(Given.At.AddDays(1)), TimeZoneInfo.Utc), new CheckContexts(db, new NamedPdfs(), _rows, _neighbours), _rows, _reports);

    public void Dispose()
    {
        _rows.Dispose();
        _neighbours.Dispose();
        _reports.Dispose();
    }

    /// <summary>Does something when the time is asked for first, which a save does between looking and writing. While a context writes, another one would wait for the gate of SQLite.</summary>
    private sealed class Moment(Func<Task> act) : TimeProvider
    {
        private bool _isDone;

        public override DateTimeOffset GetUtcNow()
        {
            if (!_isDone)
            {
                _isDone = true;
                Task.Run(act).GetAwaiter().GetResult();
            }
            return Given.At.AddDays(1);
        }
    }
}
