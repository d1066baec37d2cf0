using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Benchmarks;

/// <summary>How many tagged PDF/A forms a second the built-in writer makes, one file each and all in one.</summary>
static class PdfBenchmark
{
    const int Forms = 1000, Attachment = 500, Rounds = 7;

    public static void Run()
    {
        var cold = ColdStart.Measure();
        var milliseconds = cold.Select(one => one.Milliseconds).Order().ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"\nFirst document of a process: best {milliseconds[0]:0} ms, median {milliseconds[milliseconds.Count / 2]:0} ms; {cold[0].Methods} methods compiled on the way"));
        Console.WriteLine("\n| forms | threads | forms/s, best round | median | KiB a form |\n|---|---|---|---|---|");
        foreach (var orientation in (PageOrientation[])[PageOrientation.Portrait, PageOrientation.Landscape])
        {
            OfficialTable[] forms = [.. FormCorpus.Forms(Forms, orientation)];
            foreach (var threads in (int[])[1, 2]) Row($"{orientation}, a file each", threads, Forms, () => Each(forms, threads));
            var some = forms[..Attachment];
            Row($"{orientation}, {Attachment} in one file", 1, Attachment, () => new PdfEngine().Render(some, Prints.Info).Length);
        }
    }

    static void Row(string name, int threads, int count, Func<long> work)
    {
        var timing = new Timing();
        long size = 0;
        work();
        for (var round = 0; round < Rounds; round++) timing.Round(() => size = work());
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {threads} | {count / timing.Best:0} | {count / timing.Median:0} | {size / 1024.0 / count:0.0} |"));
    }

    static long Each(OfficialTable[] forms, int threads)
    {
        long size = 0;
        Parallel.ForEach(
            forms,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            form => Interlocked.Add(ref size, new PdfEngine().Render([form], Prints.Info).Length));
        return size;
    }
}
