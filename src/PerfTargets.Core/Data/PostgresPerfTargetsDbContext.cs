using Microsoft.EntityFrameworkCore;

namespace PerfTargets.Core.Data;

/// <summary>The database of many bureaus and many web processes.</summary>
public sealed class PostgresPerfTargetsDbContext(DbContextOptions<PostgresPerfTargetsDbContext> options) : PerfTargetsDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // By bytes, as SQLite does it: the same order on every server, whatever locale its database was made with.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");
    }
}
