using System.Buffers;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Forms;

/// <summary>
/// A text made easy to read by rules: no blanks, one way of writing each glyph. It knows which character of the text as typed each of its
/// own characters came from, so that what was read can be quoted as it was typed.
/// </summary>
public sealed class CompactText
{
    private const int OnStack = 256;

    /// <summary>What does not stay as it was typed.</summary>
    private static readonly SearchValues<char> Changed = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => TypedText.IsInvisible(c) || Glyph(c) != c)]);

    /// <summary>As many as the text has characters; what may follow has no meaning. Null where each stands where it was typed.</summary>
    private readonly int[]? _origins;

    private CompactText(string raw, string text, int[]? origins) => (Raw, Text, _origins) = (raw, text, origins);

    public string Raw { get; }

    public string Text { get; }

    public static CompactText Of(string raw)
    {
        if (!raw.AsSpan().ContainsAny(Changed))
            return new CompactText(raw, raw, null);
        Span<char> text = raw.Length <= OnStack ? stackalloc char[raw.Length] : new char[raw.Length];
        var origins = new int[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (!TypedText.IsInvisible(raw[i]))
            {
                (text[length], origins[length++]) = (Glyph(raw[i]), i);
                continue;
            }
            // “88 100” has lost its dash; joined it would be a number that nobody wrote.
            if (length == 0 || !char.IsAsciiDigit(text[length - 1]) || !NextIsDigit(raw, i + 1))
                continue;
            (text[length], origins[length++]) = (' ', i);
            i = NextVisible(raw, i + 1) - 1;
        }
        return new CompactText(raw, text[..length].ToString(), origins);
    }

    /// <summary>Nothing that can be seen.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!TypedText.IsInvisible(c))
                return false;
        }
        return true;
    }

    /// <summary>The text as typed behind a stretch of this one, without blanks at its ends.</summary>
    public string Typed(int start, int length) => length == 0 ? "" : Raw[Origin(start)..(Origin(start + length - 1) + 1)];

    /// <summary>Where in the text as typed a character of this one stands; the end for the position behind the last.</summary>
    public int Origin(int position) => position >= Text.Length ? Raw.Length : _origins is null ? position : _origins[position];

    private static bool NextIsDigit(string raw, int from)
    {
        var next = NextVisible(raw, from);
        return next < raw.Length && char.IsAsciiDigit(Glyph(raw[next]));
    }

    private static int NextVisible(string raw, int from)
    {
        while (from < raw.Length && TypedText.IsInvisible(raw[from]))
            from++;
        return from;
    }

    private static char Glyph(char c) => c switch
    {
        '≧' or '⩾' => '≥',
        '≦' or '⩽' => '≤',
        '〉' or '﹥' => '>',
        '〈' or '﹤' => '<',
        '–' or '—' or '―' or '‐' or '‑' or '−' or '─' => '-',
        '〜' or '～' or '∼' => '~',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        _ => c,
    };
}
