using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;
using Xunit.Sdk;

namespace PerfTargets.Browser.Tests;

/// <summary>That a page which breaks a rule is noticed: rules that never fail would look the same as pages that keep them.</summary>
public sealed class RulesTests(Chromium chromium, CountyWithDrafts shared) : BrowserTest(chromium), IClassFixture<CountyWithDrafts>
{
    private readonly Chromium _chromium = chromium;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_and_a_request_to_another_host_are_noticed(bool javaScript)
    {
        var county = await shared.GetAsync();
        var person = await Person.OpenBrowserAsync(_chromium.Browser, county, javaScript, session: null);
        await ShowAsync(person, """
            <p style="color: red">内联样式</p>
            <img src="http://elsewhere.invalid/picture.png" alt="">
            <img src="/nowhere.png" alt="">
            """);

        var complaints = person.Complaints;

        await person.CloseAsync(keepAt: null);
        Assert.Contains(complaints, complaint => complaint.Contains("inline style"));
        Assert.Contains(complaints, complaint => complaint.Contains("asks another host: http://elsewhere.invalid/picture.png"));
        Assert.Contains(complaints, complaint => complaint.Contains("/nowhere.png: 404"));
    }

    [Fact]
    public async Task A_page_that_says_no_is_no_error()
    {
        var person = await PersonAsync(await shared.GetAsync());

        var answer = await person.OpenAsync("/health/nowhere");

        Assert.Equal(404, answer!.Status);
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Grey_on_white_a_wide_page_and_a_small_button_are_noticed(bool javaScript)
    {
        var person = await PersonAsync(await shared.GetAsync(), javaScript);
        await ShowAsync(
            person,
            """<main><h1>页</h1><p class="wide">宽</p><button class="small">小</button><p class="grey">浅灰</p></main>""",
            "<style>.wide { width: 1500px; } .small { width: 16px; height: 16px; padding: 0; } .grey { color: #aaa; }</style>");

        Assert.Contains("color-contrast", (await Assert.ThrowsAsync<TrueException>(person.HasNoAxeViolationAsync)).Message);
        Assert.Contains("wide", (await Assert.ThrowsAsync<TrueException>(person.Page.HasNoSidewaysScrollingAsync)).Message);
        Assert.Contains("16×16", (await Assert.ThrowsAsync<TrueException>(person.Page.HasLargeTargetsAsync)).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_that_left_its_table_is_noticed(bool javaScript)
    {
        var person = await PersonAsync(await shared.GetAsync(), javaScript);
        await ShowAsync(
            person,
            """<main><h1>页</h1><table><tr><td>一</td><td class="astray">二</td></tr></table></main>""",
            "<style>.astray { position: absolute; left: 0; bottom: 0; }</style>");

        Assert.Contains("astray", (await Assert.ThrowsAsync<TrueException>(person.Page.HasWholeTablesAsync)).Message);
    }

    /// <summary>A page of these words; a stylesheet in it is allowed where one is given.</summary>
    private static async Task ShowAsync(Person person, string body, string? style = null)
    {
        await person.Page.RouteAsync("**/sign-in", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Headers =
            [
                new("Content-Type", "text/html; charset=utf-8"),
                new("Content-Security-Policy", style is null ? "default-src 'self'; img-src *" : "default-src 'self' 'unsafe-inline'"),
            ],
            Body = $"""
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head><title>页</title><link rel="icon" href="/favicon.svg">{style}</head>
                <body>{body}</body>
                </html>
                """,
        }));
        await person.OpenAsync("/sign-in");
    }
}
