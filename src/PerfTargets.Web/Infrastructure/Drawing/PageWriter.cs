using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace PerfTargets.Web.Infrastructure.Drawing;

/// <summary>
/// Hands a page to the server whole, with its length, or in portions where it is very long. The framework's own writer keeps the characters as well as
/// the bytes, and hands on every few thousand of them, so that half a page may be under way when the other half fails.
/// </summary>
public sealed class PageWriter(HttpResponse response, Encoding encoding) : TextWriter
{
    /// <summary>In bytes: enough for a form of 30 rows.</summary>
    private const int AtFirst = 128 << 10;

    /// <summary>In bytes: more than this is not kept back.</summary>
    private const int Portion = 512 << 10;

    /// <summary>In bytes: a character, and another of which half was written before.</summary>
    private const int RoomForOne = 8;

    private readonly Encoder _encoder = encoding.GetEncoder();
    private byte[] _page = ArrayPool<byte>.Shared.Rent(AtFirst);
    private int _length;
    private bool _isUnderWay, _isWhole;

    public override Encoding Encoding => encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_page.Length - _length < RoomForOne)
                Grow();
            _encoder.Convert(buffer, _page.AsSpan(_length), flush: false, out var read, out var written, out _);
            buffer = buffer[read..];
            _length += written;
        }
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value) => WriteAsync(value.AsMemory(), default);

    public override Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(buffer.AsMemory(index, count), default);

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return _length < Portion ? Task.CompletedTask : SendAsync();
    }

    /// <summary>Asked for once, by who has drawn the page.</summary>
    public override Task FlushAsync()
    {
        _isWhole = true;
        return Task.CompletedTask;
    }

    /// <summary>A page that failed before its end is not sent, so that another can be shown instead; one that is under way is broken off.</summary>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (_isWhole)
            {
                if (!_isUnderWay && !response.HasStarted)
                    response.ContentLength = _length;
                await SendAsync();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_page);
            _page = [];
            await base.DisposeAsync();
        }
    }

    /// <summary>Once the answer has begun the server gives room for all of it in one piece, where a stream would take it in pieces of a few thousand bytes.</summary>
    private async Task SendAsync()
    {
        _isUnderWay = true;
        await response.StartAsync();
        _page.AsSpan(0, _length).CopyTo(response.BodyWriter.GetSpan(_length));
        response.BodyWriter.Advance(_length);
        await response.BodyWriter.FlushAsync();
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _page.Length);
        _page.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_page);
        _page = larger;
    }

    public sealed class Factory(IHttpContextAccessor http) : IHttpResponseStreamWriterFactory
    {
        public TextWriter CreateWriter(Stream stream, Encoding encoding) =>
            http.HttpContext?.Response is { } response && stream == response.Body ? new PageWriter(response, encoding) : new HttpResponseStreamWriter(stream, encoding);
    }
}
