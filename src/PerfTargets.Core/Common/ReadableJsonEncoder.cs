using System.Text;
using System.Text.Encodings.Web;

namespace PerfTargets.Core.Common;

/// <summary>For JSON that people read: as the framework's relaxed encoder, but with characters beyond the BMP, of which that one makes two escapes, as themselves.</summary>
public sealed class ReadableJsonEncoder : JavaScriptEncoder
{
    private ReadableJsonEncoder() { }

    public static ReadableJsonEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        while (Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done && !WillEncode(rune.Value))
            rest = rest[length..];
        return rest.IsEmpty ? -1 : textLength - rest.Length;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
