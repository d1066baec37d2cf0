using System.Text;
using PerfTargets.Core.Forms;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>The official files of forms as the built-in writer draws them. Dates in a file are those of its content, so that the same content gives the same bytes.</summary>
public sealed class OfficialDocuments(IPdfEngine engine, FontSet fonts) : IOfficialDocuments
{
    public byte[] ApprovedPdf(SnapshotDocument snapshot)
    {
        var table = OfficialTableMapper.Of(snapshot);
        return engine.Render([table], new PdfInfo(TitleOf(snapshot.Content.ProjectName, table.Title, snapshot.Year), snapshot.At, snapshot.UnitName));
    }

    /// <summary>One form as it stands: 送审件 while it is in review, a draft with its status across the page before.</summary>
    public byte[] Pdf(TargetForm form)
    {
        var table = OfficialTableMapper.Of(form);
        return engine.Render([table], new PdfInfo(TitleOf(form.ProjectName, table.Title, form.Year), form.UpdatedAt, form.Unit?.Name));
    }

    /// <summary>A bureau's attachment: its forms in their order under one line, those that are approved from their snapshots.</summary>
    public byte[] Attachment(string attachmentLine, string department, IReadOnlyList<(TargetForm Form, SnapshotDocument? Approved)> forms)
    {
        var tables = forms.Select((one, index) => (one.Approved is { } snapshot ? OfficialTableMapper.Of(snapshot) : OfficialTableMapper.Of(one.Form)) with
        {
            AttachmentLine = index == 0 ? attachmentLine : null,
        });
        var newest = forms.Max(one => one.Approved?.At ?? one.Form.UpdatedAt);
        return engine.Render([.. tables], new PdfInfo(attachmentLine, newest, department));
    }

    public IReadOnlyList<string> Unprintable(string text) =>
        [.. fonts.Missing(text).Select(code => Rune.IsValid(code) ? new Rune(code).ToString() : $"U+{code:X4}")];

    private static string TitleOf(string project, string title, int year) => $"{project}　{title}（{year}年度）";
}
