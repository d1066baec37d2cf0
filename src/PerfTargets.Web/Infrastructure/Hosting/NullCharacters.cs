using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace PerfTargets.Web.Infrastructure.Hosting;

/// <summary>
/// The framework refuses to read a form at all that holds U+0000 anywhere, with an error that names no field. Such a form is read here, so
/// that its page can say which field it is and give everything typed back.
/// </summary>
public sealed class NullCharacters(RequestDelegate next)
{
    private const int MostFields = 20_000;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("%00"u8) < 0)
                request.Body = body;
            else
                request.Form = Read(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
        }
        await next(context);
    }

    private static FormCollection Read(string body)
    {
        var pairs = body.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > MostFields)
            throw new BadHttpRequestException("Too many fields.");
        return new FormCollection(pairs.Select(pair => pair.Split('=', 2))
            .GroupBy(parts => WebUtility.UrlDecode(parts[0]), parts => parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Key, field => new StringValues([.. field]), StringComparer.OrdinalIgnoreCase));
    }
}
