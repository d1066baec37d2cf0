namespace PerfTargets.Documents.Compression;

/// <summary>The check value of RFC 1950, 2.2, over pieces that are known one by one.</summary>
static class Adler32
{
    const uint Base = 65521;

    /// <summary>The most bytes before the sums could overflow.</summary>
    const int Most = 5552;

    /// <summary>Of no bytes.</summary>
    public const uint Empty = 1;

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var (low, high) = (1u, 0u);
        while (!data.IsEmpty)
        {
            var piece = data[..Math.Min(data.Length, Most)];
            foreach (var value in piece) high += low += value;
            (low, high) = (low % Base, high % Base);
            data = data[piece.Length..];
        }
        return high << 16 | low;
    }

    /// <summary>The value of two pieces one after the other.</summary>
    /// <param name="length">Of the second piece in bytes.</param>
    public static uint Combine(uint first, uint second, int length)
    {
        var (low, high) = (first & 0xFFFF, first >> 16);
        high += (uint)((ulong)(low + Base - 1) * (uint)(length % Base) % Base) + (second >> 16);
        return high % Base << 16 | (low + Base - 1 + (second & 0xFFFF)) % Base;
    }
}
