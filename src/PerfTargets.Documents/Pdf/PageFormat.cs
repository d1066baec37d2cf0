namespace PerfTargets.Documents.Pdf;

/// <summary>A4 with the margins of one orientation. All lengths in points (1/72 inch), distances from the top left corner.</summary>
sealed record PageFormat(double Width, double Height, double Side, double Top, double Bottom)
{
    const double Short = 595.28, Long = 841.89;

    static PageFormat Landscape { get; } = new(Long, Short, 55, 40, 46);
    static PageFormat Portrait { get; } = new(Short, Long, 44.6, 52, 56);

    /// <summary>Width of the text and of the table.</summary>
    public double TextWidth => Width - 2 * Side;

    /// <summary>Height between the margins; the page number stands below.</summary>
    public double TextHeight => Height - Top - Bottom;

    public static PageFormat Of(PageOrientation orientation) => orientation == PageOrientation.Portrait ? Portrait : Landscape;
}
