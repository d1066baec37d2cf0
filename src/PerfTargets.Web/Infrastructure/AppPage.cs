using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfTargets.Core.Common;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Infrastructure;

/// <summary>A page that a signed-in person opens.</summary>
public abstract class AppPage : PageModel
{
    /// <summary>Who is signed in, read from the database for this request, so that a changed role counts at once.</summary>
    public Actor Person => HttpContext.SignedInPerson();

    /// <summary>The browser may keep what could not be saved: not on a computer that others use too.</summary>
    public bool MayKeepDrafts => !User.HasClaim(SharedComputer.ClaimType, SharedComputer.Yes);

    /// <summary>A sentence that the page after the redirect shows: what was done.</summary>
    protected void Note(string sentence) => TempData[PageNotes.Done] = sentence;

    /// <inheritdoc cref="Note(string)"/>
    /// <param name="path">Where the person can see it.</param>
    /// <param name="words">Of the link.</param>
    protected void Note(string sentence, string path, string words)
    {
        Note(sentence);
        (TempData[PageNotes.DonePath], TempData[PageNotes.DoneWords]) = (path, words);
    }

    /// <summary>Tells the page that comes, in whatever window, that the server has what this post brought: the browser need not keep it any longer.</summary>
    protected void NoteSaved() => TempData[PageNotes.Saved] = $"{TempData.Peek(PageNotes.Saved)} {Request.Form["operation"]}";
}

public static class PageNotes
{
    public const string Done = "Done";
    public const string DonePath = "DonePath";
    public const string DoneWords = "DoneWords";

    /// <summary>The operations of the posts that were taken since a page was last shown, each after a blank.</summary>
    public const string Saved = "Saved";

    /// <summary>A script fetches this page to read something in it: nobody sees what it says, nor does the browser learn from it what was saved.</summary>
    public static bool IsByScript(this HttpRequest request) => request.Headers.XRequestedWith == "script";

    private const string ProblemsKey = "Problems";
    private const string HeadingKey = "ProblemsHeading";

    /// <summary>The layout lists the problems above the page and says 「错误：」 in its title.</summary>
    /// <param name="heading">What has become of the act, where there is no field to be corrected.</param>
    public static void ShowProblems(this PageModel page, IEnumerable<Problem> problems, string heading = "没有办成") =>
        (page.ViewData[ProblemsKey], page.ViewData[HeadingKey]) = (problems as IReadOnlyList<Problem> ?? [.. problems], heading);

    /// <summary>Shows the page again with what was typed and what is wrong with it.</summary>
    /// <param name="fields">The names of the fields in the page's order, in which ModelState does not keep them.</param>
    public static IActionResult WithProblems(this PageModel page, params IReadOnlyList<string> fields)
    {
        page.ShowProblems(
            from entry in page.ModelState
            let name = entry.Key[(entry.Key.LastIndexOf('.') + 1)..]
            orderby fields.Contains(name) ? fields.TakeWhile(one => one != name).Count() : fields.Count
            from error in entry.Value!.Errors
            select new Problem(name.Length == 0 ? null : name, error.ErrorMessage));
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>What a service refuses of the page's Input, each sentence at its field.</summary>
    public static void ShowRefusals(this PageModel page, ValidationException refused)
    {
        foreach (var error in refused.Errors)
            page.ModelState.AddModelError(error.PropertyName.Length == 0 ? "" : "Input." + error.PropertyName, error.ErrorMessage);
        page.ShowProblems(refused.Errors.Select(error =>
            new Problem(error.PropertyName is "" or Seen.FieldName ? null : error.PropertyName, error.ErrorMessage)));
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    public static IReadOnlyList<Problem> Problems(this Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary data) =>
        data[ProblemsKey] as IReadOnlyList<Problem> ?? [];

    /// <summary>Counts what is to be corrected, if anything is.</summary>
    public static string ProblemsHeading(this Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary data) =>
        data.Problems().Count(problem => problem.Anchor is not null) is > 0 and var count ? $"有 {count} 处需要修改" : data[HeadingKey] as string ?? "";
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
