using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Sweeps;

public sealed class LinkSweep
{
    private const int MostPages = 150;

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Filler)]
    [InlineData(Role.SectionReviewer)]
    [InlineData(Role.PerformanceReviewer)]
    public async Task Every_link_that_a_person_sees_leads_to_a_page(Role role)
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        StaffMember[] people = [county.Administrator, county.Filler, county.SectionReviewer, county.PerformanceReviewer];
        await app.WithAsync<FormService, Guid>(service => service.CreateAsync(county.Project.Id, county.Year, county.ActorOf(county.Filler)));
        using var browser = app.NewBrowser();
        var home = await browser.SignInAsync(people.Single(person => person.Roles == role));
        var seen = new HashSet<string>(StringComparer.Ordinal) { home.Address.PathAndQuery };
        var waiting = new Queue<TestPage>([home]);

        while (waiting.TryDequeue(out var page) && seen.Count < MostPages)
        {
            foreach (var link in page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")))
            {
                Assert.False(string.IsNullOrEmpty(link), $"{page.Address} has a link that leads nowhere.");
                if (link.StartsWith('#'))
                {
                    Assert.True(page.Document.GetElementById(link[1..]) is not null, $"{page.Address} has no {link}.");
                    continue;
                }
                var address = new Uri(page.Address, link);
                if (!seen.Add(address.PathAndQuery))
                    continue;
                var next = await browser.OpenAsync(address.PathAndQuery);
                Assert.Equal((link, page.Address.PathAndQuery, HttpStatusCode.OK), (link, page.Address.PathAndQuery, next.Status));
                if (next.Response.Content.Headers.ContentType?.MediaType == "text/html")
                    waiting.Enqueue(next);
            }
        }
        Assert.Empty(app.Warnings);
    }
}
