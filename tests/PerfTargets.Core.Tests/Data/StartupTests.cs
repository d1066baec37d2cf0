using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

public class StartupTests
{
    [Theory, EachDatabase]
    public async Task Prepare_NewerDatabase_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')", Given.Cancel);
        var migrator = database.CreateMigrator(db);

        var serving = await Assert.ThrowsAsync<DatabaseRefusedException>(() => migrator.PrepareForServingAsync(Given.Cancel));
        var migrating = await Assert.ThrowsAsync<DatabaseRefusedException>(() => migrator.MigrateAsync(Given.Cancel));

        Assert.Contains("29990101000000_Later", serving.Message, StringComparison.Ordinal);
        Assert.Equal(serving.Message, migrating.Message);
    }

    [Theory, EachDatabase]
    public async Task Prepare_CurrentDatabase_DoesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        var report = await database.CreateMigrator(db).PrepareForServingAsync(Given.Cancel);

        Assert.Empty(report.Applied);
        Assert.Null(report.Backup);
    }

    [Theory, EachDatabase]
    public async Task Prepare_NoDatabase_OnlySqliteMakesIt(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);
        await using var db = database.CreateContext();
        var migrator = database.CreateMigrator(db);

        var refused = await Record.ExceptionAsync(() => migrator.PrepareForServingAsync(Given.Cancel));

        if (provider == DatabaseProvider.Postgres)
            Assert.Contains("perftargets migrate", Assert.IsType<DatabaseRefusedException>(refused).Message, StringComparison.Ordinal);
        Assert.Equal(provider == DatabaseProvider.Sqlite, await migrator.CanServeAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Prepare_MigrationMissing_OnlySqliteMigrates(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE data_protection_keys", Given.Cancel);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"", Given.Cancel);
        var migrator = database.CreateMigrator(db);

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => migrator.PrepareForServingAsync(Given.Cancel));

        // The tables of the first migration are there already, so SQLite's attempt shows in its failure.
        Assert.Contains(provider == DatabaseProvider.Postgres ? "perftargets migrate" : "already exists", refused.Message, StringComparison.Ordinal);
        Assert.False(await migrator.CanServeAsync(Given.Cancel));
    }

    [Fact]
    public async Task Prepare_ServerAway_SaysSo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var settings = new DatabaseSettings(DatabaseProvider.Postgres, "Host=127.0.0.1;Port=1;Database=perftargets;Timeout=2");
        var options = new DbContextOptionsBuilder<PostgresPerfTargetsDbContext>().UseNpgsql(settings.ConnectionString).Options;
        await using var db = new PostgresPerfTargetsDbContext(options);
        var migrator = new Core.Data.Startup.DatabaseMigrator(db, settings, TimeProvider.System);

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => migrator.PrepareForServingAsync(Given.Cancel));

        Assert.StartsWith("无法使用数据库", refused.Message, StringComparison.Ordinal);
        Assert.False(await migrator.CanServeAsync(Given.Cancel));
    }

    [Fact]
    public async Task Migrate_SqliteWithContentAndAStaleLock_BacksUpFirstAndDoesNotWait()
    {
        await using var database = TestDatabase.CreateMissing(DatabaseProvider.Sqlite);
        await ExecuteAsync(database.ConnectionString, """
            CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('before');
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2023-01-01 00:00:00');
            """);
        await using var db = database.CreateContext();
        var time = new FakeTimeProvider(new DateTimeOffset(2023, 3, 1, 8, 30, 15, TimeSpan.Zero));

        var report = await database.CreateMigrator(db, time).PrepareForServingAsync(Given.Cancel).WaitAsync(TimeSpan.FromSeconds(30), Given.Cancel);

        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        Assert.Equal($"{file}.backup-20230301T083015000Z-before-{report.Applied[0]}", report.Backup);
        Assert.Equal("before", await ExecuteAsync($"Data Source={report.Backup};Pooling=False", "SELECT text FROM notes"));
        Assert.Equal(0L, await ExecuteAsync($"Data Source={report.Backup};Pooling=False", "SELECT count(*) FROM sqlite_master WHERE name = 'forms'"));
        await Given.InAsync(database);
    }

    [Fact]
    public async Task Migrate_WhileAnotherProcessMigrates_WaitsForIt()
    {
        await using var database = TestDatabase.CreateMissing(DatabaseProvider.Sqlite);
        await using var db = database.CreateContext();
        var held = new FileStream(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + ".lock",
            FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var migrating = database.CreateMigrator(db).MigrateAsync(Given.Cancel);
        await Task.Delay(300, Given.Cancel);
        Assert.False(migrating.IsCompleted);
        await held.DisposeAsync();

        Assert.NotEmpty((await migrating).Applied);
    }

    [Fact]
    public async Task Prepare_FileThatIsNoDatabase_IsRefusedAndLeftAlone()
    {
        await using var database = TestDatabase.CreateMissing(DatabaseProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await File.WriteAllTextAsync(file, new string('x', 5000), Given.Cancel);
        await using var db = database.CreateContext();

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => database.CreateMigrator(db).PrepareForServingAsync(Given.Cancel));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file, Given.Cancel));
    }

    [Fact]
    public async Task Prepare_DirectoryMissing_MakesItForItsOwnerAlone()
    {
        await using var database = TestDatabase.CreateMissing(DatabaseProvider.Sqlite);
        var directory = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!;
        Directory.Delete(directory);
        await using var db = database.CreateContext();

        await database.CreateMigrator(db).PrepareForServingAsync(Given.Cancel);

        Assert.True(Directory.Exists(directory));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection(connectionString + (connectionString.Contains("Pooling", StringComparison.Ordinal) ? "" : ";Pooling=False"));
        await connection.OpenAsync(Given.Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Given.Cancel);
    }
}
