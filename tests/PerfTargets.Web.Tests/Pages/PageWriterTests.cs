using System.Globalization;
using System.Net.Sockets;
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
    public async Task Who_asks_for_the_head_alone_gets_the_headers_of_the_page_and_no_page()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var address = app.Listen();

        var (page, head) = (await AnswerAsync(address, "GET"), await AnswerAsync(address, "HEAD"));

        Assert.Equal(Steady(page.Headers), Steady(head.Headers));
        Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(page.Body)}", head.Headers);
        Assert.StartsWith("HTTP/1.1 200", head.Headers[0], StringComparison.Ordinal);
        Assert.Equal("", head.Body);

        // Those that are made anew for each answer.
        static IEnumerable<string> Steady(IEnumerable<string> headers) => headers.Select(header =>
            header.StartsWith("Date:", StringComparison.Ordinal) || header.StartsWith("Set-Cookie:", StringComparison.Ordinal) ? header[..header.AsSpan().IndexOfAny(':', '=')] : header);
    }

    [Fact]
    public async Task The_server_and_its_sockets_have_room_for_the_same_page()
    {
        var services = (await TestApp.SharedAsync(DatabaseProvider.Sqlite)).Services;

        var server = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxResponseBufferSize;
        var sockets = services.GetRequiredService<IOptions<SocketTransportOptions>>().Value.MaxWriteBufferSize;

        Assert.Equal((1 << 20, 1 << 20), (server, sockets));
    }

    /// <summary>All that comes over the wire: a client of the framework would not read a body that nobody asked for.</summary>
    private static async Task<(string[] Headers, string Body)> AnswerAsync(Uri address, string method)
    {
        using var client = new TcpClient(address.Host, address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"{method} /sign-in HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(wire, Encoding.UTF8);
        var parts = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n\r\n", 2);
        return (parts[0].Split("\r\n"), parts[1]);
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
