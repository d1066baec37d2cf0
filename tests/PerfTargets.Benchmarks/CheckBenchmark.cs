using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Labelled;

namespace PerfTargets.Benchmarks;

/// <summary>What all checks cost: on one form, and on a bureau's year. Every run reads its forms anew, as a request does.</summary>
[MemoryDiagnoser]
public class CheckBenchmark
{
    private const int BureauSize = 500;

    private CheckContext[] _forms = [];
    private FormContent[] _bureau = [];

    public static void Run() => BenchmarkRunner.Run<CheckBenchmark>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile));

    [GlobalSetup]
    public void Prepare()
    {
        _forms = [.. LabelledForms.All.Select(form => form.Context)];
        // Projects of one bureau: the labelled forms again and again, each under a name of its own.
        _bureau = [.. Enumerable.Range(0, BureauSize).Select(number => _forms[number % _forms.Length].Form).Select((form, number) => form with { ProjectName = $"{form.ProjectName}（{number}）" })];
    }

    [Benchmark(Description = "all checks, one form (mean of the labelled forms)", OperationsPerInvoke = 48)]
    public int OneForm()
    {
        var findings = 0;
        foreach (var form in _forms)
            findings += FormChecks.Run(form with { }).Findings.Count;
        return findings;
    }

    [Benchmark(Description = "all checks, a bureau of 500 forms")]
    public int Bureau()
    {
        var ids = _bureau.Select(_ => Guid.CreateVersion7()).ToArray();
        var together = new BureauYear(_bureau.Select((form, number) => new BureauForm(
            ids[number], null, form.ProjectName, form.ImplementingUnit, form.FundsOf("total"), form.Indicators)));
        return _bureau.Select((form, number) => new CheckContext(form, LabelledForms.Template, _forms[0].Year, _ => []) { FormId = ids[number], Bureau = together })
            .Sum(context => FormChecks.Run(context).Findings.Count);
    }
}
