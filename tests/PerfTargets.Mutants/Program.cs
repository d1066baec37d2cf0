using System.Diagnostics;
using System.Globalization;
using PerfTargets.Mutants;

// Paths are found from where this program was built, so that it may be started from anywhere.
var top = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(top.FullName, "PerfTargets.sln")))
    top = top.Parent ?? throw new InvalidOperationException("This program runs where it was built, within the repository.");
var built = AppContext.BaseDirectory.Replace("PerfTargets.Mutants", "PerfTargets.Core.Tests", StringComparison.Ordinal);

// The first two ask the database, and the third is asked but once in a process; the tests left out ask databases or other files.
string[] notMutated = ["CheckContexts.cs", "CheckSettingsService.cs", "ShippedCheckSettings.cs"];
string[] notRun = ["CheckContextsTests", "LabelledFormsTests", "CatalogueDocumentTests", "FormImporterTests"];

var watch = Stopwatch.StartNew();
var core = MutatedCore.Compile(Path.Combine(top.FullName, "src", "PerfTargets.Core"), built, file =>
    Path.GetDirectoryName(file) == "Checks" && !notMutated.Contains(Path.GetFileName(file)) && (args.Length == 0 || args.Contains(Path.GetFileName(file))));
Console.WriteLine($"{core.Mutants.Count} mutants, {core.Refused} more do not compile, {watch.Elapsed.TotalSeconds:F0} s");

var run = TestRun.Load(core, Path.Combine(built, "PerfTargets.Core.Tests.dll"),
    type => type.Namespace is "PerfTargets.Core.Tests.Checks" or "PerfTargets.Core.Tests.Forms" && !notRun.Contains((type.DeclaringType ?? type).Name));
var covering = await run.CoverAsync(core.Mutants.Count, (test, failure) => Console.WriteLine($"left out, as it fails: {test}: {failure.Message}"));
Console.WriteLine($"{run.Count} tests, {watch.Elapsed.TotalSeconds:F0} s");

var survivors = new List<Mutant>();
var lately = new List<TestCase>();
foreach (var mutant in core.Mutants)
{
    var tests = covering[mutant.Id].ToHashSet();
    TestCase? killer = null;
    // The neighbours' killers are the likeliest.
    foreach (var test in lately.Where(tests.Contains).Concat(covering[mutant.Id]).ToList())
    {
        if (await run.RunAsync(test, mutant) is null)
            continue;
        killer = test;
        break;
    }
    if (killer is null)
    {
        survivors.Add(mutant);
        continue;
    }
    lately.Remove(killer);
    lately.Insert(0, killer);
    if (lately.Count > 40)
        lately.RemoveAt(lately.Count - 1);
}
await run.CheckUnchangedAsync();

foreach (var survivor in survivors)
    Console.WriteLine($"{(covering[survivor.Id].Count == 0 ? "no test  " : "survives ")} {survivor}");
Console.WriteLine();
foreach (var file in core.Mutants.GroupBy(mutant => mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
    Console.WriteLine(Line(file.Key, file.Count(), survivors.Count(mutant => mutant.File == file.Key)));
Console.WriteLine(Line("all", core.Mutants.Count, survivors.Count));
Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");

static string Line(string name, int all, int surviving) =>
    string.Create(CultureInfo.InvariantCulture, $"{name,-26}{all,6} mutants{all - surviving,6} killed{100m * (all - surviving) / all,7:F1} %");
