using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PerfTargets.Documents.Spreadsheet;
using PerfTargets.Documents.Word;
using PerfTargets.TestKit.Office;

namespace PerfTargets.Documents.Tests.Office;

public enum OfficeFormat
{
    Xlsx,
    Docx,
}

static class OfficePrints
{
    public static byte[] Write(OfficeFormat format, params IEnumerable<OfficialTable> tables)
    {
        var to = new MemoryStream();
        Write(format, tables, Prints.Info, to);
        return to.ToArray();
    }

    public static void Write(OfficeFormat format, IEnumerable<OfficialTable> tables, DocumentInfo info, Stream to)
    {
        if (format == OfficeFormat.Xlsx) new SpreadsheetWriter().Write(tables, info, to);
        else new WordWriter().Write(tables, info, to);
    }

    public static IReadOnlyList<IReadOnlyList<OfficeCell>> Tables(OfficeFormat format, byte[] file) =>
        format == OfficeFormat.Xlsx ? WorkbookText.Tables(file) : DocumentText.Tables(file);

    /// <summary>The grid of a form as a file can hold it: what is no character of XML is U+FFFD.</summary>
    public static IEnumerable<OfficeCell> Grid(OfficialTable table) => TableGrid.From(table).Cells
        .Select(cell => new OfficeCell(cell.Row, cell.Col, Valid(cell.Text), cell.RowSpan, cell.ColSpan));

    public static OpenXmlPackage Open(OfficeFormat format, byte[] file) => format == OfficeFormat.Xlsx
        ? SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false)
        : WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    public static void AssertValid(OfficeFormat format, byte[] file)
    {
        using var package = Open(format, file);
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2016, FileFormatVersions.Microsoft365])
            Assert.Empty(new OpenXmlValidator(version).Validate(package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    static string Valid(string text)
    {
        var valid = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            valid.Append(!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return valid.ToString();
    }
}
