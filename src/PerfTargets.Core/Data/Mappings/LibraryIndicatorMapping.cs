using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Library;

namespace PerfTargets.Core.Data.Mappings;

internal sealed class LibraryIndicatorMapping : IEntityTypeConfiguration<LibraryIndicator>
{
    public void Configure(EntityTypeBuilder<LibraryIndicator> builder)
    {
        builder.ToTable("library_indicators");
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Ignore(one => one.Entry);
        builder.HasOne(one => one.Department).WithMany().HasForeignKey(one => one.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(one => one.ShippedKey).IsUnique();
        builder.HasIndex(one => new { one.DepartmentId, one.Category, one.NameKey }).IsUnique();
        // NULL equals no NULL: without this, two common entries could be the same.
        builder.HasIndex(one => new { one.Category, one.NameKey }).IsUnique().HasFilter("department_id IS NULL")
            .HasDatabaseName("ix_library_indicators_category_name_key_common");
    }
}
