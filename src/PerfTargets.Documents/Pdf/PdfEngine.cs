using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// The product's own PDF writer: PDF/A-2a and PDF/UA-1, with fonts embedded as subsets. Holds no state; one instance serves all threads.
/// </summary>
/// <param name="fonts">The faces to print with.</param>
public sealed class PdfEngine(FontSet fonts) : IPdfEngine
{
    /// <summary>Bytes that are gathered before they are written.</summary>
    const int Chunk = 64 * 1024;

    /// <summary>An engine with the fonts of this assembly.</summary>
    public PdfEngine() : this(FontSet.Embedded)
    {
    }

    /// <inheritdoc/>
    /// <remarks>To be raised with every change that can alter the bytes of a file.</remarks>
    public string Name => "PerfTargets PDF 3";

    /// <inheritdoc/>
    public byte[] Render(IReadOnlyList<OfficialTable> tables, PdfInfo info)
    {
        using var file = new FormsFile(fonts, info, Name);
        foreach (var table in tables) file.Add(table);
        file.Finish();
        return file.Take().ToArray();
    }

    /// <inheritdoc/>
    public async Task RenderAsync(IAsyncEnumerable<OfficialTable> tables, PdfInfo info, Stream to, CancellationToken cancel = default)
    {
        using var file = new FormsFile(fonts, info, Name);
        await foreach (var table in tables.WithCancellation(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            file.Add(table);
            if (file.Pending >= Chunk) await to.WriteAsync(file.Take(), cancel);
        }
        file.Finish();
        await to.WriteAsync(file.Take(), cancel);
    }
}
