using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// The product's own PDF writer: tagged, with fonts embedded as subsets. Holds no state; one instance serves all threads.
/// </summary>
/// <param name="fonts">The faces to print with.</param>
public sealed class PdfEngine(FontSet fonts) : IPdfEngine
{
    /// <summary>An engine with the fonts of this assembly.</summary>
    public PdfEngine() : this(FontSet.Embedded)
    {
    }

    /// <inheritdoc/>
    /// <remarks>To be raised with every change that can alter the bytes of a file.</remarks>
    public string Name => "PerfTargets PDF 1";

    /// <inheritdoc/>
    public byte[] Render(IReadOnlyList<OfficialTable> tables, PdfInfo info)
    {
        var canvas = new PdfCanvas(fonts);
        for (var i = 0; i < tables.Count; i++) new FormPainter(canvas, fonts, tables[i], i == 0 ? tables[i].AttachmentLine : null).Paint();
        if (tables.Count == 0)
        {
            canvas.BeginPage(PageFormat.Of(PageOrientation.Landscape));
            canvas.EndPage();
        }
        return canvas.Finish(info, Name);
    }
}
