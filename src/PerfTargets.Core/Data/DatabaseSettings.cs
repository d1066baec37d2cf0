using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace PerfTargets.Core.Data;

/// <summary>Which database, and where: read once, refused at once when it is not said clearly. There is no silent fallback.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public const string ProviderKey = "Database:Provider";
    public const string ConnectionName = "PerfTargets";
    private const int CommandTimeoutSeconds = 30;
    private const int PreparedStatements = 100;

    /// <summary>The database file's full path; only SQLite has one.</summary>
    public string? SqliteFile => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <param name="configuration">Has <c>Database:Provider</c> and <c>ConnectionStrings:PerfTargets</c>.</param>
    /// <param name="baseDirectory">What a relative path of a SQLite file is relative to.</param>
    /// <exception cref="DatabaseRefusedException">One of the two is missing or cannot be used.</exception>
    public static DatabaseSettings Read(IConfiguration configuration, string baseDirectory)
    {
        var provider = ReadProvider(configuration[ProviderKey]);
        var text = configuration.GetConnectionString(ConnectionName);
        if (string.IsNullOrWhiteSpace(text))
            throw new DatabaseRefusedException($"没有配置数据库连接：请设置 ConnectionStrings:{ConnectionName}。");
        try
        {
            return new(provider, provider == DatabaseProvider.Sqlite ? Sqlite(text, baseDirectory) : Postgres(text));
        }
        catch (ArgumentException wrong)
        {
            throw new DatabaseRefusedException($"数据库连接 ConnectionStrings:{ConnectionName} 无法识别，请按 {provider} 的格式填写。", wrong);
        }
    }

    /// <summary>A list is one parameter: each of its members by itself would be another statement for each length, and can be more than a database takes.</summary>
    private const ParameterTranslationMode Lists = ParameterTranslationMode.Parameter;

    internal void Apply(DbContextOptionsBuilder options)
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            options.UseSqlite(ConnectionString, sqlite => sqlite
                .CommandTimeout(CommandTimeoutSeconds)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .UseParameterizedCollectionMode(Lists));
            options.AddInterceptors(new SqlitePragmas());
        }
        else
        {
            options.UseNpgsql(ConnectionString, postgres => postgres
                .CommandTimeout(CommandTimeoutSeconds)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .UseParameterizedCollectionMode(Lists)
                .ConfigureDataSource(source => source.UsePhysicalConnectionInitializer(PlanOnce, PlanOnceAsync)));
        }
        options.UseSnakeCaseNamingConvention();
    }

    /// <summary>
    /// What is prepared is looked up by keys, and the plan is the same whatever they are. Without this the server would make a plan anew for each list of ids,
    /// which takes it longer than the query.
    /// </summary>
    private const string PlanOnceSql = "SET plan_cache_mode = force_generic_plan";

    private static void PlanOnce(NpgsqlConnection opened)
    {
        using var command = new NpgsqlCommand(PlanOnceSql, opened);
        command.ExecuteNonQuery();
    }

    private static async Task PlanOnceAsync(NpgsqlConnection opened)
    {
        await using var command = new NpgsqlCommand(PlanOnceSql, opened);
        await command.ExecuteNonQueryAsync();
    }

    private static DatabaseProvider ReadProvider(string? name) => name switch
    {
        nameof(DatabaseProvider.Sqlite) => DatabaseProvider.Sqlite,
        nameof(DatabaseProvider.Postgres) => DatabaseProvider.Postgres,
        null or "" => throw new DatabaseRefusedException($"没有配置数据库类型：请把 {ProviderKey} 设为 Sqlite 或 Postgres。"),
        _ => throw new DatabaseRefusedException($"不支持的数据库类型“{name}”：{ProviderKey} 只能是 Sqlite 或 Postgres。"),
    };

    private static string Sqlite(string text, string baseDirectory)
    {
        var builder = new SqliteConnectionStringBuilder(text);
        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.Mode == SqliteOpenMode.Memory
            || builder.DataSource.StartsWith(':') || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new DatabaseRefusedException($"SQLite 数据库必须是一个文件：请在 ConnectionStrings:{ConnectionName} 中写 Data Source=文件路径。");
        }
        if (builder.Cache == SqliteCacheMode.Shared)
            throw new DatabaseRefusedException("SQLite 连接不能使用 Cache=Shared，请删去这一项。");
        builder.DataSource = Path.GetFullPath(builder.DataSource, Path.GetFullPath(baseDirectory));
        builder.ForeignKeys = true;
        builder.DefaultTimeout = CommandTimeoutSeconds;
        return builder.ConnectionString;
    }

    private static string Postgres(string text)
    {
        var builder = new NpgsqlConnectionStringBuilder(text);
        if (string.IsNullOrWhiteSpace(builder.Database))
            throw new DatabaseRefusedException($"ConnectionStrings:{ConnectionName} 中缺少 Database=数据库名。");
        // What is written down stands. ContainsKey would say yes to every word that the builder knows.
        var written = builder.Keys;
        // Without this, a server image that lacks the library for it gets a line of noise on every start.
        if (!written.Contains("GSS Encryption Mode"))
            builder.GssEncryptionMode = GssEncryptionMode.Disable;
        // The same few queries again and again: the server plans each once for a connection.
        if (!written.Contains("Max Auto Prepare"))
            builder.MaxAutoPrepare = PreparedStatements;
        // Nothing here changes a session's settings, so that a request need not begin by setting them back.
        if (!written.Contains("No Reset On Close"))
            builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }
}
