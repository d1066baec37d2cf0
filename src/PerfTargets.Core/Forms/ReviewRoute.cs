using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>The steps of review that a form passes, in order: a setting of the year, less what does not apply to the form.</summary>
public sealed record ReviewRoute(bool Unit, bool Department, bool Performance, bool ResubmitToReturningStep)
{
    public static ReviewRoute For(TargetForm form, BudgetYear year) => new(
        year.UnitReview,
        year.DepartmentReview && form.UnitId != form.DepartmentId,
        year.PerformanceReview,
        year.ResubmitToReturningStep);

    public IReadOnlyList<FormStatus> Steps =>
    [
        .. Unit ? [FormStatus.AwaitingUnitReview] : Array.Empty<FormStatus>(),
        .. Department ? [FormStatus.AwaitingDepartmentReview] : Array.Empty<FormStatus>(),
        FormStatus.AwaitingSectionReview,
        .. Performance ? [FormStatus.AwaitingPerformanceReview] : Array.Empty<FormStatus>(),
    ];

    public FormStatus First => Steps[0];

    /// <summary>Where a pass leads. A form that waits at a step which the route has lost meanwhile goes on from there.</summary>
    public FormStatus After(FormStatus step) => Steps.Cast<FormStatus?>().FirstOrDefault(next => next > step) ?? FormStatus.Passed;

    /// <summary>Where 送审 leads: the start, or after a return the step that returned the form, if the route still has it or one beyond.</summary>
    public FormStatus Entry(FormStatus status, FormStatus? returnedFrom) =>
        status == FormStatus.Returned && ResubmitToReturningStep && returnedFrom is { } step
            ? Steps.Cast<FormStatus?>().FirstOrDefault(next => next >= step) ?? First
            : First;
}
