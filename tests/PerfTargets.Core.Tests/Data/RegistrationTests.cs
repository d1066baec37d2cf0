using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

public class RegistrationTests
{
    [Theory]
    [InlineData(null, "Data Source=x.db")]
    [InlineData("", "Data Source=x.db")]
    [InlineData("sqlite", "Data Source=x.db")]
    [InlineData("SqlServer", "Data Source=x.db")]
    [InlineData("0", "Data Source=x.db")]
    [InlineData("Sqlite", null)]
    [InlineData("Sqlite", " ")]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("Sqlite", "Data Source=x;Mode=Memory")]
    [InlineData("Sqlite", "Data Source=file:x.db?mode=memory")]
    [InlineData("Sqlite", "Data Source=x.db;Cache=Shared")]
    [InlineData("Sqlite", "Host=localhost;Database=perftargets")]
    [InlineData("Postgres", null)]
    [InlineData("Postgres", "Host=localhost")]
    [InlineData("Postgres", "Data Source=x.db;Pooling=maybe")]
    public void Register_WithoutAUsableDatabase_IsRefusedWithASentence(string? provider, string? connection)
    {
        var refused = Assert.Throws<DatabaseRefusedException>(() => new ServiceCollection().AddPerfTargetsData(Configuration(provider, connection), "/"));

        Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}|^ConnectionStrings|^SQLite", refused.Message);
        Assert.EndsWith("。", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_RelativeFile_IsRelativeToTheGivenDirectory()
    {
        var directory = Path.GetTempPath();

        var settings = DatabaseSettings.Read(Configuration("Sqlite", "Data Source=data/perftargets.db"), directory);

        Assert.Equal(Path.Combine(directory, "data", "perftargets.db"), settings.SqliteFile);
        Assert.True(new SqliteConnectionStringBuilder(settings.ConnectionString).ForeignKeys);
    }

    [Theory]
    [InlineData("", 100, GssEncryptionMode.Disable, true)]
    [InlineData(";Max Auto Prepare=0;GSS Encryption Mode=Prefer;No Reset On Close=false", 0, GssEncryptionMode.Prefer, false)]
    public void Settings_of_PostgreSQL_ask_little_of_it_unless_the_connection_string_says_otherwise(string written, int prepared, GssEncryptionMode gss, bool keepsSession)
    {
        var settings = DatabaseSettings.Read(Configuration("Postgres", "Host=localhost;Database=perftargets" + written), "/");

        var used = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        Assert.Equal((prepared, gss, keepsSession), (used.MaxAutoPrepare, used.GssEncryptionMode, used.NoResetOnClose));
    }

    [Theory, EachDatabase]
    public async Task DataProtection_KeysInTheDatabase_OutliveTheProcess(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string secret;
        await using (var before = Host(database))
            secret = before.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("张三");

        await using var after = Host(database);
        Assert.Equal("张三", after.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(secret));
        await using var db = database.CreateContext();
        Assert.Equal(1, await db.DataProtectionKeys.CountAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Identity_StoresWorkOnTheContext(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await using var host = Host(database);
        await using var scope = host.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();

        var person = new StaffMember { DisplayName = "张三", UserName = "zhangsan", OrganisationId = given.Unit.Id, Roles = Role.Filler };
        Assert.True((await users.CreateAsync(person, "Correct-Horse-7")).Succeeded);
        await users.SetLockoutEnabledAsync(person, true);
        await users.SetLockoutEndDateAsync(person, DateTimeOffset.MaxValue);

        await using var db = database.CreateContext();
        var stored = await db.Staff.SingleAsync(one => one.NormalizedUserName == "ZHANGSAN", Given.Cancel);
        Assert.Equal(DateTimeOffset.MaxValue.Date, stored.LockoutEnd!.Value.Date);
        Assert.True(await users.IsLockedOutAsync(person));
        Assert.True(await users.CheckPasswordAsync(person, "Correct-Horse-7"));
        Assert.Empty(await users.GetClaimsAsync(person));
        Assert.False((await users.CreateAsync(new() { DisplayName = "另一个", UserName = "ZhangSan", OrganisationId = given.Unit.Id })).Succeeded);
    }

    private static ServiceProvider Host(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPerfTargetsData(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build(), "/");
        services.AddDataProtection().SetApplicationName("PerfTargets").PersistKeysToDbContext<PerfTargetsDbContext>();
        services.AddIdentityCore<StaffMember>().AddEntityFrameworkStores<PerfTargetsDbContext>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static IConfiguration Configuration(string? provider, string? connection) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = provider, ["ConnectionStrings:PerfTargets"] = connection })
        .Build();
}
