using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PerfTargets.Core.Data;

/// <summary>The embedded database: one file, and one writer at a time, who is let in by a gate instead of fighting for the file's lock.</summary>
public sealed class SqlitePerfTargetsDbContext(DbContextOptions<SqlitePerfTargetsDbContext> options) : PerfTargetsDbContext(options)
{
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (HoldsWriteLock)
            return base.SaveChanges(acceptAllChangesOnSuccess);
        var gate = Gate;
        gate.Wait();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            gate.Release();
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (HoldsWriteLock)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var gate = Gate;
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>An open transaction already has the file's write lock: waiting at the gate for someone who waits for that lock would never end.</summary>
    private bool HoldsWriteLock => Database.CurrentTransaction is not null;

    /// <summary>By the name in the settings: an open connection gives the file another one where links lead to it.</summary>
    private SemaphoreSlim Gate => SqliteWriteGate.Of(new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource);
}
