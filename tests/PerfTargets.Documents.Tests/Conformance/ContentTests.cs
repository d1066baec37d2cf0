using System.Buffers.Binary;
using System.Text;
using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>ISO 19005-2, 6.2 without the fonts, and 6.4: colours, graphics, transparency.</summary>
public class ContentTests
{
    static HashSet<string> Known { get; } =
        ["q", "Q", "cm", "w", "m", "l", "c", "h", "re", "S", "f", "g", "BT", "ET", "Tc", "Td", "Tf", "Tj", "Do", "BDC", "EMC"];

    public static TheoryData<string> Files => SampleFiles.Names;

    /// <summary>Of the colour operators only g; all else is black, which is DeviceGray too.</summary>
    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_2_only_operators_of_the_standard_and_6_2_4_only_grey(string name)
    {
        var file = SampleFiles.Read(name);
        var contents = file.Pages.Select(page => page["Contents"].Data)
            .Concat(file.Streams.Where(stream => stream["Subtype"].Name == "Form").Select(form => form.Data));

        Assert.All(contents, content => Assert.All(PdfSyntax.Operators(content), one =>
        {
            Assert.Contains(one.Operator, Known);
            if (one.Operator == "g") Assert.InRange((double)one.Operands[0]!, 0, 1);
        }));
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_2_what_a_page_uses_stands_in_its_resources(string name)
    {
        Assert.All(SampleFiles.Read(name).Pages, page => Assert.All(new MarkedPage(page).Operators, one =>
        {
            if (one.Name == "Tf") Assert.True(page["Resources"]["Font"][((PdfName)one.Operands[0]!).Value].IsDictionary);
            if (one.Name == "Do") Assert.Equal("Form", page["Resources"]["XObject"][((PdfName)one.Operands[0]!).Value]["Subtype"].Name);
        }));
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_13_and_ISO_32000_8_4_graphics_states_are_balanced_and_hardly_nested(string name)
    {
        Assert.All(SampleFiles.Read(name).Pages, page =>
        {
            var (depth, deepest, inText) = (0, 0, false);
            foreach (var (operation, _, _) in new MarkedPage(page).Operators)
            {
                depth += operation switch { "q" => 1, "Q" => -1, _ => 0 };
                deepest = Math.Max(deepest, depth);
                Assert.True(depth >= 0);
                if (operation is "BT" or "ET")
                {
                    Assert.Equal(inText, operation == "ET");
                    inText = !inText;
                }
                else if (operation is "Td" or "Tf" or "Tj" or "Tc")
                {
                    Assert.True(inText);
                }
            }
            Assert.Equal(0, depth);
            Assert.False(inText);
            Assert.InRange(deepest, 0, 28);
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Clauses_6_2_5_to_6_2_10_no_graphics_state_images_PostScript_or_transparency(string name) => Assert.All(
        SampleFiles.Read(name).Nodes.Where(node => node.Value is not object?[]), node =>
        {
            Assert.DoesNotContain(node.Entries.Keys, key => key is "ExtGState" or "Group" or "SMask" or "OPI" or "PS" or "Ref" or "BM" or "CA" or "ca" or "TR" or "HTP");
            Assert.NotEqual("Image", node["Subtype"].Name);
            Assert.NotEqual("PS", node["Subtype"].Name);
        });

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_2_3_one_output_intent_with_a_whole_profile_of_ICC(string name)
    {
        var intent = Assert.Single(SampleFiles.Read(name).Catalog["OutputIntents"].Items);
        var stream = intent["DestOutputProfile"];
        var profile = stream.Data;

        Assert.Equal(("GTS_PDFA1", "OutputIntent", "sRGB"), (intent["S"].Name, intent["Type"].Name, intent["OutputConditionIdentifier"].Text));
        Assert.Equal(3, stream["N"].Int);
        Assert.Equal(profile.Length, Int(profile, 0));
        Assert.InRange(profile[8], 2, 4);
        Assert.Equal(("mntr", "RGB ", "XYZ ", "acsp"), (Tag(profile, 12), Tag(profile, 16), Tag(profile, 20), Tag(profile, 36)));
        AssertWhite(profile, 68);
    }

    /// <summary>ISO 15076-1, 8.3: what a display profile of three matrices and curves must hold.</summary>
    [Fact]
    public void ISO_15076_8_3_the_profile_has_the_tags_of_a_display_within_its_bounds()
    {
        var profile = SampleFiles.Read("one form").Catalog["OutputIntents"].Items.First()["DestOutputProfile"].Data;
        var tags = Enumerable.Range(0, Int(profile, 128)).Select(i => 132 + i * 12)
            .ToDictionary(at => Tag(profile, at), at => (Start: Int(profile, at + 4), Length: Int(profile, at + 8)));

        foreach (var required in (string[])["desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"])
            Assert.Contains(required, tags.Keys);
        Assert.All(tags.Values, tag =>
        {
            Assert.InRange(tag.Start, 132 + tags.Count * 12, profile.Length - tag.Length);
            Assert.Equal(0, tag.Start % 4);
        });
        AssertWhite(profile, tags["wtpt"].Start + 8);
        // The three primaries together are the white, or grey would have a tint.
        for (var i = 0; i < 3; i++)
        {
            var sum = ((string[])["rXYZ", "gXYZ", "bXYZ"]).Sum(colour => Int(profile, tags[colour].Start + 8 + i * 4));
            Assert.InRange(sum / 65536.0 - Int(profile, 68 + i * 4) / 65536.0, -0.001, 0.001);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_4_and_6_5_no_actions_scripts_or_forms(string name) => Assert.All(
        SampleFiles.Read(name).Nodes.Where(node => node.Value is not object?[]), node =>
        {
            Assert.DoesNotContain(node.Entries.Keys, key => key is "AA" or "OpenAction" or "JavaScript" or "JS" or "AcroForm" or "XFA" or "NeedsRendering");
            Assert.NotEqual("Action", node["Type"].Name);
        });

    static void AssertWhite(byte[] profile, int at)
    {
        double[] d50 = [0.9642, 1, 0.8249];
        for (var i = 0; i < 3; i++) Assert.InRange(Int(profile, at + i * 4) / 65536.0, d50[i] - 0.0001, d50[i] + 0.0001);
    }

    static int Int(byte[] data, int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));

    static string Tag(byte[] data, int at) => Encoding.ASCII.GetString(data, at, 4);
}
