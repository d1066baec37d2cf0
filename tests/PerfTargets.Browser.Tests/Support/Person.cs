using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>
/// Somebody at a browser as it stands in the offices: Chinese, 1366×768. Notes what a page must never do: write an error to the console (a
/// breach of the Content-Security-Policy does), throw, or ask another host for anything.
/// </summary>
public sealed class Person
{
    private const string Chinese = "zh-CN";
    private static readonly ViewportSize Screen = new() { Width = 1366, Height = 768 };

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly List<string> _forgiven;
    private readonly ConcurrentQueue<(string Page, string Text, string Location)> _errors = new();
    private readonly ConcurrentDictionary<string, bool> _refusals = new();

    private IPage? _mirror;

    private Person(IBrowserContext context, IPage page, County county, bool runsScripts)
    {
        (_context, _forgiven, Page, County, RunsScripts) = (context, [], page, county, runsScripts);
        _context.Request += (_, request) => Watch(request);
        _context.Response += (_, response) => Watch(response);
        _context.Console += (_, message) => Watch(message);
        _context.WebError += (_, error) => _complaints.Enqueue($"{Page.Url}: {error.Error}");
    }

    /// <summary>Another tab of the same browser, watched with it.</summary>
    private Person(Person browser, IPage page) =>
        (_context, _forgiven, Page, County, RunsScripts) = (browser._context, browser._forgiven, page, browser.County, browser.RunsScripts);

    public IPage Page { get; }

    public County County { get; }

    public bool RunsScripts { get; }

    /// <summary>A test that takes the network away brings about this complaint of the browser itself.</summary>
    public void Forgive(string words) => _forgiven.Add(words);

    public IReadOnlyCollection<string> Complaints =>
    [
        .. _complaints.Where(complaint => !_forgiven.Exists(complaint.Contains)),
        .. _errors.Where(error => !IsRefusal(error.Text, error.Location) && !_forgiven.Exists(error.Text.Contains)).Select(error => $"{error.Page}: {error.Text} ({error.Location})"),
    ];

    public static async Task<Person> OpenBrowserAsync(IBrowser browser, County county, bool javaScript, string? session)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = county.Address.ToString(),
            Locale = Chinese,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = Screen,
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        context.SetDefaultTimeout(Patience.ForAnAnswer);
        context.SetDefaultNavigationTimeout(Patience.ForAnAnswer);
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        return new Person(context, await context.NewPageAsync(), county, javaScript);
    }

    /// <summary>Ends with the browser.</summary>
    public async Task<Person> OpenTabAsync() => new(this, await _context.NewPageAsync());

    /// <summary>Opens an address as if it had been typed.</summary>
    public async Task<IResponse?> OpenAsync(string path) => await Page.GotoAsync(path);

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task GoOnAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer));
        }
        finally
        {
            Page.Load -= Loaded;
        }

        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
    }

    /// <summary>Ends everything; where a path is given, with a picture and a trace left there.</summary>
    public async Task CloseAsync(string? keepAt)
    {
        if (keepAt is not null)
            await TakePictureAsync(keepAt + ".png");
        await _context.Tracing.StopAsync(new TracingStopOptions { Path = keepAt is null ? null : keepAt + ".zip" });
        if (_mirror is not null)
            await _mirror.Context.DisposeAsync();
        await _context.DisposeAsync();
    }

    /// <summary>
    /// The page as it stands, in a browser that runs scripts: with JavaScript off, no tool could look at it from within.
    /// </summary>
    public async Task<IPage> MirrorAsync()
    {
        if (RunsScripts)
            return Page;
        if (_mirror is null)
        {
            var context = await _context.Browser!.NewContextAsync(new BrowserNewContextOptions { Locale = Chinese, ViewportSize = Screen });
            context.SetDefaultTimeout(Patience.ForAnAnswer);
            _mirror = await context.NewPageAsync();
        }
        var (html, address) = (await Page.ContentAsync(), Page.Url.Split('#')[0]);
        await _mirror.UnrouteAllAsync();
        await _mirror.RouteAsync(
            address, route => route.FulfillAsync(new RouteFulfillOptions { Body = html, ContentType = "text/html; charset=utf-8" }));
        await _mirror.GotoAsync(address);
        return _mirror;
    }

    private async Task TakePictureAsync(string path)
    {
        try
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        }
        catch (PlaywrightException e)
        {
            // The test's own failure is to be seen, not that of its picture.
            await File.WriteAllTextAsync(path + ".txt", e.Message);
        }
    }

    private void Watch(IRequest request)
    {
        var isOwn = request.Url.StartsWith(County.Address.ToString(), StringComparison.Ordinal);
        if (!isOwn && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            _complaints.Enqueue($"{Page.Url} asks another host: {request.Url}");
    }

    private void Watch(IResponse response)
    {
        if (response.Status < 400)
            return;
        // A page may say no, to a script's post too. What belongs to a page may not be missing.
        if (response.Request.IsNavigationRequest || response.Request.Method == "POST")
            _refusals[response.Url] = true;
        else
            _complaints.Enqueue($"{Page.Url} lacks {response.Url}: {response.Status}");
    }

    private void Watch(IConsoleMessage message)
    {
        if (message.Type == "error")
            _errors.Enqueue((Page.Url, message.Text, message.Location));
    }

    /// <summary>Chromium writes to the console that a page said no; that is no error of the page.</summary>
    private bool IsRefusal(string text, string location) =>
        text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && _refusals.Keys.Any(url => location.StartsWith(url, StringComparison.Ordinal));
}
