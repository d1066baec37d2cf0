using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Word;

/// <summary>A document while it is made, section by section.</summary>
sealed class DocumentFile : IFormsFile
{
    const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string RelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    readonly FontSet _fonts;
    readonly DocumentInfo _info;
    readonly OfficePackage _package;
    readonly XmlWriter _body;
    readonly WordHeaders _headers = new();

    // The last section's properties end the body, those of the others stand in the last paragraph of each (ECMA-376, part 1, 17.6.17).
    SectionProperties? _section;

    public DocumentFile(FontSet fonts, DocumentInfo info, Stream to)
    {
        (_fonts, _info, _package) = (fonts, info, new OfficePackage(to, "word/document.xml"));
        _body = _package.Begin("word/document.xml", Types + "document.main+xml");
        _body.WriteStartElement("w", "document", Namespace);
        _body.WriteAttributeString("xmlns", "r", null, RelationshipNamespace);
        _body.WriteStartElement("w", "body", Namespace);
    }

    public void Add(OfficialTable table)
    {
        if (_section is not null) EndSection(_section).WriteTo(_body);
        var plan = new FormPlan(table, _fonts, isFirst: _section is null, WordSection.Spare);
        _section = WordSection.Page(table.Orientation);
        _headers.Refer(_section, plan);
        foreach (var block in WordSection.Blocks(plan)) block.WriteTo(_body);
    }

    public void Finish()
    {
        WordText.Thin().WriteTo(_body);
        (_section ?? WordSection.Page(PageOrientation.Landscape)).WriteTo(_body);
        _body.WriteEndElement();
        _body.WriteEndElement();
        _body.Dispose();
        _package.Add("word/styles.xml", Types + "styles+xml", WordStyles.Styles(_fonts).WriteTo);
        _package.Add("word/settings.xml", Types + "settings+xml", WordStyles.Settings().WriteTo);
        _package.Relate(("word", "document.xml"), [
            ("rIdStyles", "styles", "styles.xml"), ("rIdSettings", "settings", "settings.xml"), .. _headers.Write(_package)]);
        _package.Finish(_info);
    }

    public void Dispose()
    {
        _body.Dispose();
        _package.Dispose();
    }

    static Paragraph EndSection(SectionProperties section)
    {
        var paragraph = WordText.Thin();
        paragraph.ParagraphProperties!.Append(section);
        return paragraph;
    }
}
