using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace PerfTargets.Web.Infrastructure.Drawing;

/// <summary>
/// Hands a page to the server when its buffer is full and at the end. The framework asks to flush after each piece that is no string, such as an
/// attribute of a tag helper, and every time that would be a packet of its own.
/// </summary>
public sealed class PageWriter(Stream stream, Encoding encoding)
    : HttpResponseStreamWriter(stream, encoding, Characters, ArrayPool<byte>.Shared, ArrayPool<char>.Shared)
{
    private const int Characters = 64 << 10;

    public override Task FlushAsync() => Task.CompletedTask;

    public sealed class Factory : IHttpResponseStreamWriterFactory
    {
        public TextWriter CreateWriter(Stream stream, Encoding encoding) => new PageWriter(stream, encoding);
    }
}
