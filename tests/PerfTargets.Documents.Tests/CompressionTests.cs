using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Tests;

/// <summary>What our compressor writes, the runtime's decompressor reads; the bytes are pinned, for no platform may change them.</summary>
public class CompressionTests
{
    static Gen<byte[]> Data { get; } = Gen.Frequency(
        (3, Gen.Byte.Array[0, 3000]),
        (3, Gen.Byte[0, 3].Array[0, 3000]),
        (3, Gen.Select(Gen.Byte.Array[1, 40], Gen.Int[1, 4000], (piece, times) => Repeated(piece, times))),
        (1, Gen.Byte.Array[100_000, 200_000]));

    [Fact]
    public void Any_bytes_come_back() => Data.Sample(data => Assert.Equal(data, Inflate(Zlib.Own.Compress(data).ToArray())), iter: 400);

    [Fact]
    public void A_code_is_complete_and_no_longer_than_allowed() => Gen.Int[0, 2_000_000].Array[2, 286].Sample(
        counts =>
        {
            foreach (var limit in (int[])[9, 15])
            {
                var lengths = HuffmanCode.From(counts, limit).Lengths.ToArray().Where(length => length > 0).ToArray();

                Assert.All(lengths, length => Assert.InRange(length, 1, limit));
                Assert.Equal(1 << limit, lengths.Sum(length => 1 << limit - length));
            }
        },
        iter: 300);

    [Fact]
    public void Counts_like_Fibonacci_numbers_stay_within_the_limit()
    {
        var counts = new int[32];
        (counts[0], counts[1]) = (1, 1);
        for (var i = 2; i < counts.Length; i++) counts[i] = counts[i - 1] + counts[i - 2];

        var lengths = HuffmanCode.From(counts, 15).Lengths.ToArray();

        Assert.Equal(1 << 15, lengths.Sum(length => 1 << 15 - length));
        Assert.Equal(15, lengths.Max());
    }

    /// <summary>The runtime looks at many places for the longest match, we at one for the sake of speed.</summary>
    [Fact]
    public void Text_becomes_little_larger_than_the_runtime_makes_it()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(SeedForms.All.SelectMany(form => TableGrid.From(form).Cells).Select(cell => cell.Text)));
        using var other = new MemoryStream();
        using (var zlib = new ZLibStream(other, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(text);

        Assert.InRange(Zlib.Own.Compress(text).Length, other.Length / 2, other.Length * 1.12);
    }

    [Fact]
    public void The_bytes_are_the_same_everywhere() => Assert.Equal(
        "A7F84DE8AEFAA72F",
        Convert.ToHexString(SHA256.HashData(Zlib.Own.Compress(Encoding.UTF8.GetBytes("绩效目标表，绩效指标，绩效目标，指标值，绩效目标表"))))[..16]);

    [Fact]
    public void Check_values_of_pieces_make_that_of_the_whole() => Gen.Select(Data, Data).Sample(
        (first, second) => Assert.Equal(
            Adler32.Of([.. first, .. second]),
            Adler32.Combine(Adler32.Of(first), Adler32.Of(second), second.Length)),
        iter: 100);

    static byte[] Repeated(byte[] piece, int times) => [.. Enumerable.Repeat(piece, times).SelectMany(bytes => bytes)];

    static byte[] Inflate(byte[] packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }
}
