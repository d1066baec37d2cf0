namespace PerfTargets.Documents;

/// <summary>What a file says of itself.</summary>
/// <param name="Title">The document's title, shown in the title bar of viewers.</param>
/// <param name="CreatedUtc">
/// The date of the file in UTC, to the second: of the form's state, not of the clock. Its Kind is not looked at.
/// </param>
/// <param name="Author">The organisation that answers for the content; null leaves it out.</param>
public sealed record DocumentInfo(string Title, DateTime CreatedUtc, string? Author = null);
