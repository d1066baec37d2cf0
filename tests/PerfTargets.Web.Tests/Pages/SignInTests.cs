using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages;

public sealed class SignInTests
{
    [Theory, EachDatabase]
    public async Task A_stranger_is_sent_to_sign_in_and_back_to_the_page(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();

        var asked = await browser.GetAsync("/admin/staff?q=a");
        var arrived = await browser.SignInAsync(county.Administrator.UserName!, path: "/admin/staff?q=a");

        Assert.Equal("/sign-in?returnUrl=%2Fadmin%2Fstaff%3Fq%3Da", asked.Location?.PathAndQuery);
        Assert.Equal("人员", arrived.Heading);
        Assert.Equal("/admin/staff?q=a", arrived.Address.PathAndQuery);
    }
}
