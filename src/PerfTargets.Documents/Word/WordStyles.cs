using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Word;

/// <summary>The parts of a document beside its text: styles and settings.</summary>
static class WordStyles
{
    public const string Title = "Title", Label = "Label", Language = "zh-CN";

    /// <summary>Chinese as this product breaks it: no room added between Chinese and digits, no mark hanging over the edge, no grid.</summary>
    /// <param name="fonts">The fonts that are named.</param>
    public static Styles Styles(FontSet fonts) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                FontsOf(fonts.NameOf(FontRole.Text)),
                new FontSize { Val = HalfPoints(FormLayout.FullSize) },
                new FontSizeComplexScript { Val = HalfPoints(FormLayout.FullSize) },
                new Languages { Val = Language, EastAsia = Language })),
            new ParagraphPropertiesDefault()),
        new Style(
            new StyleName { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                new WidowControl { Val = false },
                new OverflowPunctuation { Val = false },
                new AutoSpaceDE { Val = false },
                new AutoSpaceDN { Val = false },
                new AdjustRightIndent { Val = false },
                new SnapToGrid { Val = false }))
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        },
        new Style(
            new StyleName { Val = Title },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(new Justification { Val = JustificationValues.Center }, new OutlineLevel { Val = 0 }),
            new StyleRunProperties([
                .. FaceOf(fonts.NameOf(FontRole.Title)),
                new FontSize { Val = HalfPoints(Heading.TitleSize) },
                new FontSizeComplexScript { Val = HalfPoints(Heading.TitleSize) },
            ]))
        {
            Type = StyleValues.Paragraph,
            StyleId = Title,
        },
        new Style(
            new StyleName { Val = Label },
            new PrimaryStyle(),
            new StyleRunProperties(FaceOf(fonts.NameOf(FontRole.Label))))
        {
            Type = StyleValues.Character,
            StyleId = Label,
        });

    /// <summary>The layout of Word 2013 and later, in which a table's edge, not its text, stands at the margin.</summary>
    public static Settings Settings() => new(
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = Language, EastAsia = Language });

    /// <summary>A size of text in the unit of w:sz.</summary>
    public static string HalfPoints(double points) => Whole(points * 2);

    /// <summary>A length in twentieths of a point, the unit of most lengths in WordprocessingML.</summary>
    public static int Twips(double points) => (int)Math.Round(points * 20);

    public static string TwipText(double points) => Whole(points * 20);

    static IEnumerable<OpenXmlElement> FaceOf(OfficeFont font) => font.IsBold ? [FontsOf(font), new Bold()] : [FontsOf(font)];

    static RunFonts FontsOf(OfficeFont font) => new() { Ascii = font.Name, HighAnsi = font.Name, EastAsia = font.Name, ComplexScript = font.Name };

    static string Whole(double number) => Math.Round(number).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
