using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;
using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>The pages of one form. Which rows and lines stand on which page is decided already; the library sets the table of each page.</summary>
sealed class FormPages(FormPlan plan)
{
    const float InnerRule = 0.5f, OuterRule = 1;

    readonly IReadOnlyList<IReadOnlyList<CellPart>> _parts = CellPlan.Of(plan.Layout, plan.Pages);

    /// <summary>How many pages the form takes.</summary>
    public int Count { get; } = plan.PageCount + (plan.SignsOnPageOfItsOwn ? 1 : 0);

    /// <param name="number">The number of its first page.</param>
    /// <param name="section">What the table of contents calls that page.</param>
    public void Compose(IDocumentContainer document, int number, string section)
    {
        for (var i = 0; i < Count; i++)
        {
            var at = i;
            document.Page(page =>
            {
                page.Size((float)plan.Format.Width, (float)plan.Format.Height);
                if (plan.Status.Length > 0)
                    page.Background().Shapes(Watermark.SvgPath(plan.Fonts, plan.Status, plan.Format), Watermark.Grey, plan.Format);
                page.Content().Element(content => at == 0 ? content.Section(section) : content).Layers(layers => Compose(layers, at, number + at));
            });
        }
    }

    void Compose(LayersDescriptor layers, int at, int number)
    {
        if (at > 0) layers.Layer().As(Part.Artifact).Put(plan.Fonts, Heading.Continued(plan.Table, plan.Format, plan.Fonts));
        else PutHeadings(layers);
        if (at < plan.PageCount) PutTable(layers, at);
        else layers.PrimaryLayer().HoldOpen(plan.Fonts);
        if (at == Count - 1) PutSignatures(layers);
        layers.Layer().As(Part.Artifact).Put(plan.Fonts, [Heading.PageNumber(number, plan.Format, plan.Fonts)]);
    }

    void PutHeadings(LayersDescriptor layers)
    {
        foreach (var (isTitle, lines) in plan.Headings) layers.Layer().As(isTitle ? Part.Title : Part.Paragraph).Put(plan.Fonts, lines);
    }

    void PutSignatures(LayersDescriptor layers)
    {
        foreach (var line in SignatureBlock.Lines(plan.Table, plan.Format, plan.Fonts, plan.Bottom(Count - 1)))
            layers.Layer().As(Part.Paragraph).Put(plan.Fonts, [line]);
    }

    void PutTable(LayersDescriptor layers, int at)
    {
        var (top, left) = ((float)plan.Top(at), (float)plan.Format.Side);
        layers.PrimaryLayer().PaddingTop(top).PaddingLeft(left).As(Part.Table).Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                foreach (var width in plan.ColumnWidths) columns.ConstantColumn((float)width);
            });
            var page = plan.Pages[at];
            var first = page.Rows[0].Row;
            if (page.RepeatsHeader)
            {
                foreach (var cell in plan.Layout.Cells.Where(cell => cell.Cell.Row == plan.Grid.HeaderRow))
                    PutCell(table.Cell(), new CellPart(cell, 0, HeaderHeight, 0, cell.Lines.Count, true, false), 0, 1);
            }
            foreach (var part in _parts[at])
            {
                var from = Math.Max(part.Layout.Cell.Row - first, 0);
                var to = Math.Min(part.Layout.Cell.Row + part.Layout.Cell.RowSpan - first, page.Rows.Count);
                PutCell(table.Cell(), part, from + (page.RepeatsHeader ? 1 : 0), to - from);
            }
        });
        layers.Layer().As(Part.Artifact).PaddingTop(top).PaddingLeft(left)
            .Width((float)plan.Format.TextWidth).Height((float)(plan.Bottom(at) - plan.Top(at))).Border(OuterRule);
    }

    void PutCell(ITableCellContainer container, CellPart part, int row, int rows)
    {
        var cell = part.Layout.Cell;
        container.Row((uint)row + 1).RowSpan((uint)rows).Column((uint)cell.Col + 1).ColumnSpan((uint)cell.ColSpan);
        if (cell.Scope == HeaderScope.Row) container.AsRowHeader();
        container.Border(InnerRule).Height((float)part.Height).Layers(layers =>
        {
            layers.PrimaryLayer().HoldOpen(plan.Fonts);
            foreach (var paragraph in Paragraphs(part)) layers.Layer().As(part.Repeated ? Part.Artifact : Part.Paragraph).Put(plan.Fonts, paragraph);
        });
    }

    IEnumerable<List<PlacedLine>> Paragraphs(CellPart part)
    {
        var (layout, cell, paragraph) = (plan.Layout, part.Layout.Cell, new List<PlacedLine>());
        var baseline = part.TextTop(layout) + layout.Baseline;
        foreach (var line in part.Layout.Lines.Skip(part.FirstLine).Take(part.LineCount))
        {
            var (x, spacing) = part.Layout.Place(line, layout.Size);
            if (line.Length > 0) paragraph.Add(new(cell.Text.Substring(line.Start, line.Length), x, baseline, layout.Size, cell.Role, spacing));
            baseline += layout.LineHeight;
            if (!line.EndsParagraph) continue;
            if (paragraph.Count > 0) yield return paragraph;
            paragraph = [];
        }
        if (paragraph.Count > 0) yield return paragraph;
    }

    double HeaderHeight => plan.Layout.RowHeights[plan.Grid.HeaderRow];
}
