using System.Text;

namespace PerfTargets.Documents.Office;

/// <summary>Text as XML can hold it.</summary>
static class OfficeText
{
    /// <summary>
    /// The same text with U+FFFD for what is no character of XML 1.0 (2.2): controls, halves of surrogate pairs, U+FFFE and U+FFFF.
    /// Line ends become line feeds.
    /// </summary>
    public static string Clean(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var rest = text.AsSpan();
        while (!rest.IsEmpty && Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done && IsXml(rune))
            rest = rest[length..];
        if (rest.IsEmpty) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(IsXml(rune) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }

    static bool IsXml(Rune rune) => rune.Value is '\t' or '\n' or >= 0x20 and not 0xFFFE and not 0xFFFF;
}
