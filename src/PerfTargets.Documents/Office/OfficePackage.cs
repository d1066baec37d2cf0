using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PerfTargets.Documents.Office;

/// <summary>
/// An Office Open XML package (ECMA-376, part 2), written part by part as they come. The SDK's own packages keep all parts in memory
/// and stamp them with the clock; here the same parts give the same bytes.
/// </summary>
sealed class OfficePackage : IDisposable
{
    const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string RelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const string CoreRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    const string CorePart = "docProps/core.xml";

    /// <summary>The first date that a zip file can hold; the date of the content stands in the core properties.</summary>
    static DateTimeOffset EntryDate { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static XmlWriterSettings XmlSettings { get; } = new()
    {
        Encoding = new UTF8Encoding(false),
        NewLineHandling = NewLineHandling.None,
        CloseOutput = true,
    };

    readonly ZipArchive _zip;
    readonly List<(string Part, string ContentType)> _parts = [];

    /// <param name="to">Left open; need not be seekable.</param>
    /// <param name="mainPart">Name of the part that a reader begins with.</param>
    public OfficePackage(Stream to, string mainPart)
    {
        _zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        WriteRelationships("_rels/.rels", [("rId1", RelationshipTypes + "officeDocument", mainPart), ("rId2", CoreRelationship, CorePart)]);
    }

    /// <summary>Writes a part.</summary>
    /// <param name="name">Name without a slash at its start, such as word/document.xml.</param>
    public void Add(string name, string contentType, Action<XmlWriter> write)
    {
        using var xml = Begin(name, contentType);
        write(xml);
    }

    /// <summary>Begins a part that is written piece by piece; it must be disposed before the next part begins.</summary>
    public XmlWriter Begin(string name, string contentType)
    {
        _parts.Add((name, contentType));
        return Entry(name);
    }

    /// <summary>Writes what a part refers to.</summary>
    /// <param name="source">Folder and name of the part.</param>
    /// <param name="targets">Ids, last words of the types, and names relative to the folder.</param>
    public void Relate((string Folder, string Name) source, IEnumerable<(string Id, string Type, string Target)> targets) =>
        WriteRelationships(
            $"{source.Folder}/_rels/{source.Name}.rels", targets.Select(one => (one.Id, RelationshipTypes + one.Type, one.Target)));

    /// <summary>Writes what the file says of itself, and the list of its parts. Without this call the file is not complete.</summary>
    public void Finish(DocumentInfo info)
    {
        Add(CorePart, "application/vnd.openxmlformats-package.core-properties+xml", xml => WriteCore(xml, info));
        using var xml = Entry("[Content_Types].xml");
        xml.WriteStartElement("Types", ContentTypes);
        WriteType("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType("Default", "Extension", "xml", "application/xml");
        foreach (var (part, type) in _parts) WriteType("Override", "PartName", "/" + part, type);
        xml.WriteEndElement();

        void WriteType(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element, ContentTypes);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    public void Dispose() => _zip.Dispose();

    static void WriteCore(XmlWriter xml, DocumentInfo info)
    {
        const string Dc = "http://purl.org/dc/elements/1.1/", DcTerms = "http://purl.org/dc/terms/";
        var created = info.CreatedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        xml.WriteStartElement("cp", "coreProperties", CoreProperties);
        xml.WriteElementString("dc", "title", Dc, OfficeText.Clean(info.Title));
        if (info.Author is { } author) xml.WriteElementString("dc", "creator", Dc, OfficeText.Clean(author));
        xml.WriteElementString("dc", "language", Dc, "zh-CN");
        foreach (var name in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, DcTerms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString(created);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    void WriteRelationships(string name, IEnumerable<(string Id, string Type, string Target)> targets)
    {
        using var xml = Entry(name);
        xml.WriteStartElement("Relationships", Relationships);
        foreach (var (id, type, target) in targets)
        {
            xml.WriteStartElement("Relationship", Relationships);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    XmlWriter Entry(string name)
    {
        var entry = _zip.CreateEntry(name);
        entry.LastWriteTime = EntryDate;
        var xml = XmlWriter.Create(entry.Open(), XmlSettings);
        xml.WriteStartDocument(standalone: true);
        return xml;
    }
}
