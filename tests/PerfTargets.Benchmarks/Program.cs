using System.Diagnostics;
using PerfTargets.Documents;
using PerfTargets.Documents.Pdf;
using PerfTargets.TestKit.Printing;

var info = new PdfInfo("部门项目支出预算绩效目标表", new DateTime(2023, 1, 31, 8, 0, 0, DateTimeKind.Utc), "平罗县");
var cold = Stopwatch.StartNew();
var engine = new PdfEngine();
var first = engine.Render([FormCorpus.Form(0)], info);
Console.WriteLine($"cold {cold.ElapsedMilliseconds} ms, {first.Length / 1024.0:0.0} KiB");
foreach (var orientation in Enum.GetValues<PageOrientation>())
{
    var forms = FormCorpus.Forms(2000, orientation).ToArray();
    foreach (var form in forms.AsSpan(0, 500)) engine.Render([form], info);
    foreach (var threads in (int[])[1, 2])
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        long size = 0;
        Parallel.ForEach(forms, new ParallelOptions { MaxDegreeOfParallelism = threads }, form => Interlocked.Add(ref size, engine.Render([form], info).Length));
        Console.WriteLine($"{orientation} {threads} threads: {forms.Length / watch.Elapsed.TotalSeconds:0} forms/s, {size / 1024.0 / forms.Length:0.0} KiB, {(GC.GetTotalAllocatedBytes() - allocated) / forms.Length / 1024} KiB allocated");
    }
    var one = Stopwatch.StartNew();
    var attachment = engine.Render(forms[..500], info);
    Console.WriteLine($"{orientation} attachment of 500: {500 / one.Elapsed.TotalSeconds:0} forms/s, {attachment.Length / 1024.0 / 500:0.0} KiB a form");
}
if (args is [var path]) File.WriteAllBytes(path, engine.Render([FormCorpus.Form(3)], info));
