namespace PerfTargets.Core.Data.Seed;

/// <summary>The files of forms and people that come with the program.</summary>
public static class SeedFiles
{
    /// <summary>The four real forms of a county's bureau of industry, as published.</summary>
    public const string Pingluo2023 = "pingluo-2023.json";

    public static byte[] Read(string name)
    {
        using var stream = typeof(SeedFiles).Assembly.GetManifestResourceStream($"{typeof(SeedFiles).Namespace}.{name}")
            ?? throw new ArgumentException($"No seed file {name} is embedded.", nameof(name));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
