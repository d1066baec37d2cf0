using System.Numerics;
using System.Runtime.CompilerServices;

namespace PerfTargets.Documents.Compression;

/// <summary>A byte as it is, or a reference to bytes that stood <see cref="Distance"/> before (RFC 1951, 2).</summary>
readonly struct Token
{
    public const int Shortest = 3;

    readonly uint _value;

    Token(uint value) => _value = value;

    public bool IsMatch => _value >> 31 != 0;

    public byte Literal => (byte)_value;

    /// <summary>How many bytes it stands for.</summary>
    public int Covers => IsMatch ? Length : 1;

    /// <summary>From 3 to 258.</summary>
    public int Length => (int)(_value >> 16 & 0xFF) + Shortest;

    /// <summary>From 1 to 32 768.</summary>
    public int Distance => (int)(_value & 0x7FFF) + 1;

    public static Token Of(byte literal) => new(literal);

    public static Token Match(int length, int distance) => new(1u << 31 | (uint)(length - Shortest) << 16 | (uint)(distance - 1));
}

/// <summary>Finds repeated bytes. Holds only tables that are reset for each input; one instance serves one thread.</summary>
sealed class Lz77
{
    const int Longest = 258, Window = 32768, MostTried = 8, GoodEnough = 16;

    readonly int[] _heads = new int[1 << 15];
    int[] _before = new int[Window];

    /// <summary>Divides data into tokens that give it back.</summary>
    // Compiled well at once: the first document of a process needs it most.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tokenize(ReadOnlySpan<byte> data, List<Token> tokens)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)data.Length + 1), 8, 15);
        var heads = _heads.AsSpan(0, 1 << bits);
        heads.Fill(-1);
        if (_before.Length < data.Length) _before = new int[Math.Max(data.Length, _before.Length * 2)];
        var (at, held) = (0, (Length: 0, Distance: 0));
        while (at < data.Length)
        {
            var found = Longer(data, at, heads, bits, held.Length);
            if (held.Length > 0 && held.Length >= found.Length)
            {
                // The match that began one byte earlier is no shorter: take it.
                tokens.Add(Token.Match(held.Length, held.Distance));
                for (var end = at - 1 + held.Length; at < end; at++) Remember(data, at, heads, bits);
                held = default;
                continue;
            }
            if (held.Length > 0) tokens.Add(Token.Of(data[at - 1]));
            held = found;
            if (found.Length == 0) tokens.Add(Token.Of(data[at]));
            Remember(data, at++, heads, bits);
        }
        if (held.Length > 0) tokens.Add(Token.Match(held.Length, held.Distance));
    }

    // Compiled well at once: the first document of a process needs it most.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    (int Length, int Distance) Longer(ReadOnlySpan<byte> data, int at, Span<int> heads, int bits, int than)
    {
        var (best, from) = (Math.Max(than, Token.Shortest - 1), -1);
        if (than >= GoodEnough || at + Token.Shortest > data.Length) return default;
        var rest = data[at..Math.Min(data.Length, at + Longest)];
        var tried = 0;
        for (var candidate = heads[Hash(data, at, bits)]; candidate >= 0 && at - candidate <= Window && tried++ < MostTried;
            candidate = _before[candidate])
        {
            if (best >= rest.Length) break;
            if (data[candidate + best] != rest[best]) continue;
            var length = rest.CommonPrefixLength(data[candidate..]);
            // Three bytes from far away cost more than as they are.
            if (length > best && (length > Token.Shortest || at - candidate <= 4096)) (best, from) = (length, candidate);
        }
        return from < 0 ? default : (best, at - from);
    }

    void Remember(ReadOnlySpan<byte> data, int at, Span<int> heads, int bits)
    {
        if (at + Token.Shortest > data.Length) return;
        ref var head = ref heads[Hash(data, at, bits)];
        _before[at] = head;
        head = at;
    }

    static int Hash(ReadOnlySpan<byte> data, int at, int bits) =>
        (int)((uint)(data[at] << 16 | data[at + 1] << 8 | data[at + 2]) * 0x9E3779B1u >> 32 - bits);
}
