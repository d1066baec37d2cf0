using System.IO.Compression;
using System.Text.RegularExpressions;
using CsCheck;

namespace PerfTargets.Documents.Tests.Office;

/// <summary>What holds for XLSX and DOCX alike.</summary>
public class OfficeFileTests
{
    public static TheoryData<OfficeFormat, int, PageOrientation> Forms => new(
        from format in Enum.GetValues<OfficeFormat>()
        from form in Enumerable.Range(0, 4)
        from orientation in Enum.GetValues<PageOrientation>()
        select (format, form, orientation));

    [Theory, MemberData(nameof(Forms))]
    public void Every_cell_reads_back_with_text_and_spans_of_the_grid(OfficeFormat format, int form, PageOrientation orientation)
    {
        var table = SeedForms.All[form] with { Orientation = orientation };

        var file = OfficePrints.Write(format, table);

        Assert.Equal(OfficePrints.Grid(table), Assert.Single(OfficePrints.Tables(format, file)));
        OfficePrints.AssertValid(format, file);
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void Whatever_a_form_holds_the_file_is_valid_and_reads_back(OfficeFormat format) => AnyForm.Table.Sample(
        table =>
        {
            var file = OfficePrints.Write(format, table);

            Assert.Equal(OfficePrints.Grid(table), Assert.Single(OfficePrints.Tables(format, file)));
            OfficePrints.AssertValid(format, file);
        },
        iter: 30);

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void Forms_stand_one_after_another_and_only_the_first_has_the_attachment_line(OfficeFormat format)
    {
        var file = OfficePrints.Write(format, SeedForms.All);

        Assert.Equal(SeedForms.All.Select(OfficePrints.Grid), OfficePrints.Tables(format, file));
        Assert.Single(Regex.Matches(AllXml(file), "附件 2："));
        OfficePrints.AssertValid(format, file);
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void No_form_at_all_is_a_valid_file(OfficeFormat format) => OfficePrints.AssertValid(format, OfficePrints.Write(format));

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public async Task The_same_forms_give_the_same_bytes_on_any_thread(OfficeFormat format)
    {
        var one = OfficePrints.Write(format, SeedForms.All);

        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OfficePrints.Write(format, SeedForms.All))));

        Assert.All(others, other => Assert.Equal(one, other));
        using var zip = new ZipArchive(new MemoryStream(one));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void Forms_are_taken_one_by_one_and_written_to_a_stream_that_cannot_seek(OfficeFormat format)
    {
        var written = new MemoryStream();
        var to = new ForwardStream(written);
        var lengths = new List<long>();

        OfficePrints.Write(format, Taken(), Prints.Info, to);

        Assert.Equal(40, OfficePrints.Tables(format, written.ToArray()).Count);
        // When the last form was asked for, the first ones had gone.
        Assert.True(lengths[^1] > written.Length / 10, $"{lengths[^1]} of {written.Length}");

        IEnumerable<OfficialTable> Taken()
        {
            for (var i = 0; i < 40; i++)
            {
                lengths.Add(written.Length);
                yield return SeedForms.All[i % 4];
            }
        }
    }

    [Theory]
    [InlineData(OfficeFormat.Xlsx), InlineData(OfficeFormat.Docx)]
    public void The_file_says_what_it_is(OfficeFormat format)
    {
        var to = new MemoryStream();
        OfficePrints.Write(format, [SeedForms.All[0]], Prints.Info with { Author = "平罗县<局>" }, to);

        using var package = OfficePrints.Open(format, to.ToArray());

        var properties = package.PackageProperties;
        Assert.Equal(("部门项目支出预算绩效目标表", "平罗县<局>", "zh-CN"), (properties.Title, properties.Creator, properties.Language));
        Assert.Equal(Prints.Info.CreatedUtc, properties.Created!.Value.ToUniversalTime());
    }

    static string AllXml(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <summary>Passes on what is written and cannot go back.</summary>
    sealed class ForwardStream(Stream to) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => to.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer, offset, count);
    }
}
