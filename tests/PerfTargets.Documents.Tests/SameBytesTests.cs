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
        ("PerfTargets PDF 3", "53AF9A28FB7FED8B"),
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
    public async Task Written_in_chunks_it_is_the_same_file(int count)
    {
        OfficialTable[] forms = [.. FormCorpus.Forms(count)];
        using var stream = new CountingStream();

        await new PdfEngine().RenderAsync(forms.ToAsyncEnumerable(), Prints.Info, stream, TestContext.Current.CancellationToken);

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
            await new PdfEngine().RenderAsync(Slowly(FormCorpus.Forms(20 + i)), Prints.Info, stream);
            return stream.ToArray();
        })));

        for (var i = 0; i < whole.Length; i++) Assert.Equal(whole[i], chunked[i]);
    }

    /// <summary>Goes to another thread between forms, as a database does.</summary>
    static async IAsyncEnumerable<OfficialTable> Slowly(IEnumerable<OfficialTable> forms)
    {
        foreach (var form in forms)
        {
            await Task.Yield();
            yield return form;
        }
    }

    sealed class CountingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
