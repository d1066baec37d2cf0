using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Ignore(organisation => organisation.NameWithCode);
        builder.HasOne(organisation => organisation.Parent).WithMany()
            .HasForeignKey(organisation => organisation.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(organisation => organisation.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(organisation => organisation.Code).IsUnique();
        builder.HasIndex(organisation => new { organisation.ParentId, organisation.Name }).IsUnique();
        // NULL equals no NULL: without this, two departments could share a name.
        builder.HasIndex(organisation => organisation.Name).IsUnique().HasFilter("parent_id IS NULL")
            .HasDatabaseName("ix_organisations_name_at_top");
    }
}
