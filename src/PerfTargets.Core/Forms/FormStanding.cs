using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>Which forms a person sees, and in which of their roles they stand to one.</summary>
public static class FormStanding
{
    /// <summary>The roles that the person holds towards this form. The form's department must be loaded.</summary>
    public static Role RolesFor(TargetForm form, Actor person)
    {
        var held = Role.None;
        if (person.OrganisationId == form.UnitId)
            held |= Role.Filler | Role.UnitReviewer;
        if (person.OrganisationId == form.DepartmentId)
            held |= Role.DepartmentReviewer;
        var section = (form.Department ?? throw new InvalidOperationException("The form's department is not loaded.")).SectionId;
        if (section is null || section == person.OrganisationId)
            held |= Role.SectionReviewer;
        return person.Roles & (held | Role.PerformanceReviewer);
    }

    /// <summary>
    /// Forms of the person's own organisation; for its department and the finance office, those that stand beyond a draft: what is being
    /// written, or was taken back to be written anew, is the bureau's own. Everything else does not exist for the person (404).
    /// </summary>
    private static readonly Expression<Func<TargetForm, Viewer, bool>> Visible = (form, viewer) =>
        (viewer.Bureau && form.UnitId == viewer.Organisation)
        || (form.Status != FormStatus.Draft && form.Status != FormStatus.Deleted
            && ((viewer.Department && form.DepartmentId == viewer.Organisation)
                || (viewer.Section && (form.Department!.SectionId == null || form.Department.SectionId == viewer.Organisation))
                || viewer.Performance));

    private static readonly Func<TargetForm, Viewer, bool> VisibleInMemory = Visible.Compile();

    private sealed record Viewer(Guid Organisation, bool Bureau, bool Department, bool Section, bool Performance)
    {
        public static Viewer Of(Actor person) => new(
            person.OrganisationId, person.Has(Role.Filler | Role.UnitReviewer), person.Has(Role.DepartmentReviewer), person.Has(Role.SectionReviewer),
            person.Has(Role.PerformanceReviewer));
    }

    /// <inheritdoc cref="Visible"/>
    public static Expression<Func<TargetForm, bool>> VisibleTo(Actor person) => Expression.Lambda<Func<TargetForm, bool>>(
        ReplacingExpressionVisitor.Replace(Visible.Parameters[1], Expression.Constant(Viewer.Of(person)), Visible.Body), Visible.Parameters[0]);

    /// <inheritdoc cref="Visible"/>
    /// <param name="form">Its department must be loaded.</param>
    public static bool IsVisibleTo(this TargetForm form, Actor person) => VisibleInMemory(form, Viewer.Of(person));

    /// <summary>The forms that wait for the person: drafts and returned ones to fill in, steps of review to act on.</summary>
    public static Expression<Func<TargetForm, bool>> WaitingFor(Actor person)
    {
        var (organisation, id) = (person.OrganisationId, person.Id);
        var filler = person.Has(Role.Filler);
        var unit = person.Has(Role.UnitReviewer);
        var department = person.Has(Role.DepartmentReviewer);
        var section = person.Has(Role.SectionReviewer);
        var performance = person.Has(Role.PerformanceReviewer);
        return form =>
            (filler && form.UnitId == organisation && (form.Status == FormStatus.Draft || form.Status == FormStatus.Returned))
            || (unit && form.UnitId == organisation && form.Status == FormStatus.AwaitingUnitReview && form.SubmittedById != id)
            || (department && form.DepartmentId == organisation && form.Status == FormStatus.AwaitingDepartmentReview && form.SubmittedById != id)
            || (section && form.Status == FormStatus.AwaitingSectionReview && form.SubmittedById != id
                && (form.Department!.SectionId == null || form.Department.SectionId == organisation))
            || (performance && ((form.Status == FormStatus.AwaitingPerformanceReview && form.SubmittedById != id) || form.Status == FormStatus.Passed));
    }
}
