using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PerfTargets.Core.Data;

/// <summary>For <c>add-migration</c> only: making a migration needs the model and no database.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePerfTargetsDbContext>
{
    public SqlitePerfTargetsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePerfTargetsDbContext>();
        new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=design-time.db").Apply(options);
        return new(options.Options);
    }
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresPerfTargetsDbContext>
{
    public PostgresPerfTargetsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresPerfTargetsDbContext>();
        new DatabaseSettings(DatabaseProvider.Postgres, "Host=design-time;Database=design-time").Apply(options);
        return new(options.Options);
    }
}
