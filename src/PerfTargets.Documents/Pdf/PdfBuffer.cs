using System.Buffers;
using System.Globalization;
using System.Text;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// Growing bytes with the few tokens of PDF syntax (ISO 32000-1, 7.3). Large ones give their memory back when they are disposed.
/// </summary>
sealed class PdfBuffer : IDisposable
{
    byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Bytes that were written, to be changed.</summary>
    public Span<byte> Edit(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Begins anew in the same memory.</summary>
    public void Clear() => Length = 0;

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBuffer Raw(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBuffer Int(long value)
    {
        value.TryFormat(Room(20), out var count, default, CultureInfo.InvariantCulture);
        Length += count;
        return this;
    }

    /// <summary>A number with at most two decimals, and a blank after it.</summary>
    public PdfBuffer Num(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0) Raw("-"u8);
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        Int(whole);
        if (rest > 0) Raw("."u8).Int(rest / 10);
        if (rest % 10 > 0) Int(rest % 10);
        return Raw(" "u8);
    }

    public PdfBuffer Ref(int id) => Int(id).Raw(" 0 R"u8);

    public PdfBuffer Hex16(int value)
    {
        var digits = "0123456789ABCDEF"u8;
        var to = Room(4);
        for (var i = 3; i >= 0; i--, value >>= 4) to[i] = digits[value & 15];
        Length += 4;
        return this;
    }

    /// <summary>A text string: UTF-16 with byte order mark, in hexadecimal.</summary>
    public PdfBuffer Text(string text)
    {
        Raw("<FEFF"u8);
        foreach (var unit in text) Hex16(unit);
        return Raw(">"u8);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Length) = ([], 0);
    }

    Span<byte> Room(int more)
    {
        if (Length + more > _bytes.Length) Grow(more);
        return _bytes.AsSpan(Length);
    }

    void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + more, _bytes.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
