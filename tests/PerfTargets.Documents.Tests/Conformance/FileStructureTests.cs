using System.Text;
using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>ISO 19005-2, 6.1: how the file is put together.</summary>
public class FileStructureTests
{
    public static TheoryData<string> Files => SampleFiles.Names;

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_2_header_at_the_first_byte_with_a_comment_of_bytes_above_127(string name)
    {
        var lines = SampleFiles.Read(name).Bytes;

        Assert.Equal("%PDF-1.7\n%"u8, lines.AsSpan(0, 10));
        Assert.All(lines[10..14], value => Assert.True(value > 127));
        Assert.Equal((byte)'\n', lines[14]);
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_3_trailer_has_an_identifier_and_no_encryption_and_nothing_follows_the_end(string name)
    {
        var file = SampleFiles.Read(name);

        var ids = file.Trailer["ID"].Items.Select(id => ((PdfString)id.Value!).Bytes).ToArray();
        Assert.Equal(2, ids.Length);
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(16, ids[0].Length);
        Assert.False(file.Trailer["Encrypt"].Exists);
        Assert.True(file.Bytes.AsSpan().EndsWith("\n%%EOF\n"u8));
        Assert.Equal(1, file.Bytes.AsSpan().Count("startxref"u8));
    }

    [Fact]
    public void Clause_6_1_3_identifiers_of_different_files_differ()
    {
        var ids = SampleFiles.All.Select(file => Convert.ToHexString(((PdfString)file.Trailer["ID"].Items.First().Value!).Bytes)).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_7_streams_stand_between_line_feeds_have_their_length_and_only_FlateDecode(string name)
    {
        var file = SampleFiles.Read(name);
        var text = Encoding.Latin1.GetString(file.Bytes);

        Assert.All(file.Streams, stream =>
        {
            Assert.True(stream["Filter"] is { Exists: false } or { Name: "FlateDecode" });
            Assert.DoesNotContain(stream.Entries.Keys, key => key is "F" or "FFilter" or "FDecodeParms");
        });
        // The reader took the bytes from the line feed after "stream" on, as many as Length says: what follows must be the end.
        Assert.All(file.Offsets, offset =>
        {
            var dictionary = new PdfSyntax(file.Bytes, text.IndexOf("obj", offset, StringComparison.Ordinal) + 3);
            var length = (int)(double)((Dictionary<string, object?>)dictionary.Read()!)["Length"]!;
            Assert.Equal("stream\n", text.Substring(dictionary.At, 7));
            Assert.Equal("\nendstream\nendobj\n", text.Substring(dictionary.At + 7 + length, 18));
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_8_names_are_UTF_8(string name) => Assert.All(
        Values(SampleFiles.Read(name)).OfType<PdfName>(), value => Assert.All(value.Value, letter => Assert.InRange(letter, '!', '~')));

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_9_objects_stand_on_lines_of_their_own(string name)
    {
        var file = SampleFiles.Read(name);
        var text = Encoding.Latin1.GetString(file.Bytes);

        Assert.All(file.Offsets, offset =>
        {
            Assert.Equal('\n', text[offset - 1]);
            Assert.Matches(@"^[1-9]\d* 0 obj\n<<", text.Substring(offset, 20));
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_11_no_embedded_files_and_6_9_no_optional_content(string name) => Assert.All(
        SampleFiles.Read(name).Nodes.Where(node => node.Value is not object?[]), node => Assert.DoesNotContain(
            node.Entries.Keys, key => key is "EmbeddedFiles" or "EF" or "AF" or "OCProperties" or "OC" or "Requirements" or "Alternates"));

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_1_13_limits_of_numbers_strings_names_objects_and_pages(string name)
    {
        var file = SampleFiles.Read(name);

        Assert.InRange(file.Objects.Count, 1, 8_388_607);
        Assert.All(Values(file), value =>
        {
            if (value is double number) Assert.InRange(number, int.MinValue, int.MaxValue);
            if (value is PdfString text) Assert.InRange(text.Bytes.Length, 0, 32_767);
            if (value is PdfName some) Assert.InRange(some.Value.Length, 1, 127);
        });
        Assert.All(file.Pages, page => Assert.All(page["MediaBox"].Items.Skip(2), side => Assert.InRange(side.Number, 3, 14_400)));
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_7_7_3_pages_are_counted_and_know_their_parent(string name)
    {
        var file = SampleFiles.Read(name);
        var tree = file.Catalog["Pages"];

        Assert.Equal(file.Pages.Count, tree["Count"].Int);
        Assert.All(file.Pages, page => Assert.Equal((tree.Id, "Page"), (page["Parent"].Id, page["Type"].Name)));
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_7_5_no_object_is_unused(string name)
    {
        var file = SampleFiles.Read(name);
        var (reached, open) = (new HashSet<int>(), new Stack<object?>([file.Trailer.Entries["Root"], file.Trailer.Entries["Info"]]));
        while (open.TryPop(out var value))
        {
            if (value is PdfReference { Id: var id } && reached.Add(id)) open.Push(file.Objects[id]);
            else if (value is PdfStream stream) open.Push(stream.Entries);
            else if (value is Dictionary<string, object?> entries) foreach (var entry in entries.Values) open.Push(entry);
            else if (value is object?[] items) foreach (var item in items) open.Push(item);
        }
        var containers = file.Streams.Where(stream => stream["Type"].Name is "ObjStm" or "XRef").Select(stream => stream.Id);

        Assert.Empty(file.Objects.Keys.Except(reached).Except(containers));
    }

    [Theory, MemberData(nameof(Files))]
    public void Qpdf_finds_no_fault(string name) =>
        Assert.Contains("No syntax or stream encoding errors", Tools.Run("qpdf", SampleFiles.Read(name).Bytes, "--check"));

    /// <summary>Every value in the file, those within others too.</summary>
    static IEnumerable<object?> Values(RawPdf file)
    {
        var open = new Stack<object?>(file.Objects.Values);
        while (open.TryPop(out var value))
        {
            yield return value;
            if (value is PdfStream stream) open.Push(stream.Entries);
            if (value is object?[] items) foreach (var item in items) open.Push(item);
            if (value is not Dictionary<string, object?> entries) continue;
            foreach (var (key, entry) in entries)
            {
                open.Push(new PdfName(key));
                open.Push(entry);
            }
        }
    }
}
