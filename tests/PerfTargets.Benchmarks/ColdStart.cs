using System.Diagnostics;
using System.Globalization;
using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Benchmarks;

/// <summary>The first document of a process that has printed nothing: fonts are parsed and code is compiled on the way.</summary>
static class ColdStart
{
    const int Processes = 7;

    public static int Run()
    {
        var form = FormCorpus.Form(0);
        var watch = Stopwatch.StartNew();
        new PdfEngine().Render([form], Prints.Info);
        Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }

    /// <returns>Milliseconds from the call to the whole file, for several processes.</returns>
    public static IReadOnlyList<double> Measure() => [.. Enumerable.Range(0, Processes).Select(_ =>
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, "cold") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line, CultureInfo.InvariantCulture);
    })];
}
