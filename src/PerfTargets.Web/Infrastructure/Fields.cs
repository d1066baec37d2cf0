namespace PerfTargets.Web.Infrastructure;

/// <summary>A labelled line of text of a page's Input, with its hint and its sentence when something is wrong.</summary>
public sealed record TextField(string Name, string Label, string? Value, string? Hint = null, bool Short = false);

/// <summary>A labelled choice of one.</summary>
/// <param name="Blank">The words of the empty choice.</param>
public sealed record SelectField(string Name, string Label, string? Value, IReadOnlyList<Choice> Choices, string? Blank = null, string? Hint = null);

public sealed record Choice(string Value, string Word);

/// <summary>Yes or no.</summary>
public sealed record CheckField(string Name, string Label, bool IsChecked, string? Hint = null);
