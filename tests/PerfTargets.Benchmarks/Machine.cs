using System.Runtime.InteropServices;

namespace PerfTargets.Benchmarks;

static class Machine
{
    /// <summary>What the figures were measured on; busy machines show in the load.</summary>
    public static string Describe()
    {
        const string cpus = "/proc/cpuinfo", load = "/proc/loadavg";
        var model = File.Exists(cpus)
            ? File.ReadLines(cpus).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{Environment.ProcessorCount} cores{(model is null ? "" : ", " + model)}; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; "
            + $"load {(File.Exists(load) ? File.ReadAllText(load).Split(' ')[0] : "unknown")}; {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} GC, {GcRoom()}";
    }

    /// <summary>Said in the environment alone, as by the Dockerfile.</summary>
    static string GcRoom() => Environment.GetEnvironmentVariable("DOTNET_GCgen0size") is { } room ? $"DOTNET_GCgen0size={room}" : "room for young garbage by the cache";
}
