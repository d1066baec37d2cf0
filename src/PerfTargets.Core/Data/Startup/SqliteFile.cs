using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PerfTargets.Core.Data.Startup;

/// <summary>What is done to the database file itself, beside the tables in it.</summary>
internal sealed class SqliteFile(DatabaseSettings settings)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly string _path = settings.SqliteFile ?? throw new ArgumentException("Not a SQLite database.", nameof(settings));

    /// <summary>The file holds password hashes and keys: a directory made for it is its owner's alone.</summary>
    public void CreateDirectory()
    {
        var directory = Path.GetDirectoryName(_path)!;
        if (Directory.Exists(directory))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// One process at a time, by a lock of the operating system, which no dead process keeps. The file beside the database stays:
    /// deleting it would let two processes hold two locks of the same name.
    /// </summary>
    public async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + LongestWait;
        while (true)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(_path + ".lock") && DateTime.UtcNow < until)
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }

    /// <summary>EF marks a running migration by a row, and waits for ever for a row that a killed process left.</summary>
    public async Task ReleaseMigrationLockAsync(CancellationToken cancellation)
    {
        if (!File.Exists(_path))
            return;
        await using var connection = await OpenAsync(cancellation);
        if (await ScalarAsync(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellation) is > 0L)
            await ScalarAsync(connection, "DELETE FROM \"__EFMigrationsLock\"", cancellation);
    }

    /// <summary>A copy made by SQLite itself: copying a live file would miss what is still in its write-ahead log.</summary>
    /// <returns>The copy's path; null when there is nothing in the file yet.</returns>
    public async Task<string?> BackUpAsync(string beforeMigration, TimeProvider time, CancellationToken cancellation)
    {
        if (!File.Exists(_path))
            return null;
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var backup = $"{_path}.backup-{stamp}-before-{beforeMigration}";
        var unfinished = backup + ".unfinished";
        await using var connection = await OpenAsync(cancellation);
        if (await ScalarAsync(connection, "SELECT count(*) FROM sqlite_master", cancellation) is 0L)
            return null;
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", unfinished);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch
        {
            // A disk that is full shall not be filled by half copies of every new start.
            File.Delete(unfinished);
            throw;
        }
        using (var copy = File.OpenHandle(unfinished, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(copy);
        File.Move(unfinished, backup);
        return backup;
    }

    /// <summary>Kept in the file; a file restored from a backup has lost it.</summary>
    public async Task UseWriteAheadLogAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        if (await ScalarAsync(connection, "PRAGMA journal_mode = WAL", cancellation) is not "wal")
            throw new DatabaseRefusedException($"数据库文件 {_path} 不能使用 WAL 方式，请把它放在本机磁盘上（不能放在网络盘）。");
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }
}
