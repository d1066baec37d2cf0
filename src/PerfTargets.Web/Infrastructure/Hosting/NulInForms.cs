using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>
/// The framework cannot read a form with U+0000 in it at all, and would answer with an error that names no field and loses what was typed.
/// Such a form is read here, so that the rules for texts refuse the character where it stands.
/// </summary>
public sealed class NulInForms(RequestDelegate next)
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>In bytes: how far it is believed how long a post will be.</summary>
    private const int MostSaid = 128 << 10;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) == true)
        {
            var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, MostSaid));
            await request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            request.Body = body;
            if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("%00"u8) >= 0)
                context.Features.Set<IFormFeature>(new FormFeature(Read(Encoding.ASCII.GetString(body.GetBuffer(), 0, (int)body.Length))));
        }
        await next(context);
    }

    private static FormCollection Read(string body)
    {
        var fields = body.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length > WebSite.MostFields)
            throw new BadHttpRequestException("Too many fields.", StatusCodes.Status413PayloadTooLarge);
        return new FormCollection(fields.Select(text => text.Split('=', 2))
            .GroupBy(pair => WebUtility.UrlDecode(pair[0]), pair => pair.Length > 1 ? WebUtility.UrlDecode(pair[1]) : "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => new StringValues([.. group]), StringComparer.OrdinalIgnoreCase));
    }
}
