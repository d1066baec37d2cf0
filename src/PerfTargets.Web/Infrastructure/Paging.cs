using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace PerfTargets.Web.Infrastructure;

/// <summary>Which part of a list a page shows; filters stay in the links.</summary>
public sealed record Paging(int Page, int Total, HttpRequest Request)
{
    public const int Size = 50;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public string Link(int page)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "page" && pair.Value.ToString().Length > 0)) { { "page", $"{page}" } };
        return Request.Path + query.ToString();
    }

    public static async Task<(IReadOnlyList<T> Items, Paging Paging)> TakeAsync<T>(IQueryable<T> query, HttpRequest request, CancellationToken cancel)
    {
        var total = await query.CountAsync(cancel);
        var paging = new Paging(1, total, request);
        paging = paging with { Page = Math.Clamp(int.TryParse(request.Query["page"], out var page) ? page : 1, 1, paging.Pages) };
        return (await query.Skip((paging.Page - 1) * Size).Take(Size).ToListAsync(cancel), paging);
    }
}
