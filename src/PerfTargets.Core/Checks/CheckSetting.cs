namespace PerfTargets.Core.Checks;

/// <summary>A list of words that a check looks for. The words are data: the template's, else those shipped.</summary>
/// <param name="code">The check that owns it; others may use it too.</param>
/// <param name="key">Its name in the settings' JSON.</param>
/// <param name="title">Its name on the administrator's page.</param>
public sealed class WordList(string code, string key, string title)
{
    private IReadOnlyList<string>? _shipped;

    public string Code => code;

    public string Key => key;

    public string Title => title;

    public IReadOnlyList<string> Of(CheckContext context) =>
        context.Template.Checks.GetValueOrDefault(Code)?.Words?.GetValueOrDefault(Key) ?? Shipped;

    /// <summary>Looked up once: checks ask for it with each row.</summary>
    public IReadOnlyList<string> Shipped => _shipped ??= ShippedCheckSettings.Of(Code).Words?.GetValueOrDefault(Key)
        ?? throw new InvalidOperationException($"No words are shipped for {Code}.{Key}.");
}

/// <summary>A whole number by which a check decides: characters, percent, times, rows.</summary>
/// <param name="Unit">What it counts, as shown behind the number.</param>
public sealed record Threshold(string Code, string Key, string Title, string Unit)
{
    public int Of(CheckContext context) =>
        context.Template.Checks.GetValueOrDefault(Code)?.Numbers is { } numbers && numbers.TryGetValue(Key, out var number) ? number : Shipped;

    public int Shipped => ShippedCheckSettings.Of(Code).Numbers is { } numbers && numbers.TryGetValue(Key, out var number)
        ? number
        : throw new InvalidOperationException($"No number is shipped for {Code}.{Key}.");
}
