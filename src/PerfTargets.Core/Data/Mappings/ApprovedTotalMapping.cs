using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Data.Mappings;

internal sealed class ApprovedTotalMapping : IEntityTypeConfiguration<ApprovedTotal>
{
    public void Configure(EntityTypeBuilder<ApprovedTotal> builder)
    {
        builder.ToTable("approved_totals");
        builder.HasKey(total => new { total.Year, total.DepartmentId });
        builder.HasOne<BudgetYear>().WithMany().HasForeignKey(total => total.Year).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(total => total.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
