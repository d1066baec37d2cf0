using PerfTargets.Benchmarks;
using PerfTargets.Benchmarks.Editor;

// dotnet publish tests/PerfTargets.Benchmarks -c Release -o FOLDER, then FOLDER/benchmarks [pdf] [peers] [engines] [endurance] [checks] [editor]; all of them without a word.
// editor needs the built program: dotnet run -c Release --project tests/PerfTargets.Benchmarks -- editor.
// accuracy [BUREAU ...] measures no time: it holds the checks against labelled forms.
string[] known = ["pdf", "peers", "engines", "endurance", "checks", "editor"];
string[] parts = args.Length > 0 ? args : known;
if (parts is ["cold"]) return ColdStart.Run();
if (parts is ["accuracy", ..])
{
    AccuracyReport.Write(parts[1..]);
    return 0;
}
if (parts.Except(known).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}: {string.Join(", ", known)}, accuracy.");
    return 2;
}
Console.WriteLine(Machine.Describe());
if (parts.Contains("pdf")) PdfBenchmark.Run();
if (parts.Contains("peers")) await PeerBenchmark.RunAsync();
if (parts.Contains("engines")) EngineBenchmark.Run();
if (parts.Contains("checks")) CheckBenchmark.Run();
if (parts.Contains("editor")) await EditorBenchmark.RunAsync();
if (parts.Contains("endurance")) return Endurance.Run();
return 0;
