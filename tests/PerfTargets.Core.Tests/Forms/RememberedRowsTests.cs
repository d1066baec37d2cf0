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

public sealed class RememberedRowsTests
{
    private static readonly FormContent Everything = new()
    {
        ProjectName = "企业扶持资金",
        OverallGoal = "扶持 3 家企业",
        Funds = [new("total", Amount.FromTyped("36")), new("fiscal", Amount.FromTyped("三十"))],
        Indicators = [Given.Row("扶持企业", "3 家"), Given.Row("举办培训", "2 次"), Given.Row("")],
        NotApplicable = [new("benefit.ecological", "不产生排放")],
        Reasons = [new("Q1", "overallGoal", "扶持 3 家企业", "已与企业核实")],
        Unconfirmed = ["overallGoal", "projectPeriod"],
    };

    [Theory, EachDatabase]
    public async Task A_form_that_was_read_is_read_again_without_its_rows_and_is_the_same(DatabaseProvider provider)
    {
        await using var process = await Process.StartAsync(provider);
        var id = await process.StoreAsync(Everything);

        var (first, asked) = await process.ReadAsync(id);
        var (again, askedAgain) = await process.ReadAsync(id);

        Assert.Equal((7, 1), (asked, askedAgain));
        Assert.Equivalent(first, again, strict: true);
        Assert.Equal(Everything.Indicators, again.Indicators);
    }

    [Theory, EachDatabase]
    public async Task What_another_process_has_saved_is_read_anew(DatabaseProvider provider)
    {
        await using var process = await Process.StartAsync(provider);
        var id = await process.StoreAsync(Everything);
        await process.ReadAsync(id);

        await process.AnotherOne().SaveAsync(id, content => content with { Indicators = [.. content.Indicators.Skip(1), Given.Row("新的一行")] });

        Assert.Equal(["举办培训", "", "新的一行"], (await process.ReadAsync(id)).Content.Indicators.Select(row => row.Name));
    }

    [Theory, EachDatabase]
    public async Task Rows_that_were_remembered_are_changed_removed_and_moved_in_the_database_as_others_are(DatabaseProvider provider)
    {
        await using var process = await Process.StartAsync(provider);
        var id = await process.StoreAsync(Everything);
        await process.ReadAsync(id);

        await process.SaveAsync(id, content => content with
        {
            Funds = [new("total", Amount.FromTyped("40")), new("fiscal", Amount.FromTyped("三十"))],
            Indicators = [content.Indicators[1], content.Indicators[0] with { Value = "4 家" }, Given.Row("新的一行")],
            NotApplicable = [],
            Unconfirmed = ["projectPeriod"],
        });
        await process.SaveAsync(id, content => content with { Reasons = [], Indicators = [.. content.Indicators, Given.Row("又一行")] });

        var stored = (await process.AnotherOne().ReadAsync(id)).Content;
        Assert.Equal(["举办培训 2 次", "扶持企业 4 家", "新的一行 1", "又一行 1"], stored.Indicators.Select(row => $"{row.Name} {row.Value}"));
        Assert.Equal(("40.00", "三十"), (stored.FundsOf("total").Text, stored.FundsOf("fiscal").Text));
        Assert.Equal((0, 0, "projectPeriod"), (stored.NotApplicable.Count, stored.Reasons.Count, Assert.Single(stored.Unconfirmed)));
        Assert.Equivalent(stored, (await process.ReadAsync(id)).Content, strict: true);
    }

    [Theory, EachDatabase]
    public async Task Rows_are_removed_also_by_who_saves_without_having_looked_before(DatabaseProvider provider)
    {
        await using var process = await Process.StartAsync(provider);
        var id = await process.StoreAsync(Everything);
        await process.ReadAsync(id);

        await process.SaveUnseenAsync(id, version: 1, Everything with { Indicators = [Everything.Indicators[1]], NotApplicable = [], Reasons = [] });

        var stored = (await process.AnotherOne().ReadAsync(id)).Content;
        Assert.Equal("举办培训", Assert.Single(stored.Indicators).Name);
        Assert.Equal((0, 0), (stored.NotApplicable.Count, stored.Reasons.Count));
    }

    [Theory, EachDatabase]
    public async Task Where_the_head_alone_is_changed_the_remembered_rows_stay_as_they_are_stored(DatabaseProvider provider)
    {
        await using var process = await Process.StartAsync(provider);
        var confirmed = Everything with { Unconfirmed = [] };
        var id = await process.StoreAsync(confirmed);
        await process.ReadAsync(id);

        await process.SaveAsync(id, content => content with { OverallGoal = "扶持 4 家企业", ProjectPeriod = "2 年" });

        var stored = (await process.AnotherOne().ReadAsync(id)).Content;
        Assert.Equal(("扶持 4 家企业", "2 年"), (stored.OverallGoal, stored.ProjectPeriod));
        Assert.Equal(confirmed.Indicators, stored.Indicators);
        Assert.Equal(confirmed.Funds, stored.Funds);
        Assert.Equal(confirmed.NotApplicable, stored.NotApplicable);
        Assert.Equal(confirmed.Reasons, stored.Reasons);
        Assert.Equivalent(stored, (await process.ReadAsync(id)).Content, strict: true);
    }

    [Fact]
    public async Task A_form_of_the_same_version_from_a_database_that_was_set_back_is_another_one()
    {
        await using var process = await Process.StartAsync(DatabaseProvider.Sqlite);
        var id = await process.StoreAsync(Everything);
        await process.ReadAsync(id);

        await process.AnotherOne().SaveAsync(id, content => content with { Indicators = [] }, versions: 0);

        Assert.Empty((await process.ReadAsync(id)).Content.Indicators);
    }

    /// <summary>One process of the program on a database, with a memory of its own.</summary>
    private sealed class Process(TestDatabase database, Given given, FakeTimeProvider time, bool ownsDatabase) : IAsyncDisposable
    {
        private readonly RememberedRows _remembered = new();
        private readonly RememberedNeighbours _neighbours = new(TimeProvider.System);
        private readonly RememberedReports _reports = new();
        private readonly Actor _clerk = new(Guid.CreateVersion7(), "张三", given.Unit.Id, given.Unit.Name, Role.Filler);

        public static async Task<Process> StartAsync(DatabaseProvider provider)
        {
            var database = await TestDatabase.CreateAsync(provider);
            return new(database, await Given.InAsync(database), new FakeTimeProvider(Given.At.AddDays(1)), ownsDatabase: true);
        }

        public Process AnotherOne() => new(database, given, time, ownsDatabase: false);

        public async Task<Guid> StoreAsync(FormContent content) => (await given.StoreAsync(database, content)).Id;

        public async Task<(FormContent Content, int Queries)> ReadAsync(Guid id)
        {
            var queries = new QueryCounter();
            await using var db = database.CreateContext(queries);
            var form = await Service(db).FindAsync(id, _clerk, Given.Cancel);
            return (form!.Content, queries.Count);
        }

        /// <param name="versions">By how many the form's version is higher then.</param>
        public async Task SaveAsync(Guid id, Func<FormContent, FormContent> change, int versions = 1)
        {
            time.Advance(TimeSpan.FromSeconds(3));
            await using var db = database.CreateContext();
            var service = Service(db);
            var form = (await service.FindAsync(id, _clerk, Given.Cancel))!;
            await service.SaveAsync(new FormRequest(id, form.Version, Guid.CreateVersion7()), change(form.Content), _clerk, Given.Cancel);
            await db.Forms.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version - 1 + versions), Given.Cancel);
        }

        public async Task SaveUnseenAsync(Guid id, long version, FormContent content)
        {
            await using var db = database.CreateContext();
            await Service(db).SaveAsync(new FormRequest(id, version, Guid.CreateVersion7()), content, _clerk, Given.Cancel);
        }

        public async ValueTask DisposeAsync()
        {
            _remembered.Dispose();
            _neighbours.Dispose();
            _reports.Dispose();
            if (ownsDatabase)
                await database.DisposeAsync();
        }

        private FormService Service(PerfTargetsDbContext db) =>
            new(db, time, new LocalCalendar(time, TimeZoneInfo.Utc), new CheckContexts(db, new NamedPdfs(), _remembered, _neighbours), _remembered, _reports);
    }
}
