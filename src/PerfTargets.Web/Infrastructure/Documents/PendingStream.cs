namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>
/// Takes what a file's writer writes and hands it on when it is asked to, without a thread that waits for a slow line. It cannot seek, so
/// that what was handed on need not be kept.
/// </summary>
public sealed class PendingStream : Stream
{
    private readonly MemoryStream _pending = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes what has come since the last call.</summary>
    public async Task DrainAsync(Stream to, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_pending.Length == 0)
            return;
        await to.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), cancel);
        _pending.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _pending.Dispose();
        base.Dispose(disposing);
    }
}
