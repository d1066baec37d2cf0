using System.Diagnostics;
using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Benchmarks;

/// <summary>Ten thousand forms on eight threads: the text read from every file equals the form's, and memory does not grow.</summary>
static class Endurance
{
    const int Forms = 10_000, Threads = 8, Step = 2_000;

    public static int Run()
    {
        var (done, wrong) = (0, 0);
        Console.WriteLine($"\n{Forms} forms on {Threads} threads, each read back\n\n| forms | wrong | managed MiB | resident MiB |\n|---|---|---|---|");
        Parallel.For(0, Forms, new ParallelOptions { MaxDegreeOfParallelism = Threads }, number =>
        {
            var form = FormCorpus.Form(number);
            var pdf = new PdfEngine().Render([form], Prints.Info);
            if (!TableGrid.From(form).Cells.Select(cell => cell.Text).SequenceEqual(PdfText.Cells(pdf)[0])) Interlocked.Increment(ref wrong);
            var count = Interlocked.Increment(ref done);
            if (count % Step == 0) Report(count, wrong);
        });
        return wrong == 0 ? 0 : 1;
    }

    static void Report(int count, int wrong)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"| {count} | {wrong} | {GC.GetTotalMemory(forceFullCollection: true) >> 20} | {process.WorkingSet64 >> 20} |");
    }
}
