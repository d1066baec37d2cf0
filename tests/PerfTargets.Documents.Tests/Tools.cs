using System.Diagnostics;

namespace PerfTargets.Documents.Tests;

/// <summary>Programs that are not ours, reading our files.</summary>
static class Tools
{
    /// <summary>Runs a program of the system on a file; the test is skipped where it is missing.</summary>
    /// <returns>What it wrote.</returns>
    public static string Run(string tool, byte[] pdf, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("perftargets-pdf-").FullName;
        try
        {
            return RunIn(folder, tool, pdf, [.. options, "file.pdf", .. tool == "pdftotext" ? ["-"] : Array.Empty<string>()]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a program in a folder in which the file is file.pdf.</summary>
    public static string RunIn(string folder, string tool, byte[] pdf, params string[] arguments)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(paths.Any(path => File.Exists(Path.Combine(path, tool))), $"{tool} is not installed.");
        File.WriteAllBytes(Path.Combine(folder, "file.pdf"), pdf);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
