using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PerfTargets.Benchmarks.Editor;

/// <summary>
/// Asks for one page or posts to it again and again on one connection, and looks at hardly more of the answer than where it ends: a real client on the
/// same cores would take more time than a bare page.
/// </summary>
sealed class Exchange : IDisposable
{
    static ReadOnlySpan<byte> Length => "\r\nContent-Length: "u8;

    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly string _head;
    readonly byte[] _get;
    readonly byte[] _answer = new byte[1 << 20];

    public Exchange(Uri site, string path, string cookies = "")
    {
        _head = $" {path} HTTP/1.1\r\nHost: {site.Authority}\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}";
        _get = Encoding.ASCII.GetBytes($"GET{_head}\r\n");
        _socket.Connect(site.Host, site.Port);
    }

    /// <summary>Of the last answer, with its headers.</summary>
    public int Bytes { get; private set; }

    public void Get() => Send(_get);

    /// <param name="kept">Fields as a browser writes them, the same with each post.</param>
    /// <param name="others">More of them, with the ampersand before.</param>
    /// <returns>What was answered.</returns>
    public byte[] Post(byte[] kept, string others)
    {
        var rest = Encoding.ASCII.GetBytes(others);
        var head = Encoding.ASCII.GetBytes($"POST{_head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {kept.Length + rest.Length}\r\n\r\n");
        Send(head, kept, rest);
        var body = new MemoryStream();
        for (var at = _answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4; ;)
        {
            var line = _answer.AsSpan(at).IndexOf("\r\n"u8);
            var length = int.Parse(_answer.AsSpan(at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0) return body.ToArray();
            body.Write(_answer, at + line + 2, length);
            at += line + 2 + length + 2;
        }
    }

    void Send(params ArraySegment<byte>[] request)
    {
        _socket.Send(request);
        Bytes = 0;
        var whole = 0;
        do
        {
            var read = _socket.Receive(_answer.AsSpan(Bytes));
            if (read == 0) throw new InvalidOperationException("The server ended the connection.");
            Bytes += read;
            if (whole == 0) whole = Whole();
        }
        // Pages say how long they are; the autosave's answers are sent in chunks, the last of them empty.
        while (whole > 0 ? Bytes < whole : !_answer.AsSpan(0, Bytes).EndsWith("\r\n0\r\n\r\n"u8));
        if (!_answer.AsSpan(0, Bytes).StartsWith("HTTP/1.1 200 "u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(_answer.AsSpan(0, Math.Min(Bytes, 1000))));
    }

    /// <returns>The bytes of an answer that says its length; 0 for others, and until its headers are there.</returns>
    int Whole()
    {
        var headers = _answer.AsSpan(0, _answer.AsSpan(0, Bytes).IndexOf("\r\n\r\n"u8) + 4);
        var length = headers.IndexOf(Length);
        return length >= 0 && Utf8Parser.TryParse(headers[(length + Length.Length)..], out int body, out _) ? headers.Length + body : 0;
    }

    public void Dispose() => _socket.Dispose();
}
