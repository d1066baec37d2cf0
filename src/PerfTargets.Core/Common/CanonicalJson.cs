using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PerfTargets.Core.Common;

/// <summary>
/// JSON in the one form that RFC 8785 allows: members in the order of their names' UTF-16 code units, no blanks, characters unescaped
/// but for those that must be. Numbers are whole only, which is all that a form has; so equal values give equal bytes for ever.
/// </summary>
public static class CanonicalJson
{
    /// <exception cref="NotSupportedException">The value holds a number that is not a whole one.</exception>
    public static byte[] Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendAll(text, '{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    AppendString(text, member.Key);
                    text.Append(':');
                    Append(text, member.Value);
                });
                break;
            case JsonArray items:
                AppendAll(text, '[', ']', items, item => Append(text, item));
                break;
            case JsonValue value:
                AppendValue(text, value);
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(',');
            first = false;
            append(item);
        }
        text.Append(close);
    }

    private static void AppendValue(StringBuilder text, JsonValue value)
    {
        if (value.TryGetValue(out string? s)) AppendString(text, s);
        else if (value.TryGetValue(out bool b)) text.Append(b ? "true" : "false");
        else if (value.TryGetValue(out int i)) text.Append(i.ToString(CultureInfo.InvariantCulture));
        else if (value.TryGetValue(out long l)) text.Append(l.ToString(CultureInfo.InvariantCulture));
        else throw new NotSupportedException($"Only whole numbers have one canonical form here, not {value.ToJsonString()}.");
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\\b\t\n\f\r\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static void AppendString(StringBuilder text, string s)
    {
        text.Append('"');
        if (s.AsSpan().IndexOfAny(Escaped) < 0) text.Append(s);
        else foreach (var c in s) AppendCharacter(text, c);
        text.Append('"');
    }

    private static void AppendCharacter(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => text.Append(c),
    };
}
