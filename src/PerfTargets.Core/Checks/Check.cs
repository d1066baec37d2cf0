using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>
/// One entry of the catalogue: a pure function of the context. What it is about is its own; severity, thresholds and words are the template's,
/// and where that says nothing, those shipped with the program (<see cref="ShippedCheckSettings"/>).
/// </summary>
public abstract class Check
{
    internal const string ReasonAsked = "，确有原因的请写明";

    /// <summary>Stable: stored with reasons, shown in exports.</summary>
    public abstract string Code { get; }

    /// <summary>What it looks for, in a few words.</summary>
    public abstract string Title { get; }

    /// <summary>When it speaks and when not, for administrators and clerks.</summary>
    public abstract string Explanation { get; }

    /// <summary>What it finds, and what would be sound instead.</summary>
    public abstract string Example { get; }

    public abstract FindingSeverity DefaultSeverity { get; }

    /// <summary>What some of its findings weigh by default instead. A severity that the template sets holds for all of them.</summary>
    public virtual IReadOnlyList<FindingSeverity> OtherSeverities => [];

    /// <summary>What its findings weigh by default, the usual first.</summary>
    public IReadOnlyList<FindingSeverity> Severities => [DefaultSeverity, .. OtherSeverities];

    /// <summary>A warning of this check needs the clerk's 填写说明 before 送审.</summary>
    public virtual bool NeedsReason => false;

    /// <summary>What it finds is the administrator's to mend, and is not counted for the clerk.</summary>
    public virtual bool IsMasterData => false;

    /// <summary>It judges the year's template and no form: run by <see cref="FormChecks.RunOnTemplate"/> only.</summary>
    public virtual bool IsAboutTemplate => false;

    /// <summary>What it may lack, only an administrator can enter.</summary>
    public virtual bool AwaitsAdministrator => false;

    public virtual IReadOnlyList<WordList> Lists => [];

    public virtual IReadOnlyList<Threshold> Thresholds => [];

    public abstract CheckOutcome Run(CheckContext context);

    /// <summary>Switched off by the template or, where that says nothing, as shipped.</summary>
    public bool IsOff(FormTemplate template) => Settings(template)?.Off ?? ShippedCheckSettings.Of(Code).Off ?? false;

    /// <summary>The severity by the template, else the one that the check thinks right for this finding, else its default.</summary>
    protected FindingSeverity Severity(CheckContext context, FindingSeverity? own = null) => Settings(context.Template)?.Severity switch
    {
        "E" => FindingSeverity.Error,
        "W" => FindingSeverity.Warning,
        "H" => FindingSeverity.Hint,
        _ => own ?? DefaultSeverity,
    };

    /// <param name="raw">What the finding is about, as typed: with code and place its identity, to which reasons and remarks hold.</param>
    protected Finding Found(CheckContext context, Place place, string message, string raw = "", FindingSeverity? severity = null)
    {
        var weight = Severity(context, severity);
        var needsReason = NeedsReason && weight == FindingSeverity.Warning;
        return new(Code, weight, place, needsReason ? message + ReasonAsked : message, raw) { NeedsReason = needsReason, IsMasterData = IsMasterData };
    }

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

    /// <summary>未能检查: what it would need is not there; never the same as passing.</summary>
    public sealed record Undetermined(string Reason) : CheckOutcome;

    public sealed record Found(IReadOnlyList<Finding> Findings) : CheckOutcome;

    public static CheckOutcome Of(IEnumerable<Finding> findings) => findings.ToList() is { Count: > 0 } found ? new Found(found) : Passed;
}
