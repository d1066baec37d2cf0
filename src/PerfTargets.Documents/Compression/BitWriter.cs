using System.Buffers.Binary;

namespace PerfTargets.Documents.Compression;

/// <summary>Bits in the order of RFC 1951, 3.1.1: the least significant bit of a byte first.</summary>
sealed class BitWriter
{
    byte[] _bytes = new byte[1024];
    int _length;
    ulong _pending;
    int _count; // bits in _pending, fewer than 32 between calls

    /// <summary>How many bits have been written.</summary>
    public int BitLength => _length * 8 + _count;

    /// <summary>The whole bytes so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Begins anew in the same memory.</summary>
    public void Clear() => (_length, _pending, _count) = (0, 0, 0);

    /// <param name="value">The bits, the first one lowest; nothing above them.</param>
    /// <param name="count">How many, at most 32.</param>
    public void Bits(uint value, int count)
    {
        _pending |= (ulong)value << _count;
        _count += count;
        if (_count < 32) return;
        Room(4);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), (uint)_pending);
        _length += 4;
        _pending >>= 32;
        _count -= 32;
    }

    /// <summary>Adds bits that another writer has written, at whatever bit this one stands.</summary>
    public void Append(ReadOnlySpan<byte> bytes, int first, int count)
    {
        bytes = bytes[(first / 8)..];
        if (first % 8 is var skip and > 0 && count > 0)
        {
            var some = Math.Min(8 - skip, count);
            Bits((uint)(bytes[0] >> skip) & (1u << some) - 1, some);
            bytes = bytes[1..];
            count -= some;
        }
        for (; count >= 32; count -= 32, bytes = bytes[4..]) Bits(BinaryPrimitives.ReadUInt32LittleEndian(bytes), 32);
        for (; count > 0; count -= 8, bytes = bytes[1..])
        {
            var some = Math.Min(8, count);
            Bits(bytes[0] & (1u << some) - 1, some);
        }
    }

    /// <summary>Fills the last byte with zeros.</summary>
    public void AlignToByte()
    {
        Room(8);
        for (; _count > 0; _count -= Math.Min(8, _count), _pending >>= 8) _bytes[_length++] = (byte)_pending;
        _pending = 0;
    }

    void Room(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_length + more, _bytes.Length * 2));
    }
}
