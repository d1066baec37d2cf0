using System.Diagnostics;

namespace PerfTargets.Benchmarks;

/// <summary>Other programs of the machine.</summary>
static class Programs
{
    /// <returns>The first of them that is there.</returns>
    public static string? Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <returns>What it wrote.</returns>
    public static string Run(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{start.FileName} failed: {errors.GetAwaiter().GetResult()}");
    }
}
