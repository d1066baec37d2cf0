using System.Diagnostics;
using System.Text;

namespace PerfTargets.Web.Tests.Deployment;

/// <summary>The built program as a process of its own, with an environment of its own and nothing of the tests'.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _answer = new();
    private readonly StringBuilder _notes = new();

    private ProgramProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Append(_answer, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_notes, line.Data);
    }

    public string Answer => Read(_answer);

    public string Notes => Read(_notes);

    public static ProgramProcess Start(IReadOnlyDictionary<string, string> environment, string folder, params string[] args)
    {
        var start = new ProcessStartInfo(Executable(), args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("DOTNET_ENV", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new ProgramProcess(new Process { StartInfo = start });
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    public static async Task<(int Code, string Answer, string Notes)> RunAsync(IReadOnlyDictionary<string, string> environment, string folder, params string[] args)
    {
        await using var program = Start(environment, folder, args);
        return (await program.WaitAsync(), program.Answer, program.Notes);
    }

    public async Task<int> WaitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, as an engine or systemd does.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        return await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    /// <summary>In the program's own output folder, where all its files are; the configuration is that of the tests.</summary>
    private static string Executable()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var name = OperatingSystem.IsWindows() ? "perftargets.exe" : "perftargets";
        return Repository.Path("src", "PerfTargets.Web", "bin", own.Parent!.Name, own.Name, name);
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.Append(line).Append('\n');
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
