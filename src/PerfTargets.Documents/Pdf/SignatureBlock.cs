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
        if (Height == 0) return;
        var (x, baseline) = (format.Side + LeftInset, top + Above + Size);
        var between = Between(table, format, rune => canvas.Advance(rune, FontRole.Text));
        for (var i = 0; i < table.Signatures.Count; i++)
        {
            var line = Line(table.Signatures[i]);
            Paint(line, x, baseline);
            if (between >= LeastBetween) x += TextBlock.Width(canvas, line, Size) + between;
            else if (i < table.Signatures.Count - 1) baseline += LineHeight;
        }
        var width = TextBlock.Width(canvas, table.SealLabel, Size);
        Paint(table.SealLabel, format.Width - format.Side - width - SealInset, baseline + LineHeight + SealRoom / 2);
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
