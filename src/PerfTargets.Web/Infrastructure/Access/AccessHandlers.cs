using Microsoft.AspNetCore.Authorization;

namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>Decides by the roles that the person has now, not by those at the time of signing in.</summary>
public sealed class RolesHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RolesRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesRequirement requirement)
    {
        if (accessor.HttpContext?.FindSignedInPerson() is { } person && person.Has(requirement.Roles))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>What declares no permission opens to nobody.</summary>
public sealed record UndeclaredRequirement : IAuthorizationRequirement;

/// <summary>Lets only addresses pass where there is nothing at all, so that they are answered with 404.</summary>
public sealed class UndeclaredHandler : AuthorizationHandler<UndeclaredRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, UndeclaredRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.GetEndpoint() is null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
