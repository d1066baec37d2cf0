namespace PerfTargets.Core.Checks;

/// <summary>All that the checks say about one form, in its reading order.</summary>
/// <param name="Findings">All of them; those that are superseded stand in none of the lists below.</param>
/// <param name="Undetermined">The checks that lacked their data, with the reason: they neither found anything nor passed.</param>
public sealed record CheckReport(IReadOnlyList<Finding> Findings, IReadOnlyList<UndeterminedCheck> Undetermined)
{
    /// <summary>What the clerk can mend; counts and lists speak of these.</summary>
    public IReadOnlyList<Finding> OfForm { get; } = [.. Findings.Where(finding => finding.IsOfForm)];

    /// <summary>What an administrator can mend.</summary>
    public IReadOnlyList<Finding> OfMasterData { get; } = [.. Findings.Where(finding => finding.IsMasterData)];

    public IReadOnlyList<Finding> Errors { get; } = Of(Findings, FindingSeverity.Error);

    public IReadOnlyList<Finding> Warnings { get; } = Of(Findings, FindingSeverity.Warning);

    public IReadOnlyList<Finding> Hints { get; } = Of(Findings, FindingSeverity.Hint);

    /// <summary>The warnings that need 填写说明 and have none.</summary>
    public IReadOnlyList<Finding> Unexplained { get; } = [.. Findings.Where(finding => finding.LacksReason && finding.IsOfForm)];

    /// <summary>Nothing stands against 送审: no error, and no warning without the reason that it needs.</summary>
    public bool AllowsSubmission => Refusal is null;

    /// <summary>Why 送审 is refused; null when it is not.</summary>
    public string? Refusal
    {
        get
        {
            var unfilled = Errors.Count(finding => finding.IsUnfilled);
            var also = Unexplained.Count > 0 ? $"；另有 {Unexplained.Count} 条警告须填写说明。" : "。";
            return (Errors.Count - unfilled, unfilled, Unexplained.Count) switch
            {
                (0, 0, 0) => null,
                (0, 0, var reasons) => $"还有 {reasons} 条警告须填写说明，填写后才能送审。",
                (var errors, 0, _) => $"还有 {errors} 处错误，改正后才能送审{also}",
                (0, var blanks, _) => $"还有 {blanks} 处未填，填好后才能送审{also}",
                var (errors, blanks, _) => $"还有 {errors} 处错误、{blanks} 处未填，改正并填好后才能送审{also}",
            };
        }
    }

    /// <summary>What stands against 送审.</summary>
    public IEnumerable<Finding> Obstacles => OfForm.Where(finding => finding.Severity == FindingSeverity.Error || finding.LacksReason);

    private static List<Finding> Of(IReadOnlyList<Finding> findings, FindingSeverity severity) =>
        [.. findings.Where(finding => finding.Severity == severity && finding.IsOfForm)];
}

/// <summary>未能检查.</summary>
public sealed record UndeterminedCheck(string Code, string Title, string Reason)
{
    /// <inheritdoc cref="Check.AwaitsAdministrator"/>
    public bool AwaitsAdministrator { get; init; }
}
