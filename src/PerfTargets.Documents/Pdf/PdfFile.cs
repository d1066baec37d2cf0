using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PerfTargets.Documents.Pdf;

/// <summary>
/// Objects of a PDF 1.7 file: streams stand alone, all others go compressed into object streams (ISO 32000-1, 7.5.7 and 7.5.8).
/// </summary>
sealed class PdfFile
{
    const int ObjectsPerStream = 128;

    readonly PdfBuffer _file = new();
    readonly PdfBuffer _plain = new();
    readonly List<Entry> _entries = [default];

    public PdfFile() => _file.Raw("%PDF-1.7\n%").Bytes([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n");

    enum Kind : byte
    {
        Free,
        Plain,
        InFile,
        InStream,
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _entries.Add(default);
        return _entries.Count - 1;
    }

    /// <summary>Begins an object that is no stream; it ends where the next begins.</summary>
    public PdfBuffer Begin(int id)
    {
        _entries[id] = new(Kind.Plain, _plain.Length, 0);
        return _plain.Raw(" ");
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
        _entries[id] = new(Kind.InFile, _file.Length, 0);
        if (compress) data = Deflate(data);
        _file.Int(id).Raw(" 0 obj\n<<").Raw(entries).Raw(compress ? "/Filter/FlateDecode/Length " : "/Length ").Int(data.Length);
        _file.Raw(">>stream\n").Bytes(data).Raw("\nendstream\nendobj\n");
    }

    /// <summary>Ends the file. Its identifier is a hash of what stands in it, so that the same content gives the same bytes.</summary>
    public byte[] Finish(int catalog, int info)
    {
        WriteObjectStreams();
        var hash = Convert.ToHexString(SHA256.HashData(_file.Written).AsSpan(0, 16));
        var (start, id) = (_file.Length, Reserve());
        _entries[id] = new(Kind.InFile, start, 0);
        var trailer = $"/Type/XRef/Size {_entries.Count}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{hash}><{hash}>]";
        Stream(id, trailer, CrossReferences());
        return _file.Raw("startxref\n").Int(start).Raw("\n%%EOF\n").Written.ToArray();
    }

    void WriteObjectStreams()
    {
        int[] plain = [.. Enumerable.Range(0, _entries.Count).Where(id => _entries[id].Kind == Kind.Plain).OrderBy(id => _entries[id].At)];
        for (var first = 0; first < plain.Length; first += ObjectsPerStream)
        {
            var last = Math.Min(first + ObjectsPerStream, plain.Length);
            WriteObjectStream(plain.AsSpan(first, last - first), last < plain.Length ? _entries[plain[last]].At : _plain.Length);
        }
    }

    void WriteObjectStream(ReadOnlySpan<int> ids, int end)
    {
        var (index, start, stream) = (new PdfBuffer(), _entries[ids[0]].At, Reserve());
        for (var i = 0; i < ids.Length; i++)
        {
            index.Int(ids[i]).Raw(" ").Int(_entries[ids[i]].At - start).Raw(" ");
            _entries[ids[i]] = new(Kind.InStream, stream, i);
        }
        var first = index.Length;
        Stream(stream, $"/Type/ObjStm/N {ids.Length}/First {first}", index.Bytes(_plain.Written[start..end]).Written);
    }

    byte[] CrossReferences()
    {
        var table = new byte[_entries.Count * 7];
        for (var id = 0; id < _entries.Count; id++)
        {
            var row = table.AsSpan(id * 7);
            var entry = _entries[id];
            row[0] = (byte)(entry.Kind == Kind.InFile ? 1 : entry.Kind == Kind.InStream ? 2 : 0);
            BinaryPrimitives.WriteUInt32BigEndian(row[1..], (uint)entry.At);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)(entry.Kind == Kind.Free ? 65535 : entry.Index));
        }
        return table;
    }

    static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream(data.Length / 2 + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        return packed.ToArray();
    }

    readonly record struct Entry(Kind Kind, int At, int Index);
}
