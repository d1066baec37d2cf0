using System.Text;
using System.Xml.Linq;
using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>ISO 19005-2, 6.6, and ISO 14289-1, 5 and 7.1: what a file says of itself.</summary>
public class MetadataTests
{
    static XNamespace Rdf { get; } = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static XNamespace Dc { get; } = "http://purl.org/dc/elements/1.1/";
    static XNamespace XmpBasic { get; } = "http://ns.adobe.com/xap/1.0/";
    static XNamespace Pdf { get; } = "http://ns.adobe.com/pdf/1.3/";
    static XNamespace PdfaId { get; } = "http://www.aiim.org/pdfa/ns/id/";
    static XNamespace PdfuaId { get; } = "http://www.aiim.org/pdfua/ns/id/";
    static XNamespace Extension { get; } = "http://www.aiim.org/pdfa/ns/extension/";
    static XNamespace Schema { get; } = "http://www.aiim.org/pdfa/ns/schema#";
    static XNamespace Property { get; } = "http://www.aiim.org/pdfa/ns/property#";

    public static TheoryData<string> Files => SampleFiles.Names;

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_6_2_1_the_metadata_stand_uncompressed_and_well_formed_in_one_packet(string name)
    {
        var stream = SampleFiles.Read(name).Catalog["Metadata"];
        var text = Encoding.UTF8.GetString(stream.Data);

        Assert.Equal(("Metadata", "XML"), (stream["Type"].Name, stream["Subtype"].Name));
        Assert.False(stream["Filter"].Exists);
        Assert.StartsWith("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>", text);
        Assert.EndsWith("<?xpacket end=\"w\"?>", text);
        Assert.Equal("RDF", Metadata(name).Root!.Elements().Single().Name.LocalName);
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_6_4_the_file_claims_2A_and_ISO_14289_5_claims_UA_1(string name)
    {
        Assert.Equal(("2", "A", "1"), (Only(name, PdfaId + "part"), Only(name, PdfaId + "conformance"), Only(name, PdfuaId + "part")));
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_6_2_3_the_schema_that_PDF_A_does_not_know_is_described(string name)
    {
        var known = new HashSet<XNamespace> { Dc, XmpBasic, Pdf, PdfaId, Extension };
        var used = Metadata(name).Descendants(Rdf + "Description").Elements().Select(element => element.Name.Namespace).Distinct();
        var schema = Metadata(name).Descendants(Extension + "schemas").Single().Element(Rdf + "Bag")!.Elements(Rdf + "li").Single();
        var property = schema.Element(Schema + "property")!.Element(Rdf + "Seq")!.Elements(Rdf + "li").Single();

        Assert.Equal([PdfuaId], used.Except(known));
        Assert.Equal((PdfuaId.NamespaceName, "pdfuaid"), (Value(schema, Schema + "namespaceURI"), Value(schema, Schema + "prefix")));
        Assert.NotEmpty(Value(schema, Schema + "schema"));
        Assert.Equal(("part", "Integer", "internal"), (Value(property, Property + "name"), Value(property, Property + "valueType"), Value(property, Property + "category")));
        Assert.NotEmpty(Value(property, Property + "description"));
        Assert.Equal("pdfuaid", Metadata(name).Root!.Descendants(PdfuaId + "part").Single().GetPrefixOfNamespace(PdfuaId));
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_6_3_the_information_dictionary_says_the_same(string name)
    {
        var about = SampleFiles.Read(name).Trailer["Info"];

        Assert.Equal(about["Title"].Text, Only(name, Dc + "title"));
        Assert.Equal(about["Author"].Text, Only(name, Dc + "creator"));
        Assert.Equal(about["Creator"].Text, Only(name, XmpBasic + "CreatorTool"));
        Assert.Equal(about["Producer"].Text, Only(name, Pdf + "Producer"));
        Assert.Equal(("D:20230131080000Z", "2023-01-31T08:00:00Z"), (about["CreationDate"].Text, Only(name, XmpBasic + "CreateDate")));
        Assert.Equal(("D:20230131080000Z", "2023-01-31T08:00:00Z"), (about["ModDate"].Text, Only(name, XmpBasic + "ModifyDate")));
        Assert.Equal(6, about.Entries.Count);
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_1_the_file_is_marked_and_shows_its_title(string name)
    {
        var catalog = SampleFiles.Read(name).Catalog;

        Assert.Equal(true, catalog["MarkInfo"]["Marked"].Value);
        Assert.False(catalog["MarkInfo"]["Suspects"].Exists);
        Assert.Equal(true, catalog["ViewerPreferences"]["DisplayDocTitle"].Value);
        Assert.NotEmpty(Only(name, Dc + "title"));
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_7_4_and_ISO_14289_7_2_the_language_is_Chinese(string name)
    {
        Assert.Equal("zh-CN", SampleFiles.Read(name).Catalog["Lang"].Text);
        Assert.Equal("zh-CN", Only(name, Dc + "language"));
    }

    /// <summary>The packet as a parser sees it that knows nothing of the writer.</summary>
    static XDocument Metadata(string name) =>
        XDocument.Parse(Encoding.UTF8.GetString(SampleFiles.Read(name).Catalog["Metadata"].Data));

    static string Only(string name, XName element) => Metadata(name).Descendants(element).Single().Value;

    static string Value(XElement parent, XName element) => parent.Element(element)!.Value;
}
