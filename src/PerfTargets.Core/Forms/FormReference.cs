namespace PerfTargets.Core.Forms;

/// <summary>A form as an export lists it, before its content is read: ten thousand of them are small.</summary>
public sealed record FormReference(
    Guid Id, int Year, FormStatus Status, DateTime CreatedAt, DateTime UpdatedAt, string? ProjectCode,
    Guid UnitId, string? UnitCode, string UnitName, Guid DepartmentId, string? DepartmentCode, string DepartmentName);

public static class FormReferences
{
    public static IQueryable<FormReference> References(this IQueryable<TargetForm> forms) => forms.Select(form => new FormReference(
        form.Id, form.Year, form.Status, form.CreatedAt, form.UpdatedAt, form.Project!.Code,
        form.UnitId, form.Unit!.Code, form.Unit.Name, form.DepartmentId, form.Department!.Code, form.Department.Name));

    /// <summary>The order of the project list, department by department: by code, those without one as they came.</summary>
    public static IOrderedQueryable<TargetForm> InProjectOrder(this IQueryable<TargetForm> forms) => forms
        .OrderBy(form => form.Department!.Code == null).ThenBy(form => form.Department!.Code).ThenBy(form => form.DepartmentId)
        .ThenBy(form => form.Project!.Code == null).ThenBy(form => form.Project!.Code).ThenBy(form => form.CreatedAt).ThenBy(form => form.Id);
}
