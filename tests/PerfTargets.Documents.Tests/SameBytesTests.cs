using System.Security.Cryptography;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Documents.Tests;

/// <summary>The same input gives the same bytes: on any thread, in one piece or many, on any platform.</summary>
public class SameBytesTests
{
    /// <summary>
    /// May change only together with <see cref="PdfEngine.Name"/>. Where it differs with nothing changed, the platform makes other bytes
    /// (another decompressor is fine, another rounding, culture or sort order is not).
    /// </summary>
    [Fact]
    public void The_first_seed_form_has_these_bytes_everywhere() => Assert.Equal(
        ("PerfTargets PDF 4", "FA672D7DDBEB60D4"),
        (new PdfEngine().Name, Convert.ToHexString(SHA256.HashData(Prints.Render(SeedForms.All[0])))[..16]));

    [Fact]
    public async Task Many_threads_make_the_bytes_of_one()
    {
        var engine = new PdfEngine();
        OfficialTable[] forms = [.. SeedForms.All, .. FormCorpus.Forms(16)];
        var alone = forms.Select(form => engine.Render([form], Prints.Info)).ToArray();

        var together = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => engine.Render([forms[i % 20]], Prints.Info))));

        for (var i = 0; i < together.Length; i++) Assert.Equal(alone[i % 20], together[i]);
    }

    /// <summary>A form must not depend on what the thread or the process printed before.</summary>
    [Fact]
    public void What_was_printed_before_does_not_matter()
    {
        var first = Prints.Render(SeedForms.All[2]);
        Prints.Render([.. FormCorpus.Forms(30)]);
        Prints.Render(Prints.WithRows(300));

        Assert.Equal(first, Prints.Render(SeedForms.All[2]));
    }

    /// <summary>150 forms are several times the chunk in which the file is handed over.</summary>
    [Theory]
    [InlineData(0), InlineData(1), InlineData(5), InlineData(6), InlineData(150)]
    public void Written_in_chunks_it_is_the_same_file(int count)
    {
        OfficialTable[] forms = [.. FormCorpus.Forms(count)];
        using var stream = new CountingStream();

        new PdfEngine().Write(forms, Prints.Info, stream);

        Assert.Equal(new PdfEngine().Render(forms, Prints.Info), stream.ToArray());
        Assert.Equal(count == 150, stream.Writes > 2);
    }

    [Fact]
    public async Task Several_files_at_once_do_not_mix()
    {
        var whole = Enumerable.Range(0, 4).Select(i => new PdfEngine().Render([.. FormCorpus.Forms(20 + i)], Prints.Info)).ToArray();

        var chunked = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            using var stream = new MemoryStream();
            using var file = new PdfEngine().Begin(Prints.Info, stream);
            foreach (var form in FormCorpus.Forms(20 + i))
            {
                file.Add(form);
                // Goes on in another thread, as after a read from a database.
                await Task.Yield();
            }
            file.Finish();
            return stream.ToArray();
        })));

        for (var i = 0; i < whole.Length; i++) Assert.Equal(whole[i], chunked[i]);
    }

    sealed class CountingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            base.Write(buffer);
        }
    }
}
