using System.Diagnostics;
using System.Globalization;
using PerfTargets.Mutants;

const int leastKilled = 85;
const int mostLately = 40;

// Paths are found from where this program was built, so that it may be started from anywhere.
var top = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(top.FullName, "PerfTargets.sln")))
    top = top.Parent ?? throw new InvalidOperationException("This program runs where it was built, within the repository.");
var built = AppContext.BaseDirectory.Replace("PerfTargets.Mutants", "PerfTargets.Core.Tests", StringComparison.Ordinal);

// The first two ask the database, and the third is asked but once in a process; the tests left out ask databases or other files.
string[] notMutated = ["CheckContexts.cs", "CheckSettingsService.cs", "ShippedCheckSettings.cs"];
string[] notRun = ["CheckContextsTests", "LabelledFormsTests", "CatalogueDocumentTests", "CheckCasesTests", "FormImporterTests", "RememberedNeighboursTests"];

var watch = Stopwatch.StartNew();
var core = MutatedCore.Compile(Path.Combine(top.FullName, "src", "PerfTargets.Core"), built, file =>
    Path.GetDirectoryName(file) == "Checks" && !notMutated.Contains(Path.GetFileName(file)) && (args.Length == 0 || args.Contains(Path.GetFileName(file))));
Console.WriteLine($"{core.Mutants.Count} mutants, {core.Refused} more do not compile, {watch.Elapsed.TotalSeconds:F0} s");

var run = TestRun.Load(core, Path.Combine(built, "PerfTargets.Core.Tests.dll"),
    type => type.Namespace is "PerfTargets.Core.Tests.Checks" or "PerfTargets.Core.Tests.Forms" && !notRun.Contains((type.DeclaringType ?? type).Name));
var covering = await run.CoverAsync(core.Mutants.Count, (test, failure) => Console.WriteLine($"left out, as it fails: {test}: {failure.Message}"));
Console.WriteLine($"{run.Count} tests, {watch.Elapsed.TotalSeconds:F0} s");

var survivors = 0;
var lately = new List<TestCase>();
foreach (var file in core.Mutants.GroupBy(mutant => mutant.File))
{
    var before = survivors;
    foreach (var mutant in file)
    {
        if (await KillerAsync(mutant) is { } killer)
        {
            // The neighbours' killers are the likeliest.
            lately.Remove(killer);
            lately.Insert(0, killer);
            continue;
        }
        survivors++;
        Console.WriteLine($"{(covering[mutant.Id].Count == 0 ? "no test " : "survives")} {mutant}");
    }
    Console.WriteLine(Line(file.Key, file.Count(), survivors - before));
}
await run.CheckUnchangedAsync();
Console.WriteLine(Line("all", core.Mutants.Count, survivors));
Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");
return Killed(core.Mutants.Count, survivors) >= leastKilled ? 0 : 1;

async Task<TestCase?> KillerAsync(Mutant mutant)
{
    var tests = covering[mutant.Id];
    foreach (var test in lately.Intersect(tests).Take(mostLately).Concat(tests))
    {
        if (await run.RunAsync(test, mutant) is not null)
            return test;
    }
    return null;
}

static decimal Killed(int all, int surviving) => 100m * (all - surviving) / all;

static string Line(string name, int all, int surviving) =>
    string.Create(CultureInfo.InvariantCulture, $"{name,-26}{all,6} mutants{all - surviving,6} killed{Killed(all, surviving),7:F1} %");
