using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure;

/// <summary>A page that a signed-in person opens.</summary>
public abstract class AppPage : PageModel
{
    /// <summary>Who is signed in, read from the database for this request, so that a changed role counts at once.</summary>
    public Actor Person => HttpContext.SignedInPerson();
}

public static class SignedInPersonExtensions
{
    private static readonly object Key = new();

    public static Actor SignedInPerson(this HttpContext context) =>
        context.FindSignedInPerson() ?? throw new InvalidOperationException("Nobody is signed in; the page lacks its permission attribute.");

    public static Actor? FindSignedInPerson(this HttpContext context) => context.Items[Key] as Actor;

    public static void SetSignedInPerson(this HttpContext context, Actor person) => context.Items[Key] = person;
}
