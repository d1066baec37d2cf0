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
    const int Longest = 258, Window = 32768;

    /// <summary>Bytes in which two places begin alike. Fewer are rarely worth a match.</summary>
    const int Alike = sizeof(uint);

    /// <summary>One more than the last place that begins so.</summary>
    readonly int[] _places = new int[1 << 14];

    /// <summary>Divides data into tokens that give it back.</summary>
    public void Tokenize(ReadOnlySpan<byte> data, List<Token> tokens)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)data.Length + 1), 8, 14);
        var places = _places.AsSpan(0, 1 << bits);
        places.Clear();
        var at = 0;
        while (at + Alike <= data.Length)
        {
            var start = BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
            ref var place = ref places[(int)(start * 0x9E3779B1u >> 32 - bits)];
            var before = place - 1;
            place = at + 1;
            if (before < 0 || at - before > Window || BinaryPrimitives.ReadUInt32LittleEndian(data[before..]) != start)
            {
                tokens.Add(Token.Of(data[at++]));
                continue;
            }
            var length = data[at..Math.Min(data.Length, at + Longest)].CommonPrefixLength(data[before..]);
            tokens.Add(Token.Match(length, at - before));
            at += length;
        }
        foreach (var literal in data[at..]) tokens.Add(Token.Of(literal));
    }
}
