using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PerfTargets.Documents.Tests.Reading;

/// <summary>A stream as the file has it.</summary>
sealed record PdfStream(Dictionary<string, object?> Entries, byte[] Raw)
{
    public byte[] Data => field ??= Entries.ContainsKey("Filter") ? Inflated() : Raw;

    byte[] Inflated()
    {
        using var zlib = new ZLibStream(new MemoryStream(Raw), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }
}

/// <summary>
/// A file object by object, found through its cross-reference stream (ISO 32000-1, 7.5.8). What the reader takes for granted it asserts,
/// so that a file that is put together otherwise fails here.
/// </summary>
sealed class RawPdf
{
    readonly Dictionary<int, object?> _objects = [];
    readonly List<int> _offsets = [];

    public RawPdf(byte[] bytes)
    {
        Bytes = bytes;
        var start = int.Parse(Encoding.Latin1.GetString(bytes.AsSpan(bytes.AsSpan().LastIndexOf("startxref"u8) + 10)).Split('\n')[0]);
        var table = ReadAt(start).Value;
        Trailer = new PdfNode(this, table);
        ReadObjects(table);
    }

    public byte[] Bytes { get; }

    /// <summary>The cross-reference stream, which is the trailer too.</summary>
    public PdfNode Trailer { get; }

    public PdfNode Catalog => Trailer["Root"];

    /// <summary>All objects with their numbers.</summary>
    public IReadOnlyDictionary<int, object?> Objects => _objects;

    /// <summary>Where the objects that stand in the file itself begin.</summary>
    public IReadOnlyList<int> Offsets => _offsets;

    public IEnumerable<PdfNode> Nodes => _objects.Keys.Order().Select(id => new PdfNode(this, new PdfReference(id)));

    public IEnumerable<PdfNode> Streams => Nodes.Where(node => node.Value is PdfStream);

    /// <summary>The pages in the order of the page tree.</summary>
    public IReadOnlyList<PdfNode> Pages => [.. Catalog["Pages"]["Kids"].Items];

    public PdfNode Object(int id) => new(this, new PdfReference(id));

    void ReadObjects(PdfStream table)
    {
        Assert.Equal([1.0, 4, 2], Trailer["W"].Items.Select(width => width.Number));
        var rows = table.Data.Chunk(7).ToArray();
        Assert.Equal(Trailer["Size"].Number, rows.Length);
        for (var id = 0; id < rows.Length; id++)
        {
            if (rows[id][0] != 1) continue;
            var offset = BinaryPrimitives.ReadInt32BigEndian(rows[id].AsSpan(1));
            var (found, value) = ReadAt(offset);
            Assert.Equal(id, found);
            _objects[id] = value;
            _offsets.Add(offset);
        }
        for (var id = 0; id < rows.Length; id++)
        {
            if (rows[id][0] != 2) continue;
            var holder = Object(BinaryPrimitives.ReadInt32BigEndian(rows[id].AsSpan(1)));
            _objects[id] = ReadFrom(holder, id, BinaryPrimitives.ReadUInt16BigEndian(rows[id].AsSpan(5)));
        }
    }

    (int Id, PdfStream Value) ReadAt(int offset)
    {
        var syntax = new PdfSyntax(Bytes, offset);
        var id = (int)Assert.IsType<double>(syntax.Read());
        Assert.Equal(0.0, syntax.Read());
        Assert.Equal(new PdfWord("obj"), syntax.Read());
        // All other objects stand in object streams.
        var entries = Assert.IsType<Dictionary<string, object?>>(syntax.Read());
        Assert.Equal(new PdfWord("stream"), syntax.Read());
        var start = syntax.At + 1;
        return (id, new PdfStream(entries, Bytes[start..(start + (int)(double)entries["Length"]!)]));
    }

    static object? ReadFrom(PdfNode holder, int id, int index)
    {
        var data = holder.Data;
        var header = new PdfSyntax(data);
        var places = Enumerable.Range(0, holder["N"].Int * 2).Select(_ => (int)(double)header.Read()!).ToArray();
        Assert.Equal(id, places[index * 2]);
        return new PdfSyntax(data, holder["First"].Int + places[index * 2 + 1]).Read();
    }
}

/// <summary>A value in a file; references are followed.</summary>
readonly record struct PdfNode(RawPdf File, object? Written)
{
    /// <summary>The number of the object, 0 for a value that is written in place.</summary>
    public int Id => Written is PdfReference reference ? reference.Id : 0;

    public object? Value => Written is PdfReference reference ? File.Objects[reference.Id] : Written;

    public bool Exists => Value is not null;

    public IReadOnlyDictionary<string, object?> Entries => Value switch
    {
        PdfStream stream => stream.Entries,
        Dictionary<string, object?> entries => entries,
        _ => throw new InvalidDataException($"{Value ?? "null"} is no dictionary."),
    };

    public PdfNode this[string key] => new(File, Entries.GetValueOrDefault(key));

    public IEnumerable<PdfNode> Items
    {
        get
        {
            var file = File;
            return ((object?[]?)Value ?? []).Select(item => new PdfNode(file, item));
        }
    }

    public bool IsDictionary => Value is Dictionary<string, object?>;

    public string? Name => (Value as PdfName)?.Value;

    public double Number => Value is double number ? number : throw new InvalidDataException($"{Value ?? "null"} is no number.");

    public int Int => checked((int)Number);

    public string Text => ((PdfString)Value!).Text;

    public byte[] Data => ((PdfStream)Value!).Data;

    public override string ToString() => Id > 0 ? $"object {Id}" : $"{Value}";
}
