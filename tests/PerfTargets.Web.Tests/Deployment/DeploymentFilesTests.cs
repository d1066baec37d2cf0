using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PerfTargets.Core.Data;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Web.Commands;
using PerfTargets.Web.Infrastructure;

namespace PerfTargets.Web.Tests.Deployment;

/// <summary>What the deployment files say and what the program reads are held against each other; no engine is needed for that.</summary>
public sealed partial class DeploymentFilesTests
{
    /// <summary>Settings of the host itself that the files may use.</summary>
    private static readonly string[] HostVariables = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_ENVIRONMENT"];

    private static readonly string[] OfProgram = ["migrate", "web"];

    private static ComposeFile Compose => ComposeFile.Read(Repository.Read("docker-compose.yml"));

    [Fact]
    public void Compose_EverySettingOfTheProgram_IsOneThatItReads()
    {
        var known = Settings.All.Select(setting => setting.Variable).Concat(HostVariables).ToHashSet();

        foreach (var name in OfProgram)
            Assert.Empty(Compose.Services[name].Environment.Keys.Except(known));
    }

    [Fact]
    public void Compose_ASettingThatNothingReads_WouldFail()
    {
        var compose = ComposeFile.Read(Repository.Read("docker-compose.yml").Replace("Site__Https", "Site__Tls", StringComparison.Ordinal));

        Assert.Throws<SettingRefusedException>(() => Settings.Verify(ConfigurationOf(compose.Services["web"])));
    }

    [Fact]
    public void Compose_WithTheExampleOfEnv_ConfiguresPostgres()
    {
        foreach (var name in OfProgram)
        {
            var configuration = ConfigurationOf(Compose.Services[name]);
            Settings.Verify(configuration);
            var settings = DatabaseSettings.Read(configuration, "/");
            Assert.Equal(DatabaseProvider.Postgres, settings.Provider);
            var connection = new Npgsql.NpgsqlConnectionStringBuilder(settings.ConnectionString);
            var server = Compose.Services["postgres"].Environment;
            Assert.Equal(("postgres", server["POSTGRES_DB"], server["POSTGRES_USER"], "secret"),
                (connection.Host, connection.Database, connection.Username, connection.Password));
        }
    }

    [Fact]
    public void Compose_BuildsWithTheArgumentsOfTheDockerfile_AndPassesTheEngineOn()
    {
        var arguments = ArgumentLine().Matches(Repository.Read("Dockerfile")).Select(match => match.Groups["name"].Value);
        var chosen = EnvExample();
        (chosen["QUESTPDF"], chosen["QUESTPDF_VERSION"], chosen["PDF_ENGINE"], chosen["PDF_QUESTPDF_LICENSE"]) = ("true", "2026.7.2", "QuestPdf", "Professional");

        Assert.Equal(arguments, Compose.Services["web"].BuildArguments.Keys);
        foreach (var name in OfProgram)
        {
            var service = Compose.Services[name];
            Assert.IsType<PdfEngine>(Settings.PdfEngine(ConfigurationOf(service), FontSet.Embedded));
            Assert.Equal(("false", "", "true", "2026.7.2"), (
                Of(service.BuildArguments["QuestPdf"], EnvExample()), Of(service.BuildArguments["QuestPdfVersion"], EnvExample()),
                Of(service.BuildArguments["QuestPdf"], chosen), Of(service.BuildArguments["QuestPdfVersion"], chosen)));
            Assert.Equal(("QuestPdf", "Professional"), (Of(service.Environment["Pdf__Engine"], chosen), Of(service.Environment["Pdf__QuestPdfLicense"], chosen)));
        }

        static string Of(string text, Dictionary<string, string> variables) => ComposeFile.Interpolate(text, variables);
    }

    [Fact]
    public void Compose_Order_IsDatabaseThenMigrateThenWeb()
    {
        var services = Compose.Services;

        Assert.Equal("service_healthy", services["migrate"].DependsOn["postgres"]);
        Assert.Equal("service_completed_successfully", services["web"].DependsOn["migrate"]);
        Assert.Equal(["migrate"], services["migrate"].Command);
        Assert.Empty(services["web"].Command);
        Assert.NotEmpty(services["postgres"].HealthTest);
        Assert.All(Compose.Volumes, volume => Assert.Contains(services["postgres"].Volumes, used => used.StartsWith(volume + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public void Compose_HealthTestAndPorts_AreThoseOfTheProgram()
    {
        var web = Compose.Services["web"];

        Assert.Equal(["CMD", "./perftargets", "health"], web.HealthTest);
        Assert.Contains("""CMD ["./perftargets", "health"]""", Repository.Read("Dockerfile"), StringComparison.Ordinal);
        Assert.NotNull(Verb.Find(["health"]));
        Assert.All(web.Ports, port => Assert.EndsWith(":" + web.Environment["ASPNETCORE_HTTP_PORTS"], port, StringComparison.Ordinal));
        Assert.Equal("http://localhost:8080", HealthVerb.Address(ConfigurationOf(web)));
    }

    [Fact]
    public void EnvExample_NamesTheVariablesOfCompose_AndHoldsNoSecret()
    {
        var example = EnvExample();

        Assert.Equal(ComposeFile.VariablesIn(Repository.Read("docker-compose.yml")).Order(), example.Keys.Order());
        Assert.Equal("", example["POSTGRES_PASSWORD"]);
        Assert.Contains(".env", Repository.Read(".gitignore").Split('\n'));
        Assert.Throws<InvalidOperationException>(() => ComposeFile.Interpolate("${POSTGRES_PASSWORD:?set it}", example));
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("docs", "operations.md")]
    public void RoomForYoungGarbage_IsAllThatTheBuildAllows(params string[] file)
    {
        var allowed = long.Parse(MaxBudget().Match(Repository.Read("Directory.Build.props")).Groups["bytes"].Value, CultureInfo.InvariantCulture);
        var asked = MinBudget().Match(Repository.Read(file)).Groups["bytes"].Value;

        Assert.Equal(allowed, long.Parse(asked, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Dockerfile_EveryPathItCopies_IsThereAndNotIgnored()
    {
        var sources = CopyLine().Matches(Repository.Read("Dockerfile")).SelectMany(match => match.Groups["sources"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var admitted = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.Contains("src/", sources);
        Assert.All(sources, source =>
        {
            Assert.True(Path.Exists(Repository.Path(source)), source);
            Assert.Contains(admitted, one => source == one || source.StartsWith(one + "/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Dockerfile_CopiesEveryProjectForItsRestore()
    {
        var text = Repository.Read("Dockerfile");

        foreach (var project in Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Repository.Root, project).Replace('\\', '/');
            // The opt-in project has no lock file: what it restores depends on the version that was asked for.
            var locked = path.Contains("QuestPdf", StringComparison.Ordinal) ? "" : $"{path[..path.LastIndexOf('/')]}/packages.lock.json ";
            Assert.Contains($"COPY {path} {locked}{path[..path.LastIndexOf('/')]}/\n", text, StringComparison.Ordinal);
        }
        Assert.Contains("USER $APP_UID", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_ListEverySettingWithItsDefault()
    {
        var page = Repository.Read("docs", "operations.md");

        Assert.All(Settings.All, setting => Assert.Contains($"| `{setting.Key}` | {(setting.Default.Length == 0 ? "–" : $"`{setting.Default}`")} |", page, StringComparison.OrdinalIgnoreCase));
    }

    private static IConfiguration ConfigurationOf(ComposeService service)
    {
        var variables = EnvExample();
        variables["POSTGRES_PASSWORD"] = "secret";
        // ASPNETCORE_ is the host's prefix; without it stands the key that the host reads.
        return new ConfigurationBuilder().AddInMemoryCollection(service.Environment.Select(one => KeyValuePair.Create(
            one.Key.Replace("ASPNETCORE_", "", StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal),
            (string?)ComposeFile.Interpolate(one.Value, variables)))).Build();
    }

    private static Dictionary<string, string> EnvExample() => Repository.Read(".env.example").Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    [GeneratedRegex(@"^ARG (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex ArgumentLine();

    [GeneratedRegex(@"^COPY (?!--from)(?<sources>.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex CopyLine();

    [GeneratedRegex("""Gen0MaxBudget" Value="(?<bytes>\d+)""")]
    private static partial Regex MaxBudget();

    [GeneratedRegex(@"DOTNET_GCgen0size=(?<bytes>[0-9A-F]+)")]
    private static partial Regex MinBudget();
}
