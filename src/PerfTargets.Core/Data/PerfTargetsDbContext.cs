using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data.Mappings;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Data;

/// <summary>The one model of both databases. What differs between them stands in the two subclasses, and nowhere else.</summary>
public abstract class PerfTargetsDbContext(DbContextOptions options)
    : IdentityUserContext<StaffMember, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<BudgetYear> Years => Set<BudgetYear>();
    public DbSet<ApprovedTotal> ApprovedTotals => Set<ApprovedTotal>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<StaffMember> Staff => Users;
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<TargetForm> Forms => Set<TargetForm>();
    public DbSet<FormEvent> FormEvents => Set<FormEvent>();
    public DbSet<FormSnapshot> FormSnapshots => Set<FormSnapshot>();
    public DbSet<LibraryIndicator> LibraryIndicators => Set<LibraryIndicator>();
    public DbSet<Operation> Operations => Set<Operation>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Fixed here, so that the model and its migrations do not depend on how a host configures Identity.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>Stores one form that was saved, and the operation with it: all of it, or nothing.</summary>
    internal virtual Task SaveFormAsync(CancellationToken cancel) => SaveChangesAsync(cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeOffsetConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumColumn.MaxLength);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        IdentityMapping.Apply(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PerfTargetsDbContext).Assembly);
    }
}
