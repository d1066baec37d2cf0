namespace PerfTargets.Documents.Pdf;

/// <summary>Makes PDF files of official tables. One is in this assembly; another backend draws the same <see cref="TableGrid"/>.</summary>
public interface IPdfEngine
{
    /// <summary>Names the renderer and its version; goes into the file and belongs with what is stored of it.</summary>
    string Name { get; }

    /// <summary>Prints forms into one file, each from a new page, with continuous page numbers.</summary>
    /// <param name="tables">
    /// The forms in their order; none gives a file of one empty page. The attachment line of the first is printed. Before more than five
    /// stands a table of contents.
    /// </param>
    /// <param name="info">What the file says of itself.</param>
    /// <returns>The file. The same input gives the same bytes, on any thread.</returns>
    byte[] Render(IReadOnlyList<OfficialTable> tables, PdfInfo info);

    /// <summary>The same, for a file of any length: what is complete is written at once and forgotten.</summary>
    /// <param name="tables">The forms in their order, fetched one by one.</param>
    /// <param name="info">What the file says of itself.</param>
    /// <param name="to">Where the bytes go; it stays open. What was written of a file that failed is of no use.</param>
    /// <param name="cancel">Stops after the form that is being drawn.</param>
    Task RenderAsync(IAsyncEnumerable<OfficialTable> tables, PdfInfo info, Stream to, CancellationToken cancel = default);
}

/// <summary>What a file says of itself.</summary>
/// <param name="Title">The document's title, shown in the title bar of viewers.</param>
/// <param name="CreatedUtc">
/// The date of the file in UTC, to the second: of the form's state, not of the clock. Its Kind is not looked at.
/// </param>
/// <param name="Author">The organisation that answers for the content; null leaves it out.</param>
public sealed record PdfInfo(string Title, DateTime CreatedUtc, string? Author = null);
