using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Benchmarks;

/// <summary>
/// The first document of a process that has printed nothing: fonts are parsed on the way, and what was not compiled ahead is compiled.
/// </summary>
static class ColdStart
{
    const int Processes = 7;

    public static int Run()
    {
        var form = FormCorpus.Form(0);
        var compiled = JitInfo.GetCompiledMethodCount();
        var watch = Stopwatch.StartNew();
        new PdfEngine().Render([form], Prints.Info);
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant($"{milliseconds:0.0} {JitInfo.GetCompiledMethodCount() - compiled}"));
        return 0;
    }

    /// <returns>For several processes the milliseconds from the call to the whole file, and how many methods were compiled in them.</returns>
    public static IReadOnlyList<(double Milliseconds, int Methods)> Measure() => [.. Enumerable.Range(0, Processes).Select(_ =>
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, "cold") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var figures = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (double.Parse(figures[0], CultureInfo.InvariantCulture), int.Parse(figures[1], CultureInfo.InvariantCulture));
    })];
}
