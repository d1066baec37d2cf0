using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerfTargets.Core.Data;
using PerfTargets.Core.Data.Startup;

namespace PerfTargets.TestKit.Databases;

/// <summary>A database of one test's own, gone when it is disposed. Made from a copy of a migrated one, so that it costs milliseconds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;

    private TestDatabase(DatabaseProvider provider, string connectionString, Func<ValueTask> drop)
    {
        (Provider, ConnectionString, _drop) = (provider, connectionString, drop);
        Services = BuildServices(Settings);
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>As a host is configured for this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsFor(Provider, ConnectionString);

    /// <summary>Holds the data services as a host registers them, and nothing else.</summary>
    public ServiceProvider Services { get; }

    /// <summary>The tables of the current version are there, and empty.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var server = TestServer.For(provider);
        var connectionString = await server.CopyTemplateAsync();
        return new(provider, connectionString, () => server.DropAsync(connectionString));
    }

    /// <summary>A place for a database that is not there yet.</summary>
    public static TestDatabase CreateMissing(DatabaseProvider provider)
    {
        var server = TestServer.For(provider);
        var connectionString = server.NewConnectionString();
        return new(provider, connectionString, () => server.DropAsync(connectionString));
    }

    /// <summary>A context of its own, as another request or process would have it.</summary>
    public PerfTargetsDbContext CreateContext(params IInterceptor[] interceptors) => Provider == DatabaseProvider.Sqlite
        ? new SqlitePerfTargetsDbContext(Options<SqlitePerfTargetsDbContext>(interceptors))
        : new PostgresPerfTargetsDbContext(Options<PostgresPerfTargetsDbContext>(interceptors));

    /// <summary>The migrator as a starting program has it, over a context of its own.</summary>
    public DatabaseMigrator CreateMigrator(PerfTargetsDbContext context, TimeProvider? time = null) =>
        new(context, Services.GetRequiredService<DatabaseSettings>(), time ?? TimeProvider.System);

    private DbContextOptions<T> Options<T>(IInterceptor[] interceptors) where T : DbContext =>
        new DbContextOptionsBuilder<T>(Services.GetRequiredService<DbContextOptions<T>>()).AddInterceptors(interceptors).Options;

    public async ValueTask DisposeAsync()
    {
        var settings = Services.GetRequiredService<DatabaseSettings>();
        if (Provider == DatabaseProvider.Sqlite)
            SqliteConnection.ClearPool(new SqliteConnection(settings.ConnectionString));
        await Services.DisposeAsync();
        await _drop();
    }

    internal static async Task MigrateAsync(DatabaseProvider provider, string connectionString)
    {
        await using var services = BuildServices(SettingsFor(provider, connectionString));
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        if (provider == DatabaseProvider.Sqlite)
            SqliteConnection.ClearPool(new SqliteConnection(services.GetRequiredService<DatabaseSettings>().ConnectionString));
    }

    private static Dictionary<string, string?> SettingsFor(DatabaseProvider provider, string connectionString) => new()
    {
        [DatabaseSettings.ProviderKey] = provider.ToString(),
        [$"ConnectionStrings:{DatabaseSettings.ConnectionName}"] = connectionString,
    };

    private static ServiceProvider BuildServices(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddPerfTargetsData(configuration, Path.GetTempPath())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
