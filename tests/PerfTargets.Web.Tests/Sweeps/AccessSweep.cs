using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Tests.Sweeps;

public sealed class AccessSweep
{
    /// <summary>All that a stranger reaches, files aside. A new line here is a decision.</summary>
    private static readonly string[] OpenToStrangers = ["/error", "/health/live", "/health/ready", "/kept-post", "/sign-in", "/sign-out"];

    [Fact]
    public async Task Every_endpoint_declares_exactly_one_permission()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);

        var undeclared = Endpoints.Of(app).Where(endpoint => endpoint.Metadata.OfType<IPagePermission>().Count() != 1);

        Assert.Empty(undeclared.Select(endpoint => endpoint.Address()));
    }

    [Fact]
    public async Task Every_page_of_a_form_says_so_and_no_other_does()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);

        Assert.All(Endpoints.Of(app), endpoint => Assert.Equal(
            (endpoint.Address(), endpoint.Address().StartsWith($"/forms/{Guid.Empty}", StringComparison.Ordinal)),
            (endpoint.Address(), endpoint.Metadata.GetMetadata<OfFormAttribute>() is not null)));
    }

    [Fact]
    public async Task A_stranger_reaches_only_what_is_listed()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        using var browser = app.NewBrowser();
        var open = new SortedSet<string>(StringComparer.Ordinal);

        foreach (var endpoint in Endpoints.Of(app).Where(endpoint => !endpoint.IsFile()))
        {
            var page = await browser.GetAsync(endpoint.Address());
            if (page.Location?.AbsolutePath != "/sign-in")
                open.Add(endpoint.Address());
        }

        // /sign-out leads a stranger home, and so to signing in.
        Assert.Equal(OpenToStrangers.Where(path => path != "/sign-out"), open.Where(path => path != "/sign-out"));
        Assert.Equal(OpenToStrangers, Endpoints.Of(app).Where(endpoint => !endpoint.IsFile() && endpoint.Metadata.GetMetadata<ForEveryoneAttribute>() is not null)
            .Select(endpoint => endpoint.Address()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_page_refuses_a_post_without_an_antiforgery_token()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        var all = await county.AddStaffAsync("全部角色", county.FinanceOffice, RoleWords.All.Aggregate((roles, role) => roles | role));
        using var browser = await county.BrowserOfAsync(all);
        var answers = new List<(string Address, HttpStatusCode Status)>();

        foreach (var endpoint in Endpoints.Of(app).Where(endpoint => endpoint.IsPage() && endpoint.Address() != "/sign-in"))
            answers.Add((endpoint.Address(), (await browser.PostAsync(endpoint.Address(), [KeyValuePair.Create("Name", "x")])).Status));

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal((answer.Address, HttpStatusCode.BadRequest), answer));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/password")).Status);
    }

    [Fact]
    public async Task A_stranger_without_a_token_is_refused_everywhere_and_gets_no_session()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        KeyValuePair<string, string>[] fields = [new("UserName", county.Filler.UserName!), new("Password", TestCounty.Password)];

        foreach (var endpoint in Endpoints.Of(app).Where(endpoint => endpoint.IsPage()))
        {
            using var stranger = app.NewBrowser();
            var answer = await stranger.PostAsync(endpoint.Address(), fields);

            // What is typed into the page of passwords is never kept, so that a stranger is led on as by a link.
            var expected = endpoint.Metadata.GetMetadata<ForEveryoneAttribute>() is not null ? HttpStatusCode.BadRequest
                : endpoint.Address() == OneTimePasswordGate.PasswordPage ? HttpStatusCode.Redirect
                : HttpStatusCode.Unauthorized;
            Assert.Equal((endpoint.Address(), expected), (endpoint.Address(), answer.Status));
            Assert.Equal("/sign-in", (await stranger.GetAsync("/")).Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task Each_role_reaches_the_pages_of_its_own_only()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        StaffMember[] people = [county.Filler, county.UnitReviewer, county.DepartmentReviewer, county.SectionReviewer, county.PerformanceReviewer, county.Administrator];

        foreach (var person in people)
        {
            using var browser = await county.BrowserOfAsync(person);
            foreach (var endpoint in Endpoints.Of(app).Where(endpoint => endpoint.IsPage()))
            {
                var permitted = endpoint.Metadata.GetMetadata<ForRolesAttribute>()?.Permitted;
                if (permitted is { } roles && (person.Roles & roles) == 0)
                    Assert.Equal((endpoint.Address(), HttpStatusCode.Forbidden), (endpoint.Address(), (await browser.GetAsync(endpoint.Address())).Status));
            }
        }
    }
}
