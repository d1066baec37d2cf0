using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;
using PerfTargets.Web.Infrastructure.Errors;

namespace PerfTargets.Web.Infrastructure.KeptPosts;

/// <summary>A post that could not be taken now: where it went and all its fields. The page shown instead carries it along in one hidden field.</summary>
/// <param name="Token">The antiforgery token that it brought, good for nobody but the person and the browser for whom the page was made.</param>
public sealed record KeptPost(string Target, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token = null)
{
    /// <summary>Name of the hidden field.</summary>
    public const string FieldName = "KeptPost";

    /// <summary>The hidden field in which a form says who typed: nobody else is offered to send it again.</summary>
    public const string PersonField = "person";

    private const string TokenField = "__RequestVerificationToken";

    // Razor encodes what it writes into the page; a second escape of every Chinese character would make it six times as long.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Pack() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Pack"/> wrote; null for anything else, or a target on another site.</summary>
    public static KeptPost? Unpack(string? text)
    {
        try
        {
            var kept = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<KeptPost>(text);
            return kept is { Target: { } target, Fields: { } fields } && IsLocal(target) && fields.All(field => field is { Key: not null, Value: not null }) ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static KeptPost Of(HttpRequest request, IEnumerable<KeyValuePair<string, StringValues>> form) => new(
        request.PathBase + request.Path + request.QueryString,
        [.. from posted in form where posted.Key is not (TokenField or FieldName) from value in posted.Value select KeyValuePair.Create(posted.Key, value ?? "")],
        form.FirstOrDefault(posted => posted.Key == TokenField).Value);

    /// <summary>保存 of a text, and nothing that moves a form on.</summary>
    public bool OnlySaves => Fields.Contains(KeyValuePair.Create("action", "save"));

    /// <summary>Whether this may be a post of theirs.</summary>
    public bool MayBeOf(Guid person) => Fields.FirstOrDefault(field => field.Key == PersonField).Value is not { Length: > 0 } typist || typist == person.ToString();

    /// <summary>
    /// Whether it came from a page that was made for this very person in this very browser, in an earlier session: the token that it brought is good again. What another
    /// site sends has none, and what was typed into a page of somebody else's has theirs.
    /// </summary>
    public async Task<bool> IsFromTheirPageAsync(HttpContext signedIn)
    {
        if (string.IsNullOrEmpty(Token))
            return false;
        // In a request of its own: the one that signs in was held to its own token.
        var asked = new DefaultHttpContext { RequestServices = signedIn.RequestServices, User = signedIn.User };
        (asked.Request.Method, asked.Request.Scheme, asked.Request.Headers.Cookie) = (HttpMethods.Post, signedIn.Request.Scheme, signedIn.Request.Headers.Cookie);
        asked.Request.Form = new FormCollection(new Dictionary<string, StringValues> { [TokenField] = Token });
        return await signedIn.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(asked);
    }

    private static bool IsLocal(string target) => target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) && !target.StartsWith("/\\", StringComparison.Ordinal);
}

public static class KeptPostExtensions
{
    /// <summary>Pages whose fields are passwords: they are never carried along.</summary>
    private static readonly PathString[] NeverKept = ["/sign-in", "/account/password"];

    /// <summary>
    /// Shows a page instead of acting on the post, and hands it what was posted. Only a post from our own pages is kept: nothing that another
    /// site made a browser send is ever offered for sending again.
    /// </summary>
    public static async Task KeepPostAsync(this HttpContext context, string page, int status)
    {
        var request = context.Request;
        if (NeverKept.Any(path => request.Path.StartsWithSegments(path)))
        {
            page = request.Path;
        }
        else if (IsFromOurPages(request) && request.HasFormContentType)
        {
            try
            {
                context.Features.Set(KeptPost.Of(request, await request.ReadFormAsync(context.RequestAborted)));
            }
            catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
            {
                context.Features.Set(new PageInstead("/error", StatusCodes.Status413PayloadTooLarge));
                return;
            }
        }
        context.Response.StatusCode = status;
        context.Features.Set(new PageInstead(page, status));
    }

    /// <summary>A form that a person sent from one of our pages, without a password in it.</summary>
    public static bool HasPostToKeep(this HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && IsFromOurPages(context.Request)
        && !NeverKept.Any(path => context.Request.Path.StartsWithSegments(path));

    /// <summary>The post that this page carries: just refused, or brought along by the page before.</summary>
    public static KeptPost? FindKeptPost(this HttpContext context) =>
        context.Features.Get<KeptPost>()
        ?? (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType ? KeptPost.Unpack(context.Request.Form[KeptPost.FieldName]) : null);

    private static bool IsFromOurPages(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin"
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
