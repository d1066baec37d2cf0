using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>Where the heavy lines of the table's edge run along a cell.</summary>
[Flags]
enum Edges
{
    None = 0,
    Left = 1,
    Right = 2,
    Top = 4,
    Bottom = 8,
}

/// <summary>How a cell looks.</summary>
/// <param name="Size">Of the text, in points.</param>
/// <param name="Border">The heavy edges of a cell of the table; null for a cell outside of it.</param>
/// <param name="Indent">In steps of three blanks (ECMA-376, part 1, 18.8.1).</param>
/// <param name="IsTop">At the top of the cell rather than in the middle of its height.</param>
/// <param name="IsLong">The text is too long for the text format, see <see cref="SheetStyles"/>.</param>
sealed record CellStyle(
    double Size, FontRole Role = FontRole.Text, HorizontalAlignmentValues? Align = null, Edges? Border = null, uint Indent = 0,
    bool IsTop = false, bool IsLong = false);

/// <summary>
/// The styles part (ECMA-376, part 1, 18.8): each style once, in the order of first use. All cells have the format of text, so that what
/// begins like a formula stays text when it is edited; long ones have none, because Excel up to 2007 shows them as ####.
/// </summary>
/// <param name="fonts">The fonts that are named.</param>
sealed class SheetStyles(FontSet fonts)
{
    public const double NormalSize = 10.5;

    // Widths of columns are counted in digits of the style Normal. This font's are half an em, as those of 宋体 are; but what stands in
    // for it where it is missing is made to its measure, which cannot be said of the fonts that stand in for 宋体.
    static OfficeFont NormalFont { get; } = new("Times New Roman", IsBold: false);

    const uint TextFormat = 49;
    const int Roman = 1, Gb2312 = 134;

    readonly Index<CellStyle> _formats = new(new CellStyle(NormalSize));
    readonly Index<(OfficeFont Font, double Size)> _fonts = new((NormalFont, NormalSize));
    readonly Index<Edges?> _borders = new(null);

    public uint Of(CellStyle style) => _formats.Of(style);

    public Stylesheet Build()
    {
        var formats = _formats.Items.Select((style, index) => Format(style, index == 0)).ToArray();
        return new Stylesheet(
            new DocumentFormat.OpenXml.Spreadsheet.Fonts(_fonts.Items.Select(Font)),
            new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125)),
            new Borders(_borders.Items.Select(Border)),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(formats),
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    CellFormat Format(CellStyle style, bool isDefault)
    {
        var format = new CellFormat
        {
            NumberFormatId = isDefault || style.IsLong ? 0 : TextFormat,
            FontId = isDefault ? 0 : _fonts.Of((fonts.NameOf(style.Role), style.Size)),
            FillId = 0,
            BorderId = _borders.Of(style.Border),
            FormatId = 0,
        };
        if (isDefault) return format;
        (format.ApplyNumberFormat, format.ApplyFont, format.ApplyBorder, format.ApplyAlignment) = (true, true, true, true);
        format.Alignment = new Alignment
        {
            Horizontal = style.Align ?? HorizontalAlignmentValues.Left,
            Vertical = style.IsTop ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
            WrapText = true,
        };
        if (style.Indent > 0) format.Alignment.Indent = style.Indent;
        return format;
    }

    static Font Font((OfficeFont Font, double Size) font)
    {
        var element = new Font();
        if (font.Font.IsBold) element.Append(new Bold());
        element.Append(
            new FontSize { Val = font.Size },
            new FontName { Val = font.Font.Name },
            new FontFamilyNumbering { Val = Roman });
        if (font.Font != NormalFont) element.Append(new FontCharSet { Val = Gb2312 });
        return element;
    }

    static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    static Border Border(Edges? heavy)
    {
        if (heavy is not { } edges)
            return new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());
        return new Border(
            Line(new LeftBorder(), Edges.Left),
            Line(new RightBorder(), Edges.Right),
            Line(new TopBorder(), Edges.Top),
            Line(new BottomBorder(), Edges.Bottom),
            new DiagonalBorder());

        BorderPropertiesType Line(BorderPropertiesType line, Edges edge)
        {
            line.Style = edges.HasFlag(edge) ? BorderStyleValues.Medium : BorderStyleValues.Thin;
            return line;
        }
    }

    /// <summary>Numbers things in the order in which they are first asked for.</summary>
    sealed class Index<T>
    {
        readonly Dictionary<ValueTuple<T>, uint> _numbers = [];

        public Index(T first) => Of(first);

        public IReadOnlyList<T> Items => [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key.Item1)];

        public uint Of(T item)
        {
            var key = new ValueTuple<T>(item);
            if (!_numbers.TryGetValue(key, out var number)) _numbers.Add(key, number = (uint)_numbers.Count);
            return number;
        }
    }
}
