using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Word;

/// <summary>
/// Writes official tables as a DOCX document (ECMA-376, WordprocessingML, transitional), a section on new pages for each. Holds no state;
/// one instance serves all threads.
/// </summary>
/// <param name="fonts">The faces by which lines and rows are measured; the file names 宋体.</param>
public sealed class WordWriter(FontSet fonts)
{
    const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string RelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A writer that measures with the fonts of this assembly.</summary>
    public WordWriter() : this(FontSet.Embedded)
    {
    }

    /// <summary>
    /// Writes forms into one document with continuous page numbers. Cells are merged as <see cref="TableGrid"/> says; a line feed begins
    /// a paragraph; what XML cannot hold stands as U+FFFD.
    /// </summary>
    /// <param name="tables">
    /// The forms in their order, taken one by one; none gives an empty page. The attachment line of the first is printed.
    /// </param>
    /// <param name="info">What the file says of itself. The same input gives the same bytes.</param>
    /// <param name="to">Left open; need not be seekable.</param>
    public void Write(IEnumerable<OfficialTable> tables, PdfInfo info, Stream to)
    {
        using var package = new OfficePackage(to, "word/document.xml");
        var headers = new WordHeaders();
        package.Add("word/document.xml", Types + "document.main+xml", xml => WriteDocument(xml, tables, headers));
        package.Add("word/styles.xml", Types + "styles+xml", WordStyles.Styles().WriteTo);
        package.Add("word/settings.xml", Types + "settings+xml", WordStyles.Settings().WriteTo);
        package.Relate(("word", "document.xml"), [
            ("rIdStyles", "styles", "styles.xml"), ("rIdSettings", "settings", "settings.xml"), .. headers.Write(package)]);
        package.Finish(info);
    }

    void WriteDocument(XmlWriter xml, IEnumerable<OfficialTable> tables, WordHeaders headers)
    {
        xml.WriteStartElement("w", "document", Namespace);
        xml.WriteAttributeString("xmlns", "r", null, RelationshipNamespace);
        xml.WriteStartElement("w", "body", Namespace);
        // The last section's properties end the body, those of the others stand in the last paragraph of each (ECMA-376, part 1, 17.6.17).
        SectionProperties? section = null;
        foreach (var table in tables)
        {
            if (section is not null) EndSection(section).WriteTo(xml);
            var plan = new FormPlan(table, fonts, isFirst: section is null, WordSection.Spare);
            section = WordSection.Page(table.Orientation);
            headers.Refer(section, plan);
            foreach (var block in WordSection.Blocks(plan)) block.WriteTo(xml);
        }
        WordText.Thin().WriteTo(xml);
        (section ?? WordSection.Page(PageOrientation.Landscape)).WriteTo(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static Paragraph EndSection(SectionProperties section)
    {
        var paragraph = WordText.Thin();
        paragraph.ParagraphProperties!.Append(section);
        return paragraph;
    }
}
