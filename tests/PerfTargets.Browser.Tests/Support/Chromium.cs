using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PerfTargets.Browser.Tests.Support.Chromium))]

namespace PerfTargets.Browser.Tests.Support;

/// <summary>The system's Chromium, started once for all tests; each person of a test gets a context of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Variable = "PERFTARGETS_TEST_CHROMIUM";
    public const string IsMissing = "There is no Chromium: set " + Variable + " to its path.";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What the variable says; set but empty, it says that there is none.</summary>
    public static string? Executable { get; } = Environment.GetEnvironmentVariable(Variable) is { } said
        ? (said.Length > 0 ? said : null)
        : Array.Find(UsualPlaces, File.Exists);

    public IBrowser Browser => _browser ?? throw new InvalidOperationException(IsMissing);

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
            Timeout = Patience.ForTheBrowser,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>How long to wait, in milliseconds, before something that must come counts as missing: long, for busy machines; waits end as soon as it comes.</summary>
public static class Patience
{
    public const float ForAnAnswer = 60_000;
    public const float ForTheBrowser = 180_000;
}
