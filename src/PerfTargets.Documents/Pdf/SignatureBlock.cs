namespace PerfTargets.Documents.Pdf;

/// <summary>The lines to sign below the table of a 送审件, and room for the seal at the lower right.</summary>
sealed class SignatureBlock(PdfCanvas canvas, PageFormat format, StructElement section, OfficialTable table)
{
    public const double Size = 10.5, Above = 9, LineHeight = 15, SealRoom = 34, LeftInset = 4, SealInset = 60;

    /// <summary>0 when nothing is printed.</summary>
    public double Height { get; } = HeightOf(table);

    public static double HeightOf(OfficialTable table) => table.Purpose == PrintPurpose.Submission ? Above + LineHeight + SealRoom : 0;

    public void Paint(double top)
    {
        if (Height == 0) return;
        var baseline = top + Above + Size;
        var step = format.TextWidth / Math.Max(1, table.Signatures.Count);
        for (var i = 0; i < table.Signatures.Count; i++)
            Paint(table.Signatures[i].Label + table.Signatures[i].Value, format.Side + LeftInset + i * step, baseline);
        var width = TextBlock.Width(canvas, table.SealLabel, Size);
        Paint(table.SealLabel, format.Width - format.Side - width - SealInset, baseline + LineHeight + SealRoom / 2);
    }

    void Paint(string text, double x, double baseline)
    {
        canvas.BeginTag(canvas.Structure.Add("P", section));
        canvas.Text(text, x, baseline, Size);
        canvas.EndTag();
    }
}
