using System.Buffers.Binary;
using System.Numerics;

namespace PerfTargets.Documents.Compression;

/// <summary>A byte as it is, or a reference to bytes that stood <see cref="Distance"/> before (RFC 1951, 2).</summary>
readonly struct Token
{
    public const int Shortest = 3;

    readonly uint _value;

    Token(uint value) => _value = value;

    public bool IsMatch => _value >> 31 != 0;

    public byte Literal => (byte)_value;

    /// <summary>From 3 to 258.</summary>
    public int Length => (int)(_value >> 16 & 0xFF) + Shortest;

    /// <summary>From 1 to 32 768.</summary>
    public int Distance => (int)(_value & 0x7FFF) + 1;

    public static Token Of(byte literal) => new(literal);

    public static Token Match(int length, int distance) => new(1u << 31 | (uint)(length - Shortest) << 16 | (uint)(distance - 1));
}

/// <summary>
/// Finds repeated bytes, the quick way: of all places that begin alike only the last one is looked at, and what it gives is taken. Holds only
/// a table that is reset for each input; one instance serves one thread.
/// </summary>
sealed class Lz77
{
    const int Longest = 258, Window = 32768, MostBits = 14;

    /// <summary>Bytes in which two places begin alike. Fewer are rarely worth a match.</summary>
    const int Alike = sizeof(uint);

    /// <summary>One more than the last place that begins so.</summary>
    readonly int[] _places = new int[1 << MostBits];

    int _bits;

    /// <summary>Begins an input.</summary>
    /// <param name="length">Of the input in bytes: little data needs no large table.</param>
    public void Begin(int length)
    {
        _bits = Math.Clamp(BitOperations.Log2((uint)length + 1), 8, MostBits);
        Array.Clear(_places, 0, 1 << _bits);
    }

    /// <summary>Divides the next of the input into tokens that give it back, as many as there is room for.</summary>
    /// <param name="data">The whole input.</param>
    /// <param name="at">How far it is divided.</param>
    /// <returns>How many tokens.</returns>
    public int Divide(ReadOnlySpan<byte> data, ref int at, Span<Token> tokens)
    {
        var count = 0;
        while (count < tokens.Length && at < data.Length)
        {
            var found = at + Alike <= data.Length ? Repeated(data, at) : default;
            tokens[count++] = found.Length > 0 ? Token.Match(found.Length, found.Distance) : Token.Of(data[at]);
            at += Math.Max(found.Length, 1);
        }
        return count;
    }

    (int Length, int Distance) Repeated(ReadOnlySpan<byte> data, int at)
    {
        var start = BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
        ref var place = ref _places[start * 0x9E3779B1u >> 32 - _bits];
        var before = place - 1;
        place = at + 1;
        if (before < 0 || at - before > Window || BinaryPrimitives.ReadUInt32LittleEndian(data[before..]) != start) return default;
        return (data[at..Math.Min(data.Length, at + Longest)].CommonPrefixLength(data[before..]), at - before);
    }
}
