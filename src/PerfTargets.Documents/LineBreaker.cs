using System.Text;

namespace PerfTargets.Documents;

/// <summary>
/// A line of a text. The lines of a text, put together, are the text without its line feeds: blanks at an end stay with their line.
/// </summary>
/// <param name="Start">Where the line begins in the text.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
/// <param name="Width">Its width without blanks at the end, in the measure's unit.</param>
/// <param name="EndsParagraph">Whether a line feed or the end of the text follows.</param>
public sealed record TextLine(int Start, int Length, int Width, bool EndsParagraph);

/// <summary>
/// Breaks Chinese text into lines: no line begins with a closing mark or ends with an opening one, numbers stay with sign and unit.
/// </summary>
public static class LineBreaker
{
    /// <summary>Breaks a text.</summary>
    /// <param name="text">The text; a line feed ends a paragraph and belongs to no line.</param>
    /// <param name="width">Room for a line, in the measure's unit. A character wider than that gets a line of its own.</param>
    /// <param name="measure">The width of a character; thousandths of an em are usual.</param>
    /// <param name="bracket">When to break before （.</param>
    /// <returns>At least one line, empty for an empty text.</returns>
    public static IReadOnlyList<TextLine> Break(string text, int width, Func<Rune, int> measure, BracketBreak bracket = BracketBreak.None)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            BreakParagraph(text, start, end < 0 ? text.Length : end, width, measure, bracket, lines);
            if (end < 0) return lines;
            start = end + 1;
        }
    }

    static void BreakParagraph(
        string text, int start, int end, int width, Func<Rune, int> measure, BracketBreak bracket, List<TextLine> lines)
    {
        var first = lines.Count;
        var cut = bracket == BracketBreak.None || end - start < 2 ? -1 : text.IndexOf('（', start + 1, end - start - 1);
        if (cut < 0 || bracket == BracketBreak.WhenNeeded && Measure(text, start, end, measure) <= width)
        {
            Fill(text, start, end, width, measure, lines);
        }
        else
        {
            Fill(text, start, cut, width, measure, lines);
            Fill(text, cut, end, width, measure, lines);
        }
        for (var i = first; i < lines.Count; i++) lines[i] = lines[i] with { EndsParagraph = i == lines.Count - 1 };
    }

    static void Fill(string text, int start, int end, int width, Func<Rune, int> measure, List<TextLine> lines)
    {
        while (true)
        {
            var stop = EndOfLine(text, start, end, width, measure);
            lines.Add(new TextLine(start, stop - start, Measure(text, start, stop, measure), false));
            if (stop >= end) return;
            start = stop;
        }
    }

    static int EndOfLine(string text, int start, int end, int width, Func<Rune, int> measure)
    {
        var (at, used, good) = (start, 0, start);
        while (at < end)
        {
            if (at > start && BreakRules.CanBreak(text, at)) good = at;
            Rune.DecodeFromUtf16(text.AsSpan(at, end - at), out var rune, out var length);
            used += measure(rune);
            // Blanks hang over the edge.
            if (used > width && !BreakRules.IsBlank(text[at])) return good > start ? good : CutWord(text, start, at + length, at);
            at += length;
        }
        return end;
    }

    /// <summary>
    /// Where to cut what has no break: after a hyphen or the like in its second half, else at the edge; a mark still stays off the
    /// line's start if it can.
    /// </summary>
    static int CutWord(string text, int start, int next, int edge)
    {
        if (edge <= start) return next;
        for (var at = edge; at > start + (edge - start) / 2; at--)
        {
            if (BreakRules.IsSoftBreak(text[at - 1]) && !BreakRules.IsNotFirst(text[at])) return at;
        }
        for (var at = edge; at > start; at--)
        {
            if (!BreakRules.IsNotFirst(text[at]) && !BreakRules.IsNotLast(text[at - 1]) && !char.IsLowSurrogate(text[at])) return at;
        }
        return char.IsLowSurrogate(text[edge]) && edge - 1 > start ? edge - 1 : edge;
    }

    static int Measure(string text, int start, int end, Func<Rune, int> measure)
    {
        while (end > start && BreakRules.IsBlank(text[end - 1])) end--;
        var width = 0;
        foreach (var rune in text.AsSpan(start, end - start).EnumerateRunes()) width += measure(rune);
        return width;
    }
}
