namespace PerfTargets.Core.Common;

/// <summary>What may be stored of a text that someone typed: everything but what one of the two databases or a PDF could not hold.</summary>
public static class TypedText
{
    /// <summary>Line ends become LF, as browsers post CRLF; nothing else is touched.</summary>
    public static string Normalise(string? text) =>
        text is null ? "" : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>PostgreSQL refuses U+0000 in text and UTF-8 has no form for half a surrogate pair, where SQLite would take both.</summary>
    public static string? Refusal(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return "含有不可见的空字符（U+0000），无法保存，请删去后重新填写";
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return $"含有不完整的字符（U+{(int)text[i]:X4}），无法保存，请删去后重新填写";
        }
        return null;
    }
}
