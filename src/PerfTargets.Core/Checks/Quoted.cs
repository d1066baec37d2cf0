namespace PerfTargets.Core.Checks;

/// <summary>Typed text inside a sentence.</summary>
public static class Quoted
{
    private const int Longest = 40;

    /// <summary>On one line, and cut where it would drown the sentence.</summary>
    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest)
            return line;
        var end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..end] + "…";
    }
}
