using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Data.Mappings;

/// <summary>Who acted is a record and no relation: names are as they were then, and the program itself has no account.</summary>
internal sealed class FormEventMapping : IEntityTypeConfiguration<FormEvent>
{
    public void Configure(EntityTypeBuilder<FormEvent> builder)
    {
        builder.ToTable("form_events");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.From).HasColumnName("from_status");
        builder.Property(e => e.To).HasColumnName("to_status");
        builder.HasOne<TargetForm>().WithMany().HasForeignKey(e => e.FormId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.FormId, e.At });
    }
}

internal sealed class FormSnapshotMapping : IEntityTypeConfiguration<FormSnapshot>
{
    public const int Sha256Length = 64;

    public void Configure(EntityTypeBuilder<FormSnapshot> builder)
    {
        builder.ToTable("form_snapshots");
        builder.Property(snapshot => snapshot.Id).ValueGeneratedNever();
        builder.Property(snapshot => snapshot.ContentSha256).HasMaxLength(Sha256Length);
        builder.Property(snapshot => snapshot.PdfSha256).HasMaxLength(Sha256Length);
        builder.HasOne<TargetForm>().WithMany().HasForeignKey(snapshot => snapshot.FormId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(snapshot => snapshot.Bytes).WithOne().HasForeignKey<FormSnapshotBytes>(bytes => bytes.SnapshotId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(snapshot => new { snapshot.FormId, snapshot.At });
    }
}

internal sealed class FormSnapshotBytesMapping : IEntityTypeConfiguration<FormSnapshotBytes>
{
    public void Configure(EntityTypeBuilder<FormSnapshotBytes> builder)
    {
        builder.ToTable("form_snapshot_bytes");
        builder.HasKey(bytes => bytes.SnapshotId);
        builder.Property(bytes => bytes.SnapshotId).ValueGeneratedNever();
    }
}

internal sealed class OperationMapping : IEntityTypeConfiguration<Operation>
{
    /// <summary>The index that takes only one operation for each version of a form.</summary>
    public const string OneForAVersion = "ix_operations_form_id_answered_version";

    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("operations");
        builder.Property(operation => operation.Id).ValueGeneratedNever();
        builder.Property(operation => operation.RequestSha256).HasMaxLength(FormSnapshotMapping.Sha256Length);
        builder.HasIndex(operation => new { operation.FormId, operation.At });
        builder.HasIndex(operation => new { operation.FormId, operation.AnsweredVersion }).IsUnique().HasDatabaseName(OneForAVersion);
    }
}
