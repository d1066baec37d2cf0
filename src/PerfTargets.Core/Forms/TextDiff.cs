using System.Globalization;

namespace PerfTargets.Core.Forms;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A stretch of text that stayed, came or went.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>
/// What changed within one text, by characters, with numbers and Latin words kept whole: “2022”→“2023” reads better than a lone 2→3.
/// </summary>
public static class TextDiff
{
    /// <summary>Beyond this many comparisons a text is shown as replaced: nobody reads such a patchwork, and the server has better to do.</summary>
    private const int MostComparisons = 400_000;

    /// <summary>Where two stretches of so many tokens differ, and less than one token in three is common, it is so by chance.</summary>
    private const int Sentence = 8, OneIn = 3;

    public static IReadOnlyList<DiffPiece> Between(string before, string after)
    {
        if (before == after)
            return before.Length == 0 ? [] : [new(DiffKind.Same, before)];
        var (old, now) = (Tokens(before), Tokens(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
            end++;

        var pieces = new PieceList();
        pieces.Add(DiffKind.Same, old.Take(start));
        Middle(pieces, old.GetRange(start, old.Count - start - end), now.GetRange(start, now.Count - start - end));
        pieces.Add(DiffKind.Same, old.Skip(old.Count - end));
        return pieces.ToList();
    }

    private static void Middle(PieceList pieces, List<string> old, List<string> now)
    {
        var common = (long)old.Count * now.Count > MostComparisons ? null : CommonLengths(old, now);
        if (common is null || (Math.Min(old.Count, now.Count) is >= Sentence and var shorter && common[0, 0] * OneIn < shorter))
        {
            pieces.Add(DiffKind.Removed, old);
            pieces.Add(DiffKind.Added, now);
            return;
        }
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                pieces.Add(DiffKind.Same, [old[i]]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                pieces.Add(DiffKind.Removed, [old[i++]]);
            }
            else
            {
                pieces.Add(DiffKind.Added, [now[j++]]);
            }
        }
    }

    /// <summary>Length of the longest common subsequence of what is left from each pair of positions.</summary>
    private static int[,] CommonLengths(List<string> old, List<string> now)
    {
        var lengths = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                while (at + length < text.Length && (char.IsAsciiLetterOrDigit(text[at + length]) || IsPointInNumber(text, at + length)))
                    length++;
            }
            tokens.Add(text.Substring(at, length));
            at += length;
        }
        return tokens;
    }

    private static bool IsPointInNumber(string text, int at) =>
        text[at] == '.' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    /// <summary>Joins neighbouring tokens of one kind, and puts what went before what came.</summary>
    private sealed class PieceList
    {
        private readonly List<DiffPiece> _pieces = [];
        private string _same = "", _removed = "", _added = "";

        public void Add(DiffKind kind, IEnumerable<string> tokens)
        {
            var text = string.Concat(tokens);
            if (text.Length == 0)
                return;
            if (kind == DiffKind.Same)
            {
                FlushChanges();
                _same += text;
                return;
            }
            FlushSame();
            if (kind == DiffKind.Removed)
                _removed += text;
            else
                _added += text;
        }

        public List<DiffPiece> ToList()
        {
            FlushChanges();
            FlushSame();
            return _pieces;
        }

        private void FlushSame()
        {
            if (_same.Length > 0)
                _pieces.Add(new(DiffKind.Same, _same));
            _same = "";
        }

        private void FlushChanges()
        {
            if (_removed.Length > 0)
                _pieces.Add(new(DiffKind.Removed, _removed));
            if (_added.Length > 0)
                _pieces.Add(new(DiffKind.Added, _added));
            (_removed, _added) = ("", "");
        }
    }
}
