using PerfTargets.Benchmarks;

// dotnet publish tests/PerfTargets.Benchmarks -c Release -o FOLDER, then FOLDER/benchmarks [pdf] [peers] [endurance]; all of them without a word.
string[] parts = args.Length > 0 ? args : ["pdf", "peers", "endurance"];
if (parts is ["cold"]) return ColdStart.Run();
if (parts.Except(["pdf", "peers", "endurance"]).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}: pdf, peers, endurance.");
    return 2;
}
Console.WriteLine(Machine.Describe());
if (parts.Contains("pdf")) PdfBenchmark.Run();
if (parts.Contains("peers")) await PeerBenchmark.RunAsync();
if (parts.Contains("endurance")) return Endurance.Run();
return 0;
