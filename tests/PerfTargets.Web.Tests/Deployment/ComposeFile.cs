using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace PerfTargets.Web.Tests.Deployment;

/// <summary>docker-compose.yml as Compose reads it, as far as the tests ask.</summary>
public sealed partial class ComposeFile
{
    private ComposeFile(Dictionary<string, ComposeService> services, IReadOnlyList<string> volumes) => (Services, Volumes) = (services, volumes);

    public IReadOnlyDictionary<string, ComposeService> Services { get; }

    public IReadOnlyList<string> Volumes { get; }

    public static ComposeFile Read(string text)
    {
        var root = (Dictionary<object, object>)new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(new StringReader(text))))!;
        var services = ((Dictionary<object, object>)root["services"]).ToDictionary(
            service => (string)service.Key, service => new ComposeService((Dictionary<object, object>)service.Value));
        return new ComposeFile(services, [.. ((Dictionary<object, object>)root["volumes"]).Keys.Cast<string>()]);
    }

    /// <summary>${NAME}, ${NAME:-default}, ${NAME:?message}.</summary>
    public static string Interpolate(string text, IReadOnlyDictionary<string, string> variables) => Variable().Replace(text, match =>
        variables.GetValueOrDefault(match.Groups["name"].Value) is { Length: > 0 } value ? value
        : match.Groups["mark"].Value == "?" ? throw new InvalidOperationException(match.Groups["rest"].Value)
        : match.Groups["rest"].Value);

    public static IEnumerable<string> VariablesIn(string text) => Variable().Matches(text).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex(@"\$\{(?<name>\w+)(:(?<mark>[-?])(?<rest>[^}]*))?\}")]
    private static partial Regex Variable();
}

public sealed class ComposeService(Dictionary<object, object> members)
{
    public IReadOnlyDictionary<string, string> Environment { get; } = Map(members.GetValueOrDefault("environment"));

    public IReadOnlyDictionary<string, string> BuildArguments { get; } =
        Map((members.GetValueOrDefault("build") as Dictionary<object, object>)?.GetValueOrDefault("args"));

    public IReadOnlyDictionary<string, string> DependsOn { get; } = members.GetValueOrDefault("depends_on") is Dictionary<object, object> services
        ? services.ToDictionary(one => (string)one.Key, one => (string)((Dictionary<object, object>)one.Value)["condition"])
        : [];

    public IReadOnlyList<string> Command { get; } = Texts(members.GetValueOrDefault("command"));

    public IReadOnlyList<string> Ports { get; } = Texts(members.GetValueOrDefault("ports"));

    public IReadOnlyList<string> Volumes { get; } = Texts(members.GetValueOrDefault("volumes"));

    public IReadOnlyList<string> HealthTest { get; } =
        Texts((members.GetValueOrDefault("healthcheck") as Dictionary<object, object>)?.GetValueOrDefault("test"));

    private static Dictionary<string, string> Map(object? map) =>
        map is Dictionary<object, object> members ? members.ToDictionary(one => (string)one.Key, one => (string)one.Value) : [];

    private static List<string> Texts(object? list) => list is List<object> items ? [.. items.Cast<string>()] : [];
}
