using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Hosting;

public sealed class StartTests
{
    [Theory, EachDatabase]
    public async Task A_start_forgets_the_uses_of_buttons_that_nobody_will_repeat(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var limit = TestApp.Start.UtcDateTime - Operations.KeptFor;
        var (old, kept) = (new Operation { Id = Guid.CreateVersion7(), At = limit.AddSeconds(-1) }, new Operation { Id = Guid.CreateVersion7(), At = limit });
        await using (var db = database.CreateContext())
        {
            db.AddRange(old, kept);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var app = TestApp.On(database);
        var left = await app.WithAsync<PerfTargetsDbContext, List<Guid>>(db => db.Operations.Select(one => one.Id).ToListAsync());

        Assert.Equal([kept.Id], left);
    }
}
