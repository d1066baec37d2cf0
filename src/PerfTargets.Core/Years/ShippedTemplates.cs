namespace PerfTargets.Core.Years;

/// <summary>The templates that come with the program; a year takes a copy of one.</summary>
public static class ShippedTemplates
{
    private const string Folder = "PerfTargets.Core.Years.Templates.";

    public static IReadOnlyList<string> Keys { get; } =
    [
        .. typeof(ShippedTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <exception cref="ArgumentException">No template of that key is shipped.</exception>
    public static string Json(string key)
    {
        using var stream = typeof(ShippedTemplates).Assembly.GetManifestResourceStream(Folder + key + ".json")
            ?? throw new ArgumentException($"没有模板“{key}”，可用的有：{string.Join('、', Keys)}", nameof(key));
        return new StreamReader(stream).ReadToEnd();
    }
}
