using Microsoft.AspNetCore.DataProtection;
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
}
