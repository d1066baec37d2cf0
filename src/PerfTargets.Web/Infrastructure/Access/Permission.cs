using Microsoft.AspNetCore.Authorization;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>Declares who may open a page. Every endpoint carries exactly one of these; a sweep over all endpoints holds them to it.</summary>
public interface IPagePermission;

/// <summary>Anyone with an account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForStaffAttribute : AuthorizeAttribute, IPagePermission;

/// <summary>Strangers too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForEveryoneAttribute : AllowAnonymousAttribute, IPagePermission;

/// <summary>Those who hold one of the roles; others get 403.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRolesAttribute(Role roles) : AuthorizeAttribute, IPagePermission, IAuthorizationRequirementData
{
    public Role Permitted { get; } = roles;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RolesRequirement(Permitted)];
}

public sealed record RolesRequirement(Role Roles) : IAuthorizationRequirement;
