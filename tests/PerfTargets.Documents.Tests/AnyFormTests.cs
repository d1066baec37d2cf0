using CsCheck;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Tests.Reading;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

/// <summary>Whatever forms hold, they print, read back, and every letter stands where it belongs.</summary>
public class AnyFormTests
{
    /// <summary>Left and right of text in a cell; what lines are drawn out by is rounded, and a W is wider than the em that is left at least.</summary>
    const double Padding = FormLayout.SidePadding - 0.6;

    [Fact]
    public void Whatever_a_form_holds_it_prints_and_reads_back() => AnyForm.Table.Sample(
        table => Assert.Equal(AnyForm.Cells(table), Assert.Single(PdfText.Cells(Prints.Render(table)))),
        iter: 60);

    [Fact]
    public void Whatever_a_form_holds_letters_keep_to_the_page_and_to_their_cells() => AnyForm.Table.Sample(
        table => AssertPlaced(new RawPdf(Prints.Render(table))),
        iter: 150);

    [Fact]
    public void Whatever_forms_make_a_file_its_pages_are_numbered_in_order() => AnyForm.Table.Array[0, 8].Sample(
        tables =>
        {
            var file = new RawPdf(Prints.Render(tables));

            AssertPlaced(file);
            var numbers = file.Pages.Where(page => !page["Annots"].Exists).Select(page => new PlacedPage(page).Texts[^1].Text);
            if (tables.Length > 0) Assert.Equal(Enumerable.Range(1, numbers.Count()).Select(number => $"— {number} —"), numbers);
        },
        iter: 20);

    [Fact]
    public void Whatever_the_corpus_holds_letters_keep_to_the_page_and_to_their_cells() => AssertPlaced(new RawPdf(
        Prints.Render([.. PerfTargets.TestKit.Printing.FormCorpus.Forms(100), .. PerfTargets.TestKit.Printing.FormCorpus.Forms(100, PageOrientation.Landscape)])));

    static void AssertPlaced(RawPdf file) => Assert.All(file.Pages, pageNode =>
    {
        var page = new PlacedPage(pageNode);
        AssertInside(page);
        AssertCellsTile(page);
        var boxes = new Dictionary<int, PdfBox>();
        foreach (var text in page.Texts)
        {
            var around = page.Cells.Where(cell => cell.Meets(text.Box)).ToArray();
            if (text.Cell == 0 && around.Length == 0) continue;
            var box = Assert.Single(around);
            var padded = box with { Left = box.Left + Padding, Right = box.Right - Padding };
            Assert.True(padded.Holds(text.Box), $"{text} sticks out of {padded}.");
            // A cell keeps to one box on a page, and no other cell's text stands there.
            if (text.Cell > 0) Assert.Equal(box, boxes.TryAdd(text.Cell, box) ? box : boxes[text.Cell]);
        }
        Assert.Equal(boxes.Count, boxes.Values.Distinct().Count());
        AssertLinesApart(page);
    });

    static void AssertInside(PlacedPage page)
    {
        var (side, top, bottom) = page.Width > page.Height ? (55, 40, 46) : (44.6, 52, 56);
        var area = new PdfBox(side, bottom, page.Width - side, page.Height - top);

        Assert.All(page.Cells, cell => Assert.True(area.Holds(cell), $"{cell} sticks out of the page."));
        Assert.All(page.Texts.Where(text => !text.Text.StartsWith('—')), text => Assert.True(area.Holds(text.Box), $"{text} sticks out of the page."));
    }

    /// <summary>The boxes do not overlap and leave no hole.</summary>
    static void AssertCellsTile(PlacedPage page)
    {
        for (var i = 0; i < page.Cells.Count; i++)
        {
            for (var j = 0; j < i; j++) Assert.False(page.Cells[i].Meets(page.Cells[j]), $"{page.Cells[i]} and {page.Cells[j]} overlap.");
        }
        if (page.Table is not { } table) return;
        Assert.All(page.Cells, cell => Assert.True(table.Holds(cell)));
        Assert.InRange(page.Cells.Sum(cell => cell.Area) / table.Area, 0.9997, 1.0003);
    }

    static void AssertLinesApart(PlacedPage page)
    {
        var texts = page.Texts.OrderBy(text => text.Box.Bottom).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length && texts[j].Box.Bottom < texts[i].Box.Top; j++)
                Assert.False(texts[i].Box.Meets(texts[j].Box), $"{texts[i]} and {texts[j]} overlap.");
        }
    }
}
