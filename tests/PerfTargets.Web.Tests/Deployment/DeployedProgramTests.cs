using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
using Npgsql;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.Web.Commands;

namespace PerfTargets.Web.Tests.Deployment;

/// <summary>The program as docker-compose.yml runs it, with the settings of that file: only host, port, secrets and paths are substituted.</summary>
public sealed class DeployedProgramTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("perftargets-deployment-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Deployment_FromMigrateToRestart(DatabaseProvider provider)
    {
        await using var database = TestDatabase.CreateMissing(provider);
        var environment = EnvironmentOf("web", database);
        var site = new Uri($"http://localhost:{environment["ASPNETCORE_HTTP_PORTS"]}");

        Assert.Equal(ExitCode.OutOfReach, (await RunAsync(environment, "health")).Code);
        if (provider == DatabaseProvider.Postgres)
            await RefusesToServeAsync(environment);
        var migrate = await RunAsync(EnvironmentOf("migrate", database), "migrate");
        Assert.True(migrate.Code == ExitCode.Done, migrate.Notes);
        var password = (await RunAsync(environment, "admin", "create", "boss")).Answer.Trim();

        using var cookies = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false };
        using var browser = new HttpClient(cookies) { BaseAddress = site };
        await using (var web = ProgramProcess.Start(environment, _folder.FullName))
        {
            await ReadyAsync(environment, web);
            Assert.Equal("live", await browser.GetStringAsync(new Uri(site, "/health/live"), TestContext.Current.CancellationToken));
            await SignInAsync(browser, password);
            Assert.Equal("/account/password", await FirstPageAsync(browser));
            Assert.Equal(ExitCode.Done, await web.StopAsync());
            Assert.DoesNotContain("boss", web.Answer, StringComparison.Ordinal);
        }

        await using var again = ProgramProcess.Start(environment, _folder.FullName);
        await ReadyAsync(environment, again);
        Assert.Equal("/account/password", await FirstPageAsync(browser));
    }

    private async Task RefusesToServeAsync(IReadOnlyDictionary<string, string> environment)
    {
        var refused = await RunAsync(environment);

        Assert.Equal(ExitCode.OutOfReach, refused.Code);
        Assert.Contains("请先运行 perftargets migrate", refused.Notes, StringComparison.Ordinal);
    }

    private async Task ReadyAsync(IReadOnlyDictionary<string, string> environment, ProgramProcess web)
    {
        (int Code, string Answer, string Notes) health = default;
        var waited = Stopwatch.StartNew();
        do
        {
            health = await RunAsync(environment, "health");
        }
        while (health.Code != ExitCode.Done && waited.Elapsed < Patience);
        Assert.True(health.Code == ExitCode.Done, health.Notes + web.Notes + web.Answer);
        Assert.Equal("ready\n", health.Answer);
    }

    private static async Task SignInAsync(HttpClient browser, string password)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync("/sign-in"));
        var fields = page.QuerySelectorAll("form[action='/sign-in'] input[type=hidden]")
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
        using var form = new FormUrlEncodedContent([.. fields, new("UserName", "boss"), new("Password", password)]);
        using var answer = await browser.PostAsync("/sign-in", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Where a signed-in person with a one-time password is led; a stranger would be led to /sign-in.</summary>
    private static async Task<string> FirstPageAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/account/password");
        return answer.StatusCode == HttpStatusCode.OK ? "/account/password" : answer.Headers.Location!.ToString();
    }

    private Task<(int Code, string Answer, string Notes)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] args) =>
        ProgramProcess.RunAsync(environment, _folder.FullName, args);

    private static Dictionary<string, string> EnvironmentOf(string service, TestDatabase database)
    {
        var compose = ComposeFile.Read(Repository.Read("docker-compose.yml")).Services[service];
        var variables = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = "secret" };
        var environment = compose.Environment.ToDictionary(one => one.Key, one => ComposeFile.Interpolate(one.Value, variables));
        environment["Database__Provider"] = database.Provider.ToString();
        environment["ConnectionStrings__PerfTargets"] = database.Provider == DatabaseProvider.Sqlite
            ? database.ConnectionString
            : Substituted(environment["ConnectionStrings__PerfTargets"], database.ConnectionString);
        if (environment.ContainsKey("ASPNETCORE_HTTP_PORTS"))
            environment["ASPNETCORE_HTTP_PORTS"] = Port.ToString(CultureInfo.InvariantCulture);
        return environment;
    }

    private static string Substituted(string written, string real)
    {
        var server = new NpgsqlConnectionStringBuilder(real);
        return new NpgsqlConnectionStringBuilder(written)
        {
            Host = server.Host,
            Port = server.Port,
            Database = server.Database,
            Username = server.Username,
            Password = server.Password,
        }.ConnectionString;
    }

    private static readonly int Port = FreePort();

    /// <summary>Below the range from which the system gives ports to outgoing connections: those could take it while the program restarts.</summary>
    private static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }
}
