using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Hosting;

public sealed class CookieCipherTests
{
    [Fact]
    public async Task New_keys_are_for_the_quicker_cipher()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var protector = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

        Assert.Equal("绩效", protector.Unprotect(protector.Protect("绩效")));
        var key = await app.WithAsync<PerfTargetsDbContext, string?>(async db => (await db.DataProtectionKeys.SingleAsync(TestContext.Current.CancellationToken)).Xml);
        Assert.Contains("AES_256_GCM", key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_in_while_the_key_was_of_the_former_kind_stays_signed_in()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        // Of the program as it was: it makes the key, with the framework's own choice of cipher.
        await using var former = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddDataProtection()
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_CBC })));
        using var browser = new TestBrowser(former.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        var page = await browser.OpenAsync("/sign-in");
        var county = await TestCounty.CreateAsync(app);
        var signedIn = await browser.SubmitAsync(page, "登录", ("UserName", county.Filler.UserName!), ("Password", TestCounty.Password));
        var cookies = signedIn.Response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);

        using var now = app.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", string.Join("; ", cookies));
        var workbench = await now.SendAsync(request);

        Assert.Contains(county.Filler.DisplayName, workbench.Find(".topbar-who").TextContent, StringComparison.Ordinal);
        var key = await app.WithAsync<PerfTargetsDbContext, string?>(async db => (await db.DataProtectionKeys.SingleAsync(TestContext.Current.CancellationToken)).Xml);
        Assert.Contains("AES_256_CBC", key, StringComparison.Ordinal);
    }
}
