using DocumentFormat.OpenXml.Spreadsheet;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Spreadsheet;

/// <summary>
/// Writes official tables as an XLSX workbook (ECMA-376, SpreadsheetML, transitional), a sheet for each. Every cell
/// of the table is text, merged as <see cref="TableGrid"/> says; what XML cannot hold stands as U+FFFD.
/// </summary>
/// <param name="fonts">The faces by which lines and rows are measured; the file names 宋体, or the site's own.</param>
public sealed class SpreadsheetWriter(FontSet fonts) : IFormsWriter
{
    /// <summary>The UTF-16 units that a cell can hold.</summary>
    public const int LongestText = 32_767;

    /// <summary>A writer that measures with the fonts of this assembly.</summary>
    public SpreadsheetWriter() : this(FontSet.Embedded)
    {
    }

    /// <inheritdoc/>
    public IFormsFile Begin(DocumentInfo info, Stream to) => new WorkbookFile(fonts, info, to);
}
