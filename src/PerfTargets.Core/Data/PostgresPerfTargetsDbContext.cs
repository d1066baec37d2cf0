using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerfTargets.Core.Data.Mappings;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Data;

/// <summary>The database of many bureaus and many web processes.</summary>
public sealed class PostgresPerfTargetsDbContext(DbContextOptions<PostgresPerfTargetsDbContext> options) : PerfTargetsDbContext(options)
{
    /// <summary>In rows. A batch takes twice as many.</summary>
    private const int SurelyOneBatch = 500;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        catch (DbUpdateException failed) when (IsRowOfAnotherEdit(failed))
        {
            throw new DbUpdateConcurrencyException(failed.Message, failed);
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException failed) when (IsRowOfAnotherEdit(failed))
        {
            throw new DbUpdateConcurrencyException(failed.Message, failed);
        }
    }

    /// <summary>
    /// What is sent as one batch is one transaction to the server without BEGIN and COMMIT, which saves a round trip. That the form's update meets no row,
    /// because another was faster, is no error there; but then the operation is one: that other has left its own for the same version.
    /// </summary>
    internal override async Task SaveFormAsync(CancellationToken cancel)
    {
        // Once is enough, also for SaveChanges.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        if (ChangeTracker.Entries().Count(entry => entry.State != EntityState.Unchanged) <= SurelyOneBatch)
            Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        try
        {
            await SaveChangesAsync(cancel);
        }
        finally
        {
            Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // By bytes, as SQLite does it: the same order on every server, whatever locale its database was made with.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");
    }

    /// <summary>
    /// Another edit of the same form has just used the key of a new row, or has answered to the same version. The form's stale version says so too, but the
    /// commands travel together and Npgsql reports the row's failure before EF counts what the form's update has met.
    /// </summary>
    private bool IsRowOfAnotherEdit(DbUpdateException failed) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken
        && (taken.ConstraintName == OperationMapping.OneForAVersion
            || Model.FindEntityType(typeof(TargetForm))!.GetReferencingForeignKeys()
                .Any(key => key.DeleteBehavior == DeleteBehavior.Cascade && key.DeclaringEntityType.GetTableName() == taken.TableName));
}
