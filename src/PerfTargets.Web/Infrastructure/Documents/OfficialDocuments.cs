using System.Text;
using PerfTargets.Core.Forms;
using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Spreadsheet;
using PerfTargets.Documents.Word;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>The official files of forms as the built-in writers draw them. Dates in a file are those of its content, so that the same content gives the same bytes.</summary>
public sealed class OfficialDocuments(IPdfEngine engine, SpreadsheetWriter spreadsheets, WordWriter documents, FontSet fonts) : IOfficialDocuments
{
    public byte[] ApprovedPdf(SnapshotDocument snapshot) => Approved(snapshot, OfficialFormat.Pdf);

    /// <summary>An approved form, from its snapshot alone.</summary>
    public byte[] Approved(SnapshotDocument snapshot, OfficialFormat format)
    {
        var table = OfficialTableMapper.Of(snapshot);
        return Write([table], new PdfInfo(TitleOf(snapshot.Content.ProjectName, table.Title, snapshot.Year), snapshot.At, snapshot.UnitName), format);
    }

    /// <summary>One form as it stands: 送审件 while it is in review, a draft with its status across the page before.</summary>
    public byte[] Form(TargetForm form, OfficialFormat format)
    {
        var table = OfficialTableMapper.Of(form);
        return Write([table], new PdfInfo(TitleOf(form.ProjectName, table.Title, form.Year), form.UpdatedAt, form.Unit?.Name), format);
    }

    /// <summary>A bureau's attachment: its forms in their order under one line, those that are approved from their snapshots.</summary>
    public byte[] Attachment(
        string attachmentLine, string department, IReadOnlyList<(TargetForm Form, SnapshotDocument? Approved)> forms, OfficialFormat format)
    {
        var tables = forms.Select((one, index) => (one.Approved is { } snapshot ? OfficialTableMapper.Of(snapshot) : OfficialTableMapper.Of(one.Form)) with
        {
            AttachmentLine = index == 0 ? attachmentLine : null,
        });
        var newest = forms.Max(one => one.Approved?.At ?? one.Form.UpdatedAt);
        return Write([.. tables], new PdfInfo(attachmentLine, newest, department), format);
    }

    public IReadOnlyList<string> Unprintable(string text) =>
        [.. fonts.Missing(text).Select(code => Rune.IsValid(code) ? new Rune(code).ToString() : $"U+{code:X4}")];

    private byte[] Write(IReadOnlyList<OfficialTable> tables, PdfInfo info, OfficialFormat format)
    {
        if (format == OfficialFormat.Pdf)
            return engine.Render(tables, info);
        using var file = new MemoryStream();
        if (format == OfficialFormat.Docx)
            documents.Write(tables, info, file);
        else
            spreadsheets.Write(tables, info, file);
        return file.ToArray();
    }

    private static string TitleOf(string project, string title, int year) => $"{project}　{title}（{year}年度）";
}
