namespace PerfTargets.Core.Checks;

/// <summary>
/// Compares short Chinese phrases without knowing the language: by what they have in common once the words are left out that say nothing of
/// what is done (项目, 工作, 数量). Two characters in a row in common are a word in common, near enough.
/// </summary>
internal static class Phrases
{
    /// <summary>Whether two phrases share a word of their own.</summary>
    public static bool ShareWord(string one, string other, IReadOnlyList<string> fillers)
    {
        for (var i = 0; i + 1 < one.Length; i++)
        {
            var pair = one.AsSpan(i, 2);
            if (IsWord(pair) && other.AsSpan().Contains(pair, StringComparison.Ordinal) && !InFiller(one, i, fillers))
                return true;
        }
        return false;
    }

    /// <summary>How many words of their own they share, none of which overlaps another.</summary>
    public static int SharedWords(string one, string other, IReadOnlyList<string> fillers)
    {
        var shared = 0;
        for (var i = 0; i + 1 < one.Length; i++)
        {
            var pair = one.AsSpan(i, 2);
            if (!IsWord(pair) || !other.AsSpan().Contains(pair, StringComparison.Ordinal) || InFiller(one, i, fillers))
                continue;
            shared++;
            i++;
        }
        return shared;
    }

    /// <summary>How many characters of one stand in the other.</summary>
    public static int SharedCharacters(ReadOnlySpan<char> one, string other)
    {
        var shared = 0;
        foreach (var c in one)
        {
            if (char.IsLetter(c) && other.Contains(c, StringComparison.Ordinal))
                shared++;
        }
        return shared;
    }

    /// <summary>Whether they share as much as a character.</summary>
    public static bool ShareCharacter(string one, string other)
    {
        foreach (var c in one)
        {
            if (char.IsLetter(c) && other.Contains(c, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Whether every character of a name stands in a phrase, in whatever order.</summary>
    public static bool IsMadeOf(ReadOnlySpan<char> name, string phrase)
    {
        foreach (var c in name)
        {
            if (!phrase.Contains(c, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>A phrase without the words that say nothing of their own.</summary>
    public static string Content(string phrase, IReadOnlyList<string> fillers)
    {
        foreach (var filler in fillers)
        {
            if (phrase.Contains(filler, StringComparison.Ordinal))
                phrase = phrase.Replace(filler, "", StringComparison.Ordinal);
        }
        return phrase;
    }

    private static bool IsWord(ReadOnlySpan<char> pair) => char.IsLetter(pair[0]) && char.IsLetter(pair[1]);

    /// <summary>Whether the pair at a position touches a filler: 目前 in 项目前期 is no word.</summary>
    private static bool InFiller(string text, int at, IReadOnlyList<string> fillers)
    {
        foreach (var filler in fillers)
        {
            var from = Math.Max(0, at - filler.Length + 1);
            var span = text.AsSpan(from, Math.Min(text.Length, at + 1 + filler.Length) - from);
            if (span.Contains(filler, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
