namespace PerfTargets.Core.Checks;
public sealed record CheckReport(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Errors);
public static class FormChecks { public static CheckReport Run(CheckContext c) => throw new InvalidOperationException(); }
