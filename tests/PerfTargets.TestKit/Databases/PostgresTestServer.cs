using Npgsql;
using PerfTargets.Core.Data;

namespace PerfTargets.TestKit.Databases;

/// <summary>A PostgreSQL server that belongs to the tests: they create and drop databases there.</summary>
internal sealed class PostgresTestServer(string server) : TestServer
{
    public const string Variable = "PERFTARGETS_TEST_POSTGRES";
    public const string NotConfigured = $"PostgreSQL was not tested: {Variable} is not set (tests/run sets it).";

    /// <summary>"Host=…;Port=…;Username=…;Password=…", without a database.</summary>
    public static string? Configured => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public override string NewConnectionString() => new NpgsqlConnectionStringBuilder(server)
    {
        Database = $"perftargets_test_{Guid.CreateVersion7():N}",
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 5,
        IncludeErrorDetail = true,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    public override async ValueTask DropAsync(string connectionString) =>
        await ExecuteAsync($"DROP DATABASE IF EXISTS {NameOf(connectionString)} WITH (FORCE)");

    protected override Task CopyAsync(string template, string copy) =>
        ExecuteAsync($"CREATE DATABASE {NameOf(copy)} TEMPLATE {NameOf(template)}", " STRATEGY file_copy");

    protected override async Task<string> MakeTemplateAsync()
    {
        // No pool: a database that someone is connected to cannot be copied.
        var template = new NpgsqlConnectionStringBuilder(NewConnectionString()) { Pooling = false }.ConnectionString;
        await TestDatabase.MigrateAsync(DatabaseProvider.Postgres, template);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(template).AsTask().GetAwaiter().GetResult();
        return template;
    }

    /// <param name="since15">Added to the command from PostgreSQL 15 on: there, copying files is four times as fast as the default.</param>
    private async Task ExecuteAsync(string sql, string since15 = "")
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(connection.PostgreSqlVersion.Major >= 15 ? sql + since15 : sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;
}
