using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>A line of text in its place.</summary>
/// <param name="X">Points from the left edge of what it stands on.</param>
/// <param name="Baseline">Points below its upper edge.</param>
/// <param name="Spacing">Points added after each character.</param>
readonly record struct PlacedLine(string Text, double X, double Baseline, double Size, FontRole Role = FontRole.Text, double Spacing = 0)
{
    /// <summary>A line that ends at the right margin.</summary>
    public static PlacedLine AtRight(string text, double baseline, double size, PageFormat format, FontSet fonts) =>
        new(text, format.Width - format.Side - TextBlock.Width(fonts, text, size), baseline, size);

    /// <summary>A line in the middle of the page.</summary>
    public static PlacedLine Centred(string text, double baseline, double size, PageFormat format, FontSet fonts) =>
        new(text, (format.Width - TextBlock.Width(fonts, text, size)) / 2, baseline, size);
}
