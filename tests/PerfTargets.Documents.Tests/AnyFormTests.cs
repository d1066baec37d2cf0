using CsCheck;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

public class AnyFormTests
{
    [Fact]
    public void Whatever_a_form_holds_it_prints_and_reads_back() => AnyForm.Table.Sample(
        table =>
        {
            var cells = Assert.Single(PdfText.Cells(Prints.Render(table)));

            Assert.Equal(TableGrid.From(table).Cells.Select(cell => Scalar(cell.Text)), cells);
        },
        iter: 60);

    /// <summary>Half a surrogate pair is no character and prints as U+FFFD.</summary>
    static string Scalar(string text) => string.Concat(text.EnumerateRunes());
}
