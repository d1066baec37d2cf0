using PerfTargets.Core.Common;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>Where a transition leads; all but the fixed ones depend on the form's route or past.</summary>
public enum Leads
{
    ToItself,
    IntoReview,
    ToNextStep,
    BackWhenceItCame,
    ToReturned,
    ToApproved,
    ToDeleted,
    ToDraft,
}

public sealed record Transition(FormStatus From, FormAction Action, Role Role, Leads To);

/// <summary>
/// The way of a form as data: the only source of buttons, page guards and service guards.
/// </summary>
public static class FormTransitions
{
    /// <summary>For so many days a deleted draft can be had back.</summary>
    public const int RestorableDays = 30;

    private static readonly (FormStatus Step, Role Reviewer)[] Steps =
    [
        (FormStatus.AwaitingUnitReview, Role.UnitReviewer),
        (FormStatus.AwaitingDepartmentReview, Role.DepartmentReviewer),
        (FormStatus.AwaitingSectionReview, Role.SectionReviewer),
        (FormStatus.AwaitingPerformanceReview, Role.PerformanceReviewer),
    ];

    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(FormStatus.Draft, FormAction.Save, Role.Filler, Leads.ToItself),
        new(FormStatus.Draft, FormAction.Submit, Role.Filler, Leads.IntoReview),
        new(FormStatus.Draft, FormAction.Delete, Role.Filler, Leads.ToDeleted),
        new(FormStatus.Deleted, FormAction.Restore, Role.Filler, Leads.ToDraft),
        new(FormStatus.Returned, FormAction.Save, Role.Filler, Leads.ToItself),
        new(FormStatus.Returned, FormAction.Submit, Role.Filler, Leads.IntoReview),
        .. Steps.Select(at => new Transition(at.Step, FormAction.Withdraw, Role.Filler, Leads.BackWhenceItCame)),
        .. Steps.Select(at => new Transition(at.Step, FormAction.Pass, at.Reviewer, Leads.ToNextStep)),
        .. Steps.Select(at => new Transition(at.Step, FormAction.Return, at.Reviewer, Leads.ToReturned)),
        // 取消审核: whoever passed a step may take it back from wherever the pass led.
        .. from at in Steps
           from later in Steps.Select(next => next.Step).Append(FormStatus.Passed)
           where later > at.Step
           select new Transition(later, FormAction.CancelPass, at.Reviewer, Leads.BackWhenceItCame),
        new(FormStatus.Passed, FormAction.Approve, Role.PerformanceReviewer, Leads.ToApproved),
        new(FormStatus.Approved, FormAction.CorrectApproval, Role.PerformanceReviewer, Leads.ToItself),
    ];

    /// <summary>What the person may do to the form today, with the role in which they would do it.</summary>
    public static IReadOnlyDictionary<FormAction, Role> PermittedActions(TargetForm form, Actor person, BudgetYear year, LocalCalendar calendar)
    {
        var roles = FormStanding.RolesFor(form, person);
        var permitted = new Dictionary<FormAction, Role>();
        foreach (var transition in Table)
        {
            if (transition.From == form.Status && (roles & transition.Role) != 0 && IsOpen(transition, form, year, calendar) && MayAct(transition, form, person))
                permitted.TryAdd(transition.Action, transition.Role);
        }
        return permitted;
    }

    /// <summary>Where the action leads from where the form stands.</summary>
    /// <exception cref="InvalidOperationException">The table has no such transition.</exception>
    public static FormStatus Target(TargetForm form, FormAction action, Role role, BudgetYear year)
    {
        var transition = Table.FirstOrDefault(one => one.From == form.Status && one.Action == action && one.Role == role)
            ?? throw new InvalidOperationException($"No transition {action} from {form.Status} for {role}.");
        var route = ReviewRoute.For(form, year);
        return transition.To switch
        {
            Leads.ToItself => form.Status,
            Leads.IntoReview => route.Entry(form.Status, form.ReturnedFrom),
            Leads.ToNextStep => route.After(form.Status),
            Leads.BackWhenceItCame => form.PreviousStatus ?? throw new InvalidOperationException("Nothing to undo."),
            Leads.ToReturned => FormStatus.Returned,
            Leads.ToApproved => FormStatus.Approved,
            Leads.ToDeleted => FormStatus.Deleted,
            Leads.ToDraft => FormStatus.Draft,
            _ => throw new InvalidOperationException($"Unknown target {transition.To}."),
        };
    }

    /// <summary>
    /// Bureaus work until the year closes to them; what was returned to them later they may still answer while reviewers can act.
    /// 批复 follows the people's congress, not the year's dates.
    /// </summary>
    private static bool IsOpen(Transition transition, TargetForm form, BudgetYear year, LocalCalendar calendar) => transition.Action switch
    {
        FormAction.Approve or FormAction.CorrectApproval => true,
        FormAction.Pass or FormAction.Return or FormAction.CancelPass => calendar.Today <= year.ClosesToReviewers,
        FormAction.Restore when calendar.DayOf(form.StatusSince).AddDays(RestorableDays) < calendar.Today => false,
        _ when form.Status == FormStatus.Returned || form.ReturnedFrom is not null => calendar.Today <= year.ClosesToReviewers,
        _ => calendar.Today <= year.ClosesToBureaus,
    };

    private static bool MayAct(Transition transition, TargetForm form, Actor person) => transition.Action switch
    {
        // Nobody passes a form that they sent up themselves, whatever their roles.
        FormAction.Pass => form.SubmittedById != person.Id,
        FormAction.Withdraw => form.LastAction == FormAction.Submit && form.LastActorId == person.Id,
        FormAction.CancelPass => form.LastAction == FormAction.Pass && form.LastActorId == person.Id
            && Steps.Any(at => at.Step == form.PreviousStatus && at.Reviewer == transition.Role),
        _ => true,
    };
}
