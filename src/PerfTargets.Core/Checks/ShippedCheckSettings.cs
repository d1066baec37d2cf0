using System.Collections.Frozen;
using System.Text.Json;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>The words, thresholds and switches that come with the program (Checks/Settings, a file per family). A year's template says only what it has otherwise.</summary>
public static class ShippedCheckSettings
{
    private const string Folder = "PerfTargets.Core.Checks.Settings.";

    private static readonly CheckSettings None = new();

    private static readonly FrozenDictionary<string, CheckSettings> ByCode = Read();

    public static IEnumerable<string> Codes => ByCode.Keys;

    public static CheckSettings Of(string code) => ByCode.GetValueOrDefault(code, None);

    private static FrozenDictionary<string, CheckSettings> Read()
    {
        var assembly = typeof(ShippedCheckSettings).Assembly;
        var settings = new Dictionary<string, CheckSettings>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (code, one) in JsonSerializer.Deserialize<Dictionary<string, CheckSettings>>(stream, FormTemplate.Json)!)
                settings.Add(code, one);
        }
        return settings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
