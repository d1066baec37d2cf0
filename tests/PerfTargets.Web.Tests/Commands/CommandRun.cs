using System.Text;
using PerfTargets.Core.Data.Seed;
using PerfTargets.TestKit.Databases;
using PerfTargets.Web.Commands;

namespace PerfTargets.Web.Tests.Commands;

/// <summary>A command, run as the program runs it, with all that it said.</summary>
public sealed record CommandRun(int Code, byte[] Answer, string Notes)
{
    public string Text => Encoding.UTF8.GetString(Answer);

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var answer = new MemoryStream();
        await using var notes = new StringWriter();
        var code = await CommandLine.RunAsync(args, new CommandConsole(answer, notes));
        return new CommandRun(code, answer.ToArray(), notes.ToString());
    }

    public static Task<CommandRun> OfAsync(TestDatabase database, params string[] args) =>
        OfAsync([.. args, .. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
}

/// <summary>A folder of a test's own with the seed's files in it.</summary>
public sealed class CommandFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("perftargets-commands-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Seed() => Write("seed.json", SeedFiles.Read(SeedFiles.Pingluo2023));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public IReadOnlyList<string> Names => [.. _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
