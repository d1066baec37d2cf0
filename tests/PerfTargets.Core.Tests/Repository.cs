namespace PerfTargets.Core.Tests;

/// <summary>The repository around the tests, for those that read its documents.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <param name="path">From the top of the repository.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PerfTargets.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
