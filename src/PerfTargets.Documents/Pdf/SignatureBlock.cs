using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>The lines to sign below the table of a 送审件, and room for the seal at the lower right.</summary>
static class SignatureBlock
{
    public const double Size = 10.5, Above = 9, LineHeight = 15, SealRoom = 34, LeftInset = 4, SealInset = 60;

    const double LeastBetween = 12;

    /// <summary>0 when nothing is printed.</summary>
    public static double HeightOf(OfficialTable table, PageFormat format, FontSet fonts) =>
        table.Purpose != PrintPurpose.Submission ? 0
        : Above + LineHeight * (Between(table, format, fonts) < LeastBetween ? table.Signatures.Count : 1) + SealRoom;

    /// <summary>Whether below a table that ends there no room is left for the block.</summary>
    public static bool NeedsPage(double bottom, double height, PageFormat format) => height > 0 && bottom + height > format.Height - format.Bottom + 0.01;

    /// <summary>The lines in their places, when the block stands there. None when nothing is printed.</summary>
    public static IEnumerable<PlacedLine> Lines(OfficialTable table, PageFormat format, FontSet fonts, double top)
    {
        if (table.Purpose != PrintPurpose.Submission) yield break;
        var (x, baseline) = (format.Side + LeftInset, Above + Size);
        var between = Between(table, format, fonts);
        for (var i = 0; i < table.Signatures.Count; i++)
        {
            var line = Line(table.Signatures[i]);
            yield return new(line, x, top + baseline, Size);
            if (between >= LeastBetween) x += TextBlock.Width(fonts, line, Size) + between;
            else if (i < table.Signatures.Count - 1) baseline += LineHeight;
        }
        var seal = format.Width - format.Side - TextBlock.Width(fonts, table.SealLabel, Size) - SealInset;
        yield return new(table.SealLabel, seal, top + (baseline + LineHeight + SealRoom / 2), Size);
    }

    /// <summary>
    /// Room between two lines side by side, the last of which ends at the right edge. With less than a little they stand one below the other.
    /// </summary>
    static double Between(OfficialTable table, PageFormat format, FontSet fonts)
    {
        var widths = table.Signatures.Sum(line => Line(line).EnumerateRunes().Sum(rune => fonts.Advance(rune, FontRole.Text))) * Size / 1000;
        return (format.TextWidth - 2 * LeftInset - widths) / Math.Max(1, table.Signatures.Count - 1);
    }

    static string Line(TableField signature) => signature.Label + signature.Value;
}
