using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>The official files that pages and commands hand out. What was made at 批复 is served as it was stored then.</summary>
public sealed class OfficialFiles(PerfTargetsDbContext db, FormReader reader, OfficialDocuments documents)
{
    private const string RewriteFirst = "请改写后再导出。";
    private const string NothingToOmit = "只有已批复的目标表（公开件）可以不印“必填”字样，所选的目标表都还没有批复。请改为照印，或者批复以后再导出。";

    /// <summary>The file that was made and kept at 批复.</summary>
    private static readonly OfficialPrint AsApproved = new(OfficialFormat.Pdf);

    /// <summary>A form's file, whatever its status. The form must be loaded with its year, unit and content.</summary>
    public async Task<byte[]> FormAsync(TargetForm form, OfficialPrint print, CancellationToken cancel = default)
    {
        if (form.Status != FormStatus.Approved)
        {
            if (print.Format == OfficialFormat.Pdf)
                documents.RequirePrintable(form, RewriteFirst);
            return documents.Form(form, print.Format);
        }
        var kept = await db.FormSnapshots.AsNoTracking()
            .Where(one => one.FormId == form.Id && one.Kind == SnapshotKind.Approved)
            .OrderByDescending(one => one.At).Select(one => one.Bytes!).FirstAsync(cancel);
        return print == AsApproved && kept.Pdf is { } pdf ? pdf : documents.Approved(SnapshotDocument.Read(kept.Content), print);
    }

    /// <summary>
    /// Looks whether all of these can be printed, before the first byte of a long file goes out. Only a PDF brings its fonts along; the other
    /// formats use those of whoever opens them. What is approved was looked at then.
    /// </summary>
    /// <exception cref="RequestRefusedException">Forms have characters that no font has, or words are to be left out of no 公开件.</exception>
    public async Task RequirePrintableAsync(IReadOnlyList<FormReference> forms, OfficialPrint print, CancellationToken cancel = default)
    {
        if (print.RequirementLabels == RequirementLabels.Omit && forms.All(form => form.Status != FormStatus.Approved))
            throw new RequestRefusedException(NothingToOmit, RequirementLabelChoices.Parameter);
        if (print.Format != OfficialFormat.Pdf)
            return;
        await documents.RequirePrintableAsync(
            reader.ReadAsync(forms.Where(form => form.Status != FormStatus.Approved).Select(form => form.Id), cancel), RewriteFirst);
    }

    /// <summary>Writes a bureau's attachment: its forms in their order under one line. There must be at least one.</summary>
    /// <param name="number">The attachment's number in the document that it goes with.</param>
    /// <param name="to">Gets the file form by form; when it fails, or the work is cancelled, the work stops.</param>
    public async Task WriteAttachmentAsync(
        IReadOnlyList<FormReference> forms, string bureau, string number, OfficialPrint print, Stream to, CancellationToken cancel = default)
    {
        await using var pending = new PendingStream();
        await AddAttachmentAsync(forms, bureau, number, print, pending, pending, to, cancel);
    }

    /// <summary>Writes a ZIP with the attachment of each department.</summary>
    /// <inheritdoc cref="WriteAttachmentAsync"/>
    public async Task WriteArchiveAsync(
        IReadOnlyList<FormReference> forms, string number, OfficialPrint print, Stream to, CancellationToken cancel = default)
    {
        await using var pending = new PendingStream();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using (var zip = new ZipArchive(pending, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var bureau in forms.GroupBy(form => form.DepartmentId))
            {
                var first = bureau.First();
                var name = NameOf(null);
                if (!names.Add(name))
                    names.Add(name = NameOf(first.DepartmentCode ?? first.DepartmentId.ToString("N")));
                // The files are compressed already.
                var entry = zip.CreateEntry($"{name}.{print.Format.Extension()}", CompressionLevel.NoCompression);
                entry.LastWriteTime = bureau.Max(form => form.UpdatedAt);
                await using var part = entry.Open();
                await AddAttachmentAsync([.. bureau], first.DepartmentName, number, print, part, pending, to, cancel);

                string NameOf(string? mark) => OfficialNames.Attachment(first.DepartmentName, number, [.. bureau], print.RequirementLabels, mark);
            }
        }
        await pending.DrainAsync(to, cancel);
    }

    /// <param name="file">Where the file is written.</param>
    /// <param name="pending">Where its bytes wait for <paramref name="to"/>.</param>
    private async Task AddAttachmentAsync(
        IReadOnlyList<FormReference> forms, string bureau, string number, OfficialPrint print, Stream file, PendingStream pending, Stream to, CancellationToken cancel)
    {
        var year = forms[0].Year;
        var template = await db.Years.AsNoTracking().Where(one => one.Year == year).FirstAsync(cancel);
        var line = OfficialTableMapper.AttachmentLine(template.Template, number, bureau);
        using (var writing = documents.Begin(new DocumentInfo(line, forms.Max(form => form.UpdatedAt), bureau), print.Format, file))
        {
            await foreach (var table in TablesAsync(forms, print.RequirementLabels, cancel))
            {
                writing.Add(table with { AttachmentLine = line });
                await pending.DrainAsync(to, cancel);
            }
            writing.Finish();
        }
        await pending.DrainAsync(to, cancel);
    }

    /// <summary>Those that are approved from their snapshots, the others as they stand.</summary>
    private async IAsyncEnumerable<OfficialTable> TablesAsync(
        IReadOnlyList<FormReference> forms, RequirementLabels labels, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var batch in forms.Chunk(FormReader.BatchSize))
        {
            var approved = await reader.ApprovedAsync([.. batch.Where(form => form.Status == FormStatus.Approved).Select(form => form.Id)], cancel);
            var others = new Dictionary<Guid, TargetForm>();
            await foreach (var form in reader.ReadAsync(batch.Select(form => form.Id).Except(approved.Keys), cancel))
                others.Add(form.Id, form);
            foreach (var form in batch)
            {
                if (approved.TryGetValue(form.Id, out var snapshot))
                    yield return OfficialTableMapper.Of(snapshot, labels);
                else if (others.TryGetValue(form.Id, out var current))
                    yield return OfficialTableMapper.Of(current);
            }
        }
    }
}
