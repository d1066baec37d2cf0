using Npgsql;

namespace PerfTargets.Core.Data.Startup;

/// <summary>What is done on the server beside the tables: is the database there, and make it.</summary>
internal static class PostgresDatabase
{
    private const string MaintenanceDatabase = "postgres";

    /// <summary>Any number that nothing else in the database uses (an advisory lock is the database's own).</summary>
    private const long MigrationLock = 7_301_202_301;

    /// <exception cref="DatabaseRefusedException">It is there and could not hold every character.</exception>
    public static async Task<bool> ExistsAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString).ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
        return connection.PostgresParameters.GetValueOrDefault("server_encoding") is "UTF8"
            ? true
            : throw new DatabaseRefusedException($"数据库 {connection.Database} 的编码不是 UTF8，不能保存全部汉字，请用 UTF8 编码重新建立。");
    }

    public static async Task CreateIfMissingAsync(string connectionString, CancellationToken cancellation)
    {
        if (await ExistsAsync(connectionString, cancellation))
            return;
        var builder = Unpooled(connectionString);
        var name = builder.Database!;
        builder.Database = MaintenanceDatabase;
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            // Spelled out, because a server's own defaults may be an encoding that cannot hold Chinese.
            command.CommandText = $"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'";
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException raced) when (raced.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it in this moment.
        }
        catch (PostgresException forbidden)
        {
            throw new DatabaseRefusedException(
                $"数据库 {name} 不存在，账号 {builder.Username} 也不能建立它（{forbidden.MessageText}），请由数据库管理员用 UTF8 编码建立后再运行。", forbidden);
        }
    }

    /// <summary>
    /// Waits until no other process migrates this database, and keeps them out until the connection is disposed. EF's own lock ends with
    /// each migration's transaction, while the list of migrations to apply was read before the first of them.
    /// </summary>
    public static async Task<IAsyncDisposable> LockMigrationAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(Unpooled(connectionString).ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT pg_advisory_lock({MigrationLock})";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Unpooled(string connectionString) => new(connectionString) { Pooling = false };
}
