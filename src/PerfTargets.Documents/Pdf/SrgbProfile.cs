using System.Buffers.Binary;
using System.Text;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// The colours of sRGB (IEC 61966-2-1) as an ICC profile of version 4.2 (ISO 15076-1), for the output intent that ISO 19005-2, 6.2.3, asks for.
/// </summary>
static class SrgbProfile
{
    const int HeaderLength = 128;

    public static byte[] Bytes { get; } = Build();

    /// <summary>The profile in zlib's format, as every file has it.</summary>
    public static byte[] Packed { get; } = Zlib.Own.Compress(Bytes).ToArray();

    static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Numbers("XYZ ", 0.9642, 1, 0.8249)),
            // From the white of the screen, D65, to that of the profile, D50 (Bradford).
            ("chad", Numbers("sf32", 1.047886, 0.022919, -0.050216, 0.029582, 0.990484, -0.017079, -0.009252, 0.015073, 0.751678)),
            ("rXYZ", Numbers("XYZ ", 0.436066, 0.222488, 0.013916)),
            ("gXYZ", Numbers("XYZ ", 0.385147, 0.716873, 0.097076)),
            ("bXYZ", Numbers("XYZ ", 0.143066, 0.060608, 0.714096)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var start = HeaderLength + 4 + tags.Length * 12;
        var profile = new byte[start + tags.Select(tag => tag.Data).Distinct().Sum(data => data.Length)];
        WriteHeader(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderLength), tags.Length);
        var places = new Dictionary<byte[], int>();
        for (var i = 0; i < tags.Length; i++)
        {
            var (tag, data) = tags[i];
            if (places.TryAdd(data, start))
            {
                data.CopyTo(profile, start);
                start += data.Length;
            }
            var entry = profile.AsSpan(HeaderLength + 4 + i * 12);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], places[data]);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], data.Length);
        }
        return profile;
    }

    static void WriteHeader(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteUInt32BigEndian(profile[8..], 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        BinaryPrimitives.WriteUInt64BigEndian(profile[24..], 0x07D0_0001_0001_0000); // 1 January 2000
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Fixed(profile[68..], 0.9642, 1, 0.8249);
    }

    static byte[] Text(string text)
    {
        const int start = 28;
        var data = new byte[(start + text.Length * 2 + 3) & ~3];
        Encoding.ASCII.GetBytes("mluc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), text.Length * 2);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), start);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(start));
        return data;
    }

    /// <summary>The function of type 3: a power above a straight line near black.</summary>
    static byte[] Curve()
    {
        var data = new byte[32];
        Encoding.ASCII.GetBytes("para", data);
        BinaryPrimitives.WriteInt16BigEndian(data.AsSpan(8), 3);
        Fixed(data.AsSpan(12), 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        return data;
    }

    static byte[] Numbers(string type, params ReadOnlySpan<double> values)
    {
        var data = new byte[8 + values.Length * 4];
        Encoding.ASCII.GetBytes(type, data);
        Fixed(data.AsSpan(8), values);
        return data;
    }

    static void Fixed(Span<byte> to, params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt32BigEndian(to, (int)Math.Round(value * 65536));
            to = to[4..];
        }
    }
}
