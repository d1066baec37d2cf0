namespace PerfTargets.Core.Checks;

/// <summary>Looking for words in compact texts.</summary>
internal static class Texts
{
    /// <summary>The first of the words that stands in the text; null when none does.</summary>
    public static string? FirstIn(string text, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (text.Contains(words[i], StringComparison.Ordinal))
                return words[i];
        }
        return null;
    }

    /// <summary>Whether one of the words stands in the text.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (text.Contains(words[i], StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Whether a position lies in one of the words.</summary>
    public static bool IsWithin(ReadOnlySpan<char> text, int position, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            for (var at = Math.Max(0, position - word.Length + 1); at <= position; at++)
            {
                if (text[at..].StartsWith(word, StringComparison.Ordinal))
                    return true;
            }
        }
        return false;
    }

    /// <summary>The longest of the words that the text begins with; null when none does.</summary>
    public static string? LeadOf(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        string? lead = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length > (lead?.Length ?? 0) && text.StartsWith(words[i], StringComparison.Ordinal))
                lead = words[i];
        }
        return lead;
    }

    /// <summary>The longest of the words that the text ends in; null when none does.</summary>
    public static string? TailOf(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        string? tail = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length > (tail?.Length ?? 0) && text.EndsWith(words[i], StringComparison.Ordinal))
                tail = words[i];
        }
        return tail;
    }

    /// <summary>Without what people add to a name in brackets: 总成本（万元）.</summary>
    public static string WithoutBracket(string name) => name.EndsWith(')') && name.LastIndexOf('(') is var open and > 0 ? name[..open] : name;

    /// <summary>Without the marks in which a sentence or an entry of a list ends.</summary>
    public static string WithoutEndMarks(string text) => text.TrimEnd('。', '.', ';', ',', '、', ':');

    /// <summary>Whether a position lies inside 《…》, the name of a document.</summary>
    public static bool IsInTitle(string text, int position)
    {
        var open = position == 0 ? -1 : text.LastIndexOf('《', position - 1);
        return open >= 0 && text.IndexOf('》', open) > position;
    }
}
