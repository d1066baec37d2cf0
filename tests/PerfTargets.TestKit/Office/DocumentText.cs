using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfTargets.TestKit.Office;

/// <summary>Reads the tables of a document; those of one section are one table.</summary>
public static class DocumentText
{
    /// <summary>For each section the cells of its table in reading order.</summary>
    public static IReadOnlyList<IReadOnlyList<OfficeCell>> Tables(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var (sections, rows) = (new List<IReadOnlyList<OfficeCell>>(), new List<TableRow>());
        foreach (var block in document.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            if (block is Table table) rows.AddRange(table.Elements<TableRow>());
            if (block is not SectionProperties && !block.Descendants<SectionProperties>().Any()) continue;
            if (rows.Count > 0) sections.Add(Cells(rows));
            rows.Clear();
        }
        return sections;
    }

    /// <summary>All texts of a document's body.</summary>
    public static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Join('\n', document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(TextOf));
    }

    public static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants<Run>().SelectMany(run => run.ChildElements).Select(part => part switch
    {
        Text text => text.Text,
        TabChar => "\t",
        _ => "",
    }));

    private static List<OfficeCell> Cells(List<TableRow> rows)
    {
        var cells = new List<OfficeCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            var col = 0;
            foreach (var cell in rows[row].Elements<TableCell>())
            {
                var (span, merge) = (cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1, cell.TableCellProperties.VerticalMerge?.Val?.Value);
                var text = string.Join('\n', cell.Elements<Paragraph>().Select(TextOf));
                if (merge == MergedCellValues.Continue)
                {
                    var above = cells.FindLastIndex(one => one.Col == col);
                    if ((span, "", row) != (cells[above].ColSpan, text, cells[above].Row + cells[above].RowSpan))
                        throw new InvalidDataException($"Row {row}, column {col}: what goes on does not match the cell above.");
                    cells[above] = cells[above] with { RowSpan = cells[above].RowSpan + 1 };
                }
                else
                {
                    cells.Add(new OfficeCell(row, col, text, 1, span));
                }
                col += span;
            }
        }
        return cells;
    }
}
