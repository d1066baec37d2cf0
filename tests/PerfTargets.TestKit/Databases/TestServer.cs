using PerfTargets.Core.Data;

namespace PerfTargets.TestKit.Databases;

/// <summary>Where test databases live: a temporary directory, or a PostgreSQL server.</summary>
internal abstract class TestServer
{
    private static readonly SqliteTestServer Sqlite = new();
    private static readonly Lazy<PostgresTestServer> Postgres = new(() => new PostgresTestServer(PostgresTestServer.Configured
        ?? throw new InvalidOperationException(PostgresTestServer.NotConfigured)));

    private readonly Lazy<Task<string>> _template;

    protected TestServer() => _template = new(MakeTemplateAsync);

    public static TestServer For(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? Sqlite : Postgres.Value;

    /// <summary>Names a database that does not exist.</summary>
    public abstract string NewConnectionString();

    public abstract ValueTask DropAsync(string connectionString);

    public async Task<string> CopyTemplateAsync()
    {
        var copy = NewConnectionString();
        await CopyAsync(await _template.Value, copy);
        return copy;
    }

    protected abstract Task CopyAsync(string template, string copy);

    /// <summary>Migrated once per process, then only copied.</summary>
    protected abstract Task<string> MakeTemplateAsync();
}
