using CsCheck;

namespace PerfTargets.Documents.Tests;

/// <summary>Forms as nobody fills them in: any characters, any lengths, any number of rows, anything missing.</summary>
static class AnyForm
{
    static Gen<string> Usual { get; } = Gen.OneOf(
        "", "数量指标（必填硬性指标）", "≥20 户", "36.7 万元", "第一段\n第二段", "𬭎䶮", "（（（（", "，，，，", "GB/T-9704-2012-附录A", "　　缩进", "甲\n\n乙\n");

    static Gen<string> Sentence { get; } = Gen.OneOf("完成改造", "，", "。", "（一期）", "≥95%", " 36.7 万元", "“小巨人”", "PerfTargets ", "\n", "……")
        .Array[0, 60].Select(string.Concat);

    static Gen<string> Text { get; } = Gen.Frequency(
        (8, Usual),
        (6, Sentence),
        (2, Gen.OneOf("=1+1", "+5%", "-3", "@甲", "'引", "  前后有空格  ", "甲\t乙", "_x0041_", "<&>\"", "\u0001\uFFFE\uD800")),
        (3, Gen.String[Gen.Char, 0, 40]),
        (1, Gen.OneOf(30, 300, 2500).Select(length => new string('绩', length))));

    /// <summary>Of the template or of what the exporter types for an attachment: any characters, but not of any length.</summary>
    static Gen<string> Line { get; } = Gen.OneOf(Usual, Gen.String[Gen.Char, 0, 150], Gen.Const(new string('题', 150)));

    static Gen<IndicatorGroup> Group { get; } = Gen.Select(
        Text,
        Gen.Select(Text, Text).Select((name, value) => new IndicatorRow(name, value)).List[0, 6],
        Gen.Int[0, 40],
        Gen.Int[0, 5],
        (label, rows, many, kind) => new IndicatorGroup(label, kind == 0 ? [.. Enumerable.Repeat(new IndicatorRow("名称", "≥1 个"), many)] : rows, kind == 1));

    public static Gen<OfficialTable> Table { get; } = Gen.Select(
        Gen.Select(Line, Line, Text, Text, (title, attachment, label, value) => (Title: title, Attachment: attachment, Field: new TableField(label, value))),
        Gen.Select(Text, Text, Gen.Int[-1, 9]).Select((label, amount, indent) => new FundsLine(label, amount, indent)).List[0, 4],
        Gen.Select(Text, Group.List[0, 4], (label, groups) => new IndicatorLevel(label, groups)).List[0, 3],
        Gen.Select(Gen.Enum<PrintPurpose>(), Gen.OneOf("", "张三", "欧阳上官（0952-6012345，13895000000）")),
        Gen.Enum<PageOrientation>(),
        (head, funds, levels, purpose, orientation) => new OfficialTable
        {
            Title = head.Title,
            Year = 2023,
            AttachmentLine = head.Attachment,
            Head = [new(head.Field), new(head.Field, head.Field)],
            Funds = funds,
            Goal = head.Field,
            Levels = levels,
            Purpose = purpose.Item1,
            Signatures = [new("填报人：", purpose.Item2), new("负责人：", purpose.Item2), new("填报日期：", "　　　　年　　月　　日")],
            StatusText = "草稿",
            Orientation = orientation,
        });

    /// <summary>
    /// The texts of a form's cells as a file gives them back: half a surrogate pair, U+0000, U+FEFF and U+FFFE are no characters and
    /// come back as U+FFFD.
    /// </summary>
    public static IEnumerable<string> Cells(OfficialTable form) => TableGrid.From(form).Cells.Select(cell =>
        string.Concat(cell.Text.EnumerateRunes()).Replace('\0', '\uFFFD').Replace('\uFEFF', '\uFFFD').Replace('\uFFFE', '\uFFFD'));
}
