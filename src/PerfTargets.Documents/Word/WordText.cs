using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Word;

/// <summary>Runs and paragraphs of a text.</summary>
static class WordText
{
    /// <summary>A run for a text of one line. A tab in it is one.</summary>
    public static Run Run(string text, double? size = null, FontRole role = FontRole.Text)
    {
        var run = new Run();
        if (Properties(size, role) is { HasChildren: true } properties) run.Append(properties);
        var parts = OfficeText.Clean(text).Replace('\n', ' ').Split('\t');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) run.Append(new TabChar());
            if (parts[i].Length > 0) run.Append(new Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>A paragraph for each line of a text, each with properties of its own.</summary>
    public static IEnumerable<Paragraph> Paragraphs(string text, Func<ParagraphProperties> properties, double? size = null, FontRole role = FontRole.Text) =>
        OfficeText.Clean(text).Split('\n').Select(line =>
        {
            var paragraph = new Paragraph(properties());
            if (line.Length > 0) paragraph.Append(Run(line, size, role));
            return paragraph;
        });

    /// <summary>A paragraph that takes almost no room: where the format asks for one and the form has none.</summary>
    public static Paragraph Thin(bool isHidden = false)
    {
        var mark = new ParagraphMarkRunProperties();
        if (isHidden) mark.Append(new Vanish());
        mark.Append(new FontSize { Val = "2" }, new FontSizeComplexScript { Val = "2" });
        return new Paragraph(new ParagraphProperties(Exactly(1), mark));
    }

    /// <summary>Lines of this height, in points, whatever the font.</summary>
    public static SpacingBetweenLines Exactly(double height, double before = 0, double after = 0) => new()
    {
        Before = WordStyles.TwipText(before),
        After = WordStyles.TwipText(after),
        Line = WordStyles.TwipText(height),
        LineRule = LineSpacingRuleValues.Exact,
    };

    static RunProperties Properties(double? size, FontRole role)
    {
        var properties = new RunProperties();
        if (role == FontRole.Label) properties.Append(new RunStyle { Val = WordStyles.Label });
        if (size is not { } points) return properties;
        properties.Append(
            new FontSize { Val = WordStyles.HalfPoints(points) }, new FontSizeComplexScript { Val = WordStyles.HalfPoints(points) });
        return properties;
    }
}
