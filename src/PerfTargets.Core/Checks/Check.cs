using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>One entry of the catalogue: a pure function of the context. Code and defaults are its own, severity and words the template's.</summary>
public abstract class Check
{
    /// <summary>Stable: stored with reasons, shown in exports.</summary>
    public abstract string Code { get; }

    /// <summary>What it looks for, in a few words.</summary>
    public abstract string Title { get; }

    public abstract FindingSeverity DefaultSeverity { get; }

    /// <summary>The words it looks for, where it looks for words and the template names none.</summary>
    public virtual IReadOnlyList<string> DefaultWords => [];

    public abstract CheckOutcome Run(CheckContext context);

    public bool IsOff(FormTemplate template) => Settings(template) is { Off: true };

    protected IReadOnlyList<string> Words(CheckContext context) => Settings(context.Template)?.Words ?? DefaultWords;

    /// <summary>The severity by the template, else the one that the check thinks right for this finding, else its default.</summary>
    protected FindingSeverity Severity(CheckContext context, FindingSeverity? own = null) => Settings(context.Template)?.Severity switch
    {
        "E" => FindingSeverity.Error,
        "W" => FindingSeverity.Warning,
        "H" => FindingSeverity.Hint,
        _ => own ?? DefaultSeverity,
    };

    protected Finding Found(CheckContext context, Place place, string message, string raw = "", FindingSeverity? severity = null) =>
        new(Code, Severity(context, severity), place, message, raw);

    protected Finding Unfilled(CheckContext context, Place place, string message, string raw = "") =>
        Found(context, place, message, raw) with { IsUnfilled = true };

    private CheckSettings? Settings(FormTemplate template) => template.Checks.GetValueOrDefault(Code);
}

/// <summary>What a check says about a form.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome() { }

    public static readonly CheckOutcome Passed = new Pass();

    /// <summary>It looked, and all is well.</summary>
    public sealed record Pass : CheckOutcome;

    /// <summary>无法判断: what it would need is not there; never the same as passing.</summary>
    public sealed record Undetermined(string Reason) : CheckOutcome;

    public sealed record Found(IReadOnlyList<Finding> Findings) : CheckOutcome;

    public static CheckOutcome Of(IEnumerable<Finding> findings) => findings.ToList() is { Count: > 0 } found ? new Found(found) : Passed;
}
