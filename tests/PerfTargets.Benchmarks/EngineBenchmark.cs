using System.Diagnostics;
using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using PerfTargets.Documents.Spreadsheet;
using PerfTargets.TestKit.Printing;

namespace PerfTargets.Benchmarks;

/// <summary>
/// Both PDF engines over the same forms in one run, in turn; the second where the program was built with -p:QuestPdf=true. Counted is
/// processor time, which other programs on the machine change little, but for what two threads do at once.
/// </summary>
static class EngineBenchmark
{
    const int Forms = 12, Attachment = 100, Rounds = 3;

    /// <summary>The setting of the program itself: whoever measures names their licence too.</summary>
    const string LicenseVariable = "Pdf__QuestPdfLicense";

    public static void Run()
    {
        if (PdfBackends.QuestPdf is not { } backend)
        {
            Console.WriteLine("\nEngines: skipped, built without QuestPDF (-p:QuestPdf=true)");
            return;
        }
        var license = Environment.GetEnvironmentVariable(LicenseVariable) ?? "";
        if (!backend.Licenses.Contains(license))
            throw new InvalidOperationException($"Set {LicenseVariable} to one of {string.Join(", ", backend.Licenses)}, see {backend.LicenseText}.");
        Engine[] engines = [new("built-in", new PdfEngine()), new(backend.Library, backend.Create(FontSet.Embedded, license))];
        OfficialTable[] forms = [.. FormCorpus.Forms(Forms)], many = [.. FormCorpus.Forms(Attachment)];
        // What both share, faces and the laying out of forms, is warm before either begins: a workbook takes it too.
        new SpreadsheetWriter(FontSet.Embedded).Render([forms[0]], Prints.Info);
        foreach (var engine in engines) engine.First(forms[0]);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var engine in engines) engine.Round(forms, many);
        }
        Console.WriteLine($"\n| engine | first document, ms of processor | ms of processor a form | forms/s, 2 threads | KiB a form | MiB of managed memory a form | {Attachment} forms in one file, s of processor | KiB of it |\n|---|---|---|---|---|---|---|---|");
        foreach (var engine in engines) Console.WriteLine(engine.Row());
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"\nMost memory of the process, both engines: {process.PeakWorkingSet64 / 1024.0 / 1024:0} MiB"));
    }

    sealed class Engine(string name, IPdfEngine writer)
    {
        readonly Timing _two = new();
        double _first, _one = double.MaxValue, _attachment = double.MaxValue;
        long _size, _allocated, _attachmentSize;

        public void First(OfficialTable form) => _first = Processor(() => writer.Render([form], Prints.Info));

        public void Round(OfficialTable[] forms, OfficialTable[] many)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            _one = Math.Min(_one, Processor(() => _size = forms.Sum(form => (long)writer.Render([form], Prints.Info).Length)));
            _allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            _two.Round(() => Parallel.ForEach(forms, new ParallelOptions { MaxDegreeOfParallelism = 2 }, form => writer.Render([form], Prints.Info)));
            _attachment = Math.Min(_attachment, Processor(() => _attachmentSize = writer.Render(many, Prints.Info).Length));
        }

        static double Processor(Action work)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        public string Row() => FormattableString.Invariant(
            $"| {name} | {_first * 1000:0} | {_one / Forms * 1000:0.0} | {Forms / _two.Best:0.0} | {_size / 1024.0 / Forms:0} | {_allocated / 1024.0 / 1024 / Forms:0.0} | {_attachment:0.00} | {_attachmentSize / 1024.0:0} |");
    }
}
