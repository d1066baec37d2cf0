using CsCheck;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

public class AnyFormTests
{
    static Gen<string> Text { get; } = Gen.Frequency(
        (8, Gen.OneOf("", "数量指标（必填硬性指标）", "≥20 户", "36.7 万元", "第一段\n第二段", "𬭎䶮", "（（（（", "，，，，")),
        (4, Gen.String[Gen.Char, 0, 40]),
        (1, Gen.OneOf(30, 300, 2500).Select(length => new string('绩', length))));

    static Gen<IndicatorGroup> Group { get; } = Gen.Select(
        Text, Gen.Select(Text, Text).Select((name, value) => new IndicatorRow(name, value)).List[0, 6], Gen.Bool,
        (label, rows, none) => new IndicatorGroup(label, rows, none));

    static Gen<OfficialTable> Form { get; } = Gen.Select(
        Gen.Select(Text, Text, Text, (title, label, value) => (Title: title, Field: new TableField(label, value))),
        Gen.Select(Text, Text, Gen.Int[-1, 9]).Select((label, amount, indent) => new FundsLine(label, amount, indent)).List[0, 4],
        Gen.Select(Text, Group.List[0, 4], (label, groups) => new IndicatorLevel(label, groups)).List[0, 3],
        Gen.Enum<PrintPurpose>(),
        Gen.Enum<PageOrientation>(),
        (head, funds, levels, purpose, orientation) => new OfficialTable
        {
            Title = head.Title,
            Year = 2023,
            AttachmentLine = head.Title,
            Head = [new(head.Field), new(head.Field, head.Field)],
            Funds = funds,
            Goal = head.Field,
            Levels = levels,
            Purpose = purpose,
            StatusText = "草稿",
            Orientation = orientation,
        });

    [Fact]
    public void Whatever_a_form_holds_it_prints_and_reads_back() => Form.Sample(
        table =>
        {
            var cells = Assert.Single(PdfText.Cells(Prints.Render(table)));

            Assert.Equal(TableGrid.From(table).Cells.Select(cell => Scalar(cell.Text)), cells);
        },
        iter: 60);

    /// <summary>Half a surrogate pair, U+0000, U+FEFF and U+FFFE are no characters and read back as U+FFFD.</summary>
    static string Scalar(string text) => string.Concat(text.EnumerateRunes()).Replace('\0', '\uFFFD').Replace('\uFEFF', '\uFFFD').Replace('\uFFFE', '\uFFFD');
}
