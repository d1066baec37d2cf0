using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

public class SqliteTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task Connection_IsSetUpForSafety(string pragma, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateContext();
        await db.Database.OpenConnectionAsync(Given.Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, (await command.ExecuteScalarAsync(Given.Cancel))?.ToString());
    }

    [Theory, EachDatabase]
    public async Task SaveChanges_SixteenWritersAtOnce_AllSucceed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await Parallel.ForEachAsync(Enumerable.Range(0, 16), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Given.Cancel },
            async (writer, cancel) =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await using var db = database.CreateContext();
                    db.AddRange(Enumerable.Range(0, 3).Select(n => new Organisation { Name = $"{writer} {i} {n}" }));
                    if (i % 2 == 0)
                        await db.SaveChangesAsync(cancel);
                    else
                        db.SaveChanges();
                }
            });

        await using var look = database.CreateContext();
        Assert.Equal(16 * 20 * 3, await look.Organisations.CountAsync(Given.Cancel));
    }

    [Fact]
    public async Task SaveChanges_WhileAnotherHasATransactionOpen_BothSucceed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var holder = database.CreateContext();
        await using var transaction = await holder.Database.BeginTransactionAsync(Given.Cancel);
        await using var other = database.CreateContext();
        other.Add(new Organisation { Name = "别人" });
        var waiting = Task.Run(() => other.SaveChangesAsync(Given.Cancel), Given.Cancel);

        holder.Add(new Organisation { Name = "自己" });
        await Task.Delay(200, Given.Cancel);
        await holder.SaveChangesAsync(Given.Cancel);
        await transaction.CommitAsync(Given.Cancel);
        await waiting;

        Assert.Equal(2, await other.Organisations.CountAsync(Given.Cancel));
    }

    [Fact]
    public async Task SaveChanges_CancelledAtTheGate_LetsTheNextIn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateContext();
        db.Add(new Organisation { Name = "局" });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.SaveChangesAsync(new CancellationToken(canceled: true)));

        Assert.Equal(1, await db.SaveChangesAsync(Given.Cancel));
    }
}
