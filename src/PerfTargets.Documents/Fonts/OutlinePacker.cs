using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Fonts;

/// <summary>
/// Compresses the outlines of a document. What repeats within an outline is known already (<see cref="GlyphTokens"/>); what is left to
/// find is what outlines share, the radicals, and that are long stretches: a few bytes' hash at the start of a token finds nearly all.
/// One instance serves one thread.
/// </summary>
sealed class OutlinePacker
{
    const int Shortest = 6, Window = 32768, TableBits = 15, Step = 2;

    readonly int[] _places = new int[1 << TableBits];
    readonly List<Token> _tokens = [];
    byte[] _bytes = [];

    [ThreadStatic]
    static OutlinePacker? s_own;

    public static OutlinePacker Own => s_own ??= new OutlinePacker();

    /// <param name="outlines">With the bytes of each, which may be shorter than the padded length.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<Token> Tokens(List<(ReadOnlyMemory<byte> Bytes, GlyphTokens Tokens)> outlines)
    {
        _tokens.Clear();
        Array.Fill(_places, -Window - 1);
        Copy(outlines);
        var start = 0;
        foreach (var (_, outline) in outlines)
        {
            Add(outline.Tokens, start, start + outline.Length);
            for (var at = start; at + Shortest <= start + outline.Length; at += Step) _places[Hash(at)] = at;
            start += outline.Length;
        }
        return CollectionsMarshal.AsSpan(_tokens);
    }

    void Copy(List<(ReadOnlyMemory<byte> Bytes, GlyphTokens Tokens)> outlines)
    {
        var length = sizeof(ulong);
        foreach (var (_, outline) in outlines) length += outline.Length;
        if (_bytes.Length < length) _bytes = new byte[length * 2];
        var at = 0;
        foreach (var (bytes, outline) in outlines)
        {
            bytes.Span.CopyTo(_bytes.AsSpan(at));
            _bytes.AsSpan(at + bytes.Length, outline.Length - bytes.Length).Clear();
            at += outline.Length;
        }
    }

    /// <summary>The tokens of one outline, with repetitions of earlier ones in their place where those are found.</summary>
    void Add(ReadOnlySpan<Token> tokens, int start, int end)
    {
        var (at, next) = (start, start);
        foreach (var token in tokens)
        {
            next += token.IsMatch ? token.Length : 1;
            if (at >= next) continue;
            var rest = next - at;
            if (Find(at, end) is var (length, distance))
            {
                _tokens.Add(Token.Match(length, distance));
                at += length;
            }
            else if (!token.IsMatch || rest == token.Length)
            {
                _tokens.Add(token);
                at = next;
            }
            else
            {
                // The end of a repetition whose beginning another one has taken.
                if (rest >= 3) _tokens.Add(Token.Match(rest, token.Distance));
                else for (var literal = at; literal < next; literal++) _tokens.Add(Token.Of(_bytes[literal]));
                at = next;
            }
        }
    }

    (int Length, int Distance)? Find(int at, int end)
    {
        if (at + Shortest > end) return null;
        var place = _places[Hash(at)];
        if (at - place > Window) return null;
        var length = _bytes.AsSpan(at, Math.Min(end - at, 258)).CommonPrefixLength(_bytes.AsSpan(place));
        return length >= Shortest ? (length, at - place) : null;
    }

    int Hash(int at)
    {
        var bytes = BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(at)) << 64 - 8 * Shortest;
        return (int)(bytes * 0x9E3779B97F4A7C15 >> 64 - TableBits);
    }
}
