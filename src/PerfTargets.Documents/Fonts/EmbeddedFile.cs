using System.Buffers;
using System.Reflection;

namespace PerfTargets.Documents.Fonts;

/// <summary>
/// A resource of this assembly as memory. The bytes stay where the loader has mapped them: only the pages that are read become
/// resident.
/// </summary>
sealed unsafe class EmbeddedFile : MemoryManager<byte>
{
    readonly UnmanagedMemoryStream _stream;

    EmbeddedFile(UnmanagedMemoryStream stream) => _stream = stream;

    /// <summary>Opens the resource.</summary>
    /// <param name="name">The logical name, a file name such as <c>NotoSerifSC-Regular.ttf</c>.</param>
    /// <exception cref="FileNotFoundException">The assembly was built without the resource.</exception>
    public static ReadOnlyMemory<byte> Open(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The assembly has no resource {name}.", name);
        return new EmbeddedFile((UnmanagedMemoryStream)stream).Memory;
    }

    public override Span<byte> GetSpan() => new(_stream.PositionPointer, checked((int)_stream.Length));

    public override MemoryHandle Pin(int elementIndex = 0) => new(_stream.PositionPointer + elementIndex);

    public override void Unpin()
    {
        // The assembly never moves.
    }

    protected override void Dispose(bool disposing) => _stream.Dispose();
}
