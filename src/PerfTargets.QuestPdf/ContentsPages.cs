using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>目录 before many forms, on pages without a number.</summary>
/// <param name="sections">What the first page of each form is called in the file.</param>
sealed class ContentsPages(ContentsPlan plan, FontSet fonts, PageFormat format, IReadOnlyList<string> sections)
{
    public void Compose(IDocumentContainer document)
    {
        foreach (var entries in plan.Pages)
        {
            document.Page(page =>
            {
                page.Size((float)format.Width, (float)format.Height);
                page.Content().Layers(layers =>
                {
                    layers.PrimaryLayer().HoldOpen(fonts);
                    if (entries == plan.Pages[0]) PutHeadings(layers);
                    foreach (var entry in entries) Put(layers, entry);
                });
            });
        }
    }

    void PutHeadings(LayersDescriptor layers)
    {
        if (plan.Attachment is { } attachment) layers.Layer().As(Part.Paragraph).Put(fonts, attachment);
        layers.Layer().As(Part.Title).Put(fonts, plan.Title);
    }

    void Put(LayersDescriptor layers, PlacedEntry entry)
    {
        layers.Layer().As(Part.Paragraph).Put(fonts, entry.Lines);
        if (entry.Dots is { } dots) layers.Layer().As(Part.Artifact).Put(fonts, [dots]);
        layers.Layer().PaddingTop((float)entry.Top).PaddingLeft((float)format.Side).As(Part.Link, entry.Says).SectionLink(sections[entry.Index])
            .Width((float)format.TextWidth).Height((float)entry.Height).HoldOpen(fonts);
    }
}
