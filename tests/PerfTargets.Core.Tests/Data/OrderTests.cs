using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

public class OrderTests
{
    private static readonly string[] ByBytes = ["1", "10", "2", "A1", "B1", "a1", "b", "é", "教", "财", "\uFF21", "𠮷"];

    [Theory, EachDatabase]
    public async Task Codes_AreOrderedByTheirBytes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        Assert.Equal(ByBytes, await OrderedAsync(database));
    }

    [Theory, EachDatabase(PostgresOnly = true)]
    public async Task Codes_InADatabaseOfAnotherLocale_AreOrderedByTheirBytes(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);
        await CreateWithChineseOrderAsync(database.ConnectionString);
        await using (var db = database.CreateContext())
            await database.CreateMigrator(db).MigrateAsync(Given.Cancel);

        Assert.Equal(ByBytes, await OrderedAsync(database));
    }

    private static async Task<List<string?>> OrderedAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        db.AddRange(ByBytes.Reverse().Select(code => new Organisation { Code = code, Name = code }));
        await db.SaveChangesAsync(Given.Cancel);
        return await db.Organisations.OrderBy(one => one.Code).Select(one => one.Code).ToListAsync(Given.Cancel);
    }

    private static async Task CreateWithChineseOrderAsync(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var name = builder.Database;
        builder.Database = "postgres";
        builder.Pooling = false;
        await using var server = new NpgsqlConnection(builder.ConnectionString);
        await server.OpenAsync(Given.Cancel);
        await using var create = new NpgsqlCommand(
            $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh' LOCALE 'C'", server);
        await create.ExecuteNonQueryAsync(Given.Cancel);
    }
}
