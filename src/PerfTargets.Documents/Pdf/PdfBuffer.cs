using System.Buffers;
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

    /// <summary>Begins anew in the same memory.</summary>
    public void Clear() => Length = 0;

    public PdfBuffer Raw(ReadOnlySpan<char> ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBuffer Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBuffer Int(long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var count, default, System.Globalization.CultureInfo.InvariantCulture);
        return Raw(digits[..count]);
    }

    /// <summary>A number with at most two decimals, and a blank after it.</summary>
    public PdfBuffer Num(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0) Raw("-");
        hundredths = Math.Abs(hundredths);
        Int(hundredths / 100);
        var rest = (int)(hundredths % 100);
        if (rest > 0)
        {
            Raw(".").Int(rest / 10);
            if (rest % 10 > 0) Int(rest % 10);
        }
        return Raw(" ");
    }

    public PdfBuffer Ref(int id) => Int(id).Raw(" 0 R");

    public PdfBuffer Hex16(int value)
    {
        const string digits = "0123456789ABCDEF";
        return Raw([digits[value >> 12 & 15], digits[value >> 8 & 15], digits[value >> 4 & 15], digits[value & 15]]);
    }

    /// <summary>A text string: UTF-16 with byte order mark, in hexadecimal.</summary>
    public PdfBuffer Text(string text)
    {
        Raw("<FEFF");
        foreach (var unit in text) Hex16(unit);
        return Raw(">");
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Length) = ([], 0);
    }

    Span<byte> Room(int more)
    {
        if (Length + more > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + more, _bytes.Length * 2));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        return _bytes.AsSpan(Length);
    }
}
