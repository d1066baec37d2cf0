using FluentValidation;
using FluentValidation.Results;

namespace PerfTargets.Core.Checks;

/// <summary>
/// What decides about 送审, as FluentValidation sees it: the findings of <see cref="FormChecks"/>, one failure each. Warnings and hints are
/// failures of their severity too, so ask <see cref="Allows"/> rather than <see cref="ValidationResult.IsValid"/>.
/// </summary>
public sealed class SubmissionRules : AbstractValidator<CheckContext>
{
    public static readonly SubmissionRules Instance = new();

    public SubmissionRules() =>
        RuleFor(context => context).Custom((context, validation) =>
        {
            foreach (var finding in FormChecks.Run(context).Findings)
                validation.AddFailure(Failure(finding));
        });

    public static bool Allows(ValidationResult result) => ReportOf(result).AllowsSubmission;

    /// <summary>The findings that the failures were made of, in their order.</summary>
    public static CheckReport ReportOf(ValidationResult result) => new([.. result.Errors.Select(failure => failure.CustomState).OfType<Finding>()], []);

    private static ValidationFailure Failure(Finding finding) => new(finding.Place.Anchor, finding.Message, finding.Raw)
    {
        ErrorCode = finding.Code,
        CustomState = finding,
        Severity = finding.Severity switch
        {
            FindingSeverity.Error => Severity.Error,
            FindingSeverity.Warning => Severity.Warning,
            _ => Severity.Info,
        },
    };
}
