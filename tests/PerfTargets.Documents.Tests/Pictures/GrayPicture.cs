using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PerfTargets.Documents.Tests.Pictures;

/// <summary>A picture in shades of grey, 0 black to 255 white.</summary>
sealed record GrayPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Pixels of a side of the squares in which pictures are compared: rasterizers differ in edges, not in how dark a square is.</summary>
    const int Square = 4;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads what pdftoppm -gray writes: P5, width, height, 255, bytes.</summary>
    public static GrayPicture FromPgm(byte[] file)
    {
        var (words, at) = (new List<string>(), 0);
        while (words.Count < 4)
        {
            var end = Array.FindIndex(file, at, value => value is (byte)' ' or (byte)'\n');
            words.Add(Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
        }
        Assert.Equal(("P5", "255"), (words[0], words[3]));
        return new(int.Parse(words[1]), int.Parse(words[2]), file[at..]);
    }

    /// <summary>Pictures side by side on grey.</summary>
    public static GrayPicture Row(IReadOnlyList<GrayPicture> pictures)
    {
        const int gap = 6;
        var row = new GrayPicture(pictures.Sum(one => one.Width) + gap * (pictures.Count - 1), pictures.Max(one => one.Height), []);
        row = row with { Pixels = new byte[row.Width * row.Height] };
        Array.Fill(row.Pixels, (byte)136);
        var left = 0;
        foreach (var one in pictures)
        {
            for (var y = 0; y < one.Height; y++) one.Pixels.AsSpan(y * one.Width, one.Width).CopyTo(row.Pixels.AsSpan(y * row.Width + left));
            left += one.Width + gap;
        }
        return row;
    }

    /// <summary>How far two pictures of one size are apart, square by square: on the whole and at the worst place.</summary>
    public (double Mean, double Most) DifferenceFrom(GrayPicture other)
    {
        var (sum, most, count) = (0.0, 0.0, 0);
        for (var y = 0; y + Square <= Height; y += Square)
        {
            for (var x = 0; x + Square <= Width; x += Square, count++)
            {
                var difference = Math.Abs(Shade(x, y) - other.Shade(x, y));
                sum += difference;
                most = Math.Max(most, difference);
            }
        }
        return (sum / count, most);
    }

    /// <summary>A PNG of 16 shades, which are enough to compare and pack well.</summary>
    public byte[] ToPng()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x += 2)
                    zlib.WriteByte((byte)((Pixels[y * Width + x] + 8) / 17 << 4 | (x + 1 < Width ? (Pixels[y * Width + x + 1] + 8) / 17 : 0)));
            }
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 4;
        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>Reads what <see cref="ToPng"/> wrote.</summary>
    public static GrayPicture FromPng(byte[] file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        using var zlib = new ZLibStream(new MemoryStream(file, 41, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33))), CompressionMode.Decompress);
        var (pixels, line) = (new byte[width * height], new byte[1 + (width + 1) / 2]);
        for (var y = 0; y < height; y++)
        {
            zlib.ReadExactly(line);
            for (var x = 0; x < width; x++) pixels[y * width + x] = (byte)((line[1 + x / 2] >> (x % 2 == 0 ? 4 : 0) & 15) * 17);
        }
        return new(width, height, pixels);
    }

    double Shade(int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Square; y++)
        {
            for (var x = left; x < left + Square; x++) sum += Pixels[y * Width + x];
        }
        return sum / (double)(Square * Square);
    }

    static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Crc(body));
        return chunk;
    }

    static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
