using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Forms; using PerfTargets.Core.Organisations; using PerfTargets.Core.Projects; using PerfTargets.Core.Years;
namespace PerfTargets.Core.Data;
public abstract class PerfTargetsDbContext : IdentityUserContext<StaffMember, Guid>, IDataProtectionKeyContext {
 public DbSet<TargetForm> Forms => Set<TargetForm>(); public DbSet<Project> Projects => Set<Project>(); public DbSet<BudgetYear> Years => Set<BudgetYear>(); public DbSet<Operation> Operations => Set<Operation>(); public DbSet<FormEvent> FormEvents=>Set<FormEvent>(); public DbSet<FormSnapshot> FormSnapshots => Set<FormSnapshot>(); public DbSet<Organisation> Organisations=>Set<Organisation>(); public DbSet<StaffMember> Staff=>Set<StaffMember>();
 public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
