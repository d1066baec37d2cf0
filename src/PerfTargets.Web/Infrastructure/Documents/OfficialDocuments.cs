using System.Globalization;
using System.Text;
using PerfTargets.Core.Forms;
using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Spreadsheet;
using PerfTargets.Documents.Word;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>The official files of forms. Dates in a file are those of its content, so that from the built-in engine the same content gives the same bytes.</summary>
public sealed class OfficialDocuments(IPdfEngine engine, SpreadsheetWriter spreadsheets, WordWriter documents, FontSet fonts) : IOfficialDocuments
{
    public byte[] ApprovedPdf(SnapshotDocument snapshot) => Approved(snapshot, new OfficialPrint(OfficialFormat.Pdf));

    /// <summary>An approved form, from its snapshot alone.</summary>
    public byte[] Approved(SnapshotDocument snapshot, OfficialPrint print)
    {
        var table = OfficialTableMapper.Of(snapshot, print.RequirementLabels);
        return WriterOf(print.Format).Render([table], new DocumentInfo(TitleOf(snapshot.Content.ProjectName, table.Title, snapshot.Year), snapshot.At, snapshot.UnitName));
    }

    /// <summary>One form as it stands: 送审件 while it is in review, a draft with its status across the page before.</summary>
    public byte[] Form(TargetForm form, OfficialFormat format)
    {
        var table = OfficialTableMapper.Of(form);
        return WriterOf(format).Render([table], new DocumentInfo(TitleOf(form.ProjectName, table.Title, form.Year), form.UpdatedAt, form.Unit?.Name));
    }

    /// <summary>Begins a file of many forms.</summary>
    public IFormsFile Begin(DocumentInfo info, OfficialFormat format, Stream to) => WriterOf(format).Begin(info, to);

    public IReadOnlyList<string> Unprintable(string text) => fonts.Unprintable(text);

    private IFormsWriter WriterOf(OfficialFormat format) => format switch
    {
        OfficialFormat.Xlsx => spreadsheets,
        OfficialFormat.Docx => documents,
        _ => engine,
    };

    private static string TitleOf(string project, string title, int year) => $"{project}　{title}（{year}年度）";
}

public static class FontSetExtensions
{
    /// <summary>The characters of a text that none of the fonts can print, as a sentence names them: with their numbers, for the screen may have no font for them either.</summary>
    public static IReadOnlyList<string> Unprintable(this FontSet fonts, string text) => [.. fonts.Missing(text).Select(Named)];

    private static string Named(int code) => Rune.TryCreate(code, out var rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            ? $"{rune} U+{code:X4}" : $"U+{code:X4}";
}
