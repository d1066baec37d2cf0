using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Data.Mappings;

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff_members");
        builder.Property(person => person.Id).ValueGeneratedNever();
        // Flags are asked for bit by bit, which only a number can answer.
        var roles = builder.Property(person => person.Roles).HasConversion<int>().Metadata;
        roles.SetMaxLength(null);
        roles.SetCollation(null);
        builder.HasOne(person => person.Organisation).WithMany().HasForeignKey(person => person.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(person => person.NormalizedUserName).IsUnique().HasDatabaseName("ix_staff_members_normalized_user_name");
        builder.HasIndex(person => person.NormalizedEmail).HasDatabaseName("ix_staff_members_normalized_email");
    }
}
