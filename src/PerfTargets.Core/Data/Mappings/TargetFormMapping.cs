using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Data.Mappings;

/// <summary>
/// The tables of the rows sort behind <c>forms</c>: EF writes in that order, so a stale version is found before a row of the stale edit
/// can hit a key that the other edit has just used.
/// </summary>
internal sealed class TargetFormMapping : IEntityTypeConfiguration<TargetForm>
{
    public void Configure(EntityTypeBuilder<TargetForm> builder)
    {
        builder.ToTable("forms");
        builder.Property(form => form.Id).ValueGeneratedNever();
        builder.Property(form => form.Version).IsConcurrencyToken();
        builder.Ignore(form => form.Content).Ignore(form => form.Stored).Ignore(form => form.Around);

        builder.HasOne(form => form.BudgetYear).WithMany().HasForeignKey(form => form.Year).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(form => form.Project).WithMany().HasForeignKey(form => form.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(form => form.Unit).WithMany().HasForeignKey(form => form.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(form => form.Department).WithMany().HasForeignKey(form => form.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(form => form.Funds).WithOne().HasForeignKey(line => line.FormId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(form => form.Indicators).WithOne().HasForeignKey(row => row.FormId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(form => form.NotApplicable).WithOne().HasForeignKey(mark => mark.FormId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(form => form.Reasons).WithOne().HasForeignKey(reason => reason.FormId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(form => form.Unconfirmed).WithOne().HasForeignKey(mark => mark.FormId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(form => new { form.ProjectId, form.Year, form.Round }).IsUnique().HasFilter("status <> 'Deleted'")
            .HasDatabaseName("ix_forms_project_id_year_round_not_deleted");
        builder.HasIndex(form => new { form.Year, form.Status });
        builder.HasIndex(form => new { form.UnitId, form.Year });
        builder.HasIndex(form => new { form.DepartmentId, form.Year });
    }
}

internal sealed class FundsLineMapping : IEntityTypeConfiguration<FundsLine>
{
    public void Configure(EntityTypeBuilder<FundsLine> builder)
    {
        builder.ToTable("funds_lines");
        builder.HasKey(line => new { line.FormId, line.Key });
    }
}

/// <summary>A row's id is its own only within its form: a later round keeps the ids, and a forged one can touch no other form.</summary>
internal sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators");
        builder.HasKey(row => new { row.FormId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class NotApplicableMarkMapping : IEntityTypeConfiguration<NotApplicableMark>
{
    public void Configure(EntityTypeBuilder<NotApplicableMark> builder)
    {
        builder.ToTable("not_applicable_marks");
        builder.HasKey(mark => new { mark.FormId, mark.GroupKey });
    }
}

internal sealed class WrittenReasonMapping : IEntityTypeConfiguration<WrittenReason>
{
    public void Configure(EntityTypeBuilder<WrittenReason> builder)
    {
        builder.ToTable("reasons");
        builder.HasKey(reason => new { reason.FormId, reason.Position });
    }
}

internal sealed class UnconfirmedMarkMapping : IEntityTypeConfiguration<UnconfirmedMark>
{
    public void Configure(EntityTypeBuilder<UnconfirmedMark> builder)
    {
        builder.ToTable("unconfirmed_marks");
        builder.HasKey(mark => new { mark.FormId, mark.Key });
    }
}
