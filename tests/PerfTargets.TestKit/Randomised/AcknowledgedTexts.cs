namespace PerfTargets.TestKit.Randomised;

/// <summary>
/// What a form must hold by what its people were told: each place's text from the last save that the server acknowledged there. A text may go
/// only by the hand of somebody who had seen it.
/// </summary>
public sealed class AcknowledgedTexts(IReadOnlyDictionary<string, string> beginning)
{
    /// <summary>Han characters that no reader takes for a number or a sign. Each is typed once in a form, so that it can be told where it went.</summary>
    private const char FirstCharacter = '\u9100';

    private readonly SortedDictionary<string, string> _texts = new(beginning.ToDictionary(), StringComparer.Ordinal);
    private int _typed;

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>A character that stands nowhere yet.</summary>
    public char NextCharacter() => (char)(FirstCharacter + _typed++);

    /// <summary>A save of this person was acknowledged.</summary>
    /// <param name="seen">What the person had before them.</param>
    /// <param name="made">What they made of it.</param>
    public void Acknowledge(string who, IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> made)
    {
        foreach (var key in seen.Keys.Union(made.Keys).ToList())
        {
            var (before, now, there) = (seen.GetValueOrDefault(key), made.GetValueOrDefault(key), _texts.GetValueOrDefault(key));
            if (before == now)
                continue;
            if (there != before && there != now)
                throw new InvalidOperationException($"{who} made {SheetTexts.Show(now)} of {SheetTexts.Show(before)} at {key} and was not asked, where {SheetTexts.Show(there)} was acknowledged meanwhile.");
            if (now is null)
                _texts.Remove(key);
            else
                _texts[key] = now;
        }
    }
}
