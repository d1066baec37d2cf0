using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Infrastructure.Drawing;

namespace PerfTargets.Web.Tests.Pages;

public sealed class PageWriterTests
{
    private readonly DefaultHttpContext _http = new() { Response = { Body = new MemoryStream() } };

    private MemoryStream Sent => (MemoryStream)_http.Response.Body;

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(64 << 10)]
    public async Task A_page_is_sent_to_the_character_however_it_is_cut_up(int piece)
    {
        var page = string.Concat(Enumerable.Repeat("绩效目标“≥95%”𠮷㎡\n", 20_000));

        await WriteAsync(page, piece);

        Assert.Equal(page, Encoding.UTF8.GetString(Sent.ToArray()));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(400_000, true)]
    [InlineData(2_000_000, false)]
    public async Task A_page_of_usual_length_says_it_and_a_very_long_one_goes_out_in_portions(int length, bool isSaid)
    {
        await WriteAsync(new string('a', length), 1000);

        Assert.Equal(length, Sent.Length);
        Assert.Equal(isSaid ? length : null, _http.Response.ContentLength);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_page_is_drawn()
    {
        await using var writer = new PageWriter(_http.Response, Encoding.UTF8);

        await writer.WriteAsync("<p>");

        Assert.Equal(0, Sent.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>half a page")]
    public async Task A_page_that_failed_leaves_the_answer_to_another(string drawn)
    {
        await using (var writer = new PageWriter(_http.Response, Encoding.UTF8))
            await writer.WriteAsync(drawn);

        Assert.Null(_http.Response.ContentLength);
        Assert.Equal(0, Sent.Length);
    }

    [Fact]
    public async Task What_a_writer_has_of_its_own_does_not_go_out_with_the_answer()
    {
        var own = new MemoryStream();
        await using (var writer = new PageWriter.Factory(new HttpContextAccessor { HttpContext = _http }).CreateWriter(own, Encoding.UTF8))
            await writer.WriteAsync("绩效");

        Assert.Equal((6, 0), (own.Length, Sent.Length));
    }

    [Fact]
    public async Task The_answer_to_a_browser_says_its_length()
    {
        using var browser = (await TestApp.SharedAsync(DatabaseProvider.Sqlite)).NewBrowser();

        var answer = (await browser.GetAsync("/sign-in")).Response;

        Assert.True(answer.Content.Headers.NonValidated.TryGetValues("Content-Length", out var length));
        Assert.Equal((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ToString(CultureInfo.InvariantCulture), length.ToString());
        Assert.Null(answer.Headers.TransferEncodingChunked);
    }

    [Fact]
    public async Task The_server_and_its_sockets_have_room_for_the_same_page()
    {
        var services = (await TestApp.SharedAsync(DatabaseProvider.Sqlite)).Services;

        var server = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxResponseBufferSize;
        var sockets = services.GetRequiredService<IOptions<SocketTransportOptions>>().Value.MaxWriteBufferSize;

        Assert.Equal((1 << 20, 1 << 20), (server, sockets));
    }

    private async Task WriteAsync(string page, int piece)
    {
        await using var writer = new PageWriter(_http.Response, Encoding.UTF8);
        for (var at = 0; at < page.Length; at += piece)
        {
            var text = page.Substring(at, Math.Min(piece, page.Length - at));
            if ((at / piece) % 2 == 0)
                await writer.WriteAsync(text);
            else
                writer.Write(text);
        }
        await writer.FlushAsync();
    }
}
