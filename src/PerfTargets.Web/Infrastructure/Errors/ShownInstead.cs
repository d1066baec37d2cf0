using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure.KeptPosts;

namespace PerfTargets.Web.Infrastructure.Errors;

/// <summary>A page to be shown in place of what was asked for, at the same address.</summary>
/// <param name="Sentence">What happened and what to do, where the page has no sentence of its own for the status.</param>
public sealed record PageInstead(string Path, int Status, string? Sentence = null);

/// <summary>
/// Turns whatever ends without a page into one: a status without a body, a broken rule, an exception, a post to be kept.
/// The page runs as a GET through the whole pipeline, with the status of what happened.
/// </summary>
public sealed class ShownInstead(RequestDelegate next, ILogger<ShownInstead> log)
{
    private const string ErrorPath = "/error";

    public async Task InvokeAsync(HttpContext context)
    {
        if (await RunAsync(context) is not { } page)
            return;
        var features = context.Features;
        if (page is { Path: ErrorPath, Status: StatusCodes.Status404NotFound or StatusCodes.Status500InternalServerError } && context.HasPostToKeep())
        {
            await context.KeepPostAsync("/kept-post", page.Status);
            page = features.GetRequiredFeature<PageInstead>();
        }
        var asked = features.GetRequiredFeature<IHttpRequestFeature>();
        var (path, query, method) = (asked.Path, asked.QueryString, asked.Method);
        context.Response.Clear();
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        features.Set(page);
        (asked.Path, asked.QueryString, asked.Method) = (page.Path, "", HttpMethods.Get);
        context.Response.StatusCode = page.Status;
        try
        {
            await next(context);
        }
        finally
        {
            (asked.Path, asked.QueryString, asked.Method) = (path, query, method);
        }
    }

    private async Task<PageInstead?> RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            return context.RequestAborted.IsCancellationRequested ? null : PageFor(exception, context);
        }
        var response = context.Response;
        if (response.HasStarted)
            return null;
        if (context.Features.Get<PageInstead>() is { } page)
            return page;
        var bare = response is { StatusCode: >= 400 and < 600, ContentLength: null, ContentType: null };
        return bare ? ErrorPage(response.StatusCode) : null;
    }

    private PageInstead PageFor(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case FormNotFoundException rule:
                return ErrorPage(StatusCodes.Status404NotFound, rule.Message);
            case ActionNotPermittedException rule:
                return ErrorPage(StatusCodes.Status403Forbidden, rule.Message);
            case StaleFormException rule:
                return ErrorPage(StatusCodes.Status409Conflict, rule.Message);
            case FormRuleException rule:
                return ErrorPage(StatusCodes.Status400BadRequest, rule.Message);
            case BadHttpRequestException bad:
                return ErrorPage(bad.StatusCode);
            default:
                log.LogError(exception, "{Method} {Path} failed, request {Id}", context.Request.Method, context.Request.Path, context.TraceIdentifier);
                return ErrorPage(StatusCodes.Status500InternalServerError);
        }
    }

    private static PageInstead ErrorPage(int status, string? sentence = null) => new(ErrorPath, status, sentence);
}
