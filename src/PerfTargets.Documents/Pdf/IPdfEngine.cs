namespace PerfTargets.Documents.Pdf;

/// <summary>
/// Makes PDF files of official tables: each from a new page, with continuous page numbers, before more than five a table of contents. One
/// engine is in this assembly; another backend draws the same <see cref="TableGrid"/>.
/// </summary>
public interface IPdfEngine : IFormsWriter
{
    /// <summary>Names the renderer and its version; goes into the file and belongs with what is stored of it.</summary>
    string Name { get; }
}

/// <summary>What a file says of itself.</summary>
/// <param name="Title">The document's title, shown in the title bar of viewers.</param>
/// <param name="CreatedUtc">
/// The date of the file in UTC, to the second: of the form's state, not of the clock. Its Kind is not looked at.
/// </param>
/// <param name="Author">The organisation that answers for the content; null leaves it out.</param>
public sealed record PdfInfo(string Title, DateTime CreatedUtc, string? Author = null);
