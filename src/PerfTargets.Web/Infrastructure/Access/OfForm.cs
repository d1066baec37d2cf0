namespace PerfTargets.Web.Infrastructure.Access;

/// <summary>A page of the form that its address names: the form is asked for together with who it is that comes, which saves a round trip to the database.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfFormAttribute : Attribute
{
    /// <summary>The part of the address with the form's id.</summary>
    private const string RouteValue = "id";

    /// <summary>The form's id; null where the address names none.</summary>
    public static Guid? FormId(HttpContext context) => Guid.TryParse(context.GetRouteValue(RouteValue) as string, out var id) ? id : null;
}
