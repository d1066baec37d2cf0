using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Randomised;

/// <summary>What was posted by 自动保存, and what the server answered, whether the page has heard it or not.</summary>
internal sealed record Exchange(IReadOnlyList<KeyValuePair<string, string>> Fields, string State);

/// <summary>The wire between a page and the server, which may be cut at either end for the next post of the page's script.</summary>
internal sealed class Wire(IPage page)
{
    private TaskCompletionSource<Exchange> _next = New();

    /// <summary>The answer does not arrive.</summary>
    public bool DropsAnswer { get; set; }

    /// <summary>Ends when the answer may go on.</summary>
    public Task Delay { get; set; } = Task.CompletedTask;

    /// <summary>There is no network.</summary>
    public bool IsCut { get; set; }

    public async Task AttachAsync()
    {
        await page.UnrouteAllAsync();
        await page.RouteAsync("**/edit", HandleAsync);
    }

    /// <summary>The next post that reaches the server, as soon as that has answered.</summary>
    public Task<Exchange> NextAsync()
    {
        _next = New();
        return _next.Task.WaitAsync(TimeSpan.FromMilliseconds(Support.Patience.ForAnAnswer));
    }

    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IRequest request) =>
    [
        .. (request.PostData ?? "").Split('&').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1]))),
    ];

    private async Task HandleAsync(IRoute route)
    {
        if (route.Request.Method != "POST" || route.Request.IsNavigationRequest)
        {
            await route.ContinueAsync();
            return;
        }
        if (IsCut)
        {
            await route.AbortAsync("internetdisconnected");
            return;
        }
        var (fields, drops, delay) = (FieldsOf(route.Request), DropsAnswer, Delay);
        var response = await route.FetchAsync();
        var text = await response.TextAsync();
        var state = response.Headers["content-type"].StartsWith("application/json", StringComparison.Ordinal)
            ? JsonDocument.Parse(text).RootElement.GetProperty("state").GetString()!
            : $"{response.Status}: {text}";
        _next.TrySetResult(new(fields, state));
        await delay;
        if (drops)
            await route.AbortAsync();
        else
            await route.FulfillAsync(new RouteFulfillOptions { Response = response });
    }

    private static TaskCompletionSource<Exchange> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
