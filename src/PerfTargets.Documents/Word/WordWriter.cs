using PerfTargets.Documents.Fonts;

namespace PerfTargets.Documents.Word;

/// <summary>
/// Writes official tables as a DOCX document (ECMA-376, WordprocessingML, transitional), a section on new pages for each. Page numbers
/// are continuous, cells merged as <see cref="TableGrid"/> says; a line feed begins a paragraph; what XML cannot hold stands as U+FFFD.
/// </summary>
/// <param name="fonts">The faces by which lines and rows are measured; the file names 宋体, or the site's own.</param>
public sealed class WordWriter(FontSet fonts) : IFormsWriter
{
    /// <summary>A writer that measures with the fonts of this assembly.</summary>
    public WordWriter() : this(FontSet.Embedded)
    {
    }

    /// <inheritdoc/>
    public IFormsFile Begin(DocumentInfo info, Stream to) => new DocumentFile(fonts, info, to);
}
