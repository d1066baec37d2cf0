using System.Buffers.Binary;
using System.Security.Cryptography;
using PerfTargets.Documents.Compression;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// Objects of a PDF 1.7 file: streams stand alone, all others go compressed into object streams (ISO 32000-1, 7.5.7 and 7.5.8). What is
/// complete can be taken away at any time, so that a file of any length needs little memory.
/// </summary>
sealed class PdfFile : IDisposable
{
    const int ObjectsPerStream = 128, RowLength = 7;

    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Rows of the cross-reference stream, one an object (ISO 32000-1, 7.5.8.3): kind, place, index.</summary>
    readonly PdfBuffer _rows = new();
    readonly List<(int Id, int At)> _open = [];
    readonly PdfBuffer _plain = new();
    readonly PdfBuffer _file = new();
    int _count;
    long _taken;

    public PdfFile()
    {
        _file.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);
        // Object 0 is always free.
        Reserve();
    }

    enum Kind : byte
    {
        Free,
        InFile,
        InStream,
    }

    /// <summary>Bytes that are complete and not yet taken.</summary>
    public int Pending => _file.Length;

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _rows.Raw([(byte)Kind.Free, 0, 0, 0, 0, 0xFF, 0xFF]);
        return _count++;
    }

    /// <summary>Begins an object that is no stream; it ends where the next begins.</summary>
    public PdfBuffer Begin(int id)
    {
        if (_open.Count == ObjectsPerStream) CloseObjectStream();
        _open.Add((id, _plain.Length));
        return _plain.Raw(" "u8);
    }

    /// <summary>Writes a stream.</summary>
    /// <param name="entries">The dictionary's entries but for Length and Filter.</param>
    public int Stream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var id = Reserve();
        Stream(id, entries, data, compress);
        return id;
    }

    public void Stream(int id, string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        _hash.AppendData(data);
        if (compress) PackedStream(id, entries, Zlib.Own.Compress(data));
        else Write(id, entries, data);
    }

    /// <summary>Writes a stream that is in zlib's format already.</summary>
    public void PackedStream(int id, string entries, ReadOnlySpan<byte> data) => Write(id, entries + "/Filter/FlateDecode", data);

    /// <summary>Hands over the complete bytes and forgets them.</summary>
    /// <returns>Valid until the next call of any other member.</returns>
    public ReadOnlySpan<byte> Take()
    {
        var bytes = _file.Written;
        _taken += bytes.Length;
        _file.Clear();
        return bytes;
    }

    /// <summary>
    /// Ends the file. Its identifier is a hash of what stands in it but for the font programs, which follow from the characters that do, so
    /// that the same content gives the same bytes.
    /// </summary>
    public void Finish(int catalog, int info)
    {
        CloseObjectStream();
        var hash = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        var (start, id) = (Position, Reserve());
        Place(id, Kind.InFile, start, 0);
        var trailer = $"/Type/XRef/Size {_count}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{hash}><{hash}>]";
        Stream(id, trailer, _rows.Written);
        _file.Raw("startxref\n"u8).Int(start).Raw("\n%%EOF\n"u8);
    }

    public void Dispose()
    {
        _hash.Dispose();
        _rows.Dispose();
        _plain.Dispose();
        _file.Dispose();
    }

    uint Position => checked((uint)(_taken + _file.Length));

    void Write(int id, string entries, ReadOnlySpan<byte> data)
    {
        Place(id, Kind.InFile, Position, 0);
        _file.Int(id).Raw(" 0 obj\n<<"u8).Raw(entries).Raw("/Length "u8).Int(data.Length).Raw(">>stream\n"u8);
        _file.Raw(data).Raw("\nendstream\nendobj\n"u8);
    }

    void CloseObjectStream()
    {
        if (_open.Count == 0) return;
        using var index = new PdfBuffer();
        var stream = Reserve();
        for (var i = 0; i < _open.Count; i++)
        {
            index.Int(_open[i].Id).Raw(" "u8).Int(_open[i].At).Raw(" "u8);
            Place(_open[i].Id, Kind.InStream, (uint)stream, (ushort)i);
        }
        var entries = $"/Type/ObjStm/N {_open.Count}/First {index.Length}";
        Stream(stream, entries, index.Raw(_plain.Written).Written);
        _open.Clear();
        _plain.Clear();
    }

    /// <summary>Says where an object is: its place in the file, or the number of its object stream and its index there.</summary>
    void Place(int id, Kind kind, uint at, ushort index)
    {
        var row = _rows.Edit(id * RowLength, RowLength);
        row[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32BigEndian(row[1..], at);
        BinaryPrimitives.WriteUInt16BigEndian(row[5..], index);
    }
}
