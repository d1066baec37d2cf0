using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Data.Mappings;

/// <summary>Identity's tables under our names. Lengths are the business of the rules that read a text: only one of the databases enforces them.</summary>
internal static class IdentityMapping
{
    public static void Apply(ModelBuilder builder)
    {
        Rename(builder.Entity<IdentityUserClaim<Guid>>(), "staff_claims");
        Rename(builder.Entity<IdentityUserLogin<Guid>>(), "staff_logins");
        Rename(builder.Entity<IdentityUserToken<Guid>>(), "staff_tokens");
        FreeLengths(builder.Entity<StaffMember>().Metadata);
    }

    private static void Rename<T>(EntityTypeBuilder<T> entity, string table)
        where T : class
    {
        entity.ToTable(table);
        entity.Metadata.GetForeignKeys().Single().SetConstraintName($"fk_{table}_staff_members_user_id");
        FreeLengths(entity.Metadata);
    }

    private static void FreeLengths(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties().Where(one => one.ClrType == typeof(string)))
            property.SetMaxLength(null);
    }
}
