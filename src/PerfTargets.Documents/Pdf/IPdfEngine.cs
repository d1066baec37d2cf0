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
