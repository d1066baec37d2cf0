using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Forms;

/// <summary>What a file was found to be: the official PDF of this form, made at its 批复.</summary>
/// <param name="IsIntact">The kept bytes are still those whose hash was noted; false means that the database was damaged.</param>
public sealed record VerifiedFile(
    Guid FormId, int Year, string ProjectName, string DepartmentName, string UnitName, string? ApprovalDocument, DateOnly? ApprovalDate, DateTime MadeAt, bool IsIntact);

/// <summary>Holds a file against the official PDFs that were kept at 批复. What was published is public, so anyone on the staff may ask.</summary>
public sealed class FileVerification(PerfTargetsDbContext db)
{
    /// <returns>The file's SHA-256, and which form's official PDF it is, byte for byte; null when it is none.</returns>
    public async Task<(string Sha256, VerifiedFile? Found)> VerifyAsync(Stream file, CancellationToken cancel = default)
    {
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        var found = await db.FormSnapshots.AsNoTracking().Where(one => one.Kind == SnapshotKind.Approved && one.PdfSha256 == sha)
            .OrderByDescending(one => one.At)
            .Join(db.Forms, one => one.FormId, form => form.Id, (one, form) => new
            {
                one.At,
                one.Bytes!.Pdf,
                form.Id,
                form.Year,
                form.ProjectName,
                Department = form.Department!.Name,
                Unit = form.Unit!.Name,
                form.ApprovalDocument,
                form.ApprovalDate,
            }).FirstOrDefaultAsync(cancel);
        return (sha, found is null ? null : new VerifiedFile(
            found.Id, found.Year, found.ProjectName, found.Department, found.Unit, found.ApprovalDocument, found.ApprovalDate, found.At,
            found.Pdf is { } kept && SnapshotDocument.Sha256(kept) == sha));
    }
}
