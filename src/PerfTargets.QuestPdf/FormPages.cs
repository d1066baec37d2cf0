using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;
using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>The pages of one form. Which rows and lines stand on which page is decided already; the library sets the table of each page.</summary>
sealed class FormPages
{
    const float InnerRule = 0.5f, OuterRule = 1;

    readonly FormPlan _plan;
    readonly IReadOnlyList<IReadOnlyList<CellPart>> _parts;
    readonly bool _signsOnPageOfItsOwn;

    public FormPages(FormPlan plan)
    {
        _plan = plan;
        _parts = CellPlan.Of(plan.Layout, plan.Pages);
        var foot = SignatureBlock.HeightOf(plan.Table, plan.Format, rune => plan.Fonts.Advance(rune, FontRole.Text));
        _signsOnPageOfItsOwn = foot > 0 && Bottom(plan.PageCount - 1) + foot > plan.Format.Height - plan.Format.Bottom + 0.01;
    }

    /// <summary>How many pages the form takes.</summary>
    public int Count => _plan.PageCount + (_signsOnPageOfItsOwn ? 1 : 0);

    /// <param name="number">The number of its first page.</param>
    /// <param name="section">What the table of contents calls that page.</param>
    public void Compose(IDocumentContainer document, int number, string section)
    {
        for (var i = 0; i < Count; i++)
        {
            var at = i;
            document.Page(page =>
            {
                page.Size((float)_plan.Format.Width, (float)_plan.Format.Height);
                if (_plan.Status.Length > 0)
                    page.Background().Shapes(Watermark.SvgPath(_plan.Fonts, _plan.Status, _plan.Format), Watermark.Grey, _plan.Format);
                page.Content().Element(content => at == 0 ? content.Section(section) : content).Layers(layers => Compose(layers, at, number + at));
            });
        }
    }

    void Compose(LayersDescriptor layers, int at, int number)
    {
        if (at == 0) PutHeadings(layers);
        else Words.Put(layers.Layer().AsArtifact(), _plan.Fonts, Headings.Continuation(_plan));
        if (at < _plan.PageCount) PutTable(layers, at);
        else HoldOpen(layers.PrimaryLayer());
        if (at == Count - 1)
        {
            var bottom = at < _plan.PageCount ? Bottom(at) : Top(at);
            foreach (var line in Headings.Signatures(_plan, bottom)) line.Put(layers.Layer().AsParagraph(), _plan.Fonts);
        }
        Headings.PageNumber(number, _plan.Format, _plan.Fonts).Put(layers.Layer().AsArtifact(), _plan.Fonts);
    }

    void PutHeadings(LayersDescriptor layers)
    {
        var top = _plan.Format.Top;
        if (_plan.Attachment is { } attachment)
            Words.Put(layers.Layer().AsParagraph(), _plan.Fonts, Headings.Attachment(attachment.Text, _plan.Format, _plan.Fonts, ref top));
        Words.Put(layers.Layer().AsTitle(), _plan.Fonts, Headings.Title(_plan.Title.Text, _plan.Format, _plan.Fonts, ref top));
        foreach (var line in Headings.YearAndUnit(_plan, ref top)) line.Put(layers.Layer().AsParagraph(), _plan.Fonts);
    }

    void PutTable(LayersDescriptor layers, int at)
    {
        var (top, left) = ((float)Top(at), (float)_plan.Format.Side);
        layers.PrimaryLayer().PaddingTop(top).PaddingLeft(left).AsTable().Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                foreach (var width in _plan.ColumnWidths) columns.ConstantColumn((float)width);
            });
            var page = _plan.Pages[at];
            var first = page.Rows[0].Row;
            if (page.RepeatsHeader)
            {
                foreach (var cell in _plan.Layout.Cells.Where(cell => cell.Cell.Row == _plan.Grid.HeaderRow))
                    PutCell(table.Cell(), new CellPart(cell, 0, HeaderHeight, 0, cell.Lines.Count, true, false), 0, 1);
            }
            foreach (var part in _parts[at])
            {
                var from = Math.Max(part.Layout.Cell.Row - first, 0);
                var to = Math.Min(part.Layout.Cell.Row + part.Layout.Cell.RowSpan - first, page.Rows.Count);
                PutCell(table.Cell(), part, from + (page.RepeatsHeader ? 1 : 0), to - from);
            }
        });
        layers.Layer().AsArtifact().PaddingTop(top).PaddingLeft(left)
            .Width((float)_plan.Format.TextWidth).Height((float)(Bottom(at) - Top(at))).Border(OuterRule);
    }

    void PutCell(ITableCellContainer container, CellPart part, int row, int rows)
    {
        var cell = part.Layout.Cell;
        container.Row((uint)row + 1).RowSpan((uint)rows).Column((uint)cell.Col + 1).ColumnSpan((uint)cell.ColSpan);
        if (cell.Scope == HeaderScope.Row) container.AsRowHeader();
        container.Border(InnerRule).Height((float)part.Height).Layers(layers =>
        {
            HoldOpen(layers.PrimaryLayer());
            foreach (var paragraph in Paragraphs(part))
            {
                var layer = layers.Layer();
                Words.Put(part.Repeated ? layer.AsArtifact() : layer.AsParagraph(), _plan.Fonts, paragraph);
            }
        });
    }

    IEnumerable<List<Words>> Paragraphs(CellPart part)
    {
        var (layout, cell, paragraph) = (_plan.Layout, part.Layout.Cell, new List<Words>());
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

    double HeaderHeight => _plan.Layout.RowHeights[_plan.Grid.HeaderRow];

    /// <summary>Where the table begins on a page.</summary>
    double Top(int page) => _plan.Format.Top + (page > 0 ? Heading.ContinuationHeight
        : (_plan.Attachment?.Height ?? 0) + _plan.Title.Height + Heading.YearHeight + Heading.Gap);

    double Bottom(int page) => Top(page) + (_plan.Pages[page].RepeatsHeader ? HeaderHeight : 0) + _plan.Pages[page].Rows.Sum(row => row.Height);

    void HoldOpen(IContainer container) => container.HoldOpen(RegisteredFonts.Blank(_plan.Fonts));
}
