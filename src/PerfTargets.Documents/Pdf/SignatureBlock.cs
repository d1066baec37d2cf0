using System.Text;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>The lines to sign below the table of a 送审件, and room for the seal at the lower right.</summary>
sealed class SignatureBlock(PdfCanvas canvas, PageFormat format, StructElement section, OfficialTable table)
{
    public const double Size = 10.5, Above = 9, LineHeight = 15, SealRoom = 34, LeftInset = 4, SealInset = 60;

    const double LeastBetween = 12;

    /// <summary>0 when nothing is printed.</summary>
    public double Height { get; } = HeightOf(table, format, rune => canvas.Advance(rune, FontRole.Text));

    /// <param name="advance">The width of a character in thousandths of an em.</param>
    public static double HeightOf(OfficialTable table, PageFormat format, Func<Rune, int> advance) =>
        table.Purpose != PrintPurpose.Submission ? 0
        : Above + LineHeight * (Between(table, format, advance) < LeastBetween ? table.Signatures.Count : 1) + SealRoom;

    public void Paint(double top)
    {
        foreach (var (text, x, baseline) in Lines(table, format, rune => canvas.Advance(rune, FontRole.Text))) Paint(text, x, top + baseline);
    }

    /// <summary>The lines with their places: from the left edge of the page, and from the top of the block. None when nothing is printed.</summary>
    public static IEnumerable<(string Text, double X, double Baseline)> Lines(OfficialTable table, PageFormat format, Func<Rune, int> advance)
    {
        if (table.Purpose != PrintPurpose.Submission) yield break;
        var (x, baseline) = (format.Side + LeftInset, Above + Size);
        var between = Between(table, format, advance);
        for (var i = 0; i < table.Signatures.Count; i++)
        {
            var line = Line(table.Signatures[i]);
            yield return (line, x, baseline);
            if (between >= LeastBetween) x += Width(line) + between;
            else if (i < table.Signatures.Count - 1) baseline += LineHeight;
        }
        yield return (table.SealLabel, format.Width - format.Side - Width(table.SealLabel) - SealInset, baseline + LineHeight + SealRoom / 2);

        double Width(string text) => text.EnumerateRunes().Sum(advance) * Size / 1000;
    }

    /// <summary>
    /// Room between two lines side by side, the last of which ends at the right edge. With less than a little they stand one below the other.
    /// </summary>
    static double Between(OfficialTable table, PageFormat format, Func<Rune, int> advance)
    {
        var widths = table.Signatures.Sum(line => Line(line).EnumerateRunes().Sum(advance)) * Size / 1000;
        return (format.TextWidth - 2 * LeftInset - widths) / Math.Max(1, table.Signatures.Count - 1);
    }

    static string Line(TableField signature) => signature.Label + signature.Value;

    void Paint(string text, double x, double baseline)
    {
        canvas.BeginTag(canvas.Structure.Add("P", section));
        canvas.Text(text, x, baseline, Size);
        canvas.EndTag();
    }
}
