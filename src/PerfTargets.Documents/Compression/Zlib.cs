using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PerfTargets.Documents.Compression;

/// <summary>
/// Compresses into the zlib format (RFC 1950 and 1951). Our own, because the runtime's differs by version and platform and a file must
/// have the same bytes everywhere.
/// </summary>
sealed class Zlib
{
    /// <summary>Deflate with a window of 32 KB, no dictionary (RFC 1950, 2.2).</summary>
    static ReadOnlySpan<byte> Header => [0x78, 0x9C];

    /// <summary>Tokens after which another code may fit better.</summary>
    const int BlockTokens = 16384;

    [ThreadStatic]
    static Zlib? s_own;

    readonly Lz77 _finder = new();
    readonly List<Token> _tokens = [];

    Zlib()
    {
    }

    static Zlib Own => s_own ??= new Zlib();

    public static byte[] Compress(ReadOnlySpan<byte> data)
    {
        var to = new BitWriter();
        Begin(to);
        WriteBlocks(to, data, isLast: true);
        return End(to, Adler32.Of(data));
    }

    public static void Begin(BitWriter to)
    {
        foreach (var value in Header) to.Bits(value, 8);
    }

    public static void WriteBlocks(BitWriter to, ReadOnlySpan<byte> data, bool isLast)
    {
        var tokens = Tokens(data);
        do
        {
            var piece = tokens[..Math.Min(tokens.Length, BlockTokens)];
            tokens = tokens[piece.Length..];
            var block = DeflateBlock.For(piece);
            block.Begin(to, isLast && tokens.IsEmpty);
            block.Write(to, piece);
            block.End(to);
        }
        while (!tokens.IsEmpty);
    }

    public static byte[] End(BitWriter to, uint adler)
    {
        to.AlignToByte();
        to.Bits(BinaryPrimitives.ReverseEndianness(adler), 32);
        return to.ToArray();
    }

    /// <summary>The tokens of data, valid until the next call on this thread.</summary>
    public static ReadOnlySpan<Token> Tokens(ReadOnlySpan<byte> data)
    {
        var own = Own;
        own._tokens.Clear();
        own._finder.Tokenize(data, own._tokens);
        return CollectionsMarshal.AsSpan(own._tokens);
    }
}
