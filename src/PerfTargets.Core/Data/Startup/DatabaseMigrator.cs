using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PerfTargets.Core.Data.Startup;

/// <summary>What a migration did.</summary>
/// <param name="Applied">The migrations that this call saw missing, in their order; empty when the database was up to date.</param>
/// <param name="Backup">The copy of the SQLite file as it was before; null when there was nothing to keep.</param>
public sealed record MigrationReport(IReadOnlyList<string> Applied, string? Backup = null);

/// <summary>
/// Brings a database to this program's version, or says why the program must not work with it. SQLite has one user, so the program
/// does it at its start; PostgreSQL may serve other processes meanwhile, so there it is an act of its own: <c>perftargets migrate</c>.
/// </summary>
public sealed class DatabaseMigrator(PerfTargetsDbContext db, DatabaseSettings settings, TimeProvider time)
{
    /// <summary>The migrations that the database lacks, in their order; all of them when there is no database yet.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellation)];

    /// <summary>The database answers and lacks nothing. Said without an exception: it is asked again and again.</summary>
    public async Task<bool> CanServeAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await db.Database.CanConnectAsync(cancellation) && (await PendingAsync(cancellation)).Count == 0;
        }
        catch (Exception failed) when (IsDatabaseFailure(failed))
        {
            return false;
        }
    }

    /// <summary>Before serving: SQLite is migrated, PostgreSQL only looked at.</summary>
    /// <exception cref="DatabaseRefusedException">The program must not start with this database.</exception>
    public async Task<MigrationReport> PrepareForServingAsync(CancellationToken cancellation = default)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
            return await MigrateAsync(cancellation);
        return await SayingWhyAsync(async () =>
        {
            if (!await PostgresDatabase.ExistsAsync(settings.ConnectionString, cancellation))
                throw new DatabaseRefusedException("数据库尚未建立，请先运行 perftargets migrate。");
            await RefuseNewerAsync(cancellation);
            var pending = await PendingAsync(cancellation);
            return pending.Count == 0
                ? new MigrationReport([])
                : throw new DatabaseRefusedException($"数据库尚未升级到本版本（缺 {pending.Count} 项），请先运行 perftargets migrate。");
        });
    }

    /// <summary>Makes the database if it is missing and brings it to this version. Does nothing when it is; several may do it at once.</summary>
    /// <exception cref="DatabaseRefusedException">The database cannot be reached or made, or is newer than this program.</exception>
    public Task<MigrationReport> MigrateAsync(CancellationToken cancellation = default) => SayingWhyAsync(() =>
        settings.Provider == DatabaseProvider.Sqlite ? MigrateSqliteAsync(cancellation) : MigratePostgresAsync(cancellation));

    private async Task<MigrationReport> MigratePostgresAsync(CancellationToken cancellation)
    {
        await PostgresDatabase.CreateIfMissingAsync(settings.ConnectionString, cancellation);
        await using var held = await PostgresDatabase.LockMigrationAsync(settings.ConnectionString, cancellation);
        await RefuseNewerAsync(cancellation);
        var pending = await PendingAsync(cancellation);
        if (pending.Count > 0)
            await db.Database.MigrateAsync(cancellation);
        return new(pending);
    }

    private async Task<MigrationReport> MigrateSqliteAsync(CancellationToken cancellation)
    {
        var file = new SqliteFile(settings);
        file.CreateDirectory();
        await using var held = await file.LockAsync(cancellation);
        await RefuseNewerAsync(cancellation);
        var pending = await PendingAsync(cancellation);
        string? backup = null;
        if (pending.Count > 0)
        {
            // We hold the lock that every migrating process takes, so this one is left over from a process that died.
            await file.ReleaseMigrationLockAsync(cancellation);
            backup = await file.BackUpAsync(pending[0], time, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        await file.UseWriteAheadLogAsync(cancellation);
        return new(pending, backup);
    }

    private async Task RefuseNewerAsync(CancellationToken cancellation)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new DatabaseRefusedException($"数据库已由更新版本的程序升级（{unknown[^1]}），本版本不能使用它，请换用更新的版本。");
    }

    private async Task<MigrationReport> SayingWhyAsync(Func<Task<MigrationReport>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failed) when (IsDatabaseFailure(failed))
        {
            throw new DatabaseRefusedException($"无法使用数据库{settings.SqliteFile}：{failed.GetBaseException().Message}", failed);
        }
    }

    private static bool IsDatabaseFailure(Exception failed) =>
        failed is DbException or IOException or UnauthorizedAccessException or TimeoutException
        || (failed is InvalidOperationException && failed.GetBaseException() is DbException);
}
