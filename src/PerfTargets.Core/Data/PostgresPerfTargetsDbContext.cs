using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerfTargets.Core.Data.Mappings;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Data;

/// <summary>The database of many bureaus and many web processes.</summary>
public sealed class PostgresPerfTargetsDbContext(DbContextOptions<PostgresPerfTargetsDbContext> options) : PerfTargetsDbContext(options)
{
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
    /// A save that leaves the rows as they were is two statements in one batch, which the server carries out as one transaction without BEGIN and COMMIT: a round
    /// trip less. That the form's update meets no row, because another was faster, is no error there; but that other has left an operation for the same version,
    /// and so the second statement is one.
    /// </summary>
    internal override async Task SaveFormAsync(CancellationToken cancel)
    {
        if (ChangeTracker.Entries().Any(entry => entry.State != EntityState.Unchanged && entry.Entity is not (TargetForm or Operation)))
        {
            await SaveChangesAsync(cancel);
            return;
        }
        try
        {
            Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            await SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException missed) when (missed.InnerException is null)
        {
            // The faster one was a process that knows nothing of answered versions, so that the operation stands there for nothing.
            var ids = ChangeTracker.Entries<Operation>().Select(entry => entry.Entity.Id).ToList();
            await Operations.Where(operation => ids.Contains(operation.Id)).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
        finally
        {
            Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
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
