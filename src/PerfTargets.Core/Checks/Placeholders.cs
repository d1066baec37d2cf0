using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>
/// Finds placeholders by the template's list. How a word counts follows from what it is made of, so that the list stays a plain list:
/// words in Chinese outside 《…》, where they end what is said or a unit follows (数量待定, 若干户), since 接待定额 and 若干政策 hold none; runs such as
/// ** and XX anywhere, unless they are part of a Latin word or a product (5*8, 长*宽); other signs only where nothing else stands, since / and - have
/// honest work inside a value (元/人, 80-90%).
/// </summary>
internal sealed class Placeholders(IReadOnlyList<string> words)
{
    private const string Fillers = "*_Xx×";

    private readonly List<Word> _words = [.. words.Select(word => CompactText.Of(word).Text).Where(word => word.Length > 0).Select(word => new Word(word, IsFiller(word), IsSign(word)))];

    private readonly record struct Word(string Text, bool IsFiller, bool IsSign);

    /// <summary>The placeholder that stands in a value, as typed; null when there is none.</summary>
    public string? In(string value) => In(CompactText.Of(value));

    /// <inheritdoc cref="In(string)"/>
    public string? In(CompactText text)
    {
        foreach (var word in _words)
        {
            var (start, length) = Find(text.Text, word);
            if (length > 0)
                return text.Typed(start, length);
        }
        return null;
    }

    /// <summary>The first placeholder that stands where a number should, before a unit, as typed with it: XX 公里.</summary>
    public string? InPlaceOfNumber(CompactText text)
    {
        foreach (var word in _words)
        {
            for (var from = 0; from < text.Text.Length;)
            {
                var (start, length) = Find(text.Text[from..], word);
                if (length == 0)
                    break;
                from += start + length;
                if (IsUnit(text.Text, from) && ValueUnit.Read(text.Text, from) is { } unit)
                    return text.Typed(from - length, length + unit.Text.Length);
            }
        }
        return null;
    }

    /// <summary>Whether a text is nothing but a placeholder.</summary>
    public bool IsOnly(string typed) => IsOnly(CompactText.Of(typed));

    /// <inheritdoc cref="IsOnly(string)"/>
    public bool IsOnly(CompactText compact)
    {
        var text = compact.Text;
        foreach (var word in _words)
        {
            if (word.IsFiller ? text.Length >= word.Text.Length && IsAll(text, word.Text[0]) : word.IsSign ? IsRun(text, word.Text) : text == word.Text)
                return true;
        }
        return false;
    }

    private static (int Start, int Length) Find(string text, Word sought)
    {
        var word = sought.Text;
        if (sought.IsFiller)
            return FindRun(text, word);
        if (sought.IsSign)
            return IsRun(text, word) ? (0, text.Length) : default;
        if (!text.Contains(word, StringComparison.Ordinal))
            return default;
        var open = -1;
        for (var i = 0; i <= text.Length - word.Length; i++)
        {
            if (text[i] == '《')
                open = i;
            else if (text[i] == '》')
                open = -1;
            else if (open < 0 && text.AsSpan(i).StartsWith(word, StringComparison.Ordinal) && EndsWhatIsSaid(text, i + word.Length))
                return (i, word.Length);
        }
        return default;
    }

    private static (int Start, int Length) FindRun(string text, string word)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && SameFiller(text[end], word[0]))
                end++;
            if (end - start >= word.Length && IsFree(text, start, end, word[0]))
                return (start, end - start);
            start = Math.Max(start, end - 1);
        }
        return default;
    }

    private static bool IsFree(string text, int start, int end, char filler)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var behind = end < text.Length ? text[end] : ' ';
        // A single * between two things multiplies them; before a unit it is where a number should stand.
        return char.IsAsciiLetter(filler)
            ? !char.IsAsciiLetter(before) && !char.IsAsciiLetter(behind)
            : end - start > 1 || !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(behind) || IsUnit(text, end);
    }

    private static bool EndsWhatIsSaid(string text, int at) => at == text.Length || !char.IsLetter(text[at]) || IsUnit(text, at);

    /// <summary>Whether a unit stands at a position, and no longer word that only begins like one.</summary>
    private static bool IsUnit(string text, int at) =>
        ValueUnit.IsKnownAt(text, at) && ValueUnit.Read(text, at) is { Text.Length: var length } && (at + length == text.Length || !char.IsLetter(text[at + length]));

    private static bool IsRun(string text, string word) => text.Length >= word.Length && !text.AsSpan().ContainsAnyExcept(word[0]);

    private static bool IsAll(string text, char filler)
    {
        foreach (var c in text)
        {
            if (!SameFiller(c, filler))
                return false;
        }
        return true;
    }

    private static bool SameFiller(char c, char filler) => char.ToUpperInvariant(c) == char.ToUpperInvariant(filler);

    private static bool IsFiller(string word) => Fillers.Contains(word[0], StringComparison.Ordinal) && IsAll(word, word[0]);

    private static bool IsSign(string word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
                return false;
        }
        return true;
    }
}
