using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Web.Infrastructure;

/// <summary>A page that a signed-in person opens.</summary>
public abstract class AppPage : PageModel
{
    /// <summary>Who is signed in, read from the database for this request, so that a changed role counts at once.</summary>
    public Actor Person => HttpContext.SignedInPerson();

    /// <summary>A sentence that the page after the redirect shows: what was done.</summary>
    protected void Note(string sentence) => TempData[PageNotes.Done] = sentence;
}

public static class PageNotes
{
    public const string Done = "Done";
    private const string ProblemsKey = "Problems";

    /// <summary>The layout lists the problems above the page and says 「错误：」 in its title.</summary>
    public static void ShowProblems(this PageModel page, IEnumerable<Problem> problems) =>
        page.ViewData[ProblemsKey] = problems as IReadOnlyList<Problem> ?? [.. problems];

    /// <summary>Shows the page again with what was typed and what is wrong with it.</summary>
    /// <param name="anchorOf">The id of the field of a ModelState key; the key's last part when it is left out.</param>
    public static IActionResult WithProblems(this PageModel page, Func<string, string?>? anchorOf = null)
    {
        anchorOf ??= key => key.Length == 0 || key.EndsWith(".Seen", StringComparison.Ordinal) ? null : key[(key.LastIndexOf('.') + 1)..];
        page.ShowProblems(
            from entry in page.ModelState
            from error in entry.Value!.Errors
            select new Problem(anchorOf(entry.Key), error.ErrorMessage));
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    public static IReadOnlyList<Problem> Problems(this Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary data) =>
        data[ProblemsKey] as IReadOnlyList<Problem> ?? [];
}

/// <summary>What is wrong, with the id of the field to go to.</summary>
public sealed record Problem(string? Anchor, string Sentence);

public static class SignedInPersonExtensions
{
    private static readonly object Key = new();

    public static Actor SignedInPerson(this HttpContext context) =>
        context.FindSignedInPerson() ?? throw new InvalidOperationException("Nobody is signed in; the page lacks its permission attribute.");

    public static Actor? FindSignedInPerson(this HttpContext context) => context.Items[Key] as Actor;

    public static void SetSignedInPerson(this HttpContext context, Actor person) => context.Items[Key] = person;
}
