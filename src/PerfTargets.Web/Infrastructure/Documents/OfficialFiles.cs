using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>The official files that pages and commands hand out. What was made at 批复 is served as it was stored then.</summary>
public sealed class OfficialFiles(PerfTargetsDbContext db, OfficialDocuments documents)
{
    private const string RewriteFirst = "请改写后再导出。";

    /// <summary>A form's file, whatever its status. The form must be loaded with its year, unit and content.</summary>
    public async Task<byte[]> FormAsync(TargetForm form, OfficialFormat format, CancellationToken cancel = default)
    {
        if (form.Status != FormStatus.Approved)
        {
            RequirePrintable([form], format);
            return documents.Form(form, format);
        }
        var kept = await db.FormSnapshots.AsNoTracking()
            .Where(one => one.FormId == form.Id && one.Kind == SnapshotKind.Approved)
            .OrderByDescending(one => one.At).Select(one => one.Bytes!).FirstAsync(cancel);
        return format == OfficialFormat.Pdf && kept.Pdf is { } pdf ? pdf : documents.Approved(SnapshotDocument.Read(kept.Content), format);
    }

    /// <summary>The attachment of a department's forms; there must be at least one.</summary>
    /// <param name="number">The attachment's number in the document that it goes with.</param>
    public async Task<byte[]> AttachmentAsync(
        IReadOnlyList<TargetForm> forms, string department, string number, OfficialFormat format, CancellationToken cancel = default)
    {
        RequirePrintable(forms, format);
        var approved = forms.Where(form => form.Status == FormStatus.Approved).Select(form => form.Id).ToList();
        var snapshots = await db.FormSnapshots.AsNoTracking()
            .Where(one => approved.Contains(one.FormId) && one.Kind == SnapshotKind.Approved)
            .Select(one => new { one.FormId, one.At, one.Bytes!.Content }).ToListAsync(cancel);
        var newest = snapshots.GroupBy(one => one.FormId).ToDictionary(of => of.Key, of => SnapshotDocument.Read(of.MaxBy(one => one.At)!.Content));
        var line = OfficialTableMapper.AttachmentLine(forms[0].BudgetYear!.Template, number, department);
        return documents.Attachment(line, department, [.. forms.Select(form => (form, newest.GetValueOrDefault(form.Id)))], format);
    }

    /// <summary>Only a PDF brings its fonts along; the other formats use those of whoever opens them.</summary>
    private void RequirePrintable(IReadOnlyList<TargetForm> forms, OfficialFormat format)
    {
        foreach (var form in format == OfficialFormat.Pdf ? forms : [])
            documents.RequirePrintable(form, RewriteFirst);
    }
}
