using Microsoft.EntityFrameworkCore;
using Npgsql;
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

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // By bytes, as SQLite does it: the same order on every server, whatever locale its database was made with.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");
    }

    /// <summary>
    /// Another edit of the same form has just used the key of a new row. The form's stale version says so too, but the commands travel
    /// together and Npgsql reports the row's failure before EF counts what the form's update has met.
    /// </summary>
    private bool IsRowOfAnotherEdit(DbUpdateException failed) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken
        && Model.FindEntityType(typeof(TargetForm))!.GetReferencingForeignKeys()
            .Any(key => key.DeleteBehavior == DeleteBehavior.Cascade && key.DeclaringEntityType.GetTableName() == taken.TableName);
}
