using System.Buffers.Binary;

namespace PerfTargets.Documents.Compression;

/// <summary>
/// Compresses into the zlib format (RFC 1950 and 1951). Our own, because the runtime's differs by version and platform and a file must
/// have the same bytes everywhere. One instance serves one thread and keeps its memory.
/// </summary>
sealed class Zlib
{
    /// <summary>Tokens after which another code may fit better.</summary>
    const int BlockTokens = 16384;

    [ThreadStatic]
    static Zlib? _own;

    readonly Lz77 _finder = new();
    readonly Token[] _tokens = new Token[BlockTokens];

    /// <summary>The one of this thread.</summary>
    public static Zlib Own => _own ??= new Zlib();

    /// <summary>Where the bits go.</summary>
    public BitWriter To { get; } = new();

    /// <summary>Deflate with a window of 32 KB, no dictionary (RFC 1950, 2.2).</summary>
    static ReadOnlySpan<byte> Header => [0x78, 0x9C];

    /// <returns>Valid until the next use of this instance.</returns>
    public ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> data)
    {
        Begin();
        Write(data, isLast: true);
        return End(Adler32.Of(data));
    }

    public void Begin()
    {
        To.Clear();
        foreach (var value in Header) To.Bits(value, 8);
    }

    public void Write(ReadOnlySpan<byte> data, bool isLast)
    {
        _finder.Begin(data.Length);
        var at = 0;
        do
        {
            var tokens = _tokens.AsSpan(0, _finder.Divide(data, ref at, _tokens));
            DeflateBlock.For(tokens).Write(To, tokens, isLast && at == data.Length);
        }
        while (at < data.Length);
    }

    /// <param name="adler">The check value of all that was compressed.</param>
    /// <returns>Valid until the next use of this instance.</returns>
    public ReadOnlySpan<byte> End(uint adler)
    {
        To.AlignToByte();
        To.Bits(BinaryPrimitives.ReverseEndianness(adler), 32);
        return To.Written;
    }

    /// <summary>The tokens of data, or of what one block takes of it; valid until the next call.</summary>
    public ReadOnlySpan<Token> Tokens(ReadOnlySpan<byte> data)
    {
        _finder.Begin(data.Length);
        var at = 0;
        return _tokens.AsSpan(0, _finder.Divide(data, ref at, _tokens));
    }
}
