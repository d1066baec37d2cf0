using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Projects;

namespace PerfTargets.Core.Data.Mappings;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.Property(project => project.Id).ValueGeneratedNever();
        builder.HasOne(project => project.Unit).WithMany().HasForeignKey(project => project.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(project => project.IdentityKey).IsUnique();
    }
}
