using System.Buffers;
using System.Text;

namespace PerfTargets.Core.Common;

/// <summary>
/// What becomes of a text on its way in. A file's text is kept to the character but for its line ends; what was typed into a field loses
/// what nobody means and nobody sees. Two texts are compared by what can be seen of them.
/// </summary>
public static class TypedText
{
    private static readonly char[] BreaksAndTabs = ['\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    /// <summary>What cannot be seen within a line.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c != '\n' && IsInvisible(c))]);

    /// <summary>Line ends become LF, as browsers post CRLF; nothing else is touched.</summary>
    public static string Normalise(string? text) =>
        text is null ? "" : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>What was typed into a field of one line: a line break or tab, pasted along from a cell, is a blank; the ends hold none.</summary>
    /// <param name="kept">What the field showed. Left as it was it stays so, even where it came from a file with more in it.</param>
    public static string Line(string? typed, string kept = "")
    {
        var text = Normalise(typed);
        return text == kept
            ? kept
            : Trim(string.Join(' ', text.Split(BreaksAndTabs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>What was typed into a field of several lines: nothing invisible at the ends, but for the two blanks that indent a first paragraph.</summary>
    /// <inheritdoc cref="Line"/>
    public static string Lines(string? typed, string kept = "")
    {
        var text = Normalise(typed);
        var visible = Trim(text);
        if (text == kept || visible.Length == 0)
            return text == kept ? kept : "";
        var start = text.IndexOf(visible, StringComparison.Ordinal);
        var indent = start;
        while (indent > 0 && text[indent - 1] == '　')
            indent--;
        return text[indent..start] + visible;
    }

    /// <summary>What people see of a text. Which kind of narrow blank stands in it, and what stands at the ends of its lines, they do not.</summary>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAny(Invisible))
            return text.Trim('\n');
        var plain = new StringBuilder(text.Length);
        var line = 0;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                while (plain.Length > line && char.IsWhiteSpace(plain[^1]))
                    plain.Length--;
                line = plain.Length + 1;
            }
            if (!IsZeroWidth(c))
                plain.Append(char.IsWhiteSpace(c) && c is not ('\n' or '　') ? ' ' : c);
        }
        return plain.ToString().Trim();
    }

    /// <summary>A blank, or a character without any width, as they come along when a cell is pasted.</summary>
    public static bool IsInvisible(char c) => char.IsWhiteSpace(c) || IsZeroWidth(c);

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

    private static bool IsZeroWidth(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsInvisible(text[start]))
            start++;
        while (end > start && IsInvisible(text[end - 1]))
            end--;
        return text[start..end];
    }
}
