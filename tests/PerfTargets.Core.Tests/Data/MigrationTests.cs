using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

public class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public void Model_HasNoChangeWithoutMigration(DatabaseProvider provider)
    {
        using PerfTargetsDbContext db = provider == DatabaseProvider.Sqlite
            ? new SqliteDesignTimeFactory().CreateDbContext([])
            : new PostgresDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "Run src/PerfTargets.Core/Data/add-migration NAME.");
    }

    [Fact]
    public void BothSets_HaveTheSameMigrations()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgres = new PostgresDesignTimeFactory().CreateDbContext([]);

        Assert.Equal(Names(sqlite), Names(postgres));

        static List<string> Names(DbContext db) => [.. db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }

    [Theory, EachDatabase]
    public async Task Migrate_FromNothing_MakesTheDatabaseOnce(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);
        await using var db = database.CreateContext();
        var migrator = database.CreateMigrator(db);

        Assert.False(await migrator.CanServeAsync(Given.Cancel));
        var first = await migrator.MigrateAsync(Given.Cancel);
        var second = await migrator.MigrateAsync(Given.Cancel);

        Assert.Equal(db.Database.GetMigrations(), first.Applied);
        Assert.Null(first.Backup);
        Assert.Empty(second.Applied);
        Assert.True(await migrator.CanServeAsync(Given.Cancel));
        await Given.InAsync(database);
    }

    [Theory, EachDatabase]
    public async Task Migrate_ManyAtOnce_AllSucceed(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = database.CreateContext();
            await database.CreateMigrator(db).MigrateAsync(Given.Cancel);
        })));

        await using var look = database.CreateContext();
        Assert.Equal(look.Database.GetMigrations(), await look.Database.GetAppliedMigrationsAsync(Given.Cancel));
    }
}
