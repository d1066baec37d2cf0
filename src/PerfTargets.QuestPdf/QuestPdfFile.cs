using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>A file of forms. The library makes all of it at the end, so that forms wait in memory until then.</summary>
sealed class QuestPdfFile(FontSet fonts, DocumentInfo info, string producer, Stream to) : IFormsFile
{
    readonly List<OfficialTable> _tables = [];

    public void Add(OfficialTable table) => _tables.Add(table);

    public void Finish() => to.Write(RenderGate.Run(() => Document.Create(Compose).Described(info, producer).GeneratePdf()));

    public void Dispose()
    {
        // Nothing is open before the end.
    }

    void Compose(IDocumentContainer document)
    {
        if (_tables.Count == 0)
        {
            var format = PageFormat.Of(PageOrientation.Landscape);
            document.Page(page => page.Size((float)format.Width, (float)format.Height));
            return;
        }
        var hasContents = _tables.Count >= FormsFile.ContentsFrom;
        var (number, forms) = (1, new List<(FormPages Pages, int Number)>());
        foreach (var table in _tables)
        {
            var pages = new FormPages(new FormPlan(table, fonts, isFirst: forms.Count == 0 && !hasContents, _ => 0));
            forms.Add((pages, number));
            number += pages.Count;
        }
        if (hasContents)
        {
            var format = PageFormat.Of(_tables[0].Orientation);
            var entries = _tables.Zip(forms, (table, form) => (FormsFile.Shortened(table.Name), form.Number));
            var plan = new ContentsPlan(fonts, format, _tables[0].AttachmentLine?.ReplaceLineEndings("\n"), entries);
            new ContentsPages(plan, fonts, format, [.. forms.Select(form => SectionOf(form.Number))]).Compose(document);
        }
        foreach (var (pages, first) in forms) pages.Compose(document, first, SectionOf(first));
    }

    static string SectionOf(int number) => FormattableString.Invariant($"form-on-{number}");
}
