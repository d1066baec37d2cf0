using PerfTargets.Core.Data;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Sweeps;

public sealed class HeaderSweep
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    [Theory]
    [InlineData("/sign-in", "no-store")]
    [InlineData("/error", "no-store")]
    [InlineData("/no/such/page", "no-store")]
    [InlineData("/admin", "no-store")]
    [InlineData("/health/live", null)]
    [InlineData("/css/site.css", "no-cache")]
    public async Task Every_answer_carries_the_same_strict_headers(string path, string? cache)
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = path == "/admin" ? await county.BrowserOfAsync(county.Administrator) : app.NewBrowser();

        var headers = (await browser.GetAsync(path)).Response.Headers;

        Assert.Equal([ContentSecurityPolicy], headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], headers.GetValues("Referrer-Policy"));
        Assert.Equal(cache, headers.CacheControl?.ToString());
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_page_links_its_stylesheets_by_content_and_they_are_kept_for_long()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        using var browser = app.NewBrowser();

        var page = await browser.GetAsync("/sign-in");
        var sheets = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.NotEmpty(sheets);
        foreach (var sheet in sheets)
        {
            var file = await browser.GetAsync(sheet);
            Assert.Equal((sheet, System.Net.HttpStatusCode.OK), (sheet, file.Status));
            Assert.Contains("immutable", file.Response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Https_is_insisted_on_only_where_the_site_has_it()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite, ("Site:Https", "true"), ("Site:TrustedProxies", "127.0.0.0/8, ::1"));
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://county.example/") });

        var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Health_tells_ready_from_live()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        using var browser = app.NewBrowser();

        Assert.Equal("live", (await browser.GetAsync("/health/live")).Text);
        Assert.Equal("ready", (await browser.GetAsync("/health/ready")).Text);
    }
}
