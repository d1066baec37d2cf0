using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// The product's own PDF writer: PDF/A-2a and PDF/UA-1, with fonts embedded as subsets. Holds no state; one instance serves all threads.
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
    public string Name => "PerfTargets PDF 4";

    /// <inheritdoc/>
    public IFormsFile Begin(DocumentInfo info, Stream to) => new FormsFile(fonts, info, Name, to);
}
